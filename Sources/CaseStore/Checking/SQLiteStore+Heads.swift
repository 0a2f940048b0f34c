package import Deskwork
import SQLite
package import WorkCalendar

extension SQLiteStore {
  /// The head over all streams: as they are, or as they were at the end of a day.
  ///
  /// A day ends with the last event that carries its date or an earlier one, wherever a clock set
  /// back has put it; late entries belong to the day they were written on. Nil before the first event.
  package func head(on day: LocalDate? = nil) throws(StoreError) -> DayHead? {
    let years = try closedYears()
    return try reading { connection throws(StoreFailure) in
      try connection.snapshot { () throws(StoreFailure) in
        guard let position = try self.lastPosition(on: day, years) else { return nil }
        return try self.head(through: position, years)
      }
    }
  }

  /// The last event of a day, wherever it lies now.
  private func lastPosition(
    on day: LocalDate?, _ years: [YearClosed]
  ) throws(StoreFailure) -> Int64? {
    let query = day.map { ListQuery.lastPosition(recordedBy: $0) } ?? .lastEvent
    var last = try asking { () throws(SQLiteError) in
      try self.connection.integer(query.sql, query.values)
    }
    let written = try asking { () throws(SQLiteError) in try self.connection.lastPosition() }
    // That a year was closed stands in the store, behind everything that was moved out.
    guard day != nil, last != written else { return last }
    for closed in years {
      let file = try file(of: closed).connection
      let there = try asking { () throws(SQLiteError) in try file.integer(query.sql, query.values) }
      last = [last, there].compactMap { $0 }.max()
    }
    return last
  }

  private func head(
    through position: Int64, _ years: [YearClosed]
  ) throws(StoreFailure) -> DayHead {
    var sum = DayHeadSum(settled)
    var before = ""
    let (here, elsewhere) = try asking { () throws(SQLiteError) in
      (try self.connection.ends(through: position), try self.closedEnds(begunBy: position))
    }
    var next = try asking { () throws(SQLiteError) in try here.next() }
    var closed = try asking { () throws(SQLiteError) in try elsewhere.next() }
    while true {
      let end: StreamEnd
      if let it = closed, next.map({ $0.comesBehind(it.end) }) ?? true {
        end = try self.end(it, through: position, years)
        closed = try asking { () throws(SQLiteError) in try elsewhere.next() }
      } else if let it = next {
        end = it
        next = try asking { () throws(SQLiteError) in try here.next() }
      } else {
        return sum.head(events: position)
      }
      guard before.utf8.lexicographicallyPrecedes(end.stream.utf8) else {
        throw .store(.damaged(detail: "the index of the journal is out of order"))
      }
      before = end.stream
      sum.add(end)
    }
  }

  private typealias ClosedEnd = (end: StreamEnd, name: String)

  /// Where the streams of closed years ended that had begun by a position.
  private func closedEnds(begunBy position: Int64) throws(SQLiteError) -> RowCursor<ClosedEnd> {
    try RowCursor(
      """
      SELECT stream, version, position, hash, name FROM closed_stream
      WHERE began <= ? ORDER BY stream
      """, [SQLiteValue(position)], in: connection
    ) { row throws(SQLiteError) in (try StreamEnd(row), try row.text(4)) }
  }

  /// Only what went on behind the position has to be looked for in the closed year itself.
  private func end(
    _ it: ClosedEnd, through position: Int64, _ years: [YearClosed]
  ) throws(StoreFailure) -> StreamEnd {
    guard it.end.position > position else { return it.end }
    guard let closed = years.first(where: { $0.name == it.name }) else {
      throw .store(.damaged(detail: "\(it.end.stream) lies in a closed year nobody knows"))
    }
    let file = try file(of: closed).connection
    let end = try asking { () throws(SQLiteError) in
      try file.end(of: it.end.stream, position: position)
    }
    guard let end else {
      throw .store(.damaged(detail: "\(it.end.stream) is not in the closed year \(it.name)"))
    }
    return end
  }

  private func file(of closed: YearClosed) throws(StoreFailure) -> SQLiteStore {
    do throws(StoreError) { return try closedStore(closed) } catch { throw .store(error) }
  }
}

extension StreamEnd {
  fileprivate func comesBehind(_ other: StreamEnd) -> Bool {
    other.stream.utf8.lexicographicallyPrecedes(stream.utf8)
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
