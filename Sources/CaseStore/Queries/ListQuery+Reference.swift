package import Casework
package import Deskwork
import SQLite
package import WorkCalendar

/// What the hall is made of and who works there: short tables, most of them read whole.
extension ListQuery {
  package static let nature = ListQuery(
    "SELECT is_demo, demo_start, demo_started_at_host, secret FROM store_nature WHERE id = 1", [])
  package static let hall = ListQuery("SELECT body FROM hall", [])
  package static let departments = ListQuery("SELECT body FROM department ORDER BY id", [])
  package static let counters = ListQuery("SELECT body FROM counter ORDER BY id", [])
  package static let clerks = ListQuery("SELECT body FROM clerk ORDER BY id", [])
  package static let calendarYears = ListQuery(
    "SELECT body FROM calendar_year ORDER BY year", [])
  package static let rulebook = ListQuery("SELECT body FROM rulebook", [])
  package static let items = ListQuery(
    """
    SELECT id, version, name_zh, name_en, initials, code, department, handling,
      allows_township_intake
    FROM item ORDER BY department, id
    """, [])

  /// Counters of days gone by are not in its index.
  package static let counts = ListQuery(
    "SELECT key, value FROM counter_value INDEXED BY counter_value_in_use WHERE value <> 0", [])

  /// Each of them is looked up, so that neither other towns nor other days are read.
  package static func counts(within reach: Reach, on day: LocalDate) -> ListQuery {
    let (whole, beginnings) = CountKey.texts(within: reach, on: day)
    let places = whole.map { _ in "?" }.joined(separator: ", ")
    let conditions = ["key IN (\(places))"] + beginnings.map { _ in "key >= ? AND key < ?" }
    let questions = conditions.map {
      "SELECT key, value FROM counter_value WHERE \($0) AND value <> 0"
    }
    return ListQuery(
      questions.joined(separator: " UNION ALL "),
      whole.map { .text($0) }
        // The digit nought comes behind the stroke they end with.
        + beginnings.flatMap { [.text($0), .text($0.dropLast() + "0")] })
  }

  package static let accessKeys = ListQuery(
    "SELECT body FROM access_key ORDER BY clerk, fingerprint", [])

  package static func accessKey(_ fingerprint: String) -> ListQuery {
    ListQuery("SELECT body FROM access_key WHERE fingerprint = ?", [.text(fingerprint)])
  }

  package static func passwordHash(of clerk: ClerkID) -> ListQuery {
    ListQuery("SELECT hash FROM password WHERE clerk = ?", [SQLiteValue(clerk)])
  }

  package static func sitting(_ id: SittingID) -> ListQuery {
    ListQuery("SELECT \(Sitting.columns) FROM sitting WHERE id = ?", [SQLiteValue(id)])
  }

  package static func openSittings(of clerk: ClerkID?) -> ListQuery {
    let condition = clerk == nil ? "" : "AND clerk = ?"
    return ListQuery(
      """
      SELECT \(Sitting.columns) FROM sitting INDEXED BY sitting_open
      WHERE end IS NULL \(condition)
      """, clerk.map { [SQLiteValue($0)] } ?? [])
  }

  /// In the order of counter and place.
  package static func workspaces(of clerk: ClerkID) -> ListQuery {
    ListQuery(
      """
      SELECT clerk, counter, place, title, body, saved_at FROM workspace
      WHERE clerk = ? ORDER BY counter, place
      """, [SQLiteValue(clerk)])
  }
}
