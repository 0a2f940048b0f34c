import Casework
import Console
import Deskwork
import TerminalUI
import TestSupport
import Testing
import WorkCalendar

@Suite struct HostileTextTests {
  private static let stored = HostileText.unseen + HostileText.odd + HostileText.piles

  @Test func `names stored before there was a rule are shown harmlessly in every pane`() throws {
    let hall = try ConsoleHall.atWork()
    for (number, text) in (Self.stored + [HostileText.long]).enumerated() {
      try hall.store(old: text, number: number)
    }
    let tour = "1<Esc>4<Down><Down>5<Down>6<Down>7spjy<Esc>8<PageDown><Down><Enter>"
    for clerk in ["wangfang", "leiming"] as [ClerkID] {
      let ambiguous = clerk == "wangfang" ? 1 : 2
      let driver = ConsoleDriver(hall, as: clerk, columns: 100, rows: 40, ambiguous: ambiguous)
      for frame in try driver.press(tour).frames { #expect(isHarmless(frame)) }
    }
  }

  @Test(arguments: stored.enumerated().filter { $0.offset % 12 == 0 }.map(\.element))
  func `an old name is shown harmlessly in its case, its forms and its questions`(
    text: String
  ) throws {
    let hall = try ConsoleHall.atWork()
    try hall.store(old: text, number: 7)
    var console = try OpenConsole(hall, as: "wangfang")
    let frames = [
      try console.press("8<Home>"), try console.press("<Enter>"), try console.press("<F2>"),
      try console.press("<Esc><Tab>"), try console.press("<PageDown>"), try console.press("<F3>"),
      try console.press("<F10>"), try console.press("<Enter>"),
    ]
    for frame in frames { #expect(isHarmless(frame), "\(frame.text)") }
  }

  @Test func `what stands in the blank is what is stored, typed or pasted`() throws {
    for text in HostileText.odd.enumerated().filter({ $0.offset % 4 == 1 }).map(\.element)
    where text.count <= 40 {
      for keys in [[Key.paste(text)], text.map { Key.character($0) }] {
        let hall = try ConsoleHall.atWork()
        let driver = ConsoleDriver(hall, as: "wangfang")
        let start = try Key.keys(from: "<F6><F10>gtgs<Enter><scan:539901197909230115>")
        _ = try driver.run((start + keys).map { .key($0) })
        let drafts = try hall.desk.store.drafts(of: "wangfang")
        #expect(drafts.contains { $0.body.contains(text) }, "\(text)")
      }
    }
  }

  @Test func `a paste with something unseen is cleaned, and it is said`() throws {
    let hall = try ConsoleHall.atWork()
    let run = try ConsoleDriver(hall, as: "wangfang").press(
      "<F6><F10>gtgs<Enter><scan:539901197909230115><Paste:小\u{202E}\u{1B}[2J店>")
    #expect(run.notice.contains("看不见的字符"), "\(run.text)")
    #expect(
      try hall.desk.store.drafts(of: "wangfang").allSatisfy {
        !$0.body.unicodeScalars.contains { $0.isUnseen && $0 != "\n" && $0 != "\t" }
      })
  }

  @Test func `a name of ten thousand characters is refused whole, and it is said`() throws {
    let hall = try ConsoleHall.atWork()
    let run = try ConsoleDriver(hall, as: "wangfang").press(
      "<F6><F10>gtgs<Enter><scan:539901197909230115><Paste:\(HostileText.long)>")
    #expect(run.notice.contains("没有放入"), "\(run.notice)\n\(run.text)")
    #expect(
      try hall.desk.store.drafts(of: "wangfang").allSatisfy { !$0.body.contains("长长长") })
  }

  @Test func `no search is too strange`() throws {
    let hall = try ConsoleHall.atWork()
    for (number, text) in Self.stored.enumerated() where number % 4 == 2 {
      let run = try ConsoleDriver(hall, as: "wangfang").run([
        .key(.character("8")), .key(.character("/")), .key(.paste(text)), .key(.enter),
      ])
      for frame in run.frames { #expect(isHarmless(frame)) }
    }
  }

  @Test func `the title says nothing of anybody`() throws {
    let hall = try ConsoleHall.atWork()
    try hall.store(old: "张\u{1B}]0;x\u{7}三", number: 7)
    let run = try ConsoleDriver(hall, as: "wangfang").press("8<Home><Enter>")
    #expect(!run.titles.isEmpty && run.titles.allSatisfy { !$0.contains("张") })
  }

  private func isHarmless(_ frame: CellGrid) -> Bool {
    frame.rows.joined().allSatisfy { cell in
      guard case .scalar(let scalar, let mark) = cell.glyph else { return true }
      return ([scalar] + [mark].compactMap { $0 }).allSatisfy {
        !$0.isControl && !$0.isLayoutControl
      }
    }
  }
}

extension ConsoleHall {
  /// Puts a case on file as an older program might have taken it in, past every rule.
  func store(old name: String, number: Int) throws {
    now = Moment(date: on(2026, 3, 11), hour: 10, minute: 30)
    let sheet = try desk.sheet("GA04")
    var intake = completeIntake(sheet, .driver)
    let seat = try seat("wangfang")
    let id = CaseID("YC20260311\(9_000 + number)")
    let numbers = CaseNumbers(
      id: id, number: "9\(id.rawValue)", queryCode: "123456", pickUpCode: "123456")
    let rules = desk.rules(under: sheet)
    var file = CaseFile(id: id)
    var events = try file.decide(.receive(numbers, intake), desk.occasion(seat), under: rules)
    guard case .received(var received) = events.first else { return }
    intake.applicant.name = name
    intake.applicant.address = name
    intake.materials[0].remark = name
    received.intake = intake
    events[0] = .received(received)
    for event in events { file.evolve(event, desk.occasion(seat).stamp) }
    var batch = Batch(stamp: desk.occasion(seat).stamp)
    batch.appends = [
      .init(stream: .file(id), expecting: 0, events: events.map { .file($0) })
    ]
    batch.changes = CaseProjection.changes(
      from: nil, to: file, under: rules, readings: { _ in [] })
    _ = try desk.store.append(batch)
  }
}
