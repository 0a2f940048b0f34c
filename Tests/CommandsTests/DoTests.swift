import FoundationEssentials
import TestSupport
import Testing

struct DoTests {
  private let yichuang: Yichuang
  init() throws { yichuang = try Yichuang() }

  @Test func `every example is carried out, and every stage is reached`() throws {
    let store = try yichuang.demo()
    let script = try yichuang.run("do", "--examples")
    let run = try yichuang.run("do", "--store", store, input: script.output)
    #expect(run.status == 0 && run.remarks.isEmpty)
    #expect(run.lines.count == script.lines.count)
    #expect(run.lines.filter { !$0.hasPrefix("{\"ok\":true") } == [])
    for stage in Self.stages { #expect(run.output.contains("\"stage\":\"\(stage)\"")) }
    #expect(try yichuang.run("verify", store).status == 0)
    let printed = try FileManager.default.contentsOfDirectory(atPath: store + "-print")
    #expect(
      printed.contains { $0.contains("-D02-") } && !printed.contains { $0.hasSuffix(".part") })
  }

  @Test func `a line that is no command is refused and the next one is read`() throws {
    let store = try yichuang.demo()
    for language in ["zh", "en"] {
      let run = try yichuang.run(
        "do", "--store", store, "--language", language,
        input: Self.wrongLines.joined(separator: "\n"))
      #expect(run.status == 1 && run.remarks.isEmpty)
      let pairs = zip(Self.wrongLines.filter { !$0.isEmpty }, run.lines).map { "\($0)\n  \($1)" }
      #expect(run.lines.count == pairs.count)
      expectGolden(pairs.joined(separator: "\n"), named: "wrong-lines-\(language)")
    }
  }

  @Test func `an absurdly long line and one that is no text are refused`() throws {
    let store = try yichuang.demo()
    let long = String(repeating: "[", count: 2_000_000)
    let wordy = "{\"do\":\"claim\",\"case\":\"\(String(repeating: "长", count: 9_000))\"}"
    let run = try yichuang.run(
      "do", "--store", store, input: "\(long)\n{\"do\":\"claim\",\"case\":\"0\"}\n\(wordy)")
    #expect(run.lines.count == 3)
    #expect(run.lines[2].contains("\"refusal\":\"malformed\",\"line\":3"))
    #expect(run.lines[0].contains("\"refusal\":\"malformed\",\"line\":1"))
    #expect(run.lines[1].contains("\"refusal\":\"no-such-case\""))
  }

  @Test func `the same request answers the same and writes once`() throws {
    let store = try yichuang.demo()
    let line = try takeIn(extra: "\"request\":\"r-1\"")
    let run = try yichuang.run("do", "--store", store, input: "\(line)\n\(line)")
    #expect(run.status == 0 && run.lines.count == 2 && run.lines[0] == run.lines[1])
    let number = "{\"do\":\"issue-ticket\",\"queue\":\"A\",\"as\":\"wangfang\",\"request\":\"t-1\"}"
    let first = try yichuang.run("do", "--store", store, input: number)
    let again = try yichuang.run("do", "--store", store, input: number)
    #expect(first.status == 0 && first.output == again.output)
  }

  @Test func `an old version is refused with who did what`() throws {
    let store = try yichuang.demo()
    let received = try takeIn(extra: "\"label\":\"c\"", ending: false)
    let run = try yichuang.run(
      "do", "--store", store, "--as", "wangfang",
      input: """
        \(received)
        {"do":"withdraw","case":"$c","reason":"计划变更","as":"limin"}
        {"do":"decline","case":"$c","ground":"other","reason":"不符","basis":"第32条","version":2}
        """)
    #expect(run.status == 1)
    let last = try #require(run.lines.last)
    #expect(last.contains("\"refusal\":\"moved-on\"") && last.contains("\"by\":\"limin\""))
    #expect(last.contains("\"did\":\"case.withdrawn.1\"") && last.contains("李敏"))
  }

  @Test func `a real hall wants to know who acts and keeps the host's time`() throws {
    let store = yichuang.path("real.db")
    #expect(try yichuang.run("init", "--store", store).status == 0)
    let run = try yichuang.run(
      "do", "--store", store,
      input: """
        {"do":"claim","case":"0311-0001"}
        {"do":"claim","case":"0311-0001","as":"xujing","workingDaysLater":3}
        {"do":"claim","case":"0311-0001","as":"nobody"}
        """)
    let refusals = ["clerk-missing", "clock-of-the-host", "no-such-clerk"]
    #expect(run.status == 1 && run.lines.count == 3)
    for (line, refusal) in zip(run.lines, refusals) {
      #expect(line.contains("\"refusal\":\"\(refusal)\""))
    }
  }

  @Test func `the clock of a demo moves forward and stays there`() throws {
    let store = try yichuang.demo()
    let line = try takeIn(extra: "\"at\":\"2026-04-01T09:00\"")
    let first = try yichuang.run("do", "--store", store, input: line)
    let second = try yichuang.run("do", "--store", store, input: try takeIn(extra: "\"version\":1"))
    #expect(first.output.contains("YC20260401") && second.output.contains("YC20260401"))
    let back = try yichuang.run(
      "do", "--store", store, input: try takeIn(extra: "\"at\":\"2026-03-12T09:00\""))
    #expect(back.output.contains("\"refusal\":\"clock-backwards\""))
  }

