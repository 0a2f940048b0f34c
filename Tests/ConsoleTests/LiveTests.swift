import Casework
import Console
import Deskwork
import TerminalUI
import TestSupport
import Testing
import WorkCalendar

/// What others do is in sight within a second, and costs nothing while they do nothing.
@Suite struct LiveTests {
  /// A hall, a second desk in front of the same store that counts, and a console at it.
  private static func counted(
    _ clerk: ClerkID
  ) throws -> (hall: ConsoleHall, store: CountingStore, console: DoorConsole) {
    let hall = try ConsoleHall.inEarnest()
    let store = CountingStore(hall.store)
    let desk = try Desk(store: store, surroundings: hall.desk.surroundings)
    let seat = Seat(clerk: try hall.clerk(clerk), counter: try hall.clerk(clerk).counter)
    var console = try DoorConsole(hall, as: seat, counter: nil, desk: desk)
    console.wait()
    return (hall, store, console)
  }

  @Test func `nothing is read while nobody does anything`() throws {
    var (_, store, console) = try Self.counted("xujing")
    #expect(store.asked { for _ in 0..<60 { console.wait() } } == 0)
  }

  @Test func `what others type is no news: one look at the record and nothing more`() throws {
    var (hall, store, console) = try Self.counted("xujing")
    try console.press("<Down>")
    console.wait()
    var other = try DoorConsole(hall, as: hall.signIn("wangfang"))
    try other.press("<F8>GA03<Enter>")
    console.wait()
    let asked = try store.asked {
      for key in ["5", "3", "9"] {
        try other.press(key)
        console.wait()
      }
    }
    #expect(asked <= 3)
  }

  @Test func `somebody coming in reads no list anew`() throws {
    var (hall, store, console) = try Self.counted("xujing")
    let asked = try store.asked {
      _ = try hall.signIn("wangfang")
      console.wait()
    }
    #expect(asked <= 5)
  }

  @Test func `another's act is in sight within a second; cursor, scroll and dialog stay`() throws {
    var (hall, _, console) = try Self.counted("hewei")
    let before = try console.press("<End><F6>")
    try hall.act(.claim, on: "YC202603060001", by: "xujing")
    let after = console.wait()
    #expect(after.lines.dropFirst(3).prefix(16) == before.lines.dropFirst(3).prefix(16))
    #expect(after.text.contains("市监局徐静(10:24领)") && after.caret == before.caret)
    let closed = try console.press("<Esc>")
    #expect(closed.selectedRow.contains("0306-0001") && closed.selectedRow.contains("徐静"))
  }

  @Test func `the proof of a date follows its case, on the same day`() throws {
    var (hall, _, console) = try Self.counted("hewei")
    let before = try console.press("<Home><Down><C-k><Down>")
    let id = try #require(console.state.proven.first)
    hall.now = hall.now.adding(seconds: 60)
    try hall.act(.endSpecialProcedure(outcome: "检验合格"), on: id, by: "hewei")
    let after = console.wait()
    #expect(after.text != before.text)
    let rows = try [before, after].map { try #require($0.lines.first { $0.contains("│ >") }) }
    #expect(rows[0].prefix(10) == rows[1].prefix(10))
  }
}
