import Casework
import Console
import Deskwork
import TerminalUI
import WorkCalendar

/// A console at a counter of a real hall, while others come and go.
struct DoorConsole {
  let hall: ConsoleHall
  let clerk: DeskClerk
  private(set) var program: ConsoleProgram

  /// Begins with nobody, or with whoever has come by a key.
  init(
    _ hall: ConsoleHall, as seat: Seat? = nil, counter: CounterID? = "A01",
    _ language: Language = .zh, idleMinutes: Int = 10, desk: Desk? = nil
  ) throws {
    self.hall = hall
    clerk = DeskClerk(desk: desk ?? hall.desk, seat: seat, counter: counter)
    program = try ConsoleProgram(
      clerk: clerk, language: language, size: Size(columns: 80, rows: 24),
      idleMinutes: idleMinutes)
    program.begin()
  }

  /// The frame after some keys.
  @discardableResult
  mutating func press(_ keys: String) throws -> CellGrid {
    for key in try Key.keys(from: keys) { program.press(key) }
    return grid
  }

  /// The frame after a second in which nobody touched the keyboard.
  @discardableResult
  mutating func wait(seconds: Int = 1) -> CellGrid {
    hall.now = hall.now.adding(seconds: Int64(seconds))
    _ = program.tick()
    return grid
  }

  mutating func signIn(_ id: String, _ password: String? = nil) throws {
    try press("\(id)<Enter>")
    for character in password ?? "\(id)-2026" { program.press(.character(character)) }
    try press("<Enter>")
  }

  var state: ConsoleState { program.state }
  var grid: CellGrid { program.state.view(glyphs: .fixed()) }
  var text: String { grid.text }
  var isLeft: Bool { program.state.isLeaving }
}

extension ConsoleHall {
  func signIn(_ clerk: ClerkID, at counter: CounterID? = nil) throws -> Seat {
    try desk.signIn(clerk, at: counter, by: .key)
  }

  /// What the journal says of the comings and goings of a person today.
  func accesses(_ clerk: ClerkID) throws -> [String] {
    try store.events(of: .access(desk.today, clerk), after: 0).compactMap { record in
      guard case .access(let event) = record.event else { return nil }
      return switch event {
      case .signedIn(let it): "signedIn \(it.way)"
      case .signInRefused(let it): "refused \(it.cause)"
      case .locked(let it): "locked \(it.cause)"
      case .unlocked: "unlocked"
      case .signedOut(let it): "signedOut \(it.cause)"
      case .tookOver: "tookOver"
      case .sittingEnded: "ended"
      case .passwordSet: "passwordSet"
      case .exported: "exported"
      case .reprinted: "reprinted"
      }
    }
  }

  func disable(_ id: ClerkID) throws {
    var clerk = try clerk(id)
    clerk.isDisabled = true
    let event = ReferenceEvent.clerkChanged(ClerkChanged(clerk: clerk, reason: "调离"))
    _ = try store.append(
      Batch(
        stamp: Stamp(clerk: "qianjin", at: now),
        appends: [
          StreamAppend(
            stream: .hall, expecting: try store.lastVersion(of: .hall),
            events: [.reference(event)])
        ], changes: [.putReference(event)]))
  }
}