  @Test func `an act stands though its documents cannot be written`() throws {
    let store = try yichuang.demo()
    let run = try yichuang.run(
      "do", "--store", store, "--print", "/dev/null/print",
      input: try takeIn(extra: "\"label\":\"c\""))
    #expect(run.status == 0 && run.lines.count == 1 && !run.remarks.isEmpty)
    #expect(run.output.hasPrefix("{\"ok\":true"))
  }

  /// An application that is complete, from the examples.
  private func takeIn(extra: String, ending: Bool = true) throws -> String {
    let script = try yichuang.run("do", "--examples").lines
    let line = try #require(
      script.first { $0.contains("\"take-in\"") && $0.contains("decide-on-the-spot") })
    let start = try #require(line.firstRange(of: "\"label\":\"case-01\",")?.lowerBound)
    let end = try #require(line.firstRange(of: "\"item\":")?.lowerBound)
    var text = line[..<start] + "\(extra)," + line[end...]
    if !ending, let range = text.firstRange(of: ",\"ending\":"),
      let close = text[range.upperBound...].firstRange(of: "}")
    {
      text.removeSubrange(range.lowerBound..<close.upperBound)
    }
    return String(text)
  }

  private static let stages = [
    "received", "awaitingCorrection", "declined", "underExamination", "inSpecialProcedure",
    "suspended", "awaitingExaminationCorrection", "referredUpward", "inProduction",
    "awaitingRelease", "posted", "concluded", "withdrawn", "terminated",
  ]

  private static let wrongLines = [
    "accept", "{\"do\":\"accept\"", "{\"do\":\"accept\"} x", "[]", "7", "{}", "", "{\"do\":3}",
    "{\"do\":\"acept\",\"case\":\"0311-0001\"}", "{\"do\":\"accept\"}",
    "{\"do\":\"accept\",\"case\":\"0311-0001\",\"defering\":[1]}",
    "{\"do\":\"accept\",\"case\":\"0311-0001\",\"deferring\":\"1\"}",
    "{\"do\":\"accept\",\"case\":\"0311-0001\",\"deferring\":[1.5]}",
    "{\"do\":\"accept\",\"do\":\"accept\"}",
    "{\"do\":\"withdraw\",\"case\":\"0311-0001\",\"reason\":\"a\\u0007b\"}",
    "{\"do\":\"withdraw\",\"case\":\"0311-0001\",\"reason\":\"\\ud800\"}",
    "{\"do\":\"claim\",\"case\":\"$nobody\"}", "{\"do\":\"claim\",\"case\":\"9999-0001\"}",
    "{\"do\":\"claim\",\"case\":\"x\",\"as\":\"nobody\"}",
    "{\"do\":\"claim\",\"case\":\"x\",\"counter\":\"Z99\"}",
    "{\"do\":\"claim\",\"case\":\"x\",\"at\":\"noon\"}",
    "{\"do\":\"extend\",\"case\":\"x\",\"reason\":\"r\",\"workingDays\":0}",
    "{\"do\":\"decide\",\"case\":\"x\",\"verdict\":\"maybe\"}",
    "{\"do\":\"start-special-procedure\",\"case\":\"x\",\"kind\":\"hearing\",\"reason\":\"r\"}",
    "{\"do\":\"take-in\",\"item\":\"XX99\",\"applicant\":{\"kind\":\"person\",\"name\":\"王示例\",\"identity\":{\"kind\":\"residentID\",\"number\":\"1\"}}}",
    "{\"do\":\"take-in\",\"item\":\"GA01\",\"applicant\":{\"kind\":\"person\",\"name\":\"王示例\",\"identity\":{\"kind\":\"residentID\",\"number\":\"532301199003070128\"}}}",
    "{\"do\":\"take-in\",\"item\":\"GA01\",\"applicant\":{\"kind\":\"robot\"}}",
    "{\"do\":\"issue-ticket\",\"queue\":\"A\",\"late\":{\"happenedAt\":\"2026-03-10T09:30\",\"witness\":\"qianjin\"}}",
    "{\"do\":\"claim\",\"case\":\"x\",\"as\":\"532301199003070127\"}",
    "{\"do\":\"claim\",\"case\":\"x\",\"532301199003070127\":1}",
    "{\"do\":\"take-in\",\"item\":\"532301199003070127\",\"applicant\":{\"kind\":\"person\",\"name\":\"王示例\",\"identity\":{\"kind\":\"residentID\",\"number\":\"1\"}}}",
    "{\"do\":\"issue-ticket\",\"queue\":\"Z\"}", "{\"do\":\"arrive\",\"ticket\":\"A999\"}",
    "{\"do\":\"hand-over-several\",\"cases\":[]}",
    "{\"do\":\"claim\",\"case\":\"x\",\"at\":\"9999-12-31T09:00\"}",
    "{\"do\":\"claim\",\"case\":\"x\",\"at\":\"2000-01-01T09:00\"}",
    "{\"do\":\"withdraw\",\"case\":\"0311-0001\",\"reason\":\"\\u202e\"}",
    "{\"do\":\"issue-ticket\",\"queue\":\"A\",\"version\":-1,\"purpose\":7}",
  ]
}
