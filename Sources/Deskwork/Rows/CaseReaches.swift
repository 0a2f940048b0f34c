package import Casework

/// Who may see a case: a line for each department of its route and for its town.
package struct CaseReaches: Hashable, Sendable {
  package var id: CaseID
  package var urgency: Int
  package var stage: CaseStage
  package var item: ItemID
  package var reaches: [Reach]

  package init(
    id: CaseID, urgency: Int, stage: CaseStage, item: ItemID, reaches: [Reach]
  ) {
    self.id = id
    self.urgency = urgency
    self.stage = stage
    self.item = item
    self.reaches = reaches
  }

  init(_ file: borrowing CaseFile, row: borrowing CaseRow) {
    self.init(
      id: row.id, urgency: row.urgency, stage: row.stage, item: row.item, reaches: file.reaches)
  }
}
