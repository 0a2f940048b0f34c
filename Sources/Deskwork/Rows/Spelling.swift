/// How a text is read: pinyin without tones, syllable by syllable; letters and digits each by itself.
package struct Spelling: Hashable, Sendable {
  package var syllables: [String]

  package init(syllables: [String]) { self.syllables = syllables }

  /// Syllables with spaces between, as they are stored (zeng xiao yan).
  package init(_ text: String) {
    syllables = text.split(separator: " ").map { String($0) }
  }

  package var text: String { syllables.joined(separator: " ") }

  package var initials: String { String(syllables.compactMap(\.first)) }

  /// Whether small letters are its initials from the beginning on (wxy), or syllables from any of
  /// them on (xiuying, xiuy); of the very first a beginning will do (wan).
  package func matches(_ letters: String) -> Bool {
    initials.hasPrefix(letters) || isSpelled(by: letters)
  }

  /// Whether small letters are syllables of it, the last of them begun.
  package func isSpelled(by letters: String) -> Bool {
    guard let first = letters.utf8.first, first >= UInt8(ascii: "a") else { return false }
    if syllables.joined().hasPrefix(letters) { return true }
    return syllables.indices.dropFirst().contains { start in
      letters.hasPrefix(syllables[start]) && syllables[start...].joined().hasPrefix(letters)
    }
  }

  /// The same for a short list, where initials from the middle on help too.
  package func suits(_ letters: String) -> Bool {
    initials.contains(letters) || isSpelled(by: letters)
  }
}
