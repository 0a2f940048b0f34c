import TestSupport
import Testing

struct ClockTests {
  private let yichuang: Yichuang
  init() throws { yichuang = try Yichuang() }

  private static let questions = [
    #"{"acceptedOn":"2026-02-12","workingDays":10}"#,
    #"{"acceptedOn":"2025-03-03","workingDays":20,"stops":[{"from":"2025-03-12","to":"2025-04-08"}]}"#,
    #"{"acceptedOn":"2024-04-22","workingDays":20,"extendedBy":10}"#,
    #"{"acceptedOn":"2025-08-05","calendarDays":60}"#,
    #"{"acceptedOn":"2026-12-21","workingDays":20}"#,
    #"{"receivedOn":"2026-04-30","noticeWithin":5}"#,
    #"{"acceptedOn":"2024-09-02","workingDays":20,"stops":[{"from":"2024-09-19","to":"2024-10-10"},{"from":"2024-09-06","to":"2024-09-12"}]}"#,
    #"{"acceptedOn":"2026-02-17","workingDays":0}"#,
    #"{"acceptedOn":"2026-02-17","calendarDays":0}"#,
    #"{"acceptedOn":"2026-11-23","halfDays":3}"#, #"{"acceptedOn":"2026-07-04","months":3}"#,
    #"{"acceptedOn":"2025-08-05","calendarDays":60,"extendedBy":2}"#,
    #"{"acceptedOn":"2026-11-23","calendarDays":5,"extendedBy":9,"stops":[{"from":"2026-12-01"}]}"#,
    #"{"acceptedOn":"2026-11-23","workingDays":9,"stops":[{"from":"2026-11-25"}]}"#,
    #"{"acceptedOn":"2026-11-23","workingDays":2,"stops":[{"from":"2026-11-25"}]}"#,
    #"{"acceptedOn":"2026-11-23","workingDays":5,"stops":[{"from":"2026-11-23","to":"2026-11-30"},{"from":"2026-11-30","to":"2026-12-02"}]}"#,
    #"{"acceptedOn":"2005-12-30","workingDays":2}"#,
    #"{"acceptedOn":"2003-12-30","workingDays":2}"#,
    #"{"acceptedAt":"2026-11-23T16:00","openHours":2}"#,
    #"{"acceptedAt":"2026-09-30T17:00:00+08:00","openHours":1}"#,
    #"{"acceptedAt":"2026-12-31T17:00","openHours":1}"#,
    #"{"acceptedOn":"2026-02-30","workingDays":1}"#, #"{"acceptedOn":"2026-2-3","workingDays":1}"#,
    #"{"acceptedOn":"2026-02-12","workingDays":-1}"#,
    #"{"acceptedOn":"2026-02-12","workingDays":-9223372036854775808}"#,
    #"{"acceptedOn":"2026-02-12","workingDays":36501}"#,
    #"{"acceptedOn":"2026-02-12","workingDays":99999999999999999999}"#,
    #"{"acceptedOn":"2026-02-12","workingDays":1.5}"#,
    #"{"acceptedOn":"2026-02-12","workingDays":"10"}"#, #"{"acceptedOn":"2026-02-12"}"#,
    #"{"workingDays":10}"#, #"{"acceptedOn":"2026-02-12","workingDays":1,"calendarDays":1}"#,
    #"{"acceptedOn":"2026-02-12","workinDays":1}"#,
    #"{"acceptedOn":"2026-02-12","workingDays":1,"workingDays":2}"#,
    #"{"acceptedOn":"2026-02-12","noticeWithin":5}"#, #"{"receivedOn":"2026-02-12"}"#,
    #"{"receivedOn":"2026-02-12","workingDays":5}"#,
    #"{"receivedOn":"2026-02-12","noticeWithin":5,"stops":[{"from":"2026-02-13"}]}"#,
    #"{"acceptedAt":"2026-02-12T10:00","workingDays":5}"#, #"{"openHours":5}"#,
    #"{"acceptedAt":"2026-02-12","openHours":5}"#,
    #"{"acceptedOn":"2026-02-12","workingDays":5,"stops":[{"from":"2026-02-20","to":"2026-02-19"}]}"#,
    #"{"acceptedOn":"2026-02-12","workingDays":5,"stops":[{"from":"2026-02-11","to":"2026-02-19"}]}"#,
    #"{"acceptedOn":"2026-02-12","workingDays":5,"stops":[{"from":"2026-02-13","to":"2026-02-27"},{"from":"2026-02-16","to":"2026-02-17"}]}"#,
    #"{"acceptedOn":"2026-02-12","workingDays":5,"stops":[{"to":"2026-02-27"}]}"#,
    #"{"acceptedOn":"2026-02-12","workingDays":5,"stops":[{"from":"2026-02-13","too":"2026-02-27"}]}"#,
    #"{"acceptedOn":"2026-02-12","workingDays":5,"stops":{"from":"2026-02-13"}}"#,
    #"{"acceptedOn":"9999-12-30","workingDays":5}"#, "[]", "ten days", #"{"acceptedOn":"#, "{}",
    #"{"acceptedOn":"2026-11-23","workingDays":1}"#,
  ]

