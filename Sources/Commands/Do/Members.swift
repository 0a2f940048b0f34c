@_spi(_Unicode) import Swift

import Casework
import WorkCalendar

/// The members of a JSON object, taken out one by one; what nobody takes is complained of.
struct Members {
  private let members: [JSONValue.Member]
  /// The way to this object, for complaints (applicant.identity.).
  private let path: String
  private var taken: Set<String> = []

  init(_ value: JSONValue, at path: String = "") throws(Malformed) {
    guard case .object(let members) = value else {
      guard !path.isEmpty else {
        throw Malformed("一行应为一个对象 {…}。", "A line has to be an object {…}.")
      }
      throw Malformed(
        key: String(path.dropLast()), expected: Words("一个对象 {…}", "an object {…}"))
    }
    self.members = members
    self.path = path
  }

  /// The member if it is there and not null.
  private mutating func optional(_ key: String) -> JSONValue? {
    taken.insert(key)
    let value = members.first { $0.key == key }?.value
    return value == .null ? nil : value
  }

  mutating func has(_ key: String) -> Bool {
    members.contains { $0.key == key && $0.value != .null }
  }

  mutating func textIfAny(_ key: String) throws(Malformed) -> String? {
    guard let value = optional(key) else { return nil }
    guard case .text(let text) = value else {
      throw wrong(key, Words("一段文字", "a text"))
    }
    return try clean(text, key)
  }

  mutating func text(_ key: String) throws(Malformed) -> String {
    guard let text = try textIfAny(key) else { throw missing(key, Words("一段文字", "a text")) }
    return text
  }

  /// A text exactly as it is written, whatever stands in it.
  mutating func rawText(_ key: String) throws(Malformed) -> String {
    guard let value = optional(key) else { throw missing(key, Words("一段文字", "a text")) }
    guard case .text(let text) = value else { throw wrong(key, Words("一段文字", "a text")) }
    return text
  }

  mutating func numberIfAny(_ key: String) throws(Malformed) -> Int? {
    guard let value = optional(key) else { return nil }
    guard case .number(let number) = value, number.magnitude <= 1_000_000_000 else {
      throw wrong(key, Words("一个整数", "a whole number"))
    }
    return number
  }

  mutating func number(_ key: String) throws(Malformed) -> Int {
    guard let number = try numberIfAny(key) else {
      throw missing(key, Words("一个整数", "a whole number"))
    }
    return number
  }

  mutating func truth(_ key: String) throws(Malformed) -> Bool {
    guard let value = optional(key) else { return false }
    guard case .bool(let truth) = value else {
      throw wrong(key, Words("true 或 false", "true or false"))
    }
    return truth
  }

  mutating func numbers(_ key: String) throws(Malformed) -> [Int] {
    var numbers: [Int] = []
    for value in try array(key) {
      guard case .number(let number) = value else {
        throw wrong(key, Words("整数的数组，如 [3,5]", "an array of whole numbers such as [3,5]"))
      }
      numbers.append(number)
    }
    return numbers
  }

  mutating func texts(_ key: String) throws(Malformed) -> [String] {
    var texts: [String] = []
    for value in try array(key) {
      guard case .text(let text) = value else {
        throw wrong(key, Words("文字的数组", "an array of texts"))
      }
      texts.append(try clean(text, key))
    }
    return texts
  }

  mutating func date(_ key: String) throws(Malformed) -> LocalDate? {
    guard let text = try textIfAny(key) else { return nil }
    guard let date = LocalDate(text) else {
      throw wrong(key, Words("如 2026-03-11 的日期", "a date such as 2026-03-11"))
    }
    return date
  }

  mutating func moment(_ key: String) throws(Malformed) -> Moment? {
    guard let text = try textIfAny(key) else { return nil }
    guard let moment = Moment(text) else {
      throw wrong(key, Words("如 2026-03-11T10:24 的时刻", "a moment such as 2026-03-11T10:24"))
    }
    return moment
  }

  /// One of the words a closed set knows.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, else standard: Choice? = nil
  ) throws(Malformed) -> Choice {
    let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    let expected = Words("这些之一：\(known)", "one of: \(known)")
    guard let text = try textIfAny(key) else {
      guard let standard else { throw missing(key, expected) }
      return standard
    }
    guard let choice = Choice(rawValue: text) else { throw wrong(key, expected) }
    return choice
  }

  mutating func objectIfAny(_ key: String) throws(Malformed) -> Members? {
    guard let value = optional(key) else { return nil }
    return try Members(value, at: path + key + ".")
  }

  mutating func object(_ key: String) throws(Malformed) -> Members {
    guard let members = try objectIfAny(key) else {
      throw missing(key, Words("一个对象 {…}", "an object {…}"))
    }
    return members
  }

  mutating func objects(_ key: String) throws(Malformed) -> [Members] {
    var objects: [Members] = []
    for (index, value) in try array(key).enumerated() {
      objects.append(try Members(value, at: "\(path)\(key)[\(index)]."))
    }
    return objects
  }

  /// Every member as a text, for the fields of a form.
  mutating func everyText() throws(Malformed) -> [(key: String, value: String)] {
    var texts: [(key: String, value: String)] = []
    for member in members { texts.append((member.key, try text(member.key))) }
    return texts
  }

  /// A misspelt key must not pass for one left out.
  func finish() throws(Malformed) {
    guard let surplus = members.first(where: { !taken.contains($0.key) }) else { return }
    let nearest = Arguments.nearest(to: surplus.key, in: taken.sorted())
    let key = path + quoted(surplus.key)
    throw Malformed(
      "这里没有「\(key)」这个键\(nearest.map { "（是不是 \($0)？）" } ?? "")。",
      "There is no key \"\(key)\" here\(nearest.map { " (did you mean \($0)?)" } ?? "").")
  }
}

extension Members {
  private mutating func array(_ key: String) throws(Malformed) -> [JSONValue] {
    guard let value = optional(key) else { return [] }
    guard case .array(let values) = value else {
      throw wrong(key, Words("一个数组 […]", "an array […]"))
    }
    return values
  }

  /// In one spelling (NFC), and only what the hall takes up at all; how long the text of a blank
  /// may be is the blank's affair.
  private func clean(_ text: String, _ key: String) throws(Malformed) -> String {
    switch TextKind.passage.fault(in: text) {
    case nil: return String(String.UnicodeScalarView(text._nfc))
    case .tooLong(let most):
      throw wrong(key, Words("不超过 \(most) 字的文字", "at most \(most) characters long"))
    case .unseen: throw wrong(key, Words("不含控制字符的文字", "a text without control characters"))
    case .piled:
      throw wrong(
        key, Words("一个字上没有一叠符号的文字", "a text without piles of marks on one letter"))
    }
  }

  func wrong(_ key: String, _ expected: Words) -> Malformed {
    Malformed(key: path + key, expected: expected)
  }

  func missing(_ key: String, _ expected: Words) -> Malformed {
    Malformed(
      "缺少「\(path + key)」：\(expected.zh)。", "\"\(path + key)\" is missing: \(expected.en).")
  }
}
