/// A telephone number as it is written on a form.
package struct PhoneNumber: Hashable, Sendable {
  package let text: String

  /// Nil unless it is a mobile number or a landline with its area code (0599-7654321-12).
  package init?(_ text: String) {
    let number = text.halfWidth.filter { !$0.isWhitespace }
    guard Self.isMobile(number) || Self.isLandline(number) else { return nil }
    self.text = number
  }

  package var isMobile: Bool { Self.isMobile(text) }

  /// Whether what is typed so far can still become a number.
  package static func canBegin(with text: String) -> Bool {
    let number = text.halfWidth.filter { !$0.isWhitespace }
    if PhoneNumber(number) != nil || number.isEmpty { return true }
    let bytes = Array(number.utf8)
    if bytes[0] == UInt8(ascii: "0") { return landlineCanBegin(with: number) }
    guard bytes[0] == UInt8(ascii: "1"), bytes.count < 11 else { return false }
    return bytes.allSatisfy(\.isDigit) && (bytes.count < 2 || bytes[1] >= UInt8(ascii: "3"))
  }

  private static func isMobile(_ number: String) -> Bool {
    let bytes = Array(number.utf8)
    return bytes.count == 11 && bytes[0] == UInt8(ascii: "1") && bytes[1] >= UInt8(ascii: "3")
      && bytes.allSatisfy(\.isDigit)
  }

  private static func isLandline(_ number: String) -> Bool {
    let parts = number.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts[0].hasPrefix("0"),
      parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }),
      (3...4).contains(parts[0].utf8.count), (7...8).contains(parts[1].utf8.count)
    else { return false }
    return parts.count == 2 || (1...4).contains(parts[2].utf8.count)
  }

  private static func landlineCanBegin(with number: String) -> Bool {
    let parts = number.split(separator: "-", omittingEmptySubsequences: false)
    let longest = [4, 8, 4]
    let shortest = [3, 7, 0]
    guard parts.count <= 3, parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }) else {
      return false
    }
    return parts.indices.allSatisfy { index in
      let length = parts[index].utf8.count
      return length <= longest[index]
        && (index == parts.count - 1 || length >= shortest[index])
    }
  }
}
