package import WorkCalendar

/// One step of a published route; a clerk can neither skip nor reorder it.
package struct RouteStep: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable {
    /// Every party records an opinion.
    case examination
    /// Nothing may happen before the period is over (a cooling-off period, a public notice).
    case waitingPeriod
    /// Opinion and materials go to the higher authority, whose answer comes back.
    case referral
    case decision
    case certificate
    /// After the decision: what was promised instead of proved is checked.
    case followUp
  }

  package var name: Words
  package var kind: Kind
  /// The lead first; more than one means that they work side by side.
  package var parties: [RouteParty]
  package var limit: TimeLimit
  /// False if the time of this step is not part of the limit.
  package var countsTowardLimit: Bool
  /// How many officers must go together, if the step is a check on site (Law 34: two).
  package var officers: Int?

  package init(
    name: Words, kind: Kind, parties: [RouteParty], limit: TimeLimit, countsTowardLimit: Bool,
    officers: Int? = nil
  ) {
    self.name = name
    self.kind = kind
    self.parties = parties
    self.limit = limit
    self.countsTowardLimit = countsTowardLimit
    self.officers = officers
  }

  package var lead: DepartmentID? { parties.first { $0.part == .lead }?.department }

  package func party(_ department: DepartmentID) -> RouteParty? {
    parties.first { $0.department == department }
  }
}

/// A department's part in a step.
package struct RouteParty: Hashable, Sendable, Codable {
  package enum Part: String, Hashable, Sendable, Codable { case lead, consulted }

  package var department: DepartmentID
  package var part: Part
  /// The office inside the department, as printed.
  package var office: Words
  /// Who does it there.
  package var role: ClerkRole
  /// Its own limit; the step's if none.
  package var limit: TimeLimit?

  package init(
    department: DepartmentID, part: Part, office: Words, role: ClerkRole, limit: TimeLimit? = nil
  ) {
    self.department = department
    self.part = part
    self.office = office
    self.role = role
    self.limit = limit
  }
}
