import CaseStore
import Casework
import Console
import Deskwork
import FoundationEssentials
import Glibc
import TerminalUI
import WorkCalendar

/// A frame of the console as text.
struct ScreenCommand {
  let invocation: Invocation

  func run() throws(Complaint) -> ExitStatus {
    let (pane, size, keys) = try complaining { () throws(UsageProblem) in
      (try self.pane(), try self.size(), try self.keys())
    }
    // A frame as text has no colours, but a wrong name is still a mistake.
    if invocation.arguments.has(.theme) { _ = try ThemeFiles(invocation: invocation).theme() }
    guard keys.isEmpty else { return try overCopy(pane, size, keys) }
    try show(OpenHall(reading: invocation), pane, size, [])
    return .done
  }

  /// Keys may act, so they are pressed over a copy that is thrown away.
  private func overCopy(
    _ pane: PaneID, _ size: Size, _ keys: [Key]
  ) throws(Complaint) -> ExitStatus {
    let path = invocation.storePath
    let original = try complaining { () throws(StoreError) in
      try SQLiteStore.openReadOnly(at: path)
    }
    var template = Array("\(invocation.set("TMPDIR") ?? "/tmp")/yichuang-screen-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .store(.cannotOpen(path: path, detail: String(cString: strerror(errno))))
    }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let copy = folder + "/hall.db"
    try complaining { () throws(StoreError) in try original.backup(into: copy) }
    try show(OpenHall(working: invocation, at: copy, beside: path), pane, size, keys)
    return .done
  }

  private func show(
    _ hall: OpenHall, _ pane: PaneID, _ size: Size, _ keys: [Key]
  ) throws(Complaint) {
    if let moment = try complaining({ () throws(UsageProblem) in try invocation.moment(.at) }) {
      guard let clock = hall.demoClock else { throw .usage(.onlyForDemo(.at)) }
      _ = clock.move(to: moment)
    }
    let clerk = DeskClerk(desk: hall.desk, seat: try hall.seat(invocation))
    let program = try complaining { () throws(StoreError) in
      try ConsoleProgram(clerk: clerk, language: invocation.language, size: size)
    }
    let events = (pane.digit.map { [Key.alt($0)] } ?? []) + keys
    var terminal = ScriptedTerminal(size: size, events: events.map { .key($0) })
    var running = program
    running.run(on: &terminal)
    guard let grid = terminal.frames.last else { return }
    invocation.output.say(invocation.arguments.has(.styles) ? grid.frame : grid.text)
  }

  private func pane() throws(UsageProblem) -> PaneID {
    let name = invocation.arguments.operands.first ?? ""
    guard let pane = PaneID(rawValue: name), pane.digit != nil else {
      let known = PaneID.allCases.filter { $0.digit != nil }.map(\.rawValue)
        .joined(separator: ", ")
      throw .operandExpected(name, Words("这些之一：\(known)", "one of: \(known)"))
    }
    return pane
  }

  private func size() throws(UsageProblem) -> Size {
    guard let text = invocation.arguments[.size] else { return Size(columns: 80, rows: 24) }
    let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1],
      (1...500).contains(columns), (1...200).contains(rows)
    else {
      throw .valueExpected(
        .size, text, Words("如 100x30 的列数x行数", "columns x rows such as 100x30"))
    }
    return Size(columns: columns, rows: rows)
  }

  private func keys() throws(UsageProblem) -> [Key] {
    guard let text = invocation.arguments[.pressed] else { return [] }
    do throws(KeyNotationError) {
      return try Key.keys(from: text)
    } catch {
      throw .valueExpected(
        .pressed, error.token, Words("如 'j j <Enter>' 的按键", "keys such as 'j j <Enter>'"))
    }
  }
}

/// The key table as Markdown.
struct KeysCommand {
  let invocation: Invocation

  func run() -> ExitStatus {
    invocation.output.say(KeyManual.markdown(invocation.language))
    return .done
  }
}
