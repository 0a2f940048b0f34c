import FoundationEssentials
import Glibc
import TestSupport
import Testing

struct CopiesTests {
  private let yichuang: Yichuang
  init() throws { yichuang = try Yichuang() }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: yichuang.home).sorted()
  }

  /// The value of a member in a line of JSON.
  private func member(_ key: String, of line: String) -> String {
    let rest = line.split(separator: "\"\(key)\":", maxSplits: 1).dropFirst().first ?? ""
    return String(rest.prefix { $0 != "," && $0 != "}" }).replacing("\"", with: "")
  }

  @Test func `a backup is checked, told with its sum, and restored over what it came from`() throws
  {
    let store = try yichuang.demo()
    let backup = yichuang.path("backup.db")
    let made = try yichuang.run("backup", backup, "--store", store, "--json")
    #expect(made.status == 0 && member("verified", of: made.output) == "true")
    #expect(member("sha256", of: made.output).count == 64)
    let head = try yichuang.run("head", "--json", "--store", store).output
    #expect(member("head", of: made.output) == member("head", of: head))
    #expect(try yichuang.run("verify", backup).status == 0)
    #expect(try yichuang.run("list", "--store", backup).lines.count == 21)
    let taken = try yichuang.run("backup", backup, "--store", store)
    #expect(taken.status == 3 && taken.remarks.split(separator: "\n").count == 1)
    let restored = try yichuang.run("restore", backup, "--store", store, "--json")
    #expect(restored.status == 0 && member("head", of: restored.output) == member("head", of: head))
    let kept = try names().filter { $0.contains("-replaced-") }
    #expect(kept.count == 1)
    #expect(try names().filter { $0.hasSuffix(".part") || $0.hasSuffix("-restoring") } == [])
    #expect(try yichuang.run("verify", yichuang.path(kept[0])).status == 0)
  }

  @Test func `what was done since the backup is not lost unasked`() throws {
    let store = try yichuang.demo()
    let backup = yichuang.path("backup.db")
    #expect(try yichuang.run("backup", backup, "--no-verify", "--store", store).status == 0)
    let ticket = #"{"do":"issue-ticket","queue":"A","purpose":"办事"}"#
    #expect(try yichuang.run("do", "--store", store, input: ticket).status == 0)
    let refused = try yichuang.run("restore", backup, "--store", store, "--json")
    #expect(refused.status == 1 && member("refusal", of: refused.output) == "would-lose-events")
    #expect(member("events", of: refused.output) == "1")
    let wanted = try yichuang.run("restore", backup, "--lose-events", "--store", store)
    #expect(wanted.status == 0)
    #expect(try yichuang.run("do", "--store", store, input: ticket).output.contains("\"ok\":true"))
  }

  @Test func `a damaged store gives no backup, and a damaged backup is not restored`() throws {
    let store = try yichuang.demo()
    let whole = try Data(contentsOf: URL(filePath: store))
    var bytes = Array(whole)
    let mark = Array("\"receivedOn\":\"2026-0".utf8)
    let place = try #require(
      bytes.indices.first { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) })
    bytes[place + mark.count] ^= 1
    let bad = yichuang.path("bad.db")
    try Data(bytes).write(to: URL(filePath: bad))
    let backup = yichuang.path("backup.db")
    let refused = try yichuang.run("backup", backup, "--store", bad)
    #expect(refused.status == 3 && refused.remarks.contains("case.received.1"))
    #expect(try !names().contains { $0.hasPrefix("backup") })
    let restored = try yichuang.run("restore", bad, "--lose-events", "--store", store)
    #expect(restored.status == 3)
    #expect(try Data(contentsOf: URL(filePath: store)) == whole)
    #expect(try yichuang.run("backup", backup, "--no-verify", "--store", bad).status == 0)
    let itself = try yichuang.run("restore", store, "--store", store)
    #expect(itself.status == 2)
  }

  @Test func `a backup or restore killed at any moment leaves whole files only`() throws {
    let store = try yichuang.demo()
    let backup = yichuang.path("backup.db")
    #expect(try yichuang.run("backup", backup, "--no-verify", "--store", store).status == 0)
    let head = try yichuang.run("head", "--store", store).output
    var random = SplitMix(seed: 5)
    for round in 0..<6 {
      let copy = yichuang.path("copy\(round).db")
      let words = round % 2 == 0 ? ["restore", backup] : ["backup", copy]
      let microseconds = UInt32.random(in: 1_000...400_000, using: &random)
      try yichuang.kill(words + ["--store", store], after: microseconds)
      #expect(try yichuang.run("head", "--store", store).output == head, "\(microseconds)")
      if try names().contains("copy\(round).db") {
        #expect(try yichuang.run("head", "--store", copy).output == head, "\(microseconds)")
      }
    }
    let restored = try yichuang.run("restore", backup, "--store", store)
    #expect(restored.status == 0)
  }

  @Test func `a line from paper is held against the record`() throws {
    let store = try yichuang.demo()
    let past = try yichuang.run("head", "--on", "2026-03-02", "--store", store)
    let now = try yichuang.run("head", "--store", store)
    #expect(past.lines.count == 1 && past.lines[0].count <= 80 && past.output != now.output)
    let typed = past.lines[0].uppercased().filter { $0 != " " }
    let same = try yichuang.run("verify", "--json", "--head", typed, "--store", store)
    #expect(same.status == 0 && member("verdict", of: same.output) == "same")
    let wrong = "2026-03-02 e9" + past.lines[0].dropFirst(12)
    let both = try yichuang.run(
      "verify", "--head", "-", "--store", store, input: now.output + wrong + "\n",
      environment: ["LC_ALL": "en_US.UTF-8"])
    #expect(both.status == 2)
    #expect(both.lines.dropFirst(3).first?.contains("it agrees") == true)
    #expect(both.lines.last?.contains("misread") == true)
    let unreadable = try yichuang.run("verify", "--head", "2026-03-02 e12", "--store", store)
    #expect(unreadable.status == 2 && unreadable.output.isEmpty)
  }

  @Test func `a day that has not come has no head`() throws {
    let store = try yichuang.demo()
    #expect(try yichuang.run("head", "--on", "2027-01-01", "--store", store).status == 2)
    #expect(try yichuang.run("head", "--on", "2020-01-01", "--store", store).status == 3)
  }
}
