import Commands
import CaseStore
import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// A hall in December, before and after the holiday notice of the year to come.
struct CalendarTests {
  private let yichuang: Yichuang
  init() throws { yichuang = try Yichuang() }

  private static let notice: String = {
    let here: String = #filePath
    let folder = here.split(separator: "/").dropLast().joined(separator: "/")
    return "/\(folder)/Fixtures/notice-2027-example.txt"
  }()

  private func december() throws -> String {
    let copy = yichuang.path("december.db")
    try FileManager.default.copyItem(atPath: Self.made.get(), toPath: copy)
    return copy
  }

  private static let made = Result {
    let yichuang = try Yichuang()
    let path = Yichuang.executable + "-december.db"
    SQLiteStore.discard(path)
    let run = try yichuang.run(
      "init", "--demo", "--at", "2026-12-21", "--cases", "60", "--seed", "7", "--store", path)
    try #require(run.status == 0, "\(run.remarks)")
    return path
  }

  private func list(_ store: String, _ more: String...) throws -> String {
    try yichuang.run(["list", "--json", "--limit", "500", "--store", store] + more).output
  }

  private func cases(in json: String) -> [String] {
    json.split(separator: "\"case\":\"").dropFirst().map { String($0.prefix(14)) }
  }

  private func show(_ id: String, _ store: String) throws -> String {
    try yichuang.run("show", id, "--json", "--store", store).output
  }

  private func take(
    _ store: String, _ more: String..., from file: String = notice
  ) throws -> Run {
    try yichuang.run(["calendar", "import", file, "--store", store] + more)
  }

  @Test func `a notice makes the dates of a December hall certain, in the journal and for all`()
    throws
  {
    let store = try december()
    // The least urgent ones reach into the next year.
    let received = Array(cases(in: try list(store, "--stage", "received")).suffix(2))
    try #require(received.count == 2)
    // Somebody is at work all the while.
    let atWork = try PseudoTerminal(
      ["do", "--store", store],
      environment: ["HOME": yichuang.home, "TMPDIR": yichuang.home, "LC_ALL": "C.UTF-8"])
    func accept(_ id: String) -> Bool {
      atWork.type(Array("{\"do\":\"accept\",\"case\":\"\(id)\"}\n".utf8))
      return atWork.await(Array("\"ok\":true,\"case\":\"\(id)\"".utf8))
    }
    #expect(accept(received[0]))
    #expect(try show(received[0], store).contains("\"isProvisional\":true"))
    #expect(try list(store).contains("\"isProvisional\":true"))

    let taken = try take(store, "--yes", "--json")
    #expect(taken.status == 0 && taken.output.contains("\"imported\":true"))
    #expect(try !list(store).contains("\"isProvisional\":true"))
    let moved = taken.output.split(separator: "{\"case\":\"").dropFirst()
      .filter { $0.contains("\"isOnlyConfirmed\":false") }
    #expect(!moved.isEmpty)
    for piece in moved {
      let file = try show(String(piece.prefix(14)), store)
      let dates = try #require(piece.split(separator: "\"dates\":").last?.prefix { $0 != "]" })
      #expect(file.contains("\"moved\":\(dates)]") && file.contains("case.deadlines-recomputed.1"))
    }

    #expect(accept(received[1]))
    #expect(try !show(received[1], store).contains("\"isProvisional\":true"))
    let before = try list(store)
    #expect(try yichuang.run("verify", store).status == 0)
    #expect(try yichuang.run("rebuild", "--store", store).status == 0)
    #expect(try list(store) == before)
    #expect(try yichuang.run("verify", store).status == 0)
  }

  @Test func `the same notice again changes nothing, and a corrected one is taken in`() throws {
    let store = try december()
    #expect(try take(store, "--yes").status == 0)
    let before = try yichuang.run("verify", store).output
    let again = try take(store, "--json")
    #expect(again.status == 0 && again.output.contains("\"changed\":false"))
    #expect(try yichuang.run("verify", store).output == before)
    let corrected = yichuang.path("corrected.txt")
    try String(contentsOfFile: Self.notice, encoding: .utf8)
      .replacing("1月23日（周六）", with: "1月24日（周日）")
      .write(toFile: corrected, atomically: false, encoding: .utf8)
    let run = try take(store, "--yes", "--json", from: corrected)
    #expect(run.output.contains("\"date\":\"2027-01-24\",\"wasWorked\":false,\"isWorked\":true"))
    #expect(run.output.contains("\"date\":\"2027-01-23\",\"wasWorked\":true,\"isWorked\":false"))
    let year = try yichuang.run("calendar", "show", "2027", "--json", "--store", store).output
    #expect(year.contains("{\"date\":\"2027-01-24\",\"for\":\"春节\"}"))
  }

