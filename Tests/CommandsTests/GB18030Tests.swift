import Commands
import FoundationEssentials
import TestSupport
import Testing

/// A terminal that speaks GB18030, and bytes and characters it has no use for.
@Suite(.enabled(if: ConsoleSmokeTests.gb18030 != nil, "localedef cannot make zh_CN.GB18030 here"))
struct GB18030Tests {
  private let yichuang: Yichuang
  private let store: String
  init() throws {
    yichuang = try Yichuang()
    store = try yichuang.demo()
  }

  private var surroundings: [String: String] {
    get throws {
      [
        "HOME": yichuang.home, "TMPDIR": yichuang.home, "TERM": "xterm", "YICHUANG_STORE": store,
        "LC_ALL": "zh_CN.GB18030", "LOCPATH": try #require(ConsoleSmokeTests.gb18030),
      ]
    }
  }

  @Test func `bytes of no character are passed over, and the text around them is whole`() throws {
    let terminal = try PseudoTerminal(
      ["desk", "--language", "zh", "--as", "wangfang"], environment: surroundings)
    #expect(terminal.await([0xBD, 0xD0, 0xBA, 0xC5]))
    terminal.type(Array("2".utf8))
    #expect(terminal.await(Array("GA01".utf8)))
    // 食 and 品 with 0xFF and 0x80 before, between and behind them; neither begins a character.
    terminal.type([0xFF, 0x80, 0xCA, 0xB3, 0xFF, 0xFF, 0xC6, 0xB7, 0x80, 0xFF])
    #expect(
      terminal.await([
        0xCA, 0xB3, 0xC6, 0xB7, 0xBE, 0xAD, 0xD3, 0xAA, 0xD0, 0xED, 0xBF, 0xC9,
      ]))
    terminal.type([0x11])
    #expect(terminal.end() == 0)
  }

  @Test func `what the terminal cannot show stands as 〓, and the name stays what it is`() throws {
    let taken = try yichuang.run(
      "do", "--store", store,
      input: """
        {"do":"take-in","item":"GA04","as":"wangfang","applicant":{"kind":"person","name":"张三\u{31350}",\
        "identity":{"kind":"residentID","number":"532301199003070127"}}}
        """)
    let id = try #require(taken.output.split(separator: "\"").first { $0.hasPrefix("YC2026") })
    let terminal = try PseudoTerminal(
      ["desk", "--language", "zh", "--as", "wangfang"], environment: surroundings)
    #expect(terminal.await([0xBD, 0xD0, 0xBA, 0xC5]))
    terminal.type(Array("7".utf8))
    #expect(terminal.await(Array("[7".utf8)))
    terminal.type(Array(id.utf8))
    #expect(terminal.await([0xD5, 0xC5, 0x2A, 0xA1, 0xFE]))
    terminal.type([0x11])
    #expect(terminal.end() == 0)
    let shown = try yichuang.run("show", String(id), "--store", store, "--json", "--as", "wangfang")
    #expect(shown.output.contains("张三\u{31350}"))
  }

  @Test func `an argument that is none of the character set is refused in it`() throws {
    let terminal = try PseudoTerminal(
      bytes: [Array("search".utf8), [0xCA, 0xB3, 0xFF]], environment: surroundings)
    #expect(terminal.end() == 2)
    #expect(terminal.output.contains(Array("GB18030".utf8)))
    let found = try PseudoTerminal(
      bytes: [Array("search".utf8), [0xCA, 0xB3, 0xC6, 0xB7]], environment: surroundings)
    #expect(found.end() == 0)
  }
}
