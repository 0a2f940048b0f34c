import Commands
import FoundationEssentials
import Glibc
import TerminalUI
import TestSupport
import Testing

/// How many bytes the console sends for a key at 80x24, through the real ncurses.
struct WireTests {
  private let yichuang: Yichuang
  private let store: String

  init() throws {
    yichuang = try Yichuang()
    store = yichuang.path("pages.db")
    try FileManager.default.copyItem(atPath: Self.made.get(), toPath: store)
  }

  /// With some pages of cases.
  private static let made = Result {
    try Yichuang.make("pages", "--demo", "--cases", "60", "--seed", "7")
  }

  /// A line that keeps nothing back.
  private func line(
    _ clerk: String, _ options: [String] = [], bytesPerSecond: Int = 100_000_000
  ) throws -> SlowLine {
    let terminal = try PseudoTerminal(
      ["desk", "--language", "zh", "--as", clerk] + options,
      environment: [
        "HOME": yichuang.home, "TMPDIR": yichuang.home, "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8", "YICHUANG_STORE": store,
      ])
    let line = SlowLine(terminal, bytesPerSecond: bytesPerSecond, delay: .zero)
    #expect(line.wait { $0.text.contains("F1") })
    line.settle()
    return line
  }

  /// Moves the cursor of a list down and up; what stands beside the list follows only after a rest. A
  /// machine that stood still in between is no matter for the middle one.
  private func step(
    on line: SlowLine, _ keys: [String] = [Self.down, Self.up, Self.down, Self.up, Self.down]
  ) -> Int {
    var bytes: [Int] = []
    for key in keys {
      let (before, marked) = (line.sent, line.screen.marked)
      line.type(key)
      // A frame that has come in part has no mark at all.
      guard line.wait(until: { ![marked, nil].contains($0.marked) }) else { return Int.max }
      bytes.append(line.sent - before)
    }
    line.settle()
    return bytes.sorted()[keys.count / 2]
  }

  private static let (up, down, pageDown) = ("\u{1B}[A", "\u{1B}[B", "\u{1B}[6~")

  @Test func `a step costs little, in the thin display next to nothing`() throws {
    for (clerk, pane) in [("guoxiuying", "3"), ("wangfang", "1"), ("duanyumin", "5")] {
      for (options, most) in [([], 120), (["--thin"], 40)] {
        let line = try line(clerk, options)
        #expect(line.sent <= 4_000, "first screen of \(clerk): \(line.sent)")
        line.type(pane)
        line.settle()
        let bytes = step(on: line)
        #expect(
          bytes <= most, "\(clerk) \(options) pane \(pane): \(bytes) bytes\n\(line.screen.text)")
      }
    }
  }

  @Test func `a way down a long list costs no more for each step`() throws {
    for (options, most) in [([], 120), (["--thin"], 40)] {
      let line = try line("duanyumin", options)
      line.type("7")
      line.settle()
      let bytes = step(on: line, Array(repeating: Self.down, count: 25))
      #expect(bytes <= most, "\(options): \(bytes) bytes\n\(line.screen.text)")
    }
  }

  @Test func `a page costs its text and a fifth more at most`() throws {
    for options in [[], ["--thin"]] as [[String]] {
      let line = try line("duanyumin", options)
      line.type("7")
      line.settle()
      var shares: [Double] = []
      for _ in 0..<3 {
        let (before, lines) = (line.sent, line.screen.lines)
        line.type(Self.pageDown)
        #expect(line.wait { $0.lines[5..<12] != lines[5..<12] })
        let text = line.screen.textBytes(changedSince: lines)
        shares.append(Double(line.sent - before) / Double(text))
        line.settle()
      }
      #expect(shares.sorted()[1] <= 1.2, "\(options): \(shares)")
    }
  }

  @Test func `a line that is slow offers the thin display once, and it is taken by a key`() throws {
    let line = try line("guoxiuying", bytesPerSecond: 2_400)
    #expect(line.wait { $0.text.contains("Alt-N 换成窄带显示") }, "\(line.screen.text)")
    line.type("\u{1B}n")
    #expect(line.wait { $0.text.contains("Alt-N 换回") })
    line.type(Self.down)
    line.settle()
    #expect(!line.screen.text.contains("Alt-N") && line.screen.unknown == [])
  }

  @Test func `a line that is not slow is offered nothing`() throws {
    let line = try line("guoxiuying", bytesPerSecond: 24_000)
    #expect(line.screen.identifications == 2)
    line.type("7")
    #expect(line.wait { $0.text.contains("台账") })
    line.settle()
    #expect(!line.screen.text.contains("Alt-N"))
  }
}

extension TerminalScreen {
  /// The row of the list with the mark.
  fileprivate var marked: String? { lines.first { $0.hasPrefix(">") } }
}
