import Casework
import Console
import Deskwork
import NcursesTerminal
import TerminalUI

/// The console on the real terminal, from taking the screen to giving it back.
enum ConsoleSession {
  enum Refusal: Error {
    case terminal(TerminalFault)
    case store(StoreError)
  }

  /// `whenShown` is called once, behind the first frame; what it answers with false ends the session.
  static func run(
    clerk: DeskClerk, language: Language, display: Display, logPath: String?, usesColour: Bool,
    idleMinutes: Int, whenShown: () -> Bool
  ) throws(Refusal) {
    var terminal = try terminal(display.theme, logPath, usesColour)
    do throws(StoreError) {
      var program = try ConsoleProgram(
        clerk: clerk, language: language, size: terminal.size, idleMinutes: idleMinutes,
        display: display)
      program.run(on: &terminal, whenShown: whenShown)
    } catch {
      throw .store(error)
    }
  }

  private static func terminal(
    _ theme: Theme, _ logPath: String?, _ usesColour: Bool
  ) throws(Refusal) -> NcursesTerminal {
    do throws(TerminalFault) {
      return try NcursesTerminal(
        theme: theme, locale: try TerminalLocale.adopt(), logPath: logPath, usesColour: usesColour)
    } catch {
      throw .terminal(error)
    }
  }
}
