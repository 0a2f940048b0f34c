import Casework
import Console
import Deskwork
import TerminalUI
import Testing
import WorkCalendar

/// What a step of the cursor through a list changes in sight, and when the rest follows.
struct StepTests {
  /// The frames of somebody at the inbox, by default with a key held down.
  private static func frames(
    _ keys: String, by clerk: ClerkID = "hewei", display: Display = Display(), hurries: Bool = true
  ) throws -> [CellGrid] {
    let hall = try ConsoleHall.atWork()
    let clerk = DeskClerk(desk: hall.desk, seat: try hall.seat(clerk))
    var terminal = try ScriptedTerminal(size: Size(columns: 80, rows: 24), keys: keys)
    terminal.hurries = hurries
    var program = try ConsoleProgram(
      clerk: clerk, language: .zh, size: terminal.size, display: display)
    program.run(on: &terminal)
    return terminal.frames
  }

  /// How many cells differ in what they show or how.
  private static func touched(_ frames: [CellGrid], _ index: Int) -> Int {
    let (old, new) = (frames[index - 1], frames[index])
    var count = 0
    for row in 0..<new.size.rows {
      for column in 0..<new.size.columns
      where old[row: row, column: column] != new[row: row, column: column] { count += 1 }
    }
    return count
  }

  private static let inbox: [ClerkID] = ["hewei", "xujing"]

  @Test(arguments: inbox)
  func `a step touches two marks, two numbers and the count`(clerk: ClerkID) throws {
    let frames = try Self.frames("<Down> <Down> <Up>", by: clerk)
    #expect(frames.count == 5)
    for index in 1...3 { #expect(Self.touched(frames, index) <= 2 * (1 + 10) + 1, "\(index)") }
  }

  @Test(arguments: inbox)
  func `in the thin display a step touches two marks and the count`(clerk: ClerkID) throws {
    let frames = try Self.frames(
      "<Down> <Down> <Up>", by: clerk, display: Display(isThin: true))
    for index in 1...3 { #expect(Self.touched(frames, index) <= 3, "\(index)") }
    #expect(frames[1].selectedRow != frames[2].selectedRow)
  }

  @Test func `what stands below follows once the cursor rests, as if it had gone along`() throws {
    let held = try Self.frames("<Down> <Down>")
    let step = try Self.frames("<Down> <Down>", hurries: false)
    #expect(held.count == 4 && step.count == 5)
    #expect(held[1].lines.suffix(8) == held[0].lines.suffix(8))
    #expect(held[3].frame == step[4].frame)
    #expect(step[2].frame != step[1].frame && step[1].lines[..<15] == step[2].lines[..<15])
  }

  @Test func `any other key finds the row that is marked, with all that belongs to it`() throws {
    let frames = try Self.frames("<End> <C-k>")
    let last = try #require(frames.last)
    #expect(frames[1].selectedRow.contains("0306-0001"))
    #expect(last.text.contains("0306-0001"))
    #expect(try Self.frames("<End> <C-k>", hurries: false).last?.frame == last.frame)
  }

  @Test func `a letter that begins a filter is in sight at once`() throws {
    let frames = try Self.frames("<Down> k", by: "xujing")
    #expect(frames.last?.text.contains("筛选 k") == true)
  }

  @Test func `of the cases stepped over none is read but the last`() throws {
    func read(_ keys: String) throws -> [StreamID] {
      let hall = try ConsoleHall.atWork()
      let store = CountingStore(hall.store)
      let desk = try Desk(store: store, surroundings: hall.desk.surroundings)
      let clerk = DeskClerk(desk: desk, seat: try hall.seat("hewei"))
      var terminal = try ScriptedTerminal(size: Size(columns: 80, rows: 24), keys: keys)
      terminal.hurries = true
      var program = try ConsoleProgram(clerk: clerk, language: .zh, size: terminal.size)
      program.run(on: &terminal)
      return store.read.filter { if case .file = $0 { true } else { false } }
    }
    let (none, once) = (try read(""), try read("<Down>"))
    let often = try read("<Down> <Down> <Up>")
    #expect(once != none && often == once, "\(none) \(once) \(often)")
  }

  @Test func `the thin display is changed to by a key and back`() throws {
    let frames = try Self.frames("<M-n> <Down> <M-n>", hurries: false)
    #expect(frames[1].text.contains("窄带显示") && !Self.hasBar(frames[1]))
    #expect(Self.hasBar(frames[0]) && frames.last.map(Self.hasBar) == true)
  }

  private static func hasBar(_ grid: CellGrid) -> Bool {
    (0..<grid.size.rows).contains { row in
      (0..<grid.size.columns).contains { grid[row: row, column: $0].isSelected }
    }
  }

  @Test func `on a slow line the thin display is offered once, and nothing changes by itself`()
    throws
  {
    let hall = try ConsoleHall.atWork()
    let clerk = DeskClerk(desk: hall.desk, seat: try hall.seat("hewei"))
    var terminal = ScriptedTerminal(
      size: Size(columns: 80, rows: 24),
      events: [.ticked, .ticked, .key(.down), .ticked, .key(.down), .ticked])
    terminal.lineIsSlow = true
    var program = try ConsoleProgram(clerk: clerk, language: .zh, size: terminal.size)
    program.run(on: &terminal)
    let offers = terminal.frames.filter { $0.text.contains("按 Alt-N 换成窄带显示") }
    #expect(offers.count == 1 && offers.allSatisfy(Self.hasBar))
    #expect(terminal.frames.last.map(Self.hasBar) == true)
  }
}
