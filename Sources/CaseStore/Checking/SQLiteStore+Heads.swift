package import Deskwork
import SQLite
package import WorkCalendar

extension SQLiteStore {
  /// The head over all streams: as they are, or as they were at the end of a day.
  ///
  /// A day ends with the last event that carries its date or an earlier one, wherever a clock set
  /// back has put it; late entries belong to the day they were written on. Nil before the first event.
  package func head(on day: LocalDate? = nil) throws(StoreError) -> DayHead? {
    let nature = try nature()
    return try using { connection throws(SQLiteError) in
      try connection.snapshot { () throws(SQLiteError) in
        let last = day.map { ListQuery.lastPosition(recordedBy: $0) } ?? .lastEvent
        guard let position = try connection.integer(last.sql, last.values) else { return nil }
        var sum = DayHeadSum(nature)
        let query = ListQuery.heads(through: position)
        let heads = try connection.prepare(query.sql)
        try heads.bind(query.values)
        var before = ""
        while try heads.step() {
          let row = heads.row
          let stream = try row.text(0)
          guard before.utf8.lexicographicallyPrecedes(stream.utf8) else {
            throw SQLiteError(kind: .corrupt, message: "the index of the journal is out of order")
          }
          before = stream
          sum.add(
            stream, version: try row.number(1), position: try row.integer(2),
            hash: try row.text(3))
        }
        return sum.head(events: position)
      }
    }
  }
}

extension ListQuery {
  package static let lastEvent = ListQuery("SELECT max(position) FROM journal", [])

  /// Read from the end, since it is the last days that are asked for.
  package static func lastPosition(recordedBy day: LocalDate) -> ListQuery {
    ListQuery(
      """
      SELECT position FROM journal WHERE substr(recorded_at, 1, 10) <= ?
      ORDER BY position DESC LIMIT 1
      """, [SQLiteValue(day)])
  }

  /// The last event of every stream up to a position, in the order of the streams' names; the index
  /// alone says which these are, and nothing is sorted.
  package static func heads(through position: Int64) -> ListQuery {
    ListQuery(
      """
      SELECT head.stream, head.version, journal.position, journal.hash
      FROM (
        SELECT stream, max(version) AS version FROM journal WHERE position <= ?
        GROUP BY stream ORDER BY stream
      ) AS head
      CROSS JOIN journal ON journal.stream = head.stream AND journal.version = head.version
      """, [SQLiteValue(position)])
  }
}
