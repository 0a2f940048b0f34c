package import Casework
package import WorkCalendar

/// The series numbers are given out in: each begins at one and leaves none out.
package enum Series {
  package static func cases(on day: LocalDate) -> String { "case/\(digits(of: day))" }

  package static func cases(of implementation: String, on day: LocalDate) -> String {
    "case/\(implementation)/\(digits(of: day))"
  }

  static func quota(of item: ItemID) -> String { "quota/\(item)" }

  /// The only numbers that may also be typed, so that what was given out cannot be counted.
  package static let certificates = "certificate/"

  package static func certificates(of department: DepartmentID, in year: Int) -> String {
    "\(certificates)\(department)/\(year)"
  }

  package static func documents(_ kind: DocumentKind, of department: DepartmentID, in year: Int)
    -> String
  {
    "document/\(department)/\(kind.rawValue)/\(year)"
  }

  package static func tickets(of queue: String, on day: LocalDate) -> String {
    "ticket/\(queue)/\(day)"
  }

  /// The day as it stands in numbers.
  package static func digits(of day: LocalDate) -> String {
    padded(day.year, 4) + padded(day.month, 2) + padded(day.day, 2)
  }

  /// The series a case has taken a number of by an event, once for each number; certificates apart.
  package static func taken(
    by file: CaseFile, with event: CaseEvent, on day: LocalDate, under sheet: ImplementationSheet
  ) -> [String] {
    if case .received = event {
      return [cases(on: day), cases(of: sheet.codes.implementation, on: day)]
    }
    if case .accepted(let it) = event, it.quotaPlace != nil { return [quota(of: file.item)] }
    if case .documentIssued(let it) = event {
      return [documents(it.kind, of: file.department, in: it.issuedOn.year)]
    }
    return []
  }
}
