import Commands
import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// The console as it is started, on a real terminal.
struct ConsoleSmokeTests {
  private let yichuang: Yichuang
  init() throws { yichuang = try Yichuang() }

  @Test func `one looks for an item in Chinese and leaves the terminal as it was`() throws {
    try sitDown(
      ["LC_ALL": "C.UTF-8"], call: Array("叫号".utf8), item: Array("食品".utf8),
      found: Array("食品经营许可新办".utf8))
  }

  @Test(.enabled(if: gb18030 != nil, "localedef cannot make zh_CN.GB18030 here"))
  func `the same in a terminal that speaks GB18030`() throws {
    try sitDown(
      ["LC_ALL": "zh_CN.GB18030", "LOCPATH": #require(Self.gb18030)],
      call: [0xBD, 0xD0, 0xBA, 0xC5], item: [0xCA, 0xB3, 0xC6, 0xB7],
      found: [0xCA, 0xB3, 0xC6, 0xB7, 0xBE, 0xAD, 0xD3, 0xAA, 0xD0, 0xED, 0xBF, 0xC9])
  }

  private func sitDown(
    _ locale: [String: String], call: [UInt8], item: [UInt8], found: [UInt8]
  ) throws {
    let surroundings = [
      "HOME": yichuang.home, "TMPDIR": yichuang.home, "TERM": "xterm",
      "YICHUANG_STORE": try yichuang.demo(),
    ]
    let terminal = try PseudoTerminal(
      ["desk", "--language", "zh", "--as", "wangfang"],
      environment: surroundings.merging(locale) { $1 })
    #expect(terminal.await(call))
    #expect(terminal.modesNow.c_lflag & UInt32(ICANON | ECHO) == 0)
    terminal.type(Array("2".utf8))
    #expect(terminal.await(Self.material))
    terminal.type(item)
    #expect(terminal.await(found))
    terminal.type([0x11])
    #expect(terminal.end() == 0)
    try expectGivenBack(terminal)
  }

  /// An item's code, the same in every character set.
  private static let material = Array("GA01".utf8)

  private func expectGivenBack(_ terminal: PseudoTerminal) throws {
    let (before, after) = (terminal.modesBefore, terminal.modesNow)
    #expect(before.c_lflag == after.c_lflag && before.c_iflag == after.c_iflag)
    #expect(before.c_oflag == after.c_oflag && before.c_cflag == after.c_cflag)
    for mode in ["1049", "2004"] {
      let entered = try #require(terminal.output.lastIndex(of: "\u{1B}[?\(mode)h"))
      let left = try #require(terminal.output.lastIndex(of: "\u{1B}[?\(mode)l"))
      #expect(entered < left, "\(mode)")
    }
  }

  /// A folder with the locale, made once for all runs; nil if this host cannot make it.
  static let gb18030: String? = {
    let folder = Yichuang.executable + "-locales"
    let locale = folder + "/zh_CN.GB18030"
    guard !FileManager.default.fileExists(atPath: locale + "/LC_CTYPE") else { return folder }
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let names = ["localedef", "-i", "zh_CN", "-f", "GB18030", locale]
    guard let process = try? startProcess("localedef", names, ["PATH": "/usr/bin:/bin"]) else {
      return nil
    }
    _ = endOfProcess(process, within: .seconds(120))
    return FileManager.default.fileExists(atPath: locale + "/LC_CTYPE") ? folder : nil
  }()
}

extension [UInt8] {
  fileprivate func lastIndex(of text: String) -> Int? {
    let part = Array(text.utf8)
    return indices.last { self[$0...].starts(with: part) }
  }
}
