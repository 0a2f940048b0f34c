/// The digits and signs of a date or a time on their way to a text, without asking for memory.
struct DateText {
  /// A moment in Chinese takes the most.
  private var bytes = InlineArray<27, UInt8>(repeating: 0)
  private var count = 0

  /// An ASCII sign or a hanzi.
  mutating func add(_ sign: Unicode.Scalar) {
    let value = sign.value
    guard value >= 0x80 else { return add(UInt8(value)) }
    add(UInt8(0xE0 | value >> 12))
    add(UInt8(0x80 | value >> 6 & 0x3F))
    add(UInt8(0x80 | value & 0x3F))
  }

  /// A number below ten thousand as it is said.
  mutating func add(number: Int) {
    var scale = number < 10 ? 1 : number < 100 ? 10 : number < 1_000 ? 100 : 1_000
    while scale > 0 {
      add(UInt8(ascii: "0") + UInt8(number / scale % 10))
      scale /= 10
    }
  }

  /// Two digits of a number below a hundred.
  mutating func add(pair value: Int) {
    let value = UInt8(truncatingIfNeeded: value)
    add(UInt8(ascii: "0") &+ value / 10)
    add(UInt8(ascii: "0") &+ value % 10)
  }

  private mutating func add(_ byte: UInt8) {
    bytes[count] = byte
    count &+= 1
  }

  var text: String {
    // Nothing but whole characters was added.
    guard let text = try? UTF8Span(validating: bytes.span.extracting(..<count)) else { return "" }
    return String(copying: text)
  }
}
