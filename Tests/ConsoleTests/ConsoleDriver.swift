import Casework
import Console
import Deskwork
import TerminalUI
import TestSupport
import WorkCalendar

/// A person at the console: keys in, frames out, through the real loop.
struct ConsoleDriver {
  var hall: ConsoleHall
  var clerk: ClerkID
  var language = Language.zh
  var size = Size(columns: 80, rows: 24)
  /// How many columns a character of uncertain width takes; 2 in a GB terminal.
  var ambiguous = 1

  init(
    _ hall: ConsoleHall, as clerk: ClerkID, _ language: Language = .zh, columns: Int = 80,
    rows: Int = 24, ambiguous: Int = 1
  ) {
    self.hall = hall
    self.clerk = clerk
    self.language = language
    self.ambiguous = ambiguous
    size = Size(columns: columns, rows: rows)
  }

  /// Presses keys written as in `j <Enter> <C-p>` and answers what is in sight then.
  func press(_ keys: String) throws -> ConsoleRun {
    try run(Key.keys(from: keys).map { .key($0) })
  }

  func run(_ events: [TerminalEvent]) throws -> ConsoleRun {
    let printed = Printed()
    let paper = Paper(
      document: { document, id, isReprint, _ in
        printed.lines.append("\(id.spoken) \(document.number)\(isReprint ? " again" : "")")
        return nil
      },
      slip: { ticket, text, _ in
        printed.lines.append("\(ticket.id) \(text.contains("排队号"))")
        return nil
      },
      sheet: { name, text, _ in
        printed.lines.append(name)
        printed.sheets.append(text)
        return Notice(.done, name)
      })
    let clerk = DeskClerk(desk: hall.desk, seat: try hall.seat(clerk), paper: paper)
    var program = try ConsoleProgram(clerk: clerk, language: language, size: size)
    var terminal = ScriptedTerminal(
      size: size, glyphs: .fixed(ambiguous: ambiguous), events: events)
    program.run(on: &terminal)
    return ConsoleRun(
      frames: terminal.frames, titles: terminal.titles, discards: terminal.discards,
      state: program.state, printed: printed.lines, sheets: printed.sheets)
  }
}

/// What came of a script of keys.
struct ConsoleRun {
  /// Every frame that was painted.
  var frames: [CellGrid]
  var titles: [String]
  /// How often keys pressed too early were dropped.
  var discards: Int
  var state: ConsoleState
  /// What would have been printed.
  var printed: [String]
  /// What was printed without being a document.
  var sheets: [String]

  /// The last frame as one reads it.
  var text: String { frames.last?.text ?? "" }
  /// The last frame with its roles and caret: what goldens hold.
  var frame: String { frames.last?.frame ?? "" }
  var notice: String { state.notice?.text ?? "" }

  /// The row of the last frame that holds a text, as one reads it; empty if none does.
  func row(with part: String) -> String {
    frames.last?.lines.first { $0.contains(part) } ?? ""
  }
}

private final class Printed {
  var lines: [String] = []
  var sheets: [String] = []
}

extension ConsoleHall {
  /// A hall in the middle of a morning: cases in every stage, results ready, numbers waiting.
  static func atWork() throws -> ConsoleHall {
    try ConsoleHall(copying: morning.get())
  }

  /// The same morning in a hall that is no demo.
  static func inEarnest() throws -> ConsoleHall {
    try ConsoleHall(copying: morning.get(), asReal: true)
  }

  /// Made once for all tests; each works on a copy of its own and nobody touches this one.
  private nonisolated(unsafe) static let morning = Result { try madeAtWork() }

  private static func madeAtWork() throws -> ConsoleHall {
    let hall = try ConsoleHall()
    try hall.fillDepartments()
    try hall.fillRelease()
    hall.now = now.adding(seconds: -900)
    for (queue, purpose) in [("A", "企业开办"), ("A", "食品经营"), ("B", "领取证照"), ("A", "社会保障")] {
      _ = try hall.desk.issueTicket(queue: queue, purpose: purpose, by: hall.seat("wangfang"))
      hall.now = hall.now.adding(seconds: 180)
    }
    hall.now = now
    return hall
  }

