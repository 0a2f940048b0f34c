import TerminalUI
import Testing

struct ScriptedTerminalTests {
  @Test func `a script is replayed in order and then the line is gone`() throws {
    var terminal = try ScriptedTerminal(size: Size(columns: 10, rows: 2), keys: "j <Enter>")
    terminal.paint(CellGrid(terminal.size, glyphs: terminal.glyphs))
    let events = (0..<4).map { _ in terminal.next(waiting: nil) }
    #expect(events == [.key(.character("j")), .key(.enter), .hungUp, .hungUp])
    #expect(terminal.frames.count == 1)
  }

  @Test func `a resized terminal answers its new size`() {
    let wide = Size(columns: 120, rows: 40)
    var terminal = ScriptedTerminal(size: Size(columns: 80, rows: 24), events: [.resized(wide)])
    let event = terminal.next(waiting: nil)
    #expect(event == .resized(wide))
    #expect(terminal.size == wide)
  }

  @Test func `whoever is waited for rests after a key, but not while one is held down`() throws {
    var terminal = try ScriptedTerminal(size: Size(columns: 9, rows: 1), keys: "j j j")
    let slowly = [terminal.next(waiting: nil), terminal.next(waiting: 150)]
    terminal.hurries = true
    let held = (0..<3).map { _ in terminal.next(waiting: 150) }
    let key = TerminalEvent.key(.character("j"))
    #expect(slowly == [key, .rested] && held == [key, key, .rested])
  }

  @Test func `keys pressed ahead can be forgotten`() {
    var terminal = ScriptedTerminal(
      size: Size(columns: 9, rows: 1), events: [.key(.enter), .key(.enter), .ticked])
    terminal.typesAhead = true
    #expect(terminal.hasPendingInput)
    terminal.discardTypeAhead()
    let event = terminal.next(waiting: nil)
    #expect(event == .ticked)
  }
}
