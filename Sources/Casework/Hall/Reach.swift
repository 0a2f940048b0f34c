/// How much of the hall a person sees and acts on.
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
