/// What a password has to be; everything else is its owner's business.
package enum PasswordRule {
  package static let leastCharacters = 8
  /// Of UTF-8.
  package static let mostBytes = 128

  /// Nil if it may be one.
  package static func problem(of password: String) -> SignInProblem? {
    if password.count < leastCharacters { return .passwordTooShort(least: leastCharacters) }
    if password.utf8.count > mostBytes { return .passwordTooLong(mostBytes: mostBytes) }
    return isPlainLine(password) ? nil : .passwordUntypable
  }
}

/// Whether nothing in a text steers a terminal or cannot be seen.
func isPlainLine(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy { scalar in
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
    default: true
    }
  }
}
