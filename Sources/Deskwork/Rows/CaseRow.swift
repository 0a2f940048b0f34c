package import Casework
package import WorkCalendar

/// A case as lists show it.
package struct CaseRow: Hashable, Sendable {
  package var id: CaseID
  package var version: Int
  package var number: String
  package var item: ItemID
  package var itemName: Words
  package var department: DepartmentID
  package var handling: HandlingKind
  package var applicantName: String
  package var applicantIdentity: Identity
  package var stage: CaseStage
  package var stepName: Words?
  package var stepNumber: Int
  package var stepCount: Int
  /// Opinions given and wanted in the step at work.
  package var answered: Int
  package var parties: Int
  /// Who holds it now: the department at work, and the clerk if somebody has claimed it.
  package var holder: DepartmentID?
  package var claimedBy: ClerkID?
  package var heldSince: LocalDate?
  package var receivedOn: LocalDate
  package var receivedBy: ClerkID
  package var acceptedOn: LocalDate?
  /// The date that matters now.
  package var due: DueDate?
  package var statutoryDue: DueDate?
  package var isStopped: Bool
  package var isDeferred: Bool
  package var isUnderCommitment: Bool
  package var channel: Channel
  package var endedOn: LocalDate?
  /// The place in the order of acceptance, for items with a quota, while it is undecided.
  package var quotaPlace: Int?
  /// Something of it was recorded after it happened.
  package var isEnteredLate: Bool
  /// The year in whose closed file it lies.
  package var closedYear: Int?

  package init(
    id: CaseID, version: Int, number: String, item: ItemID, itemName: Words,
    department: DepartmentID, handling: HandlingKind, applicantName: String,
    applicantIdentity: Identity, stage: CaseStage, stepName: Words?, stepNumber: Int,
    stepCount: Int, answered: Int, parties: Int, holder: DepartmentID?, claimedBy: ClerkID?,
    heldSince: LocalDate?, receivedOn: LocalDate, receivedBy: ClerkID, acceptedOn: LocalDate?,
    due: DueDate?, statutoryDue: DueDate?, isStopped: Bool, isDeferred: Bool,
    isUnderCommitment: Bool, channel: Channel, endedOn: LocalDate?,
    quotaPlace: Int? = nil, isEnteredLate: Bool = false
  ) {
    self.id = id
    self.version = version
    self.number = number
    self.item = item
    self.itemName = itemName
    self.department = department
    self.handling = handling
    self.applicantName = applicantName
    self.applicantIdentity = applicantIdentity
    self.stage = stage
    self.stepName = stepName
    self.stepNumber = stepNumber
    self.stepCount = stepCount
    self.answered = answered
    self.parties = parties
    self.holder = holder
    self.claimedBy = claimedBy
    self.heldSince = heldSince
    self.receivedOn = receivedOn
    self.receivedBy = receivedBy
    self.acceptedOn = acceptedOn
    self.due = due
    self.statutoryDue = statutoryDue
    self.isStopped = isStopped
    self.isDeferred = isDeferred
    self.isUnderCommitment = isUnderCommitment
    self.channel = channel
    self.endedOn = endedOn
    self.quotaPlace = quotaPlace
    self.isEnteredLate = isEnteredLate
  }

  /// Open cases by the date to keep; ended ones after them, the last ended first.
  package var urgency: Int {
    guard stage.isEnded else { return due?.on.dayNumber ?? Self.endedUrgency - 1 }
    return Self.urgency(endedOn: endedOn ?? receivedOn)
  }

  /// Of what ended on a day.
  static func urgency(endedOn day: LocalDate) -> Int {
    endedUrgency + day.days(until: .distantFuture)
  }

  package static let endedUrgency = 99_999_999
}
