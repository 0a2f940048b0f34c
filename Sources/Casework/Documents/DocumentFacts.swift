package import WorkCalendar

/// Everything a document may speak of, gathered when it is issued.
package struct DocumentFacts: Hashable, Sendable {
  package var kind: DocumentKind
  package var number: String
  /// The case as it is after the act that issues the document.
  package var file: CaseFile
  package var sheet: ImplementationSheet
  package var department: Department
  /// Every department of the hall, for the names of consulted ones.
  package var departments: [Department]
  package var hall: Hall
  package var clerk: Clerk
  package var counterName: String
  package var at: Moment
  /// A demo hall says so on every sheet of paper.
  package var isDemo: Bool
  /// The width of the paper it is printed on.
  package var columns: Int

  package init(
    kind: DocumentKind, number: String, file: CaseFile, sheet: ImplementationSheet,
    department: Department, departments: [Department], hall: Hall, clerk: Clerk,
    counterName: String, at: Moment, isDemo: Bool, columns: Int = 80
  ) {
    self.kind = kind
    self.number = number
    self.file = file
    self.sheet = sheet
    self.department = department
    self.departments = departments
    self.hall = hall
    self.clerk = clerk
    self.counterName = counterName
    self.at = at
    self.isDemo = isDemo
    self.columns = columns
  }
}
