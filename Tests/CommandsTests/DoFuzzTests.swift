import FoundationEssentials
import TestSupport
import Testing

struct DoFuzzTests {
  private static let pieces: [[UInt8]] =
    [
      "{", "}", "[", "]", ",", "\"", ":", "\\", "\\u0000", "\\ud800", "\\u202e", "null", "true",
      "{\"do\":", "\"case\":\"$c\"", "\"version\":-1", "\"at\":\"2026-04-01T09:00\"",
      "\"late\":{\"happenedAt\":\"2026-03-10T09:30\",\"witness\":\"qianjin\"}", "9999-12-31",
      "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "-9223372036854775808", "1e999",
    ].map { Array($0.utf8) } + HostileText.odd.map { Array($0.utf8) } + [
      [0xFF], [0xC0, 0x80], [0],
    ]

  /// Many lines a run, for starting the program costs more than a line: a failing line is looked
  /// for afterwards.
  @Test func `every line is answered by one line, and the store stays sound`() throws {
    let yichuang = try Yichuang()
    let store = try yichuang.demo()
    let script = try yichuang.run("do", "--examples").lines.map { Array($0.utf8) }
    Fuzz("do", rounds: 2, tries: 60).run(
      make: { random in
        let lines = (0..<150).map { _ in
          let line =
            random.below(2) == 0
            ? random.mutated(random.pick(script), with: Self.pieces, times: 4)
            : random.mutatedJSON(random.pick(script))
          return line.filter { $0 != 0x0A }
        }
        return Array(lines.joined(separator: [0x0A]))
      },
      check: { bytes in
        let lines = bytes.split(separator: 0x0A).filter { line in
          String(validating: line, as: UTF8.self)?.allSatisfy(\.isWhitespace) != true
        }
        let run = try yichuang.run(["do", "--store", store], bytes: bytes)
        guard run.status == 0 || run.status == 1 else { return "status \(run.status)" }
        guard run.lines.count == lines.count else {
          return "\(run.lines.count) answers to \(lines.count) lines"
        }
        for answer in run.lines {
          let known = try JSONDecoder().decode(Answer.self, from: Data(answer.utf8))
          if !known.ok, (known.message ?? "").isEmpty { return "no sentence: \(answer)" }
        }
        return nil
      })
    let verified = try yichuang.run("verify", store)
    #expect(verified.status == 0, "\(verified.output)\(verified.remarks)")
  }

  private struct Answer: Decodable {
    var ok: Bool
    var message: String?
  }
}
