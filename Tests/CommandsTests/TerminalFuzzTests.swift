import Commands
import FoundationEssentials
import Glibc
import TerminalUI
import TestSupport
import Testing

/// Whatever is typed, the terminal is sent nothing but what the console makes use of.
struct TerminalFuzzTests {
  private static let pieces: [[UInt8]] =
    ([
      "\u{1B}[A", "\u{1B}[B", "\u{1B}OR", "\u{1B}[15~", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}",
      "\r", "\t", "\u{1B}[Z", "\u{1B}[5~", "\u{1B}[6~", "\u{10}", "\u{C}", "\u{12}", "\u{7F}",
      "\u{15}",
      "1", "2", "3", "4", "5", "7", "8", "/", "spjy", "gtgs", "539901197909230115\r", " ", "\u{19}",
      "\u{1B}[21~", "\u{1B}[17~", "\u{1B}[13~", "演示", "？",
    ] + HostileText.unseen + HostileText.odd).map { Array($0.utf8) } + [
      [0xFF, 0xFE], [0x81, 0x30],
    ]

  @Test func `no key and no text makes the console send what steers the terminal`() throws {
    let yichuang = try Yichuang()
    let store = try yichuang.demo()
    Fuzz("terminal", rounds: 1, tries: 40).run(
      make: { random in
        // Neither Ctrl-Q, which ends it, nor Ctrl-Z.
        random.mutated((0..<120).flatMap { _ in random.pick(Self.pieces) }, with: Self.pieces)
          .filter { $0 != 0x11 && $0 != 0x1A }
      },
      check: { bytes in
        let terminal = try PseudoTerminal(
          ["desk", "--language", "zh", "--as", "wangfang"],
          environment: [
            "HOME": yichuang.home, "TMPDIR": yichuang.home, "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8", "YICHUANG_STORE": store,
          ])
        let line = SlowLine(terminal, bytesPerSecond: 10_000_000, delay: .zero)
        guard line.wait(until: { $0.text.contains("叫号") }) else { return "it does not open" }
        for start in stride(from: 0, to: bytes.count, by: 64) {
          line.type(Array(bytes[start..<min(start + 64, bytes.count)]))
          line.wait(within: 1) { _ in line.isIdle }
        }
        line.settle()
        if !line.screen.unknown.isEmpty { return "sent \(line.screen.unknown.prefix(5))" }
        if line.screen.titles.contains(where: { $0.contains("张") }) { return "a name in the title" }
        let status = terminal.end(by: SIGTERM)
        return (0...3).contains(status ?? -1) || status == 143 || status == -15
          ? nil : "ended with \(status.map(String.init) ?? "nothing")"
      })
  }
}
