import Casework
import Console
import Deskwork
import TerminalUI

/// A person who stays at the console while others go on working.
struct ConsoleSitting {
  let driver: ConsoleDriver
  private var program: ConsoleProgram

  init(_ driver: ConsoleDriver) throws {
    self.driver = driver
    let clerk = DeskClerk(desk: driver.hall.desk, seat: try driver.hall.seat(driver.clerk))
    program = try ConsoleProgram(clerk: clerk, language: driver.language, size: driver.size)
  }

  /// What is in sight after some keys.
  mutating func press(_ keys: String) throws -> String {
    try run(Key.keys(from: keys).map { .key($0) })
  }

  /// What is in sight after a while in which nobody touched the keyboard.
  mutating func wait() throws -> String { try run([.ticked]) }

  private mutating func run(_ events: [TerminalEvent]) throws -> String {
    var terminal = ScriptedTerminal(
      size: driver.size, glyphs: .fixed(ambiguous: driver.ambiguous), events: events)
    program.run(on: &terminal)
    return terminal.frames.last?.text ?? ""
  }
}
