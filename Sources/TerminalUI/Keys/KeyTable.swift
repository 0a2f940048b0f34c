/// Whether an act is possible now; if not, why.
package enum Availability: Hashable, Sendable {
  case available
  case unavailable(String)

  package var reason: String? {
    if case .unavailable(let reason) = self { return reason }
    return nil
  }
}

/// One act and the keys for it; footer, help, palette and manual are all made from it.
package struct KeyBinding<State, Message: Sendable>: Sendable {
  /// The first is the one shown.
  package var keys: [Key]
  package var message: Message
  /// The word in the footer.
  package var label: String
  /// One sentence for the help.
  package var sentence: String
  package var group: String
  /// Its place in the footer, lowest first; nil keeps it out.
  package var priority: Int?
  package var availability: @Sendable (State) -> Availability

  package init(
    _ keys: [Key], _ message: Message, label: String, sentence: String = "", group: String = "",
    priority: Int? = nil,
    availability: @escaping @Sendable (State) -> Availability = { _ in .available }
  ) {
    self.keys = keys
    self.message = message
    self.label = label
    self.sentence = sentence
    self.group = group
    self.priority = priority
    self.availability = availability
  }
}

/// What a key leads to in a given state.
package enum KeyOutcome<Message> {
  case message(Message)
  case refused(String)
}

extension KeyOutcome: Equatable where Message: Equatable {}
extension KeyOutcome: Sendable where Message: Sendable {}

/// The keys of one pane, as data.
package struct KeyTable<State, Message: Sendable>: Sendable {
  package var bindings: [KeyBinding<State, Message>]

  package init(_ bindings: [KeyBinding<State, Message>]) {
    self.bindings = bindings
  }

  /// Nil when the table does not know the key; full-width forms count as the key they mean.
  package func outcome(of key: Key, in state: State) -> KeyOutcome<Message>? {
    let binding = binding(for: key) ?? binding(for: key.folded)
    guard let binding else { return nil }
    if let reason = binding.availability(state).reason { return .refused(reason) }
    return .message(binding.message)
  }

  private func binding(for key: Key) -> KeyBinding<State, Message>? {
    bindings.first { $0.keys.contains(key) }
  }

  /// The same acts for a table of a wider state or message.
  package func lifted<WiderState, WiderMessage: Sendable>(
    message: (Message) -> WiderMessage, state: @escaping @Sendable (WiderState) -> State
  ) -> KeyTable<WiderState, WiderMessage> {
    KeyTable<WiderState, WiderMessage>(
      bindings.map { binding in
        let availability = binding.availability
        return KeyBinding(
          binding.keys, message(binding.message), label: binding.label,
          sentence: binding.sentence, group: binding.group, priority: binding.priority,
          availability: { availability(state($0)) })
      })
  }

  package static func + (first: KeyTable, second: KeyTable) -> KeyTable {
    KeyTable(first.bindings + second.bindings)
  }
}
