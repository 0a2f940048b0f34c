import SQLite

/// Compares a table of the store with the same table made anew, row by row in order of their keys.
struct ListComparison {
  let table: ReadModelTable
  let columns: [String]
  private(set) var faults: [StoreFault] = []
  private let limit: Int
  private let keyColumnCount: Int

  init(_ table: ReadModelTable, in store: Connection, limit: Int) throws(SQLiteError) {
    self.table = table
    self.limit = limit
    keyColumnCount = table.keyColumnCount
    columns = try store.query("SELECT name FROM pragma_table_info(?)", [.text(table.name)]) {
      row throws(SQLiteError) in try row.text(0)
    }.filter { $0 != table.leavesOut }
  }

  mutating func compare(_ store: Connection, with anew: Connection) throws(SQLiteError) {
    let kept = try store.prepare(table.sql(columns))
    let made = try anew.prepare(table.sql(columns))
    try kept.bind([])
    try made.bind([])
    var (hasOld, hasNew) = (try kept.step(), try made.step())
    while faults.count < limit, hasOld || hasNew {
      if hasOld, hasNew, kept.row.isSame(as: made.row) {
        (hasOld, hasNew) = (try kept.step(), try made.step())
        continue
      }
      let (old, new) = (hasOld ? values(of: kept) : nil, hasNew ? values(of: made) : nil)
      switch order(old, new) {
      case .surplus:
        note(old, .surplus)
        hasOld = try kept.step()
      case .missing:
        note(new, .missing)
        hasNew = try made.step()
      case .both:
        if let old, let new, old != new { note(old, .differs(columns: differences(old, new))) }
        (hasOld, hasNew) = (try kept.step(), try made.step())
      }
    }
  }

  private enum Side { case surplus, missing, both }

  private func order(_ old: [SQLiteValue]?, _ new: [SQLiteValue]?) -> Side {
    guard let old else { return .missing }
    guard let new else { return .surplus }
    for (one, other) in zip(key(of: old), key(of: new)) where one != other {
      return one.comesBefore(other) ? .surplus : .missing
    }
    return .both
  }

  private func values(of statement: borrowing Statement) -> [SQLiteValue] {
    let row = statement.row
    return (0..<row.count).map { row.value($0) }
  }

  private func key(of row: [SQLiteValue]) -> ArraySlice<SQLiteValue> {
    row.prefix(keyColumnCount)
  }

  private func differences(_ old: [SQLiteValue], _ new: [SQLiteValue]) -> [String] {
    columns.indices.filter { index in
      let place = keyColumnCount + index
      return place < old.count && place < new.count && old[place] != new[place]
    }.map { columns[$0] }
  }

  private mutating func note(_ row: [SQLiteValue]?, _ fault: ListFault) {
    let parts = key(of: row ?? []).map(\.shown)
    let name = parts.map { table.isPersonal ? $0.masked : $0 }.joined(separator: " ")
    faults.append(.list(table: table.name, key: name, fault))
  }
}

extension SQLiteValue {
  /// As SQLite orders keys.
  fileprivate func comesBefore(_ other: SQLiteValue) -> Bool {
    switch (self, other) {
    case (.integer(let one), .integer(let another)): one < another
    case (.text(let one), .text(let another)): one.utf8.lexicographicallyPrecedes(another.utf8)
    case (.null, _): true
    case (.integer, .text): true
    case (.integer, _), (.text, _), (.utf8, _), (.real, _), (.bytes, _): false
    }
  }

  fileprivate var shown: String {
    switch self {
    case .null: ""
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .text(let text): text
    case .utf8(let bytes): String(decoding: bytes, as: UTF8.self)
    case .bytes(let bytes): "\(bytes.count) bytes"
    }
  }
}

extension String {
  /// Enough to find the row by, not enough to know whose it is.
  fileprivate var masked: String {
    let kept = prefix(count > 8 ? 6 : 1)
    return kept + String(repeating: "*", count: count - kept.count)
  }
}
