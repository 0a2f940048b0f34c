package import WorkCalendar

/// What a hall is made of and works by, as its files say; every part is checked against the others.
package struct HallReference: Hashable, Sendable {
  package let hall: Hall
  package let departments: [Department]
  package let counters: [Counter]
  package let clerks: [Clerk]
  /// In the order of their IDs.
  package let sheets: [ImplementationSheet]
  package let calendarYears: [CalendarYear]
  /// The rules of supervision; nil where a hall has none.
  package let rulebook: Rulebook?
  private let departmentIndex: [DepartmentID: Int]
  private let counterIndex: [CounterID: Int]
  private let clerkIndex: [ClerkID: Int]
  private let sheetIndex: [ItemID: Int]

  /// Of two with the same ID the first is found.
  package init(
    hall: Hall, departments: [Department], counters: [Counter], clerks: [Clerk],
    sheets: [ImplementationSheet], calendarYears: [CalendarYear], rulebook: Rulebook? = nil
  ) {
    self.hall = hall
    self.departments = departments
    self.counters = counters
    self.clerks = clerks
    self.sheets = sheets.sorted { $0.id < $1.id }
    self.calendarYears = calendarYears.sorted { $0.year < $1.year }
    self.rulebook = rulebook
    departmentIndex = positions(self.departments.map(\.id))
    counterIndex = positions(self.counters.map(\.id))
    clerkIndex = positions(self.clerks.map(\.id))
    sheetIndex = positions(self.sheets.map(\.id))
  }

  package var calendar: WorkCalendar { WorkCalendar(years: calendarYears) }

  package func department(_ id: DepartmentID) -> Department? {
    departmentIndex[id].map { departments[$0] }
  }

  package func counter(_ id: CounterID) -> Counter? { counterIndex[id].map { counters[$0] } }

  package func clerk(_ id: ClerkID) -> Clerk? { clerkIndex[id].map { clerks[$0] } }

  package func sheet(_ id: ItemID) -> ImplementationSheet? { sheetIndex[id].map { sheets[$0] } }
}

private func positions<ID: Hashable>(_ ids: [ID]) -> [ID: Int] {
  Dictionary(zip(ids, ids.indices)) { first, _ in first }
}
