import FoundationEssentials
import Testing

struct ExportTests {
  private let yichuang: Yichuang
  init() throws { yichuang = try Yichuang() }

  @Test func `cases go out as CSV, masked, and who took them is journaled`() throws {
    let store = try yichuang.demo()
    let before = try yichuang.run("head", "--json", "--store", store).output
    let run = try yichuang.run("export", "--store", store)
    #expect(run.status == 0)
    let records = run.output.split(separator: "\r\n")
    #expect(records.count == 21 && records[0].hasPrefix("case,number,item,"))
    let persons = records.filter { $0.contains(",residentID,") }
    #expect(!persons.isEmpty)
    #expect(persons.allSatisfy { $0.contains("*") && $0.contains("********") })
    #expect(run.remarks.contains("20 件"))
    let after = try yichuang.run("head", "--json", "--store", store).output
    #expect(before != after)
    #expect(try yichuang.run("verify", store).status == 0)
  }

  @Test func `names and numbers in full only for whom may see them`() throws {
    let store = yichuang.path("real.db")
    #expect(try yichuang.run("init", "--store", store).status == 0)
    #expect(try yichuang.run("export", "--store", store).status == 2)
    func status(_ clerk: String, _ more: String...) throws -> Int32 {
      try yichuang.run(["export", "--store", store, "--as", clerk] + more).status
    }
    #expect(try status("duanyumin", "--unmasked") == 0)
    #expect(try status("wangfang") == 1)
    let demo = try yichuang.demo()
    let unmasked = try yichuang.run("export", "--unmasked", "--json", "--store", demo)
    #expect(unmasked.output.firstMatch(of: /"identityNumber":"\d{17}[\dX]"/) != nil)
  }

  @Test func `the filters of the list and the days of receipt hold`() throws {
    let store = try yichuang.demo()
    func count(_ more: String...) throws -> Int {
      try yichuang.run(["export", "--json", "--store", store] + more).lines.count
    }
    let all = try count()
    let concluded = try count("--stage", "concluded")
    #expect(all == 20 && concluded > 0 && concluded < all)
    let early = try count("--until", "2026-02-28")
    let late = try count("--since", "2026-03-01")
    #expect(early + late == all && early > 0 && late > 0)
    let wrong = try yichuang.run(
      "export", "--since", "2026-03-01", "--until", "2026-02-01", "--store", store)
    #expect(wrong.status == 2)
    #expect(try yichuang.run("export", "--since", "soon", "--store", store).status == 2)
  }
}
