import Casework
import Console
import Deskwork
import TerminalUI
import Testing
import WorkCalendar

/// What a person sees while the store lets them wait, and while the disk is full.
struct WaitingTests {
  /// The frames of somebody who presses keys while another always is writing, or while nobody is.
  private static func frames(
    of keys: String, by clerk: ClerkID, _ language: Language = .zh, writer: TurnHolder?
  ) throws -> [CellGrid] {
    let hall = try ConsoleHall.atWork()
    let store = CountingStore(hall.store)
    let desk = try Desk(store: store, surroundings: hall.desk.surroundings)
    let clerk = DeskClerk(desk: desk, seat: try hall.seat(clerk))
    var terminal = try ScriptedTerminal(size: Size(columns: 80, rows: 24), keys: keys)
    var program = try ConsoleProgram(clerk: clerk, language: language, size: terminal.size)
    store.writer = writer
    program.run(on: &terminal)
    return terminal.frames
  }

  /// A case is claimed: the act is written, and where one stands.
  private static let claiming = "<End><F4>"
  private static let noticeRow = 22

  @Test func `while a write waits for its turn a line says so, once, and nothing else moves`()
    throws
  {
    let usual = try Self.frames(of: Self.claiming, by: "xujing", writer: nil)
    let waiting = try Self.frames(
      of: Self.claiming, by: "xujing", writer: TurnHolder(process: 7, clerk: "hewei"))
    let told = waiting.indices.filter { waiting[$0].text.contains("正在保存") }
    let place = try #require(told.first)
    #expect(told.count == 1 && place > 0)
    let (before, during) = (waiting[place - 1].lines, waiting[place].lines)
    #expect(during[Self.noticeRow].contains("正在保存... 何伟 正在写入，随后轮到这里"))
    for row in before.indices where row != Self.noticeRow { #expect(before[row] == during[row]) }
    #expect(waiting[place].caret == waiting[place - 1].caret)
    #expect(waiting.last?.frame == usual.last?.frame)
  }

  @Test func `nobody waits for the place to be kept: what was asked for is in sight before`() throws
  {
    for (keys, word) in [("5", "四类违规"), ("7", "[7 台账]")] {
      let frames = try Self.frames(
        of: keys, by: "xujing", writer: TurnHolder(process: 7, clerk: "hewei"))
      let told = try #require(frames.first { $0.text.contains("正在保存") })
      #expect(told.text.contains(word), "\(keys)")
    }
  }

  @Test func `whoever is unknown holds the turn without a name, in English too`() throws {
    let frames = try Self.frames(
      of: Self.claiming, by: "xujing", .en, writer: TurnHolder(process: 7, clerk: nil))
    #expect(
      frames.contains { $0.text.contains("Saving... after somebody else, who is writing now") })
  }

  @Test func `a full disk stays in sight until there is room again`() throws {
    let hall = try ConsoleHall.inEarnest()
    hall.store.reserveIsSpent = true
    #expect(try DoorConsole(hall, as: hall.signIn("xujing")).text.contains("[磁盘已满]"))
    hall.store.reserveIsSpent = false
    var console = try DoorConsole(hall, as: hall.signIn("hewei"))
    #expect(!console.text.contains("磁盘已满"))
    hall.store.reserveIsSpent = true
    let frame = console.wait(seconds: 60)
    #expect(frame.lines[0].contains("[磁盘已满]"))
    #expect(frame.lines[2].contains("今天的事还能办完；请马上腾出空间"))
    try console.press("<Down><F1>")
    #expect(console.grid.lines[0].contains("[磁盘已满]"))
    hall.store.reserveIsSpent = false
    #expect(!console.wait(seconds: 60).text.contains("磁盘已满"))
  }

  @Test func `whoever's act has found the disk full is told at once`() throws {
    let hall = try ConsoleHall.inEarnest()
    var console = try DoorConsole(hall, as: hall.signIn("xujing"))
    hall.store.reserveIsSpent = true
    #expect(try console.press("<End><F4>").lines[0].contains("[磁盘已满]"))
  }
}
