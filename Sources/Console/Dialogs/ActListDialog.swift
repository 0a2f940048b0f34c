import Deskwork
import TerminalUI

/// Help and palette are one list: every act with its key, narrowed by typing, run by Enter.
package enum ActListDialog {
  package struct State: Hashable, Sendable {
    var heading: String
    /// What the pane is for; the help begins with it.
    var about: String
    var acts: [ActHelp]
    /// Acts that are too many to be listed, and are only found by typing.
    var hidden: [ActHelp] = []
    var filter = TextField("", maximumLength: 40)
    var list = ListState<Int>()

    init(acts: [ActHelp], heading: String, about: String = "") {
      self.acts = acts
      self.heading = heading
      self.about = about
      list.select(0, among: Array(acts.indices))
    }

    mutating func spell(_ readings: [String: [Spelling]]) {
      for index in acts.indices { acts[index].readings = readings[acts[index].label] ?? [] }
    }

    func act(_ index: Int) -> ActHelp {
      index < acts.count ? acts[index] : hidden[index - acts.count]
    }

    /// The acts that fit what was typed: words, key or pinyin.
    var shown: [Int] {
      let wanted = filter.text.lowercased().split(separator: " ")
      guard !wanted.isEmpty else { return Array(acts.indices) }
      return (0..<acts.count + hidden.count).filter { index in
        let act = act(index)
        let texts = [act.label, act.sentence, act.caps].map { $0.lowercased() }
        return wanted.allSatisfy { word in
          texts.contains { $0.contains(word) } || act.readings.contains { $0.suits(String(word)) }
        }
      }
    }
  }

  /// What a key makes of the list.
  enum Result {
    case stay(State)
    case close
    /// The act to carry out once the list is closed.
    case run(ActHelp)
    case refused(State, String)
  }

  static func press(_ state: State, _ key: Key) -> Result {
    var state = state
    let ids = state.shown
    switch key {
    case .escape where !state.filter.isEmpty:
      state.filter.replace(with: "")
      state.list.select(state.shown.first, among: state.shown)
    case .escape, .function(12): return .close
    case .up: state.list.move(by: -1, among: ids)
    case .down, .tab: state.list.move(by: 1, among: ids)
    case .backTab: state.list.move(by: -1, among: ids)
    case .pageUp: state.list.movePages(-1, among: ids)
    case .pageDown: state.list.movePages(1, among: ids)
    case .enter:
      guard let index = state.list.selected, ids.contains(index) else { return .stay(state) }
      let act = state.act(index)
      if let reason = act.reason { return .refused(state, reason) }
      return .run(act)
    case .function, .control("l"), .insert, .mouse: return .stay(state)
    case .scan(let text):
      state.filter.replace(with: text)
      state.list.select(state.shown.first, among: state.shown)
    case .character, .backspace, .delete, .left, .right, .home, .end, .control, .alt, .paste:
      let before = state.filter.text
      _ = state.filter.take(key)
      if state.filter.text != before {
        state.list.select(state.shown.first, among: state.shown)
      }
    }
    return .stay(state)
  }
}
