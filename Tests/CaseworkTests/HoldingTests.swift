import Casework
import TestSupport
import Testing
import WorkCalendar

struct HoldingTests {
  private func day(_ day: Int) -> LocalDate { on(2026, 3, day) }

  private func holdings(_ it: Scenario) -> Holdings { Holdings(it.file.id, it.history) }

  private func days(_ it: Scenario, through day: Int) -> [Holder: Int] {
    Dictionary(
      holdings(it).daysHeld(through: on(2026, 3, day), in: it.calendar).map {
        ($0.holder, $0.days)
      },
      uniquingKeysWith: +)
  }

  @Test func `a case lies with the counter, the department and the release counter in turn`()
    throws
  {
    var it = Scenario()
    try it.receive()
    it.today = day(4)
    try it.act(.accept(deferring: [], underCommitment: false), as: .counterClerk)
    try it.act(.claim, as: .examiner)
    it.today = day(9)
    try it.agree()
    try it.agree()
    it.today = day(11)
    try it.grant()
    try it.act(.produceCertificate(number: "证1"), as: .examiner)
    let all = holdings(it).all
    #expect(all.map(\.holder) == [.counter, .department("SJ"), .release])
    #expect(all.map(\.clerk) == ["C01", "SJ1", nil])
    #expect(all.map(\.from) == [day(2), day(4), day(11)])
    #expect(all.map(\.to) == [day(4), day(11), nil])
    #expect(days(it, through: 13) == [.counter: 2, .department("SJ"): 5, .release: 2])
  }

  @Test func `departments side by side each hold their part until they have answered`() throws {
    var it = Scenario(.jointApproval)
    try it.accept()
    it.today = day(5)
    try it.act(.recordOpinion(step: 0, .agree, text: "", officers: []), as: .landExaminer)
    #expect(
      holdings(it).holders(atEndOf: day(4)).map(\.holder)
        == [.department("SJ"), .department("XF"), .department("ZR")])
    #expect(
      holdings(it).holders(atEndOf: day(5)).map(\.holder)
        == [.department("SJ"), .department("XF")])
    let expected: [Holder: Int] = [
      .counter: 0, .department("SJ"): 6, .department("XF"): 6, .department("ZR"): 3,
    ]
    #expect(days(it, through: 10) == expected)
  }

  @Test func `a step sent back is held again by whoever had it`() throws {
    var it = Scenario(.jointApproval)
    try it.accept()
    try it.agree()
    it.today = day(5)
    try it.act(.returnToStep(0, reason: "意见不全"), as: .approver)
    #expect(
      holdings(it).holders(atEndOf: day(5)).map(\.holder)
        == [.department("SJ"), .department("XF"), .department("ZR")])
    #expect(days(it, through: 9)[.department("XF")] == 2)
    #expect(days(it, through: 9)[.department("SJ")] == 5)
  }

  @Test
  func `days of a procedure, of the applicant and of the authority above are not the department's`()
    throws
  {
    var it = Scenario()
    try it.accept()
    it.today = day(4)
    try it.act(
      .startSpecialProcedure(.inspection, plannedEnd: day(10), reason: "检验"), as: .examiner)
    it.today = day(10)
    try it.act(.endSpecialProcedure(outcome: "合格"), as: .examiner)
    it.today = day(11)
    try it.act(.requestExaminationCorrection(Scenario.defects, workingDays: 5), as: .examiner)
    let expected: [Holder: Int] = [
      .counter: 0, .department("SJ"): 3, .procedure: 4, .applicant: 2,
    ]
    #expect(days(it, through: 13) == expected)
    #expect(holdings(it).holders(atEndOf: day(12)).map(\.holder) == [.applicant])
  }

  @Test func `weekends and times outside the limit are held by nobody`() throws {
    var it = Scenario(.coolingOff, on: on(2026, 3, 6))
    try it.accept()
    #expect(days(it, through: 8)[.department("SJ")] == 0)
    #expect(days(it, through: 31)[.department("SJ")] == 0)
  }

  @Test func `what is over is held by nobody`() throws {
    var it = Scenario()
    try it.accept()
    it.today = day(5)
    try it.act(.withdraw(reason: "改变计划"), as: .counterClerk)
    #expect(holdings(it).holders(atEndOf: day(5)) == [])
    #expect(days(it, through: 20) == [.counter: 0, .department("SJ"): 3])
  }
}