  @Test func `nothing is taken in unasked, and nothing of a wrong notice`() throws {
    let store = try december()
    let before = try yichuang.run("verify", store).output
    let unasked = try take(store)
    #expect(unasked.status == 2 && unasked.remarks.contains("--yes"))
    #expect(unasked.output.contains("2027年  248 个工作日"))
    let wrong = yichuang.path("wrong.txt")
    try String(contentsOfFile: Self.notice, encoding: .utf8)
      .replacing("周日）放假，共3天", with: "周六）放假，共4天")
      .write(toFile: wrong, atomically: false, encoding: .utf8)
    let refused = try take(store, "--yes", "--language", "en", from: wrong)
    #expect(refused.status == 1)
    #expect(refused.remarks.contains("Line 9: 2027-01-03 is a Sunday, not a Saturday."))
    #expect(refused.remarks.contains("Line 9: it says 4 days, the dates make 3."))
    #expect(try take(store, "--yes", from: "nowhere.txt").status == 2)
    #expect(try yichuang.run("verify", store).output == before)
  }

  @Test(arguments: [("n", Int32(1)), ("y", 0)])
  func `on a terminal one is asked`(answer: String, status: Int32) throws {
    let store = try december()
    let terminal = try PseudoTerminal(
      ["calendar", "import", Self.notice, "--store", store],
      environment: ["HOME": yichuang.home, "TMPDIR": yichuang.home, "LC_ALL": "C.UTF-8"])
    #expect(terminal.await(Array("输入 y".utf8)))
    terminal.type(Array("\(answer)\n".utf8))
    #expect(terminal.end() == status)
    #expect(try list(store).contains("\"isProvisional\":true") == (status != 0))
  }

  @Test func `in a real hall a counter clerk may not, and a supervisor may`() throws {
    let store = yichuang.path("real.db")
    #expect(try yichuang.run("init", "--store", store).status == 0)
    let clerk = try take(store, "--yes", "--as", "wangfang", "--json")
    #expect(clerk.status == 1 && clerk.output.contains("\"refusal\":\"role-may-not\""))
    #expect(try take(store, "--yes").status == 2)
    #expect(try take(store, "--yes", "--as", "duanyumin").status == 0)
  }

  @Test func `a notice in GB18030 is read as well, from standard input too`() throws {
    let store = try december()
    let file = yichuang.path("gb18030.txt")
    let text = try String(contentsOfFile: Self.notice, encoding: .utf8)
    try Data(try gb18030(text)).write(to: URL(filePath: file))
    let run = try take(store, "--yes", "--json", from: file)
    #expect(run.status == 0 && run.output.contains("\"notice\":\"国办发明电〔2026〕0号\""))
    let again = try yichuang.run("calendar", "import", "-", "--store", store, input: text)
    #expect(again.status == 0 && again.output.contains("没有改变"))
  }

  @Test func `a year is shown month by month, and the one to come is missed from November on`()
    throws
  {
    let (march, december) = try (yichuang.demo(), december())
    for language in ["zh", "en"] {
      let shown = try yichuang.run(
        "calendar", "show", "2026", "--store", march, "--language", language)
      expectGolden(shown.output, named: "calendar-\(language)")
    }
    func missing(_ store: String) throws -> Bool {
      try yichuang.run("calendar", "--store", store).output.contains("calendar import")
    }
    #expect(try !missing(march) && missing(december))
    #expect(try take(december, "--yes").status == 0)
    #expect(try !missing(december))
    let months = try yichuang.run("calendar", "--json", "--store", march).output
    #expect(months.contains("{\"month\":10,\"workingDays\":18}"))
  }

  private func gb18030(_ text: String) throws -> [UInt8] {
    let converter = iconv_open("GB18030", "UTF-8")
    try #require(Int(bitPattern: converter) != -1)
    defer { iconv_close(converter) }
    var source = text.utf8.map { CChar(bitPattern: $0) }
    var target = [CChar](repeating: 0, count: source.count * 2)
    let length = source.withUnsafeMutableBufferPointer { from in
      target.withUnsafeMutableBufferPointer { to in
        var (input, output) = (from.baseAddress, to.baseAddress)
        var (left, room) = (from.count, to.count)
        _ = iconv(converter, &input, &left, &output, &room)
        return to.count - room
      }
    }
    return target.prefix(length).map { UInt8(bitPattern: $0) }
  }
}
