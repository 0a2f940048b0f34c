import Commands
import FoundationEssentials
import TestSupport
import Testing

struct HostileTextTests {
  private let yichuang: Yichuang
  init() throws { yichuang = try Yichuang() }

  @Test func `do refuses what nobody sees and names the blank`() throws {
    let bad = HostileText.unseen + HostileText.piles + [HostileText.long]
    let run = try yichuang.run(
      "do", "--store", yichuang.demo(), input: bad.map { takeIn($0) }.joined(separator: "\n"))
    #expect(run.status == 1 && run.lines.count == bad.count)
    for (text, line) in zip(bad, run.lines) {
      #expect(line.contains("malformed") && line.contains("applicant.name"), "\(line)")
      #expect(isHarmless(line) && line.utf8.count < 400, "\(text.utf8.count)")
    }
    let long = try yichuang.run(
      "do", "--store", yichuang.path("hall.db"), "--language", "en",
      input: takeIn(String(repeating: "长", count: 201)))
    #expect(long.output.contains("\"text-unfit\"") && long.output.contains("applicant's name"))
  }

  @Test func `odd names are kept to the letter and shown harmlessly everywhere`() throws {
    let store = try yichuang.demo()
    let odd = HostileText.odd
    let run = try yichuang.run(
      "do", "--store", store, input: odd.map { takeIn($0) }.joined(separator: "\n"))
    #expect(run.status == 0 && run.lines.count == odd.count, "\(run.output)")
    for (number, (text, line)) in zip(odd, run.lines).enumerated() where number % 4 == 0 {
      let id = try #require(line.split(separator: "\"").first { $0.hasPrefix("YC2026") })
      let shown = try yichuang.run(
        "show", String(id), "--store", store, "--json", "--as", "wangfang")
      let name = try JSONDecoder().decode(Shown.self, from: Data(shown.output.utf8)).applicant.name
      // One spelling (NFC) for the same letters; nothing else is ever changed.
      #expect(name == text, "\(text)")
      #expect(isHarmless(shown.output))
    }
    for command in [
      ["list", "--limit", "500"], ["list", "--limit", "500", "--json"], ["search", "示"],
      ["stats"], ["stats", "--csv"],
    ] {
      let run = try yichuang.run(command + ["--store", store])
      #expect(run.status == 0 && isHarmless(run.output), "\(command)")
    }
    try expectHarmlessPaper(store + "-print")
    #expect(try yichuang.run("verify", store).status == 0)
  }

  private func expectHarmlessPaper(_ folder: String) throws {
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      #expect(isHarmless(file) && !file.contains("/") && !file.hasPrefix("-"))
      guard file.hasSuffix(".txt") else { continue }
      let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      #expect(isHarmless(String(text.filter { $0 != "\u{C}" })), "\(file)")
    }
  }

  @Test func `no search and no argument is too strange`() throws {
    let store = try yichuang.demo()
    for (number, text) in (HostileText.odd + HostileText.unseen).enumerated()
    where number % 6 == 0 && !text.contains("\0") {
      let run = try yichuang.run("search", "--store", store, "--", text)
      #expect([0, 2].contains(run.status) && isHarmless(run.output + run.remarks), "\(text)")
    }
    let long = try yichuang.run(HostileText.long, "--store", store)
    #expect(long.status == 2 && long.remarks.utf8.count < 600)
  }

  @Test func `on a terminal nothing steers, piles up or turns what stands beside it`() throws {
    let store = try yichuang.demo()
    _ = try yichuang.run(
      "do", "--store", store, input: HostileText.odd.map { takeIn($0) }.joined(separator: "\n"))
    let terminal = try PseudoTerminal(
      ["list", "--store", store, "--limit", "200"],
      environment: ["HOME": yichuang.home, "LC_ALL": "C.UTF-8", "TERM": "xterm"])
    #expect(terminal.end() == 0)
    let shown = String(decoding: terminal.output, as: UTF8.self)
    #expect(shown.contains("YC2026"))
    for scalar in shown.unicodeScalars where scalar != "\n" && scalar != "\r" {
      #expect(!scalar.properties.isControlOrTurns || scalar == "\u{200E}")
    }
  }

  @Test(arguments: [
    ("张\u{1B}[31m三\u{202E}四\u{200B}五\t六", "张?[31m三四五 六"), ("\u{9B}2J", "?2J"),
    ("a\u{301}\u{302}\u{303}b", "a\u{301}b"), ("\u{301}a \u{302}b", "a b"),
    ("محمد 12", "محمد\u{200E} 12"), ("שלום", "שלום\u{200E}"), ("行\n行", "行\n行"),
  ])
  func `a text that was stored before there was a rule is shown harmlessly`(
    text: String, shown: String
  ) {
    #expect(Array(HarmlessText.onTerminal(text).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test func `a text cannot pass for rows of a table, pages of paper or a formula`() {
    #expect(HarmlessText.inCell("张三\nYC1  李四") == "张三 YC1  李四")
    #expect(HarmlessText.onPaper("甲\n\u{C}乙\u{1B}@") == "甲\n\u{C}乙?@")
    for formula in ["=1", "+1", "-1", "@a", "＝1", "＋1", " =1", "\u{FEFF}=1", "\t=1", "\n-1"] {
      #expect(csvRecord([formula]).contains("'"), "\(formula)")
    }
    #expect(csvRecord(["a", "b\"c", "d,e"]) == "a,\"b\"\"c\",\"d,e\"")
  }

  @Test func `a line as wide as it may be costs no more than it is long`() throws {
    let store = try yichuang.demo()
    let members = (0..<90_000).map { "\"k\($0)\":1" }.joined(separator: ",")
    let values = String(repeating: "1,", count: 400_000) + "1"
    let key = String(repeating: "长", count: 100_000)
    let run = try yichuang.run(
      "do", "--store", store,
      input: "{\(members)}\n{\"do\":\"claim\",\"case\":[\(values)]}\n{\"\(key)\":1}\n")
    #expect(run.lines.count == 3 && run.lines.allSatisfy { $0.contains("malformed") })
    #expect(run.output.utf8.count < 2_000)
  }

  @Test func `bytes of another character set are refused, not guessed at`() throws {
    let terminal = try PseudoTerminal(
      bytes: [Array("search".utf8), [0xD6, 0xD0, 0xCE, 0xC4]],
      environment: ["HOME": yichuang.home, "LC_ALL": "C.UTF-8", "TERM": "xterm"])
    #expect(terminal.end() == 2)
    #expect(String(decoding: terminal.output, as: UTF8.self).contains("UTF-8"))
  }

  private struct Shown: Decodable {
    struct Applicant: Decodable { var name: String }
    var applicant: Applicant
  }

  private func takeIn(_ name: String) -> String {
    """
    {"do":"take-in","item":"GA04","as":"wangfang","applicant":{"kind":"person","name":\(json(name)),\
    "identity":{"kind":"residentID","number":"532301199003070127"},"address":"示例路1号"}}
    """
  }

  private func json(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 || scalar == "\"" || scalar == "\\" {
        json += "\\u" + String(String(scalar.value + 0x10000, radix: 16).suffix(4))
      } else {
        json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }

  private func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\r" || !$0.properties.isControlOrTurns }
  }
}

extension Unicode.Scalar.Properties {
  /// Judged apart from the program.
  fileprivate var isControlOrTurns: Bool {
    switch generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
