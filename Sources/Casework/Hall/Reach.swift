/// How much of the hall a person sees and acts on (范围).
package enum Reach: Hashable, Sendable {
  case hall
  /// What the department's items are, and where it is asked for its opinion.
  case department(DepartmentID)
  /// What the town itself has taken in and sent up; its Chinese name.
  case township(String)
}

extension Clerk {
  package var reach: Reach {
    switch role {
    case .generalCounter, .release, .supervisor, .itemManager, .hallManager: .hall
    case .examiner, .approver: department.map { .department($0) } ?? .hall
    case .townshipOperator: township.map { .township($0.zh) } ?? .hall
    }
  }
}

extension CaseFile {
  /// Whose matter it is: each department of its route, and the town it came from.
  ///
  /// The hall, whose matter everything is, is not named.
  package var reaches: [Reach] {
    var departments = [department]
    for party in route.flatMap(\.parties) where !departments.contains(party.department) {
      departments.append(party.department)
    }
    return departments.map { .department($0) } + (township.map { [.township($0)] } ?? [])
  }

  package func isWithin(_ reach: Reach) -> Bool { reach == .hall || reaches.contains(reach) }
}

extension Reach {
  /// As stored: a contract.
  package var text: String {
    switch self {
    case .hall: "hall"
    case .department(let id): "department/\(id)"
    case .township(let name): "township/\(name)"
    }
  }

  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", maxSplits: 1).map { String($0) }
    switch (parts.first, parts.count) {
    case ("hall", 1): self = .hall
    case ("department", 2): self = .department(DepartmentID(parts[1]))
    case ("township", 2): self = .township(parts[1])
    default: return nil
    }
  }
}
