package import WorkCalendar

/// Everything a document may speak of, gathered when it is issued; held once, for each part of a
/// template reads it.
package final class DocumentFacts: Sendable {
  package let kind: DocumentKind
  package let number: String
  /// The case as it is after the act that issues the document.
  package let file: CaseFile
  package let published: PublishedFacts
  package let clerk: Clerk
  package let counterName: String
  package let at: Moment
  /// A demo hall says so on every sheet of paper.
  package let isDemo: Bool
  /// The width of the paper it is printed on.
  package let columns: Int

  package init(
    kind: DocumentKind, number: String, file: CaseFile, published: PublishedFacts, clerk: Clerk,
    counterName: String, at: Moment, isDemo: Bool, columns: Int = 80
  ) {
    self.kind = kind
    self.number = number
    self.file = file
    self.published = published
    self.clerk = clerk
    self.counterName = counterName
    self.at = at
    self.isDemo = isDemo
    self.columns = columns
  }
}

/// What a hall has published and its documents speak of: the same for all that one act issues.
package final class PublishedFacts: Sendable {
  package let sheet: ImplementationSheet
  package let department: Department
  /// Every department of the hall, for the names of consulted ones.
  package let departments: [Department]
  package let hall: Hall

  package init(
    sheet: ImplementationSheet, department: Department, departments: [Department], hall: Hall
  ) {
    self.sheet = sheet
    self.department = department
    self.departments = departments
    self.hall = hall
  }
}

extension DocumentFacts {
  var sheet: ImplementationSheet { published.sheet }
  var department: Department { published.department }
  var departments: [Department] { published.departments }
  var hall: Hall { published.hall }
}
