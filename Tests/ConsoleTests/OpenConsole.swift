import Casework
import Console
import TerminalUI
import TestSupport

/// A console that stays open while others work.
struct OpenConsole {
  private var program: ConsoleProgram
  private let size: Size

  init(_ hall: ConsoleHall, as clerk: ClerkID, columns: Int = 80, rows: Int = 24) throws {
    size = Size(columns: columns, rows: rows)
    let clerk = DeskClerk(desk: hall.desk, seat: try hall.seat(clerk))
    program = try ConsoleProgram(clerk: clerk, language: .zh, size: size)
    _ = look()
  }

  /// Reads what others have done, and answers the frame.
  mutating func look() -> CellGrid {
    var terminal = ScriptedTerminal(size: size, events: [])
    program.run(on: &terminal)
    return terminal.frames.last ?? CellGrid(size, glyphs: .fixed())
  }

  /// The frame after some keys.
  @discardableResult
  mutating func press(_ keys: String) throws -> CellGrid {
    for key in try Key.keys(from: keys) { program.press(key) }
    return program.state.view(glyphs: .fixed())
  }

  var notice: String { program.state.notice?.text ?? "" }
  var dialogs: Int { program.state.dialogs.count }
}

extension CellGrid {
  /// The row of the list with the mark of the selection.
  var selectedRow: String { lines.first { $0.hasPrefix(">") } ?? "" }
}
