package import TerminalUI

/// An act as help and palette show it; it is run by pressing its key.
package struct ActHelp: Hashable, Sendable {
  package var key: Key
  package var caps: String
  package var label: String
  package var sentence: String
  package var group: String
  /// Pinyin initials of the label, once they are known.
  package var initials = ""
  /// Why it cannot be done now.
  package var reason: String?

  static func list<State, Message>(
    _ table: KeyTable<State, Message>, in state: State, _ context: Context
  ) -> [ActHelp] {
    table.bindings.compactMap { binding in
      guard let key = binding.keys.first else { return nil }
      let caps = Wording.caps(context.language)
      return ActHelp(
        key: key, caps: binding.keys.map(caps.cap).joined(separator: " "), label: binding.label,
        sentence: binding.sentence, group: binding.group,
        reason: binding.availability(state).reason)
    }
  }
}
