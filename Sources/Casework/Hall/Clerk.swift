/// What a person may do in the hall.
package enum ClerkRole: String, Hashable, Sendable, Codable, CaseIterable {
  case generalCounter, examiner, approver, release, supervisor, itemManager, hallManager
  case townshipOperator
}

package struct Clerk: Hashable, Sendable, Codable {
  package var id: ClerkID
  package var name: Words
  package var role: ClerkRole
  /// Set for examiners and approvers.
  package var department: DepartmentID?
  /// Set for township operators: the name of the town.
  package var township: Words?
  /// Where this person usually sits.
  package var counter: CounterID?
  package var isDisabled: Bool

  package init(
    id: ClerkID, name: Words, role: ClerkRole, department: DepartmentID? = nil,
    township: Words? = nil, counter: CounterID? = nil, isDisabled: Bool = false
  ) {
    self.id = id
    self.name = name
    self.role = role
    self.department = department
    self.township = township
    self.counter = counter
    self.isDisabled = isDisabled
  }
}
