import TerminalUI

extension TerminalLocale {
  /// A text that came from outside in this character set; nil if it is none of it.
  package func text(of bytes: [UInt8]) -> String? {
    if isUTF8 { return String(validating: bytes, as: UTF8.self) }
    var text = String.UnicodeScalarView()
    var rest = bytes[...]
    while !rest.isEmpty {
      guard case .scalar(let scalar, let length) = decode(rest), length > 0 else { return nil }
      text.append(scalar)
      rest = rest.dropFirst(length)
    }
    return String(text)
  }
}
