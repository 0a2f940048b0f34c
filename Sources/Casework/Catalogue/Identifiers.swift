/// A name that is its own text, so that two kinds of name cannot be swapped.
package protocol TextIdentifier: RawRepresentable<String>, Hashable, Comparable, Codable, Sendable,
  CustomStringConvertible, ExpressibleByStringLiteral
{
  init(rawValue: String)
}

extension TextIdentifier {
  package init(_ text: String) { self.init(rawValue: text) }
  package init(stringLiteral value: String) { self.init(rawValue: value) }
  package var description: String { rawValue }
  package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

/// The short number of a case: hall code, day, serial of the day (YC202611230007).
package struct CaseID: TextIdentifier {
  package var rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }

  /// What a clerk says aloud: month and day, then the serial (1123-0007).
  package var spoken: String {
    guard rawValue.count > 8 else { return rawValue }
    let digits = rawValue.suffix(8)
    return "\(digits.prefix(4))-\(digits.suffix(4))"
  }
}

package struct ItemID: TextIdentifier {
  package var rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

package struct DepartmentID: TextIdentifier {
  package var rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

package struct ClerkID: TextIdentifier {
  package var rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

package struct CounterID: TextIdentifier {
  package var rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

/// A number called at the hall (A023), unique within a day.
package struct TicketID: TextIdentifier {
  package var rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}
