/// One line of the help or of the palette.
package struct KeyHelp<Message: Sendable>: Sendable {
  package let caps: String
  package let label: String
  package let sentence: String
  package let group: String
  package let message: Message
  package let availability: Availability
}

/// What a key is called for the clerk: `Enter` may be shown as 回车.
package struct KeyCaps: Sendable {
  private let names: [Key: String]

  package init(_ names: [Key: String] = [:]) {
    self.names = names
  }

  package func cap(_ key: Key) -> String {
    names[key] ?? key.cap
  }
}

extension KeyTable {
  /// The acts with what they are now, in the table's order.
  package func help(in state: State, caps: KeyCaps = KeyCaps()) -> [KeyHelp<Message>] {
    bindings.map { binding in
      KeyHelp(
        caps: binding.keys.map(caps.cap).joined(separator: " "), label: binding.label,
        sentence: binding.sentence, group: binding.group, message: binding.message,
        availability: binding.availability(state))
    }
  }

  /// The rows of the manual: group, keys, what they do.
  package func markdownRows(caps: KeyCaps = KeyCaps()) -> String {
    bindings.map { binding in
      let keys = binding.keys.map { "`\(caps.cap($0))`" }.joined(separator: " ")
      let sentence = binding.sentence.isEmpty ? binding.label : binding.sentence
      return "| \(binding.group) | \(keys) | \(binding.label) | \(sentence) |\n"
    }.joined()
  }

  /// One row of keys that work now; F1 and Esc come first and are never cut away.
  package func drawFooter(
    in state: State, on grid: inout CellGrid, row: Int, caps: KeyCaps = KeyCaps()
  ) {
    var column = 1
    grid.fill(Rect(row: row, column: 0, columns: grid.size.columns, rows: 1), role: .hint)
    for binding in footerOrder.map({ bindings[$0] }) {
      var cap = binding.keys.first.map(caps.cap) ?? ""
      // Latin words would run together; Chinese ones do not.
      if binding.label.first?.isASCII ?? false { cap += " " }
      let width = grid.glyphs.columns(of: cap) + grid.glyphs.columns(of: binding.label)
      guard column + width <= grid.size.columns || isKept(binding) else { continue }
      let isAvailable = binding.availability(state) == .available
      column = grid.put(cap, row: row, column: column, role: isAvailable ? .key : .disabled)
      column = grid.put(
        binding.label, row: row, column: column, role: isAvailable ? .hint : .disabled)
      column += 1
    }
  }

  /// The places of those bindings that have one in the footer.
  private var footerOrder: [Int] {
    let ordered = bindings.indices.compactMap { index in
      bindings[index].priority.map { (priority: $0, index: index) }
    }.sorted { $0 < $1 }.map(\.index)
    return ordered.filter { isKept(bindings[$0]) } + ordered.filter { !isKept(bindings[$0]) }
  }

  private func isKept(_ binding: KeyBinding<State, Message>) -> Bool {
    binding.keys.contains(.function(1)) || binding.keys.contains(.escape)
  }
}
