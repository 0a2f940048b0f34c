import FoundationEssentials
import Glibc
import TestSupport
import Testing

struct HallTests {
  private let yichuang: Yichuang
  init() throws { yichuang = try Yichuang() }

  @Test func `the same seed gives the same list, twice`() throws {
    func list(_ name: String) throws -> String {
      let path = yichuang.path(name)
      let made = try yichuang.run(
        "init", "--demo", "--cases", "20", "--seed", "7", "--store", path)
      #expect(made.status == 0)
      return try yichuang.run("list", "--json", "--limit", "100", "--store", path).output
    }
    let (one, two) = try (list("one.db"), list("two.db"))
    #expect(one == two && one.contains("\"case\":\"YC2026"))
  }

  @Test func `only its owner reads a new store, and only its reserve lies beside it`() throws {
    let path = yichuang.path("deep/er/hall.db")
    #expect(try yichuang.run("init", "--store", path).status == 0)
    var found = stat()
    #expect(stat(path, &found) == 0 && found.st_mode & 0o777 == 0o600)
    #expect(stat(yichuang.path("deep"), &found) == 0 && found.st_mode & 0o777 == 0o700)
    let files = try FileManager.default.contentsOfDirectory(atPath: yichuang.path("deep/er"))
    #expect(files.sorted() == ["hall.db", "hall.db-reserve"])
  }

  @Test func `broken codes are quarantined, listed for their owner, and the hall works`() throws {
    let data = yichuang.path("Data"), store = yichuang.path("hall.db")
    try FileManager.default.copyItem(atPath: Yichuang.data, toPath: data)
    let file = data + "/hall/departments.json"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacing("115399010999000246", with: "1153990109990024M")
      .write(toFile: file, atomically: false, encoding: .utf8)
    let run = try yichuang.run(
      "init", "--json", "--data", data, "--store", store, "--language", "en")
    #expect(run.status == 0 && run.output.contains(#""quarantined":1"#))
    #expect(run.remarks.contains("departments.json, line 30, [1].creditCode"))
    #expect(run.remarks.contains("115399*******024M") && !run.remarks.contains("990024M"))
    let list = try String(contentsOfFile: store + "-quarantine.txt", encoding: .utf8)
    #expect(list.contains("departments.json, line 30") && !list.contains("990024M"))
    var found = stat()
    #expect(stat(store + "-quarantine.txt", &found) == 0 && found.st_mode & 0o777 == 0o600)
    #expect(try yichuang.run("verify", store, "--data", data).status == 0)
  }

  @Test func `a store is never overwritten`() throws {
    let path = yichuang.path("precious.db")
    try "precious".write(toFile: path, atomically: false, encoding: .utf8)
    let run = try yichuang.run("init", "--store", path)
    #expect(run.status == 3)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "precious")
  }

  @Test func `a hall that cannot be made leaves nothing behind`() throws {
    let data = yichuang.path("Data")
    try FileManager.default.createDirectory(
      atPath: data + "/hall", withIntermediateDirectories: true)
    try "{}".write(toFile: data + "/hall/hall.json", atomically: false, encoding: .utf8)
    let run = try yichuang.run("init", "--data", data, "--store", yichuang.path("new/hall.db"))
    #expect(run.status == 3 && !run.remarks.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: yichuang.path("new/hall.db")))
  }

  @Test func `the demo wants a terminal and makes nothing without one`() throws {
    let run = try yichuang.run("demo")
    #expect(run.status == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: yichuang.home) == [])
  }

  @Test func `a page of the list says where the next one begins`() throws {
    let store = try yichuang.demo()
    func cases(_ more: String...) throws -> [Substring] {
      let run = try yichuang.run(["list", "--json", "--store", store] + more)
      return run.output.split(separator: "\"case\":\"").dropFirst().map { $0.prefix(14) }
    }
    let whole = try cases("--limit", "100")
    let first = try yichuang.run("list", "--json", "--limit", "8", "--store", store).output
    let next = try #require(first.split(separator: "\"next\":\"").last?.prefix { $0 != "\"" })
    #expect(whole.count == 20)
    #expect(try cases("--limit", "8") + cases("--limit", "100", "--after", String(next)) == whole)
  }

  @Test func `a case is found by its short, spoken and national number`() throws {
    let store = try yichuang.demo()
    let list = try yichuang.run("list", "--json", "--limit", "1", "--store", store).output
    let short = String(try #require(list.split(separator: "\"case\":\"").last).prefix(14))
    let national = String(try #require(list.split(separator: "\"number\":\"").last).prefix(43))
    let spoken = "\(short.dropFirst(6).prefix(4))-\(short.suffix(4))"
    let shown = try [short, spoken, national].map {
      try yichuang.run("show", $0, "--json", "--store", store).output
    }
    #expect(Set(shown).count == 1 && shown[0].contains("\"events\":["))
    let missing = try yichuang.run("show", "0101-9999", "--json", "--store", store)
    #expect(missing.status == 1 && missing.output.contains("\"refusal\":\"no-such-case\""))
  }

  @Test func `verify names the event in which one byte was changed`() throws {
    let store = try yichuang.demo()
    #expect(try yichuang.run("verify", store).status == 0)
    var bytes = Array(try Data(contentsOf: URL(filePath: store)))
    let mark = Array("\"receivedOn\":\"2026-0".utf8)
    let place = try #require(
      bytes.indices.first { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) })
    bytes[place + mark.count] ^= 1
    try Data(bytes).write(to: URL(filePath: store))
    let run = try yichuang.run("verify", store, "--json")
    #expect(run.status == 3)
    #expect(
      run.output.contains("\"kind\":\"case.received.1\"")
        && run.output.contains("\"stream\":\"case/YC"))
  }

  @Test func `rebuilt lists are the same lists`() throws {
    let store = try yichuang.demo()
    func list() throws -> String {
      try yichuang.run("list", "--json", "--limit", "100", "--store", store).output
    }
    let before = try list()
    #expect(try yichuang.run("rebuild", "--store", store).status == 0)
    #expect(try list() == before)
  }

  @Test func `a frame can be printed and leaves the store as it was`() throws {
    let store = try yichuang.demo()
    let before = try Data(contentsOf: URL(filePath: store))
    let frame = try yichuang.run(
      "screen", "release", "--size", "80x24", "--keys", "<Down>", "--store", store)
    #expect(frame.status == 0 && frame.lines.count == 24)
    #expect(try Data(contentsOf: URL(filePath: store)) == before)
  }
}
