import Casework
import Console
import Deskwork
import TerminalUI
import Testing
import WorkCalendar

/// What has to be on disk before it is seen is not seen before, and not at all where the disk does not
/// confirm it.
struct UnconfirmedTests {
  /// The frames of somebody who presses keys at a disk that confirms the first `confirmed` times.
  private static func frames(
    of keys: String, confirmed: Int = .max, typesAhead: Bool = false, hasJustCome: Bool = false
  ) throws -> (frames: [CellGrid], store: CountingStore) {
    let hall = try ConsoleHall.atWork()
    let store = CountingStore(hall.store)
    store.confirmsOnly = confirmed
    let desk = try Desk(store: store, surroundings: hall.desk.surroundings)
    let clerk = DeskClerk(desk: desk, seat: try hall.seat("xujing"), unconfirmed: hasJustCome)
    var terminal = try ScriptedTerminal(size: Size(columns: 80, rows: 24), keys: keys)
    terminal.typesAhead = typesAhead
    var program = try ConsoleProgram(clerk: clerk, language: .zh, size: terminal.size)
    program.run(on: &terminal)
    return (terminal.frames, store)
  }

  private static let title = "一窗  办件"

  @Test func `a case is in sight once its look is confirmed, which is asked for once`() throws {
    let (frames, store) = try Self.frames(of: "<Enter>")
    #expect(frames.last?.lines[0].contains(Self.title) == true)
    #expect(store.timesAwaited == 1)
    #expect(try Self.frames(of: "<Down><Tab>").store.timesAwaited == 0)
  }

  @Test(arguments: [false, true])
  func `a look the disk has not confirmed shows nothing of the case, and says so`(
    typesAhead: Bool
  ) throws {
    let usual = try Self.frames(of: "<Enter>").frames
    let secret = try #require(usual.last?.lines[4])
    let (frames, store) = try Self.frames(
      of: "<Enter><Tab>", confirmed: 0, typesAhead: typesAhead)
    #expect(store.timesAwaited >= 1)
    #expect(frames.allSatisfy { $0.lines[4] != secret })
    #expect(frames.contains { $0.text.contains("磁盘没有确认") }, "\(frames.map(\.text))")
  }

  @Test func `whoever has come in sees the hall once that is confirmed, and nothing of it else`()
    throws
  {
    let (shown, store) = try Self.frames(of: "", hasJustCome: true)
    #expect(store.timesAwaited == 1 && shown.first?.text.contains("待办") == true)
    let hidden = try Self.frames(of: "<Down>", confirmed: 0, hasJustCome: true).frames
    #expect(hidden.first?.text.contains("磁盘没有确认") == true)
    #expect(hidden.allSatisfy { !$0.text.contains("0306-0001") })
  }
}
