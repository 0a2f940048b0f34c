import TerminalUI

/// The screens of the console, in the order of their digits.
package enum PaneID: String, Hashable, Sendable, CaseIterable {
  case tickets, intake, inbox, release, supervision, items, ledger, statistics
  /// One case whole; opened from the others.
  case file

  /// The digit that opens it; none for what is opened from another pane.
  package var digit: Character? {
    switch self {
    case .tickets: "1"
    case .intake: "2"
    case .inbox: "3"
    case .release: "4"
    case .supervision: "5"
    case .items: "6"
    case .ledger: "7"
    case .statistics: "8"
    case .file: nil
    }
  }
}

/// A screen: state without behaviour, and functions that switch on it.
///
/// Nothing here touches the store: what is wanted is returned as requests, what came of them
/// arrives as answers.
protocol Pane {
  associatedtype State: Hashable, Sendable
  associatedtype Message: Hashable, Sendable

  /// The keys of the pane in the context's language; from it come dispatch, footer and help.
  static func keys(_ context: Context) -> KeyTable<State, Message>
  static func update(
    _ state: inout State, _ message: Message, _ context: Context
  ) -> [Request]
  /// Whether characters go into a field rather than to the key table.
  static func isTyping(_ state: State) -> Bool
  /// Takes a key the table does not know; nil if it means nothing here.
  static func type(_ state: inout State, _ key: Key, _ context: Context) -> [Request]?
  /// What to load when the pane is opened and when others have worked.
  static func refresh(_ state: State, _ context: Context) -> [Request]
  /// Takes what came of a request of this pane.
  static func receive(
    _ state: inout State, _ answer: Answer, _ context: Context
  ) -> [Request]
  /// Where one is, to be found again after somebody else or another day.
  static func place(_ state: State) -> PanePlace
  /// Goes back to where one was; the rows are read after this.
  static func goBack(_ state: inout State, to place: PanePlace, _ context: Context)
  /// Learns how much room there is, before a frame is drawn.
  static func fit(_ state: inout State, _ size: Size, _ context: Context)
  static func view(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect)
}

extension Pane {
  static func isTyping(_ state: State) -> Bool { false }
  static func type(_ state: inout State, _ key: Key, _ context: Context) -> [Request]? { nil }
  static func fit(_ state: inout State, _ size: Size, _ context: Context) {}
}
