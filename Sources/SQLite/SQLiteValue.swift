/// A value as SQLite keeps it.
package enum SQLiteValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  /// A text to be stored, as its bytes.
  case utf8([UInt8])
  case bytes([UInt8])

  package init(_ number: Int) { self = .integer(Int64(number)) }
  package init(_ number: Int64) { self = .integer(number) }
  package init(_ text: String) { self = .text(text) }
  package init(_ bytes: [UInt8]) { self = .bytes(bytes) }
  /// 1 or 0.
  package init(_ truth: Bool) { self = .integer(truth ? 1 : 0) }

  package init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .null }
  package init(_ number: Int64?) { self = number.map { .integer($0) } ?? .null }
  package init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  package init(_ bytes: [UInt8]?) { self = bytes.map { .bytes($0) } ?? .null }
}

extension SQLiteValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
  ExpressibleByNilLiteral
{
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(stringLiteral value: String) { self = .text(value) }
  package init(nilLiteral: ()) { self = .null }
}
