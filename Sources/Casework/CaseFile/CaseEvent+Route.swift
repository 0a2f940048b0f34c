package import WorkCalendar

extension CaseEvent {
  package struct Accepted: Hashable, Sendable, Codable {
    package var acceptedOn: LocalDate
    package var route: [RouteStep]
    package var committedLimit: TimeLimit
    package var statutoryLimit: TimeLimit
    package var committedDue: DueDate
    package var statutoryDue: DueDate?
    /// Materials that may still come, and until when.
    package var deferred: [Int]
    package var deferredDue: DueDate?
    package var isUnderCommitment: Bool
    /// The place in the order of acceptance, for items with a quota.
    package var quotaPlace: Int?

    package init(
      acceptedOn: LocalDate, route: [RouteStep], committedLimit: TimeLimit,
      statutoryLimit: TimeLimit, committedDue: DueDate, statutoryDue: DueDate? = nil,
      deferred: [Int], deferredDue: DueDate? = nil, isUnderCommitment: Bool, quotaPlace: Int? = nil
    ) {
      self.acceptedOn = acceptedOn
      self.route = route
      self.committedLimit = committedLimit
      self.statutoryLimit = statutoryLimit
      self.committedDue = committedDue
      self.statutoryDue = statutoryDue
      self.deferred = deferred
      self.deferredDue = deferredDue
      self.isUnderCommitment = isUnderCommitment
      self.quotaPlace = quotaPlace
    }
  }

  package struct StepStarted: Hashable, Sendable, Codable {
    package var step: Int
    package var startedOn: LocalDate
    package var due: DueDate
    /// Due dates of parties with a limit of their own.
    package var partyDue: [PartyDue]
    package var stopsClock: Bool

    package init(
      step: Int, startedOn: LocalDate, due: DueDate, partyDue: [PartyDue], stopsClock: Bool
    ) {
      self.step = step
      self.startedOn = startedOn
      self.due = due
      self.partyDue = partyDue
      self.stopsClock = stopsClock
    }
  }

  package struct PartyDue: Hashable, Sendable, Codable {
    package var department: DepartmentID
    package var due: DueDate

    package init(department: DepartmentID, due: DueDate) {
      self.department = department
      self.due = due
    }
  }

  /// The dates of the step at work as they are after a time that did not count.
  package struct StepDues: Hashable, Sendable, Codable {
    package var due: DueDate
    package var partyDue: [PartyDue]
  }

  package struct TaskClaimed: Hashable, Sendable, Codable {
    package var step: Int
    package var department: DepartmentID
    /// Whose claim had lapsed before.
    package var insteadOf: ClerkID?

    package init(step: Int, department: DepartmentID, insteadOf: ClerkID? = nil) {
      self.step = step
      self.department = department
      self.insteadOf = insteadOf
    }
  }

  package struct TaskGivenBack: Hashable, Sendable, Codable {
    package var step: Int
    package var department: DepartmentID
    package var reason: String
    /// Whose claim somebody else has freed; nil for one's own.
    package var freed: ClerkID?
  }

  package struct OpinionRecorded: Hashable, Sendable, Codable {
    package var step: Int
    package var department: DepartmentID
    package var verdict: OpinionVerdict
    package var text: String
    /// Who went to look, where the law asks for two.
    package var officers: [String]

    package init(
      step: Int, department: DepartmentID, verdict: OpinionVerdict, text: String, officers: [String]
    ) {
      self.step = step
      self.department = department
      self.verdict = verdict
      self.text = text
      self.officers = officers
    }
  }

  package struct StepReturned: Hashable, Sendable, Codable {
    package var from: Int
    package var to: Int
    package var reason: String
  }
}
