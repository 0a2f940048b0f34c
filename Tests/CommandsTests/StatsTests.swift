import Testing

struct StatsTests {
  private let yichuang: Yichuang
  init() throws { yichuang = try Yichuang() }

  @Test(arguments: ["department", "item", "month"])
  func `the lines add up to the whole`(grouping: String) throws {
    let store = try yichuang.demo()
    let run = try yichuang.run(
      "stats", "--by", grouping, "--from", "2025-01", "--csv", "--store", store)
    let records = run.output.split(separator: "\r\n").map { record in
      record.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(records.first)
    #expect(run.status == 0 && header.first == grouping && records.count > 2)
    let received = try #require(header.firstIndex(of: "received"))
    let numbers = records.dropFirst().compactMap { Int($0[received]) }
    #expect(numbers.dropLast().reduce(0, +) == numbers.last && numbers.last == 20)
  }

  @Test func `what came in, ended and is open add up`() throws {
    let store = try yichuang.demo()
    let json = try yichuang.run("stats", "--json", "--store", store).output
    func number(_ key: String) throws -> Int {
      let rest = try #require(json.split(separator: "\"\(key)\":").last)
      return try #require(Int(rest.prefix { $0.isNumber }))
    }
    #expect(try number("opening") + number("received") == number("ended") + number("closing"))
  }

  @Test func `a rate stands with its two numbers and what it means`() throws {
    let run = try yichuang.run("stats", "--store", yichuang.demo())
    let whole = try #require(run.lines.first { $0.hasPrefix("合计") })
    #expect(whole.split(separator: " ").count == 9 && whole.contains("%"))
    #expect(run.output.contains("按时办结率 = 按时 / 决定"))
  }

  @Test(arguments: [
    ["--by", "week"], ["--from", "2026-13"], ["--from", "2026-05", "--to", "2026-04"],
    ["--json", "--csv"], ["--department", "NOBODY"],
  ])
  func `what cannot be counted is refused with a sentence`(arguments: [String]) throws {
    let run = try yichuang.run(["stats", "--store", try yichuang.demo()] + arguments)
    #expect(run.status == 2 && run.output.isEmpty && run.remarks.contains("。"))
  }
}
