import Casework

/// What stands on the command line, taken apart.
struct Arguments {
  var command: CommandName?
  var operands: [String] = []
  private var values: [Option: String] = [:]
  /// Of the options that may be given several times.
  private var repeated: [Option: [String]] = [:]

  init(_ words: [String]) throws(UsageProblem) {
    var rest = words[...]
    var onlyOperands = false
    while let word = rest.popFirst() {
      if onlyOperands || !word.hasPrefix("-") || word == "-" {
        try takeWord(word)
      } else if word == "--" {
        onlyOperands = true
      } else {
        try take(word, &rest)
      }
    }
    try checkOperands()
  }

  static func command(named name: String) throws(UsageProblem) -> CommandName {
    if let command = CommandName(rawValue: name) { return command }
    throw .unknownCommand(
      name, nearest: nearest(to: name, in: CommandName.allCases.map(\.rawValue)))
  }

  subscript(option: Option) -> String? { values[option] }

  func has(_ option: Option) -> Bool { values[option] != nil }

  func every(_ option: Option) -> [String] { repeated[option] ?? [] }

  /// A whole number of at least `least`.
  func number(_ option: Option, least: Int, most: Int) throws(UsageProblem) -> Int? {
    guard let text = values[option] else { return nil }
    guard let number = Int(text), (least...most).contains(number) else {
      throw .valueExpected(
        option, text, Words("\(least) 到 \(most) 的整数", "a whole number from \(least) to \(most)"))
    }
    return number
  }

  /// The first word that is no option is the command.
  private mutating func takeWord(_ word: String) throws(UsageProblem) {
    if command == nil { command = try Self.command(named: word) } else { operands.append(word) }
  }

  private mutating func take(
    _ word: String, _ rest: inout ArraySlice<String>
  ) throws(UsageProblem) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0] == "-h" ? "--help" : String(parts[0])
    guard let option = allowed.first(where: { $0.flag == name }) else {
      throw .unknownOption(name, nearest: Self.nearest(to: name, in: allowed.map(\.flag)))
    }
    guard values[option] == nil || option.isRepeatable else { throw .givenTwice(option) }
    guard option.value != nil else {
      guard parts.count == 1 else { throw .takesNoValue(option) }
      values[option] = ""
      return
    }
    if parts.count == 2 {
      values[option] = String(parts[1])
    } else if let value = rest.popFirst() {
      values[option] = value
    } else {
      throw .valueMissing(option)
    }
    if values[option] == "" { throw .valueMissing(option) }
    if option.isRepeatable, let value = values[option] { repeated[option, default: []] += [value] }
  }

  private var allowed: [Option] { Option.common + (command?.options ?? []) }

  private func checkOperands() throws(UsageProblem) {
    guard !has(.help), !has(.version) else { return }
    let most: Int
    switch command?.operand?.count {
    case nil: most = 0
    case .one, .optional: most = 1
    case .several, .any: most = .max
    }
    if operands.count > most, let surplus = operands.dropFirst(most).first {
      throw .surplus(surplus)
    }
    if let command, let operand = command.operand, operand.isNeeded, operands.isEmpty {
      throw .operandMissing(command, operand.name)
    }
  }

  /// What was probably meant; nil if nothing is close.
  static func nearest(to word: String, in words: [String]) -> String? {
    let ranked = words.map { ($0, distance(word, $0)) }.min { $0.1 < $1.1 }
    let most = max(2, min(40, word.count) / 3)
    guard let (name, distance) = ranked, distance <= most else { return nil }
    return name
  }

  /// How many letters have to be typed anew.
  private static func distance(_ one: String, _ other: String) -> Int {
    let (one, other) = (Array(one.unicodeScalars.prefix(40)), Array(other.unicodeScalars))
    var row = Array(0...other.count)
    for (index, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in other.indices {
        let above = row[column + 1]
        row[column + 1] =
          letter == other[column] ? diagonal : 1 + min(diagonal, above, row[column])
        diagonal = above
      }
    }
    return row[other.count]
  }
}
