import Casework
import Deskwork
import TerminalUI
import TestSupport
import Testing
import WorkCalendar

@Suite struct IntakeReturnTests {
  /// The case of a stage in the hall at work.
  private func id(_ stage: CaseStage, in hall: ConsoleHall) throws -> CaseID {
    let rows = try hall.desk.store.cases(CaseFilter(stage: stage), after: nil, limit: 1).rows
    return try #require(rows.first?.id)
  }

  @Test func `corrections that were brought are taken in and accepted in one visit`() throws {
    let hall = try ConsoleHall.atWork()
    let id = try id(.awaitingCorrection, in: hall)
    let run = try ConsoleDriver(hall, as: "wangfang")
      .press("<F8><scan:\(id)><F6><Space><F10><Enter><C-y>")
    #expect(try hall.desk.file(id).stage == .underExamination, "\(run.text)")
    #expect(try hall.desk.file(id).intake?.material(1)?.status == .received)
  }

  @Test func `without what was asked for nothing is accepted`() throws {
    let hall = try ConsoleHall.atWork()
    let id = try id(.awaitingCorrection, in: hall)
    let run = try ConsoleDriver(hall, as: "wangfang").press("<F8><scan:\(id)><F6><F10>2")
    #expect(run.notice.contains("还缺第1项"))
    #expect(try hall.desk.file(id).stage == .awaitingCorrection)
  }

  @Test func `a case that was only taken in ends as an application does`() throws {
    let hall = try ConsoleHall.atWork()
    let id = try id(.received, in: hall)
    let run = try ConsoleDriver(hall, as: "wangfang")
      .press("<F8><scan:\(id)><F6><F10>4<Enter>不属本机关<F10><C-y>")
    #expect(try hall.desk.file(id).stage == .declined, "\(run.text)")
  }

  @Test func `a material that was deferred is taken in when it comes`() throws {
    let hall = try ConsoleHall()
    let id = try hall.takeIn(
      "SJ05", of: .noodleHouse, ending: .accept(deferring: [6], underCommitment: false),
      on: on(2026, 3, 10)
    ) { intake in
      intake.materials = intake.materials.map {
        $0.number == 6 ? MaterialReceived(number: 6, status: .deferred) : $0
      }
    }
    hall.now = ConsoleHall.now
    let run = try ConsoleDriver(hall, as: "wangfang")
      .press("<F8><scan:\(id)><F3>7<Space><F10><Enter><C-y>")
    #expect(try hall.desk.file(id).deferredOutstanding.isEmpty, "\(run.text)")
  }

  @Test func `a township takes in what it may, as a township`() throws {
    let hall = try ConsoleHall()
    let run = try ConsoleDriver(hall, as: "tangyuanyuan")
      .press(
        "gtgs<Enter><scan:539901197909230115>周大路<Enter><Enter><Enter>小店<Enter>村口<Enter>零售"
          + "<PageDown><Space><Space><Space><F10><Enter><Enter><C-y>")
    #expect(try hall.latest("周大路")?.channel == .township, "\(run.text)")
  }

  @Test func `a case that came back in a frame`() throws {
    let hall = try ConsoleHall.atWork()
    let id = try id(.awaitingCorrection, in: hall)
    expectGolden(
      try ConsoleDriver(hall, as: "wangfang").press("<F8><scan:\(id)><F6><Space>").frame,
      named: "Intake-correction-80x24")
  }
}
