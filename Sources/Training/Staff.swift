package import Casework
package import Deskwork

/// Who works in the hall, by what they do; always in the order of their IDs.
struct Staff: Sendable {
  let counters: [Clerk]
  let release: [Clerk]
  let townships: [Clerk]
  let supervisor: Clerk?
  let hallManager: Clerk?
  private let byDepartment: [DepartmentID: [Clerk]]

  init(_ clerks: some Sequence<Clerk>) {
    let present = clerks.filter { !$0.isDisabled }.sorted { $0.id < $1.id }
    counters = present.filter { $0.role == .generalCounter }
    release = present.filter { $0.role == .release }
    townships = present.filter { $0.role == .townshipOperator }
    supervisor = present.first { $0.role == .supervisor }
    hallManager = present.first { $0.role == .hallManager }
    byDepartment = Dictionary(grouping: present.filter { $0.department != nil }) {
      $0.department ?? ""
    }
  }

  func counter(_ turn: Int) -> Clerk? { one(of: counters, turn) }
  func release(_ turn: Int) -> Clerk? { one(of: release, turn) }
  func township(_ turn: Int) -> Clerk? { one(of: townships, turn) }

  func examiner(in department: DepartmentID, _ turn: Int) -> Clerk? {
    one(of: (byDepartment[department] ?? []).filter { $0.role == .examiner }, turn)
      ?? approver(in: department)
  }

  func approver(in department: DepartmentID) -> Clerk? {
    byDepartment[department]?.first { $0.role == .approver }
  }

  /// Whoever may do a party's part.
  func clerk(for party: RouteParty, _ turn: Int) -> Clerk? {
    party.role == .approver
      ? approver(in: party.department) : examiner(in: party.department, turn)
  }

  func holder(_ id: ClerkID, in department: DepartmentID) -> Clerk? {
    byDepartment[department]?.first { $0.id == id }
  }

  /// Names for a check on site.
  func officers(in department: DepartmentID, _ count: Int) -> [String] {
    Array((byDepartment[department] ?? []).map(\.name.zh).prefix(count))
  }

  private func one(of clerks: [Clerk], _ turn: Int) -> Clerk? {
    clerks.isEmpty ? nil : clerks[turn % clerks.count]
  }
}

extension Seat {
  /// Where a person usually sits.
  package init(_ clerk: Clerk) { self.init(clerk: clerk, counter: clerk.counter) }
}
