import Casework
import FoundationEssentials
import TestSupport
import Testing

struct TemplateFuzzTests {
  private static let pieces = [
    "{{", "}}", "{{applicant}}", "{{#materials}}", "{{/materials}}", "{{?agent}}", "{{!agent}}",
    "{{/agent}}", "{{#", "{{no}}", "^", ">", "---", "\n", "　　", "\u{E000}", "\u{E001}", "\u{301}",
    "\u{C}", "长长长长长长长长长长长长长长长长长长长长长长长长长长", "{{ # materials }}", "{{}}",
  ].map { Array($0.utf8) }

  @Test func `any template is refused with its line or printed within the page`() throws {
    let shipped = try Self.shipped()
    var scenario = Scenario()
    try scenario.accept()
    let history = scenario.history
    Fuzz("templates", rounds: 60).run(
      make: { random in
        let base = random.below(3) == 0 ? [] : random.pick(shipped)
        return random.mutated(base, with: Self.pieces, times: 12)
          + [UInt8(random.below(HostileText.odd.count))]
      },
      check: { bytes in
        let name = HostileText.odd[Int(bytes.last ?? 0) % HostileText.odd.count]
        var file = Scenario()
        for (event, stamp) in history {
          guard case .received(var it) = event else { file.record([event], stamp); continue }
          it.intake.applicant.name = name
          file.record([.received(it)], stamp)
        }
        let text = String(decoding: bytes.dropLast(), as: UTF8.self)
        let template: DocumentTemplate<DocumentFacts>
        do throws(TemplateProblem) {
          template = try DocumentTemplate(parsing: text, named: "D99.txt")
        } catch {
          let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
          return (1...max(1, lines.count)).contains(error.line) ? nil : "line \(error.line)"
        }
        for columns in [80, 48] {
          let printed = template.render(
            file.facts(.receipt, number: "", by: .counterClerk), columns: columns)
          guard let text = String(validating: printed.utf8, as: UTF8.self) else {
            return "a character torn apart"
          }
          if !text.hasSuffix("\n") { return "no end" }
        }
        return nil
      })
  }

  private static func shipped() throws -> [[UInt8]] {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
      .joined(separator: "/")
    let folder = root + "/Data/documents"
    return try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".txt") }.sorted().prefix(24)
      .map { Array(try Data(contentsOf: URL(filePath: "\(folder)/\($0)"))) }
  }
}
