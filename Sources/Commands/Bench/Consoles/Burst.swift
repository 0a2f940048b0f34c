/// What a console has sent in one go: until nothing came for a while.
struct Burst {
  var bytes: [UInt8]
  /// From the key, or from the start, to the last byte.
  var microseconds: Double

  /// The bytes that are shown, without what moves the cursor and changes colours.
  var textBytes: Int {
    var rest = bytes[...]
    var count = 0
    while let byte = rest.popFirst() {
      switch byte {
      case 0x1B: Self.skipSequence(&rest)
      case 0x20...0x7E, 0x80...: count += 1
      default: break
      }
    }
    return count
  }

  private static func skipSequence(_ rest: inout ArraySlice<UInt8>) {
    switch rest.popFirst() {
    case UInt8(ascii: "["):
      while let byte = rest.popFirst(), !(0x40...0x7E).contains(byte) {}
    case UInt8(ascii: "]"):
      // A title ends with BEL, or with ESC and a backslash.
      while let byte = rest.popFirst(), byte != 0x07 {
        if byte == 0x1B {
          _ = rest.popFirst()
          return
        }
      }
    case UInt8(ascii: "("), UInt8(ascii: ")"): _ = rest.popFirst()
    default: break
    }
  }
}
