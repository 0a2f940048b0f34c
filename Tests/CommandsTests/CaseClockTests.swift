import FoundationEssentials
import Testing

/// The clocks of a case of the store, on the command line.
struct CaseClockTests {
  let yichuang: Yichuang
  let hall: String

  init() throws {
    yichuang = try Yichuang()
    hall = try yichuang.demo()
  }

  private func clock(_ words: String...) throws -> Run {
    try yichuang.run(["clock"] + words + ["--store", hall])
  }

  /// Some case under examination.
  private func underExamination() throws -> String {
    let run = try yichuang.run(
      "list", "--stage", "underExamination", "--limit", "1", "--json", "--store", hall)
    let number = run.output.split(separator: "\"").first { $0.hasPrefix("YC2026") }
    return String(try #require(number))
  }

  @Test func `a case shows its ruler, its limits and the count of one`() throws {
    let run = try clock(try underExamination(), "--timer", "statutory")
    #expect(run.status == 0, "\(run.remarks)")
    for part in ["●", "承诺期限", "法定期限", "第1日", "到期("] {
      #expect(run.output.contains(part), "\(part)")
    }
  }

  @Test func `what if is answered beside the date as it stands`() throws {
    let run = try clock(try underExamination(), "--if-extended", "10", "--language", "en")
    if run.status == 0 {
      #expect(run.output.contains("If extended by 10 working days:") && run.output.contains(" -> "))
    } else {
      #expect(run.status == 1 && run.remarks.contains("can no longer be extended"))
    }
  }

  @Test func `what cannot be is refused with status 1`() throws {
    let run = try clock(try underExamination(), "--if-extended", "11", "--json")
    #expect(run.status == 1)
    #expect(run.output.contains(#""ok":false"#) && run.output.contains("extension-too-long"))
  }

  @Test func `programs read every limit and every day`() throws {
    let run = try clock(try underExamination(), "--json")
    #expect(run.status == 0, "\(run.remarks)")
    for part in [#""timers":[{"timer":"#, #""workingDaysLeft":"#, #""reason":"start""#] {
      #expect(run.output.contains(part), "\(part)")
    }
  }

  @Test(arguments: [
    (["YC202603110001", "--accepted-on", "2026-03-02"], "不能和件号一起用"),
    (["--if-extended", "5"], "要和件号一起用"), (["YC1", "--timer", "x"], "commitmentCheck"),
    (["YC1", "--if-decided", "soon"], "2026-03-11"),
  ])
  func `a question that makes no sense is told so`(words: [String], part: String) throws {
    let run = try yichuang.run(["clock"] + words + ["--store", hall])
    #expect(run.status == 2 && run.remarks.contains(part), "\(run.remarks)")
  }
}
