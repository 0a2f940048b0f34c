/// Rows added up, so that neither they nor their order have to be kept: two tables with the same sum
/// have the same rows.
///
/// Each row is a number of 128 bits, made by SipHash with a key of this process that nobody knows. So
/// nobody can choose rows with the sum of others, and by chance one in 2^128 would have it.
package struct RowSum: Hashable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  package init() {}

  package mutating func add(_ values: [SQLiteValue]) {
    add(times: 1) { hasher in
      for value in values { hasher.add(value) }
    }
  }

  /// A row of one text.
  package mutating func add(text: Span<UInt8>) {
    text.withUnsafeBufferPointer { bytes in
      add(times: 1) { $0.add(text: UnsafeRawBufferPointer(bytes)) }
    }
  }

  package mutating func add(_ other: RowSum) {
    low &+= other.low
    high &+= other.high
  }

  mutating func add(times: Int64, _ feed: (inout RowHasher) -> Void) {
    var hasher = RowHasher()
    feed(&hasher)
    let (low, high) = hasher.halves
    self.low &+= UInt64(bitPattern: times) &* low
    self.high &+= UInt64(bitPattern: times) &* high
  }
}

/// The values of one row, each after its type and texts after their length, so that no two different
/// rows are fed the same.
struct RowHasher {
  /// One that has been fed the key.
  private static let keyed = {
    var hasher = Hasher()
    hasher.combine(UInt64.random(in: 0...UInt64.max))
    hasher.combine(UInt64.random(in: 0...UInt64.max))
    return hasher
  }()
  private var hasher = keyed

  mutating func add(_ value: SQLiteValue) {
    switch value {
    case .null: addNull()
    case .integer(let number): add(number)
    case .real(let number): add(number)
    case .text(let text): add(text)
    case .utf8(let bytes): bytes.withUnsafeBytes { add(text: $0) }
    case .bytes(let bytes): bytes.withUnsafeBytes { add(bytes: $0) }
    }
  }

  mutating func addNull() { hasher.combine(0 as UInt8) }

  mutating func add(_ number: Int64) {
    hasher.combine(1 as UInt8)
    hasher.combine(number)
  }

  mutating func add(_ number: Double) {
    hasher.combine(2 as UInt8)
    hasher.combine(number.bitPattern)
  }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(text: UnsafeRawBufferPointer($0)) }
  }

  mutating func add(text: UnsafeRawBufferPointer) { add(3, text) }

  mutating func add(bytes: UnsafeRawBufferPointer) { add(4, bytes) }

  private mutating func add(_ type: UInt8, _ bytes: UnsafeRawBufferPointer) {
    hasher.combine(type)
    hasher.combine(bytes.count)
    hasher.combine(bytes: bytes)
  }

  var halves: (UInt64, UInt64) {
    var (one, other) = (hasher, hasher)
    one.combine(1 as UInt8)
    other.combine(2 as UInt8)
    return (
      UInt64(bitPattern: Int64(one.finalize())), UInt64(bitPattern: Int64(other.finalize()))
    )
  }
}

extension Connection {
  /// The rows of a question added up; its last column says how many times each.
  package func sum(_ sql: String) throws(SQLiteError) -> RowSum {
    let statement = try prepare(sql)
    try statement.bind([])
    var sum = RowSum()
    while try statement.step() { try statement.row.add(to: &sum) }
    return sum
  }
}
