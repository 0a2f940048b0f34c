import Deskwork

/// A table that follows from the journal, and the columns its rows are known by.
struct ReadModelTable: Hashable {
  var name: String
  var key: String
  var condition = ""
  /// A column that is not compared.
  var leavesOut: String?
  /// Its keys are made of names and numbers of persons: a fault names them masked.
  var isPersonal = false

  static let all = [
    ReadModelTable(name: "hall", key: "id"),
    ReadModelTable(name: "department", key: "id"),
    ReadModelTable(name: "counter", key: "id"),
    ReadModelTable(name: "clerk", key: "id"),
    ReadModelTable(name: "calendar_year", key: "year"),
    ReadModelTable(name: "item", key: "id"),
    ReadModelTable(name: "sheet", key: "item, version"),
    ReadModelTable(name: "case_row", key: "id"),
    ReadModelTable(name: "task", key: "case_id, department"),
    ReadModelTable(name: "result", key: "case_id"),
    ReadModelTable(name: "ticket", key: "day, id"),
    ReadModelTable(name: "applicant", key: "identity_number, identity_kind", isPersonal: true),
    ReadModelTable(name: "counter_value", key: "key", condition: "WHERE value <> 0"),
    ReadModelTable(name: "search_text", key: "place"),
    ReadModelTable(name: "watch", key: "case_id, card"),
    ReadModelTable(name: "watch_sum", key: "rule, department, level, day"),
    ReadModelTable(
      name: "tally", key: "month, department, item, measure", condition: "WHERE value <> 0"),
    ReadModelTable(
      name: "township_tally", key: "township, month, department, item, measure",
      condition: "WHERE value <> 0"),
    ReadModelTable(name: "case_reach", key: "case_id, reach"),
    ReadModelTable(name: "look", key: "case_id, at_second, clerk"),
    ReadModelTable(name: "rulebook", key: "id"),
    ReadModelTable(name: "access_key", key: "fingerprint"),
    ReadModelTable(name: "closed_year", key: "name"),
  ]

  /// The last number of each series that follows from the journal.
  static let numbers = ReadModelTable(
    name: "number", key: "series", condition: "WHERE \(isCounted)")

  /// Messages stand in the order they were written, which a replay by streams does not keep.
  static let outgoing = ReadModelTable(
    name: "outgoing", key: "case_id, recorded_at, kind, due_on",
    condition: "WHERE \(isOfOpenYears)",
    leavesOut: "place")

  /// Those of closed cases go a little later than the cases.
  private static let isOfOpenYears =
    "NOT EXISTS (SELECT 1 FROM closed_stream WHERE stream = 'case/' || case_id)"

  /// What is compared when a store is verified.
  static let compared = all + [numbers, outgoing, searchWords]

  /// What cases of closed years had added to the sums of the hall.
  static let shares = [
    ReadModelTable(name: "closed_tally", key: "month, department, item, measure, township"),
    ReadModelTable(name: "closed_number", key: "series"),
    ReadModelTable(
      name: "closed_applicant", key: "identity_number, identity_kind", isPersonal: true),
  ]

  /// A certificate's number may have been typed, so that series cannot be counted again.
  static let isCounted = "series NOT LIKE '\(Series.certificates)%'"

  /// How many cases of the search index have each term.
  static let searchWords = ReadModelTable(name: "search_word", key: "term", isPersonal: true)

  var keyColumnCount: Int { key.split(separator: ",").count }

  /// Its rows in order, each after its key.
  func sql(_ columns: [String]) -> String {
    let all = ([key] + columns.map { "\"\($0)\"" }).joined(separator: ", ")
    return "SELECT \(all) FROM \(name) \(condition) ORDER BY \(key)"
  }
}
