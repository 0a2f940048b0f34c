import Commands
import FoundationEssentials
import Glibc
import TerminalUI
import TestSupport
import Testing

/// The console behind 9600 bit/s and 300 ms each way: here the line is ten times as fast and a
/// tenth as far, so that what comes when is the same and nobody waits; `SLOW_LINE=1` takes the line
/// as it is and tells what it took.
struct SlowLineTests {
  private let yichuang: Yichuang
  private let store: String
  private static let isReal = ProcessInfo.processInfo.environment["SLOW_LINE"] == "1"

  init() throws {
    yichuang = try Yichuang()
    store = try yichuang.demo()
  }

  private func line() throws -> SlowLine {
    let terminal = try PseudoTerminal(
      ["desk", "--language", "zh", "--as", "wangfang"],
      environment: [
        "HOME": yichuang.home, "TMPDIR": yichuang.home, "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8", "YICHUANG_STORE": store, "SSH_CONNECTION": "a 1 b 2",
      ])
    let scale = Self.isReal ? 1 : 10
    return SlowLine(terminal, bytesPerSecond: 960 * scale, delay: .milliseconds(300 / scale))
  }

  /// An application, every blank of it, as somebody types who need not look.
  private static let blanks = ["周大路", "13800001111", "演示路1号", "小店", "人民路1号", "零售", "2"]
  private static let form =
    "2gtgs\r539901197909230115\r" + blanks.map { $0 + "\r" }.joined() + "     "
  private static let toQuestion = "\u{1B}[21~1\r"
  private static let yes = "\u{19}"

  @Test func `a form typed ahead is whole, and painted far less often than it was typed`() throws {
    let line = try line()
    try #require(line.wait { $0.text.contains("叫号") })
    line.settle()
    let first = line.sent
    #expect(first < 4_500, "the first screen took \(first) bytes")
    line.type(Self.form)
    let isWhole = line.wait { screen in Self.blanks.allSatisfy { screen.text.contains($0) } }
    #expect(isWhole, "\(line.screen.text)")
    line.settle()
    // Painted after every key it would be some twenty thousand.
    #expect(line.sent - first < 6_000, "the form took \(line.sent - first) bytes")
    #expect(line.screen.unknown == [])
  }

  @Test func `a yes pressed before the question was in sight is no answer to it`() throws {
    let line = try line()
    try #require(line.wait { $0.text.contains("叫号") })
    line.type(Self.form + Self.toQuestion + Self.yes)
    for _ in 0..<4 {
      line.type(Self.yes)
      line.wait(within: 1) { $0.text.contains("Ctrl-Y 确认") }
    }
    try #require(line.wait { $0.text.contains("Ctrl-Y 确认当场办结") }, "\(line.screen.text)")
    line.settle()
    #expect(line.screen.text.contains("Ctrl-Y 确认当场办结"), "\(line.screen.text)")
    #expect(try yichuang.run("search", "周大路", "--store", store).output.isEmpty)
    line.type(Self.yes)
    #expect(line.wait { $0.text.contains("查询码") }, "\(line.screen.text)")
    #expect(try yichuang.run("search", "周大路", "--store", store).output.contains("个体工商户"))
  }

  @Test func `a terminal that gives no sign is asked the same question and can answer`() throws {
    let line = try line()
    line.answers = false
    try #require(line.wait { $0.text.contains("叫号") })
    line.type(Self.form + Self.toQuestion + Self.yes)
    try #require(line.wait { $0.text.contains("Ctrl-Y 确认当场办结") }, "\(line.screen.text)")
    let isDone = line.wait(within: 15) { screen in
      line.type(Self.yes)
      line.wait(within: 1) { $0.text.contains("查询码") }
      return line.screen.text.contains("查询码")
    }
    #expect(isDone, "\(line.screen.text)")
  }

  @Test func `no key is lost, and a key costs little`() throws {
    let line = try line()
    try #require(line.wait { $0.text.contains("叫号") })
    line.type("2gtgs\r539901197909230115\r")
    try #require(line.wait { $0.text.contains("校验通过") }, "\(line.screen.text)")
    line.settle()
    let letters = (0..<192).map {
      String("abcdefghijklmnopqrstuvwxyz".dropFirst($0 % 26).prefix(1))
    }
    for start in stride(from: 0, to: letters.count, by: 24) {
      line.type(letters[start..<start + 24].joined())
      // Every other time the next keys come while the screen is still being painted.
      if start % 48 == 0 {
        line.wait(within: 5) { $0.text.contains(letters[start + 20..<start + 24].joined()) }
      }
    }
    line.settle()
    let row = line.screen.row(with: "姓名")
    #expect(row.contains(letters.suffix(20).joined()), "\(row)")
    line.type("\u{15}")
    line.settle()
    let before = line.sent
    line.type("x")
    line.settle()
    #expect(line.sent - before < 300, "\(line.sent - before) bytes for a letter")
    for _ in 0..<4 {
      let before = line.sent
      line.type("\u{1B}[B")
      line.settle()
      #expect(line.sent - before < 600, "\(line.sent - before) bytes for a step")
    }
  }

  @Test(.enabled(if: isReal)) func `how long it takes at 9600 bit/s`() throws {
    let line = try line()
    var (clock, sent) = (ContinuousClock.now, 0)
    func lap(_ name: String) {
      line.settle()
      // The quiet at the end of settling is no part of it.
      let took = clock.duration(to: .now - .milliseconds(200))
      print("\(name): \(took), \(line.sent - sent) bytes")
      (clock, sent) = (.now, line.sent)
    }
    try #require(line.wait { $0.text.contains("F1") })
    lap("first screen")
    line.type("7")
    lap("list of cases")
    line.type("\u{1B}[B")
    lap("cursor")
    line.type("\r")
    lap("open case")
  }
}
