import Casework
package import Deskwork
package import TerminalUI

/// An act as help and palette show it; it is run by pressing its key.
package struct ActHelp: Hashable, Sendable {
  package var key: Key
  package var caps: String
  package var label: String
  package var sentence: String
  package var group: String
  /// How the label is read, once that is known.
  package var readings: [Spelling] = []
  /// Why it cannot be done now.
  package var reason: String?
  /// What is asked for instead of pressing the key; for what has no key of its own.
  package var requests: [Request] = []

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

  /// Taking an application in, item by item: found by code, name or pinyin.
  static func intakes(_ items: [ItemRow], _ context: Context) -> [ActHelp] {
    let mayTakeIn = context.seat.clerk.may(.receive)
    return items.map { item in
      ActHelp(
        key: .enter, caps: item.id.rawValue, label: context.say(item.name),
        sentence: context.say("收件，", "Take an application in, ")
          + "\(context.name(item.department)) \(context.say(item.handling.label))",
        group: context.say("事项", "Items"), readings: item.readings,
        reason: mayTakeIn
          ? nil : context.say("收件由综合窗口或镇村办理", "Only general and township counters take in"),
        requests: [.startIntake(item.id, nil)])
    }
  }
}