  @Test(arguments: ["zh", "en"])
  func `every question gets one answer, nonsense as well`(language: String) throws {
    let run = try yichuang.run(
      "clock", "--json", "--language", language,
      input: "\n" + Self.questions.joined(separator: "\n\n"))
    #expect(run.status == 1 && run.remarks.isEmpty)
    #expect(run.lines.count == Self.questions.count)
    let pairs = zip(Self.questions, run.lines).map { "\($0)\n  \($1)" }
    expectGolden(pairs.joined(separator: "\n"), named: "clock-lines-\(language)")
  }

  private static let proofs: [[String]] = [
    ["--accepted-on", "2026-02-12", "--working-days", "10"],
    [
      "--accepted-on", "2026-09-21", "--working-days", "6", "--stop", "2026-09-22..2026-09-25",
      "--stop=2026-09-28..2026-09-29",
    ],
    ["--accepted-on", "2026-09-24", "--calendar-days", "2", "--extended-by", "1"],
    ["--received-on", "2026-04-30", "--notice-within", "5"],
    ["--accepted-on", "2026-12-28", "--working-days", "4"],
    ["--accepted-on", "2026-11-23", "--working-days", "9", "--stop", "2026-11-25.."],
    ["--accepted-at", "2026-11-23T16:00", "--open-hours", "2"],
    ["--accepted-on", "2026-11-23", "--working-days", "1", "--json"],
  ]

  @Test(arguments: ["zh", "en"])
  func `the proof counts day by day and names the reason of each`(language: String) throws {
    let texts = try Self.proofs.map { options in
      let run = try yichuang.run(["clock", "--language", language] + options)
      #expect(run.status == 0 && run.remarks.isEmpty)
      return "clock \(options.joined(separator: " "))\n\(run.output)"
    }
    expectGolden(texts.joined(separator: "\n"), named: "clock-proof-\(language)")
  }

  @Test(arguments: [
    [], ["--working-days", "3"], ["--accepted-on", "2026-02-30", "--working-days", "3"],
    ["--accepted-on", "2026-02-03", "--working-days", "3", "--stop", "2026-02-04"],
    ["--accepted-on", "2026-02-03", "--working-days", "3", "--stop", "2026-02-05..2026-02-04"],
    ["--accepted-on", "2026-02-03", "--working-days", "three"],
    ["--accepted-on", "2026-02-03", "--working-days", "-3"],
    ["--accepted-on", "2026-02-03", "--accepted-on", "2026-02-03", "--working-days", "3"],
  ])
  func `a question that cannot be answered is wrong usage`(options: [String]) throws {
    let run = try yichuang.run(["clock"] + options)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.remarks.split(separator: "\n").count == 1)
  }

  @Test func `dates and numbers need no store, and the folder may be named`() throws {
    let question = [#"{"acceptedOn":"2026-02-12","workingDays":10}"#].joined()
    let elsewhere = try yichuang.run(
      "clock", "--json", "--data", yichuang.path("nowhere"), input: question)
    #expect(elsewhere.status == 3 && elsewhere.output.isEmpty)
    let run = try yichuang.run(
      "clock", "--json", input: question, environment: ["YICHUANG_STORE": "/nowhere/hall.db"])
    #expect(run.output == #"{"dueOn":"2026-03-04","isProvisional":false}"# + "\n")
  }
}
