import Casework
import SQLite
import WorkCalendar

/// Columns as the values the desk knows.
extension Row {
  func number(_ column: Int) throws(SQLiteError) -> Int { Int(try integer(column)) }

  func truth(_ column: Int) throws(SQLiteError) -> Bool { try integer(column) != 0 }

  func name<Name: TextIdentifier>(_ column: Int) throws(SQLiteError) -> Name {
    Name(rawValue: try text(column))
  }

  func nameIfAny<Name: TextIdentifier>(_ column: Int) throws(SQLiteError) -> Name? {
    try textIfAny(column).map { Name(rawValue: $0) }
  }

  /// One of a closed set of words.
  func word<Word: RawRepresentable<String>>(_ column: Int) throws(SQLiteError) -> Word {
    let text = try text(column)
    guard let word = Word(rawValue: text) else { throw Self.unknown("a \(Word.self)") }
    return word
  }

  func words(_ column: Int) throws(SQLiteError) -> Words {
    Words(try text(column), try text(column + 1))
  }

  func wordsIfAny(_ column: Int) throws(SQLiteError) -> Words? {
    isNull(column) ? nil : try words(column)
  }

  func date(_ column: Int) throws(SQLiteError) -> LocalDate {
    let text = try text(column)
    guard let date = LocalDate(text) else { throw Self.unknown("a date") }
    return date
  }

  func dateIfAny(_ column: Int) throws(SQLiteError) -> LocalDate? {
    isNull(column) ? nil : try date(column)
  }

  func moment(_ column: Int) throws(SQLiteError) -> Moment {
    let text = try text(column)
    guard let moment = Moment(text) else { throw Self.unknown("a time") }
    return moment
  }

  func momentIfAny(_ column: Int) throws(SQLiteError) -> Moment? {
    isNull(column) ? nil : try moment(column)
  }

  /// A date and whether it is provisional, from two columns.
  func dueIfAny(_ column: Int) throws(SQLiteError) -> DueDate? {
    isNull(column) ? nil : DueDate(on: try date(column), isProvisional: try truth(column + 1))
  }

  func identity(_ column: Int) throws(SQLiteError) -> Identity {
    Identity(kind: try word(column), number: try text(column + 1))
  }

  /// What stands there instead may be somebody's name, so it is not said.
  private static func unknown(_ expected: String) -> SQLiteError {
    SQLiteError(kind: .corrupt, message: "something else stands where \(expected) belongs")
  }
}

extension SQLiteValue {
  init(_ name: some TextIdentifier) { self = .text(name.rawValue) }
  init(_ name: (some TextIdentifier)?) { self.init(name?.rawValue) }
  init(_ word: some RawRepresentable<String>) { self = .text(word.rawValue) }
  init(_ date: LocalDate) { self = .text(date.description) }
  init(_ date: LocalDate?) { self.init(date?.description) }
  init(_ moment: Moment) { self = .text(moment.description) }
  init(_ moment: Moment?) { self.init(moment?.description) }
}

/// The two columns of a date.
extension DueDate? {
  var day: SQLiteValue { SQLiteValue(self?.on) }
  var provision: SQLiteValue { self.map { SQLiteValue($0.isProvisional) } ?? .null }
}
