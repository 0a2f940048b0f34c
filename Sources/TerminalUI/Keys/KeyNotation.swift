/// Why a text is no list of keys, for example `<Entr>`.
package struct KeyNotationError: Error, Hashable, Sendable {
  package let token: String
}

extension Key {
  /// Reads `j <Enter> <C-p> <F2> 营业执照`: keys stand in angle brackets, other characters for
  /// themselves; spaces only separate.
  package static func keys(from text: String) throws(KeyNotationError) -> [Key] {
    var keys: [Key] = []
    var rest = text[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if first == "<", let end = rest.firstIndex(of: ">") {
        keys.append(try key(named: String(rest[rest.index(after: rest.startIndex)..<end])))
        rest = rest[rest.index(after: end)...]
      } else if first == "<" {
        throw KeyNotationError(token: String(rest))
      } else {
        keys.append(.character(rest.removeFirst()))
      }
    }
    return keys
  }

  /// The key of a name without its brackets, upper or lower case.
  private static func key(named name: String) throws(KeyNotationError) -> Key {
    let lower = name.lowercased()
    if let key = byName[lower] { return key }
    if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...24).contains(number) {
      return .function(number)
    }
    if lower.hasPrefix("c-"), lower.count == 3, let letter = lower.last { return .control(letter) }
    if lower.hasPrefix("m-") || lower.hasPrefix("a-"), name.count == 3, let letter = name.last {
      return .alt(letter)
    }
    if lower.hasPrefix("paste:") { return .paste(String(name.dropFirst(6))) }
    if lower.hasPrefix("scan:") { return .scan(String(name.dropFirst(5))) }
    if lower.hasPrefix("mouse:") {
      let numbers = lower.dropFirst(6).split(separator: ",").compactMap { Int($0) }
      if numbers.count == 2 { return .mouse(row: numbers[0], column: numbers[1]) }
    }
    throw KeyNotationError(token: "<\(name)>")
  }

  private static let named: [Key] = [
    .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right,
    .home, .end, .pageUp, .pageDown, .character(" "), .character("<"),
  ]

  private static let byName: [String: Key] = {
    var table: [String: Key] = [
      "return": .enter, "escape": .escape, "backspace": .backspace, "delete": .delete,
      "insert": .insert, "pageup": .pageUp, "pagedown": .pageDown, "backtab": .backTab,
    ]
    for key in named { table[key.notation.dropFirst().dropLast().lowercased()] = key }
    return table
  }()

  /// The key in the notation that `keys(from:)` reads.
  package var notation: String {
    switch self {
    case .enter: "<Enter>"
    case .escape: "<Esc>"
    case .tab: "<Tab>"
    case .backTab: "<S-Tab>"
    case .backspace: "<BS>"
    case .delete: "<Del>"
    case .insert: "<Ins>"
    case .up: "<Up>"
    case .down: "<Down>"
    case .left: "<Left>"
    case .right: "<Right>"
    case .home: "<Home>"
    case .end: "<End>"
    case .pageUp: "<PgUp>"
    case .pageDown: "<PgDn>"
    case .character(" "): "<Space>"
    case .character("<"): "<lt>"
    case .character(let character): String(character)
    case .function(let number): "<F\(number)>"
    case .control(let letter): "<C-\(letter)>"
    case .alt(let letter): "<M-\(letter)>"
    case .paste(let text): "<Paste:\(text)>"
    case .scan(let text): "<Scan:\(text)>"
    case .mouse(let row, let column): "<Mouse:\(row),\(column)>"
    }
  }

  /// The short form for footers and help: `F2`, `Esc`, `^P`.
  package var cap: String {
    let notation = notation
    if case .control(let letter) = self { return "^" + letter.uppercased() }
    if case .alt(let letter) = self { return "Alt-" + letter.uppercased() }
    if case .character("<") = self { return "<" }
    guard notation.count > 2, notation.hasPrefix("<") else { return notation }
    return String(notation.dropFirst().dropLast())
  }
}
