import FoundationEssentials
import Glibc
import Testing

@testable import Commands

struct DoctorTests {
  private let yichuang: Yichuang
  init() throws { yichuang = try Yichuang() }

  /// The levels that were found, by subject.
  private func levels(_ run: Run) -> [String: String] {
    var levels: [String: String] = [:]
    for part in run.output.split(separator: "{\"check\":\"").dropFirst() {
      let words = part.split(separator: "\"")
      if words.count > 4 { levels[String(words[0])] = String(words[4]) }
    }
    return levels
  }

  private func doctor(_ store: String) throws -> Run {
    try yichuang.run("doctor", "--json", "--store", store)
  }

  @Test func `a hall in order is found good, subject by subject`() throws {
    let run = try doctor(try yichuang.demo())
    let levels = levels(run)
    for subject in ["store", "library", "calendar", "permissions", "papers", "data", "locale"] {
      #expect(levels[subject] == "good", "\(subject): \(run.output)")
    }
    #expect([0, 1].contains(run.status))
    #expect(try yichuang.run("verify", yichuang.path("hall.db")).status == 0)
    let text = try yichuang.run("doctor", "--store", yichuang.path("hall.db"))
    #expect(text.lines.count == levels.count)
    #expect(text.lines.allSatisfy { $0.hasPrefix("好") || $0.hasPrefix("注意") })
  }

  @Test func `a real hall wants a backup and knows its last one`() throws {
    let store = yichuang.path("real.db")
    #expect(try yichuang.run("init", "--store", store).status == 0)
    let before = try doctor(store)
    #expect(levels(before)["backup"] == "attention" && before.status == 1)
    #expect(levels(before)["record"] == "good")
    #expect(
      try yichuang.run("backup", yichuang.path("copy.db"), "--no-verify", "--store", store).status
        == 0)
    #expect(levels(try doctor(store))["backup"] == "good")
  }

  @Test func `what others may read, what was left and what is not there is told`() throws {
    let store = try yichuang.demo()
    _ = try yichuang.run("list", "--store", store)
    chmod(store, 0o644)
    let readable = try doctor(store)
    #expect(levels(readable)["permissions"] == "bad" && readable.status == 3)
    chmod(store, 0o600)
    try "".write(toFile: store + "-restoring", atomically: false, encoding: .utf8)
    chmod(store + "-restoring", 0o600)
    #expect(levels(try doctor(store))["leftovers"] == "attention")
    let none = try doctor(yichuang.path("none.db"))
    #expect(levels(none)["store"] == "bad" && none.status == 3)
    #expect(levels(none)["locale"] == "good")
  }

  @Test func `a damaged store is told so, and the rest is still looked at`() throws {
    let store = try yichuang.demo()
    var bytes = Array(try Data(contentsOf: URL(filePath: store)))
    for place in bytes.count / 2..<bytes.count / 2 + 8192 { bytes[place] = 0x5A }
    try Data(bytes).write(to: URL(filePath: store))
    chmod(store, 0o600)
    let run = try doctor(store)
    #expect(levels(run)["store"] == "bad" && run.status == 3)
    #expect(levels(run)["space"] != nil)
  }

  @Test func `the worst finding decides the status`() {
    let good = Finding(.good, .store, "", "")
    let look = Finding(.attention, .clock, "", "")
    let bad = Finding(.bad, .space, "", "")
    #expect([good].status == .done)
    #expect([good, look].status == .refused)
    #expect([look, bad, good].status == .store)
  }

  @Test func `a flush is timed without leaving a file`() throws {
    let times = try #require(FlushTimes(in: yichuang.home, count: 5))
    #expect(times.count == 5 && times.median >= 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: yichuang.home) == [])
    #expect(FlushTimes(in: yichuang.path("nowhere"), count: 5) == nil)
  }
}