  private static let accept = IntakeEnding.accept(deferring: [], underCommitment: false)

  /// Overdue, due today, stopped, in correction, referred, newly received.
  private func fillDepartments() throws {
    let overdue = try takeIn(
      "SJ05", of: .restaurant, ending: Self.accept, on: on(2026, 2, 24))
    now = Moment(date: on(2026, 2, 25), hour: 14, minute: 5)
    try act(.claim, on: overdue, by: "xujing")
    let stopped = try takeIn("SJ08", of: .pharmacy, ending: Self.accept, on: on(2026, 2, 26))
    now = Moment(date: on(2026, 3, 3), hour: 11, minute: 0)
    if let kind = try desk.sheet("SJ08").specialProcedures.first?.kind {
      try act(
        .startSpecialProcedure(kind, plannedEnd: on(2026, 3, 20), reason: "须检验设施设备"),
        on: stopped, by: "hewei")
    }
    _ = try takeIn("GA05", of: .hotel, ending: Self.accept, on: on(2026, 3, 4))
    let referred = try takeIn("JT03", of: .carrier, ending: Self.accept, on: on(2026, 3, 4))
    now = Moment(date: on(2026, 3, 5), hour: 15, minute: 0)
    try advance(referred, to: .referral)
    _ = try takeIn("SJ05", of: .noodleHouse, ending: Self.accept, on: on(2026, 3, 6))
    let decided = try takeIn("RS05", of: .student, ending: Self.accept, on: on(2026, 3, 9))
    try advance(decided, to: .decision)
    _ = try takeIn(
      "JT01", of: .carrier,
      ending: .requestCorrection(
        [Defect(material: 1, kind: .incorrect, remark: "请加盖公章后提交")], workingDays: 5),
      on: on(2026, 3, 9))
    _ = try takeIn("WJ03", of: .mother, ending: nil, on: on(2026, 3, 10))
    let joint = try takeIn(
      "ZR02", of: .hotel, ending: Self.accept, on: on(2026, 3, 10), by: "limin")
    try act(.claim, on: joint, by: "zhenghaitao")
  }

  /// Two results of one person, one of an organisation, a refusal, one on its way by post.
  private func fillRelease() throws {
    let card = try takeIn("GA03", of: .mother, ending: Self.accept, on: on(2026, 2, 25))
    now = Moment(date: on(2026, 3, 2), hour: 16, minute: 0)
    try finish(card)
    let social = try takeIn("RS04", of: .mother, ending: Self.accept, on: on(2026, 2, 26))
    now = Moment(date: on(2026, 3, 6), hour: 10, minute: 0)
    try finish(social)
    let licence = try takeIn("SJ02", of: .noodleHouse, ending: Self.accept, on: on(2026, 3, 9))
    now = Moment(date: on(2026, 3, 10), hour: 9, minute: 50)
    try finish(licence)
    let refused = try takeIn("NY02", of: .pharmacy, ending: Self.accept, on: on(2026, 3, 2)) {
      $0.agent = .helper
      $0.delivery = .init(method: .post, address: "演示县白石镇供销社旁")
    }
    now = Moment(date: on(2026, 3, 10), hour: 15, minute: 30)
    try finish(refused, .refused)
    let posted = try takeIn("GA04", of: .driver, ending: Self.accept, on: on(2026, 3, 2)) {
      $0.delivery = .init(method: .post, address: "演示县城关镇滨河路66号")
    }
    now = Moment(date: on(2026, 3, 9), hour: 15, minute: 0)
    try finish(posted)
    try act(
      .post(carrier: "EMS", waybill: "EMS1010203040", address: "演示县城关镇滨河路66号"),
      on: posted, by: "sunli")
    let over = try takeIn(
      "SJ01", of: .retired, ending: .decideOnTheSpot(text: "准予登记。"), on: on(2026, 3, 10))
    try act(
      .handOver(
        Recipient(name: "陈玉", relation: .applicant, identity: Applicant.retired.identity),
        witness: ""),
      on: over, by: "sunli")
  }
}
