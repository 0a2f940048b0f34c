import Casework
import Console
import Deskwork
import TerminalUI
import Testing

/// A digit does at once what it means; where a scanner has typed it, that is as if it had never been.
struct EarlyKeyTests {
  private func run(_ events: [TerminalEvent], as clerk: ClerkID = "hewei") throws -> ConsoleRun {
    try ConsoleDriver(ConsoleHall.atWork(), as: clerk).run(events)
  }

  private func keys(_ text: String) throws -> [TerminalEvent] {
    try Key.keys(from: text).map { .key($0) }
  }

  @Test(arguments: ["5", "1", "8", "3"])
  func `a digit that nothing follows changes the screen at once`(digit: String) throws {
    let key = try #require(digit.first)
    let early = try run([.early(.character(key))])
    let usual = try run([.key(.character(key))])
    #expect(early.frame == usual.frame)
    #expect(early.state.path == usual.state.path)
  }

  /// From every screen, in the middle of typing and with a dialog open too.
  @Test(arguments: [
    "", "1", "2", "4", "5", "6", "7", "8", "<Enter>", "/食", "7food", "<F2>", "<F6>", "<Down><Down>",
  ])
  func `a scan leaves no trace of its first character`(before: String) throws {
    for text in ["0304-0001", "2026031100000001", "12345678", "ABCD123456"] {
      let first = try #require(text.first)
      let earlier = try keys(before)
      let early = try run(earlier + [.early(.character(first)), .key(.scan(text))])
      let alone = try run(earlier + [.key(.scan(text))])
      #expect(early.frame == alone.frame, "\(before) \(text)")
      #expect(early.state == alone.state, "\(before) \(text)")
    }
  }

  /// Nothing that is written can be taken back: it waits until it is decided.
  @Test func `what would be written is written only for what is no scan`() throws {
    func written(_ events: [TerminalEvent]) throws -> Int {
      let hall = try ConsoleHall.atWork()
      let store = CountingStore(hall.store)
      let desk = try Desk(store: store, surroundings: hall.desk.surroundings)
      let clerk = DeskClerk(desk: desk, seat: try hall.seat("wangfang"))
      var terminal = ScriptedTerminal(
        size: Size(columns: 80, rows: 24), events: try keys("<F8>SJ05<Enter>") + events)
      var program = try ConsoleProgram(clerk: clerk, language: .zh, size: terminal.size)
      program.run(on: &terminal)
      return store.draftsSaved
    }
    let scan = TerminalEvent.key(.scan("53010219900101001X"))
    #expect(try written([.early(.character("5")), scan]) == written([scan]))
    #expect(
      try written([.early(.character("5"))]) == written([.key(.character("5"))]))
  }

  @Test func `in the thin display a digit waits, and no frame is sent for nothing`()
    throws
  {
    let run = try run(
      keys("<M-n>") + [.early(.character("5")), .key(.scan("0304-0001"))])
    #expect(!run.frames.contains { $0.text.contains("四类违规") })
    let usual = try self.run([.early(.character("5")), .key(.scan("0304-0001"))])
    #expect(usual.frames.contains { $0.text.contains("四类违规") })
  }

  @Test func `whoever was disabled sees why at the first digit, and it does nothing else`() throws {
    let hall = try ConsoleHall.inEarnest()
    var console = try DoorConsole(hall, as: hall.signIn("wangfang"))
    console.wait()
    try hall.disable("wangfang")
    var program = console.program
    var terminal = ScriptedTerminal(
      size: Size(columns: 80, rows: 24), events: [.early(.character("3"))])
    program.run(on: &terminal)
    #expect(terminal.frames.last?.text.contains("停用") == true)
    #expect(terminal.discards == 1)
    #expect(!program.state.isLeaving)
  }
}
