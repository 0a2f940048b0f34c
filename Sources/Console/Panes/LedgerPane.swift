import Casework
import Deskwork
import TerminalUI

enum LedgerPane: Pane {
  struct State: Hashable, Sendable {
    init() {}
  }

  enum Message: Hashable, Sendable {
    case moved(by: Int)
  }

  static func keys(_ context: Context) -> KeyTable<State, Message> { KeyTable([]) }

  static func update(
    _ state: inout State, _ message: Message, _ context: Context
  ) -> [Request] { [] }

  static func refresh(_ state: State, _ context: Context) -> [Request] { [] }

  static func receive(
    _ state: inout State, _ answer: Answer, _ context: Context
  ) -> [Request] { [] }

  static func view(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {}
}
