import WorkCalendar

/// A document with nothing of a case in it: what all of a kind have in common for one item. It is made of
/// what the hall has published, so that nobody's name stands in it.
package final class BlankDocument: Sendable {
  /// Documents with the same name have the same blank, as long as the hall and its templates stay as
  /// they are.
  package struct Name: Hashable, Sendable {
    package let kind: DocumentKind
    package let item: ItemID
    package let sheetVersion: Int
    package let department: DepartmentID
    package let columns: Int
    package let isDemo: Bool
  }

  package let name: Name
  private let template: DocumentTemplate<DocumentFacts>
  private let published: PublishedFacts

  init(of facts: DocumentFacts, by template: DocumentTemplate<DocumentFacts>) {
    published = facts.published
    name = Name(
      kind: facts.kind, item: published.sheet.id, sheetVersion: published.sheet.version,
      department: published.department.id, columns: facts.columns, isDemo: facts.isDemo)
    self.template = template
  }

  /// As it would be issued.
  package var document: IssuedDocument {
    let day = LocalDate.distantPast
    let number = "\(published.department.documentWord)\(name.kind.numberWord)〔〕号"
    let facts = DocumentFacts(
      kind: name.kind, number: number, file: file, published: published,
      clerk: Clerk(id: "", name: Words("", ""), role: .generalCounter), counterName: "",
      at: Moment(date: day, hour: 0, minute: 0), isDemo: name.isDemo, columns: name.columns)
    return IssuedDocument(
      kind: name.kind, number: number,
      text: PrintedText(
        utf8: template.text(facts, columns: name.columns, isBlank: true), sha256: ""),
      issuedOn: day, copies: DocumentRules.copies)
  }

  /// Of nobody, with everything the sheet asks for.
  private var file: CaseFile {
    let sheet = published.sheet
    var file = CaseFile(id: "")
    (file.item, file.sheetVersion, file.department) = (
      sheet.id, sheet.version, published.department.id
    )
    file.route = sheet.route
    file.intake = Intake(
      applicant: Applicant(
        kind: .person, name: "", identity: Identity(kind: .residentID, number: "")),
      materials: sheet.materials.map {
        MaterialReceived(
          number: $0.number, status: .received, originals: $0.originals, copies: $0.copies)
      })
    return file
  }
}
