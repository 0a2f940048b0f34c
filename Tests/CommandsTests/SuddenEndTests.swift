import Commands
import FoundationEssentials
import Glibc
import TerminalUI
import TestSupport
import Testing

/// Lines that drop and processes that are killed while somebody is typing.
struct SuddenEndTests {
  private static let blanks = ["周大路", "13800001111", "演示路1号", "小店", "人民路1号", "零售", "2"]

  private func sitDown(_ yichuang: Yichuang, _ store: String) throws -> (PseudoTerminal, SlowLine) {
    let terminal = try PseudoTerminal(
      ["desk", "--language", "zh", "--as", "wangfang"],
      environment: [
        "HOME": yichuang.home, "TMPDIR": yichuang.home, "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8", "YICHUANG_STORE": store,
      ])
    let line = SlowLine(terminal, bytesPerSecond: 10_000_000, delay: .zero)
    try #require(line.wait { $0.text.contains("叫号") }, "\(line.screen.text)")
    return (terminal, line)
  }

  @Test(arguments: [(1, SIGKILL), (2, SIGKILL), (3, SIGHUP), (4, SIGTERM)] as [(UInt64, Int32)])
  func `what was in sight before the end is in the draft after it`(
    seed: UInt64, signal: Int32
  ) throws {
    let yichuang = try Yichuang()
    let store = try yichuang.demo()
    var random = SplitMix(seed: seed)
    var seen: [String] = []
    do {
      let (terminal, line) = try sitDown(yichuang, store)
      line.type("2gtgs\r539901197909230115\r")
      try #require(line.wait { $0.text.contains("校验通过") }, "\(line.screen.text)")
      let whole = 1 + random.below(Self.blanks.count - 1)
      for blank in Self.blanks.prefix(whole) {
        line.type(blank)
        try #require(line.wait { $0.text.contains(blank) }, "seed \(seed)\n\(line.screen.text)")
        seen.append(blank)
        line.type("\r")
      }
      // Some more keys that nobody waits to see.
      terminal.type(Array("半".utf8))
      usleep(UInt32(random.below(8_000)))
      #expect(terminal.end(by: signal) != nil)
    }
    #expect(try yichuang.run("verify", store).status == 0)
    let (terminal, line) = try sitDown(yichuang, store)
    line.type("2\u{1B}OR")
    let isBack = line.wait { screen in seen.allSatisfy { screen.text.contains($0) } }
    #expect(isBack, "seed \(seed): \(seen)\n\(line.screen.text)")
    _ = terminal
  }

  @Test(arguments: [0, 1_000, 4_000, 12_000] as [UInt32])
  func `an act that was under way when the line dropped is whole, or its draft is there`(
    microseconds: UInt32
  ) throws {
    let yichuang = try Yichuang()
    let store = try yichuang.demo()
    do {
      let (terminal, line) = try sitDown(yichuang, store)
      line.type("2gtgs\r539901197909230115\r")
      line.type(Self.blanks.map { $0 + "\r" }.joined() + "     \u{1B}[21~1\r")
      try #require(line.wait { $0.text.contains("Ctrl-Y 确认当场办结") }, "\(line.screen.text)")
      line.settle()
      terminal.type([0x19])
      usleep(microseconds)
      #expect(terminal.end(by: microseconds % 2_000 == 0 ? SIGHUP : SIGKILL) != nil)
    }
    #expect(try yichuang.run("verify", store).status == 0)
    let found = try yichuang.run("search", "周大路", "--store", store)
    if found.output.contains("个体工商户") {
      let id = try #require(
        found.output.split { !$0.isLetter && !$0.isNumber }.first { $0.hasPrefix("YC") })
      let shown = try yichuang.run("show", String(id), "--store", store, "--json")
      #expect(shown.output.contains("\"stage\":\"awaitingRelease\""))
      return
    }
    let (terminal, line) = try sitDown(yichuang, store)
    line.type("2\u{1B}OR")
    // The page of the ending is open again; behind it lies the form.
    try #require(line.wait { $0.text.contains("申请材料齐全") }, "\(line.screen.text)")
    line.type("\u{1B}")
    #expect(
      line.wait { screen in Self.blanks.allSatisfy { screen.text.contains($0) } },
      "\(line.screen.text)")
    _ = terminal
  }
}
