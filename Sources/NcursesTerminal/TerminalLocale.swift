private import CPlatform
private import Glibc
package import TerminalUI

/// The character set in which this terminal is written and read.
package struct TerminalLocale: Sendable {
  package let charset: String

  /// Takes the host's setting; without one, or with plain ASCII, UTF-8. To be called once, before
  /// any thread is started.
  package static func adopt() throws(TerminalFault) -> TerminalLocale {
    let taken = setlocale(LC_CTYPE, "") != nil
    if !taken, let asked = askedLocale, isChineseCharset(asked) { throw .missingLocale(asked) }
    if !taken || isASCII {
      let candidates = ["C.UTF-8", "zh_CN.UTF-8", "en_US.UTF-8"]
      guard candidates.contains(where: { setlocale(LC_CTYPE, $0) != nil }) else {
        throw .noChineseLocale
      }
    }
    guard scalar_width(0x4E2D) == 2 else { throw .noChineseLocale }
    let locale = TerminalLocale(charset: currentCharset)
    // Traditional sets lack the simplified characters every screen is full of.
    guard locale.bytes(of: "办") != [UInt8(ascii: "?")] else { throw .noChineseLocale }
    return locale
  }

  private static var currentCharset: String {
    String(cString: current_charset())
  }

  private static var isASCII: Bool {
    currentCharset == "ANSI_X3.4-1968" || currentCharset.isEmpty
  }

  private static var askedLocale: String? {
    ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment).first
  }

  /// Anything but UTF-8: there another character set would show rubbish.
  private static func isChineseCharset(_ locale: String) -> Bool {
    let upper = locale.uppercased()
    return upper.contains(".GB") || upper.contains(".EUC") || upper.contains("BIG5")
  }

  package var isUTF8: Bool { charset == "UTF-8" }

  /// Libc's widths, the same that ncurses lays out by.
  package var glyphWidth: GlyphWidth {
    GlyphWidth { Int(scalar_width($0.value)) }
  }

  var decode: KeyDecoder.Decode {
    isUTF8 ? KeyDecoder.utf8 : decodeMultibyte
  }

  /// The bytes of a text in this character set; what it lacks becomes `?`.
  package func bytes(of text: String) -> [UInt8] {
    if isUTF8 { return Array(text.utf8) }
    return text.unicodeScalars.flatMap { scalar in
      var room = [CChar](repeating: 0, count: 16)
      let length = bytes_of_scalar(scalar.value, &room)
      guard length > 0, length <= room.count else { return [UInt8(ascii: "?")] }
      return room.prefix(length).map { UInt8(bitPattern: $0) }
    }
  }
}

@Sendable private func decodeMultibyte(_ bytes: ArraySlice<UInt8>) -> MultibyteStep {
  bytes.prefix(8).withUnsafeBytes { buffer in
    guard let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else {
      return .incomplete
    }
    var value: UInt32 = 0
    let length = scalar_of_bytes(start, buffer.count, &value)
    if length == -2 { return .incomplete }
    guard length > 0, let scalar = Unicode.Scalar(value) else { return .invalid }
    return .scalar(scalar, length: length)
  }
}

func environment(_ name: String) -> String? {
  guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
  return value
}
