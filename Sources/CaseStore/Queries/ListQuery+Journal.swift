package import Casework
package import Deskwork
import SQLite

extension JournalLine {
  /// What is read of a line: its columns, and the blank its body is like.
  static let selection =
    columns + ", (SELECT text FROM blank_body WHERE blank_body.id = journal.blank)"
}

extension ListQuery {
  package static func events(of stream: StreamID, after version: Int) -> ListQuery {
    ListQuery(eventsOfStream, [.text(stream.text), SQLiteValue(version)])
  }

  private static let eventsOfStream = """
    SELECT \(JournalLine.selection) FROM journal
    WHERE stream = ? AND version > ? ORDER BY version
    """

  /// In a file from before there were blanks.
  static func wholeEvents(of stream: StreamID) -> ListQuery {
    ListQuery(
      "SELECT \(JournalLine.columns), NULL FROM journal WHERE stream = ? ORDER BY version",
      [.text(stream.text)])
  }

  static let knowsBlanks = ListQuery(
    "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'blank_body'", [])

  /// Behind the first event, by which it shows that the case is here though nobody minded a card of it.
  package static func supervisionEvents(of id: CaseID) -> ListQuery {
    let kinds = EventKind.supervision.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return ListQuery(
      """
      SELECT \(JournalLine.selection) FROM journal
      WHERE stream = ? AND (version = 1 OR kind IN (\(kinds))) ORDER BY version
      """, [.text(StreamID.file(id).text)])
  }

  /// The last event of a stream.
  package static func head(of stream: StreamID) -> ListQuery {
    ListQuery(
      "SELECT version, hash FROM journal WHERE stream = ? ORDER BY version DESC LIMIT 1",
      [.text(stream.text)])
  }

  /// An event of a stream, and the next.
  package static func eventAndNext(of stream: StreamID, at version: Int) -> ListQuery {
    ListQuery(
      """
      SELECT version, hash FROM journal WHERE stream = ? AND version >= ?
      ORDER BY version LIMIT 2
      """, [.text(stream.text), SQLiteValue(version)])
  }

  /// Whose text is what it was.
  package static func blank(sha256: String, text: [UInt8]) -> ListQuery {
    ListQuery(
      "SELECT id FROM blank_body WHERE sha256 = ? AND text = ?", [.text(sha256), .utf8(text)])
  }

  package static func changes(after position: Int64, limit: Int) -> ListQuery {
    ListQuery(
      "SELECT position, stream FROM journal WHERE position > ? ORDER BY position LIMIT ?",
      [SQLiteValue(position), SQLiteValue(limit)])
  }

  /// The last position ever given out, by SQLite's own account.
  package static var lastPosition: ListQuery {
    ListQuery("SELECT seq FROM sqlite_sequence WHERE name = 'journal'", [])
  }

  /// SQLite walks a table backwards by its places once a place is spoken of.
  package static let lastRecordedAt = ListQuery(
    "SELECT recorded_at FROM journal WHERE position > 0 ORDER BY position DESC LIMIT 1", [])

  package static let rebuildDue = ListQuery("SELECT id FROM rebuild_due WHERE id = 1", [])

  package static let closedYears = ListQuery("SELECT \(YearClosed.columns) FROM closed_year", [])

  package static func closedYear(holding stream: StreamID) -> ListQuery {
    ListQuery(
      """
      SELECT year, closed_year.name, file, cases, events, digest
      FROM closed_stream CROSS JOIN closed_year ON closed_year.name = closed_stream.name
      WHERE closed_stream.stream = ?
      """, [.text(stream.text)])
  }

  package static func isClosed(_ stream: StreamID) -> ListQuery {
    ListQuery("SELECT 1 FROM closed_stream WHERE stream = ?", [.text(stream.text)])
  }

  package static func answer(to request: RequestID) -> ListQuery {
    ListQuery("SELECT answer FROM request WHERE id = ?", [SQLiteValue(request)])
  }

  package static func lastNumber(of series: String) -> ListQuery {
    ListQuery("SELECT last FROM number WHERE series = ?", [.text(series)])
  }

  /// The cases the index has for an expression, the newest first, to be read as far as wanted.
  static func matches(_ expression: String) -> ListQuery {
    ListQuery(
      "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC", [.text(expression)])
  }

  package static func matches(_ query: SearchQuery, within reach: Reach = .hall) -> ListQuery {
    matches(SearchQuestion(query, within: reach).expressions[0])
  }

  package static func isWithin(_ reach: Reach, place: Int64) -> ListQuery {
    ListQuery(
      "SELECT 1 FROM case_row WHERE case_row.place = ? AND \(within("case_row.id"))",
      [SQLiteValue(place), .text(reach.text)])
  }

  /// The texts that are not in the index yet.
  package static var waitingTexts: ListQuery {
    ListQuery(
      """
      SELECT \(SearchIndex.columns), search_pending.place
      FROM search_pending CROSS JOIN search_text ON search_text.place = search_pending.place
      WHERE search_pending.place > 0 ORDER BY search_pending.place DESC
      """, [])
  }

  package static func searchTexts(at place: Int64) -> ListQuery {
    ListQuery(
      "SELECT \(SearchIndex.columns) FROM search_text WHERE place = ?", [SQLiteValue(place)])
  }

  package static func place(of id: CaseID) -> ListQuery {
    ListQuery("SELECT place FROM case_row WHERE id = ?", [SQLiteValue(id)])
  }

  package static func isWaiting(_ place: Int64) -> ListQuery {
    ListQuery("SELECT place FROM search_pending WHERE place = ?", [SQLiteValue(place)])
  }

  package static func waitingPlaces(limit: Int) -> ListQuery {
    ListQuery(
      "SELECT place FROM search_pending WHERE place > 0 ORDER BY place LIMIT ?",
      [SQLiteValue(limit)])
  }
}
