import SQLite

/// Where cases stand among all of the hall, and what comes behind them, though they are read in the
/// order of their names: behind those taken in before, wherever these lie now.
struct CaseOrder {
  /// The first positions of the cases here and of those in closed years, in order.
  private let here: [Int64]
  private let closed: [Int64]
  /// By names: the first position of all from this case on.
  private let earliestFrom: [Int64]
  private var passed = 0

  init(in connection: Connection) throws(SQLiteError) {
    let began = try connection.query(
      """
      SELECT position FROM journal
      WHERE version = 1 AND stream > 'case/' AND stream < 'case0' ORDER BY stream
      """
    ) { row throws(SQLiteError) in try row.integer(0) }
    closed = try connection.query("SELECT began FROM closed_stream ORDER BY began") {
      row throws(SQLiteError) in try row.integer(0)
    }
    var earliest = began
    for index in earliest.indices.dropLast().reversed() {
      earliest[index] = min(earliest[index], earliest[index + 1])
    }
    (here, earliestFrom) = (began.sorted(), earliest)
  }

  /// The place of the next case.
  func place(of began: Int64) -> Int64 {
    Int64(Self.count(in: here, before: began) + Self.count(in: closed, before: began)) + 1
  }

  /// The first position of all cases behind the next one, which is passed with this.
  mutating func pass() -> Int64 {
    passed += 1
    return passed < earliestFrom.count ? earliestFrom[passed] : .max
  }

  private static func count(in sorted: [Int64], before limit: Int64) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < limit { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
