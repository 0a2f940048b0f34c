import Casework
import Console
import FoundationEssentials
import Testing

/// The README tells the truth about the keys; `RECORD=1` writes the table anew.
struct ReadmeTests {
  private static let begin = "<!-- keys: written by RECORD=1 swift test -->\n"
  private static let end = "<!-- end of keys -->\n"

  @Test func `the README shows the keys as they are`() throws {
    let path =
      "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
      .joined(separator: "/") + "/README.md"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let start = try #require(text.firstRange(of: Self.begin))
    let stop = try #require(text.firstRange(of: Self.end))
    let table = KeyManual.markdown(.zh)
    let environment = ProcessInfo.processInfo.environment
    if environment["RECORD"] == "1", environment["CI"] == nil {
      let whole = text[..<start.upperBound] + table + text[stop.lowerBound...]
      try String(whole).write(toFile: path, atomically: true, encoding: .utf8)
    } else {
      #expect(text[start.upperBound..<stop.lowerBound] == table)
    }
  }
}
