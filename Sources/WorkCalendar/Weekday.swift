package enum Weekday: String, CaseIterable, Hashable, Sendable, Codable, CodingKeyRepresentable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  package var isWeekend: Bool { self == .saturday || self == .sunday }
}
