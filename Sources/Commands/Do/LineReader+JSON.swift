import Casework

extension LineReader.Line {
  /// What the line says; nil for an empty one.
  func json() throws(Malformed) -> JSONValue? {
    switch self {
    case .tooLong:
      let most = LineReader.longest / 1024
      throw Malformed("这一行超过 \(most) KB；请拆开。", "The line is longer than \(most) KB; split it.")
    case .notUTF8:
      throw Malformed("这一行不是 UTF-8；请转换编码。", "The line is not UTF-8; convert it.")
    case .text(let text, _):
      guard !text.allSatisfy(\.isWhitespace) else { return nil }
      do throws(JSONParser.Problem) {
        return try JSONParser.parse(text)
      } catch {
        throw Malformed(
          "第\(error.column)个字符处不是 JSON（应为\(error.expected.zh)）。",
          "This is no JSON at character \(error.column): \(error.expected.en) was expected.")
      }
    }
  }
}
