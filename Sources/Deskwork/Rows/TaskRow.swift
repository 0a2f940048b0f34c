package import Casework
package import WorkCalendar

/// A department's part in the step at work: a line of its inbox.
package struct TaskRow: Hashable, Sendable {
  package var department: DepartmentID
  package var part: RouteParty.Part
  package var role: ClerkRole
  package var kind: RouteStep.Kind
  package var step: Int
  /// The department's own limit in this step.
  package var stepDue: DueDate?
  package var claimedBy: ClerkID?
  package var claimedAt: Moment?
  /// When whoever has claimed it last did anything with the case.
  package var activeAt: Moment?
  /// The case it belongs to, as lists show it.
  package var row: CaseRow

  package init(
    department: DepartmentID, part: RouteParty.Part, role: ClerkRole, kind: RouteStep.Kind,
    step: Int, stepDue: DueDate?, claimedBy: ClerkID?, claimedAt: Moment?, activeAt: Moment? = nil,
    row: CaseRow
  ) {
    self.department = department
    self.part = part
    self.role = role
    self.kind = kind
    self.step = step
    self.stepDue = stepDue
    self.claimedBy = claimedBy
    self.claimedAt = claimedAt
    self.activeAt = activeAt
    self.row = row
  }

  package var id: TaskID { TaskID(department: department, id: row.id) }
  package var urgency: Int { row.urgency }
}

package struct TaskID: Hashable, Sendable {
  package var department: DepartmentID
  package var id: CaseID

  package init(department: DepartmentID, id: CaseID) {
    self.department = department
    self.id = id
  }
}
