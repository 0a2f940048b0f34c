import TerminalUI

/// A cursor on its way through a list: what stands beside the list is read once it rests.
extension ConsoleProgram {
  /// Leaves for later what is asked about the row stepped upon; what was left for the rows before is
  /// not needed any more.
  mutating func setAside(_ asked: [Asked]) -> [Asked] {
    let details = asked.filter(\.request.isOfOneCase)
    if !details.isEmpty { awaited = details }
    return asked.filter { !$0.request.isOfOneCase }
  }

  mutating func readAwaited() {
    guard !awaited.isEmpty else { return }
    let asked = awaited
    awaited = []
    settle(asked)
  }
}

extension ConsoleState {
  /// Whether a key may do nothing but move the cursor of a list.
  func mayStep(by key: Key) -> Bool {
    guard cover == nil, dialogs.isEmpty, notice == nil else { return false }
    return switch key {
    case .up, .down, .pageUp, .pageDown, .home, .end, .control("n"), .control("b"): true
    case .character("j"), .character("k"): !host(pane).isTyping(self)
    default: false
    }
  }
}

extension Request {
  /// Whether it reads what is shown of a single case, and changes nothing.
  fileprivate var isOfOneCase: Bool {
    if case .file = self { return true }
    if case .resultsOfApplicant = self { return true }
    return false
  }
}
