import TerminalUI

/// A record of RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe.
package func csvRecord(_ fields: [String]) -> String {
  fields.map { field in
    let text = isFormula(field) ? "'" + field : field
    guard text.contains(where: { "\",\r\n".contains($0) || $0.isNewline }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }.joined(separator: ",")
}

/// Also behind blanks and what nobody sees, and with the wide signs that Chinese tables take alike.
private func isFormula(_ field: String) -> Bool {
  let first = field.unicodeScalars.first {
    !$0.properties.isWhitespace && !$0.isControl && !$0.isLayoutControl
  }
  guard let first else { return false }
  return "=+-@＝＋－＠".unicodeScalars.contains(first)
}
