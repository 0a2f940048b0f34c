import Glibc

/// Text of Chinese files that are no UTF-8, whatever the terminal speaks.
enum GB18030 {
  /// Nil if it is none, or if the host does not know the character set.
  static func text(of bytes: [UInt8]) -> String? {
    let converter = iconv_open("UTF-8", "GB18030")
    guard Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var source = bytes.map { CChar(bitPattern: $0) }
    // No character of two bytes or four becomes more than three or four.
    var target = [CChar](repeating: 0, count: bytes.count * 2 + 16)
    let written = source.withUnsafeMutableBufferPointer { from in
      target.withUnsafeMutableBufferPointer { to -> Int? in
        var (input, output) = (from.baseAddress, to.baseAddress)
        var (left, room) = (from.count, to.count)
        let result = iconv(converter, &input, &left, &output, &room)
        return result == -1 || left > 0 ? nil : to.count - room
      }
    }
    return written.flatMap { length in
      String(validating: target.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}
