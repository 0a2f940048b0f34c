/// The digits and signs of a date or a time on their way to a text, without asking for memory.
struct DateText {
  /// A moment takes the most.
  private var bytes = InlineArray<25, UInt8>(repeating: 0)
  private var count = 0

  mutating func add(_ sign: Unicode.Scalar) { add(UInt8(ascii: sign)) }

  /// Two digits of a number below a hundred.
  mutating func add(pair value: Int) {
    add(UInt8(ascii: "0") + UInt8(value / 10))
    add(UInt8(ascii: "0") + UInt8(value % 10))
  }

  private mutating func add(_ byte: UInt8) {
    bytes[count] = byte
    count += 1
  }

  var text: String {
    // Nothing but ASCII was added.
    guard let ascii = try? UTF8Span(validating: bytes.span.extracting(..<count)) else { return "" }
    return String(copying: ascii)
  }
}
