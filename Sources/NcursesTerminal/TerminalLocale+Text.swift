import TerminalUI

extension TerminalLocale {
  /// A text that came from outside in this character set; what cannot be read becomes �.
  package func text(of bytes: [UInt8]) -> String {
    if isUTF8 { return String(decoding: bytes, as: UTF8.self) }
    var text = String.UnicodeScalarView()
    var rest = bytes[...]
    while !rest.isEmpty {
      switch decode(rest) {
      case .scalar(let scalar, let length) where length > 0:
        text.append(scalar)
        rest = rest.dropFirst(length)
      case .scalar, .incomplete, .invalid:
        text.append("\u{FFFD}")
        rest = rest.dropFirst()
      }
    }
    return String(text)
  }
}
