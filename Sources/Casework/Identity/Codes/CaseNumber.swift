package import WorkCalendar

/// The forty-three characters of a case: implementation code, day, serial of the day.
package struct CaseNumber: Hashable, Sendable {
  package let text: String

  package init(_ text: String) throws(CodeProblem) {
    self.text = try CodeProblem.demandNone(in: text, Self.problem)
  }

  package var implementation: String { text.part(0, 31) }
  package var receivedOn: LocalDate? { DayInCode.date(text.part(31, 39)) }
  package var serial: String { text.part(39, 43) }

  static let label = Words("办件编号", "case number")

  static func problem(in code: String) -> CodeProblem? {
    guard code.utf8.count == 43 else { return CodeProblem(.length, in: label) }
    return CodeProblem.first([
      ImplementationCode.problem(in: code.part(0, 31)), DayInCode.problem(in: code.part(31, 43)),
    ])
  }
}

/// What a hall calls a case: its own letters, day, serial of the day (YC202611230007).
package struct ShortNumber: Hashable, Sendable {
  package let text: String

  package init(_ text: String) throws(CodeProblem) {
    self.text = try CodeProblem.demandNone(in: text, Self.problem)
  }

  package var hall: String { String(text.dropLast(12)) }
  package var receivedOn: LocalDate? { DayInCode.date(text.part(hall.count, hall.count + 8)) }
  package var serial: String { String(text.suffix(4)) }

  static let label = Words("短件号", "short number")

  static func problem(in code: String) -> CodeProblem? {
    guard (13...16).contains(code.utf8.count) else { return CodeProblem(.length, in: label) }
    let letters = code.dropLast(12).utf8
    let hall =
      letters.allSatisfy(\.isUpperLetter)
      ? nil : CodeProblem(.characters, in: Words("大厅代码", "hall code"))
    return CodeProblem.first([hall, DayInCode.problem(in: String(code.suffix(12)))])
  }
}

/// The eight digits of a day and the four of its serial.
private enum DayInCode {
  static func problem(in twelve: String) -> CodeProblem? {
    guard twelve.hasOnlyDigits else {
      return CodeProblem(.characters, in: Words("日期和顺序号", "day and serial"))
    }
    return date(twelve.part(0, 8)) == nil
      ? CodeProblem(.date, in: Words("收件日期", "day of receipt")) : nil
  }

  /// Of the years in which there have been such numbers, or may be.
  static func date(_ eight: String) -> LocalDate? {
    LocalDate("\(eight.part(0, 4))-\(eight.part(4, 6))-\(eight.part(6, 8))")
      .flatMap { (2000...2099).contains($0.year) ? $0 : nil }
  }
}
