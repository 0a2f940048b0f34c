/// A record of RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe.
func csvRecord(_ fields: [String]) -> String {
  fields.map { field in
    let isFormula = field.first.map { "=+-@\t\r".contains($0) } ?? false
    let text = isFormula ? "'" + field : field
    guard text.contains(where: { "\",\r\n".contains($0) || $0.isNewline }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }.joined(separator: ",")
}
