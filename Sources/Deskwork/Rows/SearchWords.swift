/// Letters that follow one another in a text, as a search compares them: small, half-width.
package struct SearchRun: Hashable, Sendable {
  package var text: String
  /// ASCII letters and digits; otherwise hanzi or the letters of any other script.
  package var isLatin: Bool

  package init(text: String, isLatin: Bool) {
    self.text = text
    self.isLatin = isLatin
  }

  /// Splits a text at everything that is neither letter nor digit, and where the script changes.
  package static func runs(of text: String) -> [SearchRun] {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return latinRuns(of: text) }
    var runs: [SearchRun] = []
    var isOpen = false
    for character in text {
      guard let letter = plain(character) ?? folded(character) else {
        isOpen = isOpen && namesDots.contains(character)
        continue
      }
      if isOpen, let last = runs.indices.last, runs[last].isLatin == letter.isLatin {
        runs[last].text += letter.text
      } else {
        runs.append(letter)
        isOpen = true
      }
    }
    return runs
  }

  /// Those of ASCII alone, as numbers are.
  private static func latinRuns(of text: String) -> [SearchRun] {
    func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
    return text.utf8.map { isCapital($0) ? $0 + 32 : $0 }.split { byte in
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      return !isDigit && !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }.map { SearchRun(text: String(decoding: $0, as: UTF8.self), isLatin: true) }
  }

  /// What nearly every text is made of: small letters, digits and hanzi, which are as they are.
  private static func plain(_ character: Character) -> SearchRun? {
    let scalars = character.unicodeScalars
    guard let scalar = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex
    else { return nil }
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: return SearchRun(text: String(character), isLatin: true)
    case 0x4E00...0x9FEF: return SearchRun(text: String(character), isLatin: false)
    default: return nil
    }
  }

  /// Dots inside a name, which people leave out when they type it.
  private static let namesDots: Set<Character> = ["·", "•", "・", "‧"]

  private static func folded(_ character: Character) -> SearchRun? {
    let plain = halfWidth(character)
    guard plain.isLetter || plain.isNumber else { return nil }
    return SearchRun(text: plain.lowercased(), isLatin: plain.isASCII)
  }

  /// Ａ and １ as A and 1.
  private static func halfWidth(_ character: Character) -> Character {
    guard character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first,
      (0xFF01...0xFF5E).contains(scalar.value), let half = Unicode.Scalar(scalar.value - 0xFEE0)
    else { return character }
    return Character(half)
  }
}

extension SearchTexts {
  /// Found by any part.
  package var numbers: [String] { Self.latin([caseNumber, shortNumber]) }

  /// What people call it by; found by parts too short for the whole number.
  package var shortNumbers: [String] { Self.latin([shortNumber]) }

  /// Found by any part: hanzi of the applicant's and the item's name.
  package var names: [String] {
    [applicantName, itemName].flatMap { SearchRun.runs(of: $0) }.filter { !$0.isLatin }
      .map(\.text)
  }

  /// Found by their beginning: numbers of papers, initials, Latin words in names.
  package var words: [String] {
    Self.latin([identityNumber, applicantName, itemName, itemInitials])
      + readings.map(\.initials)
  }

  package var readings: [Spelling] { nameReadings + itemReadings }

  private static func latin(_ texts: [String]) -> [String] {
    texts.flatMap { SearchRun.runs(of: $0) }.filter(\.isLatin).map(\.text)
  }
}

extension SearchRun {
  /// Parts of this length and longer are looked for in the whole number of a case.
  package static let wholeNumberPart = 4
  /// A single digit says nothing of a number, and letters alone say nothing either.
  package var mayBeNumberPart: Bool {
    isLatin && text.utf8.count > 1
      && text.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// Whether it is found in what a case is found by.
  package func isFound(in texts: SearchTexts) -> Bool {
    Way.allCases.contains { isFound(in: texts, by: $0) }
  }

  /// What of a case a run may be found in.
  package enum Way: CaseIterable, Sendable { case name, word, reading, number }

  package func isFound(in texts: SearchTexts, by way: Way) -> Bool {
    switch way {
    case .name: !isLatin && texts.names.contains { $0.contains(text) }
    case .word: isLatin && texts.words.contains { $0.hasPrefix(text) }
    case .reading: isLatin && texts.readings.contains { $0.isSpelled(by: text) }
    case .number: mayBeNumberPart && numbers(of: texts).contains { $0.contains(text) }
    }
  }

  private func numbers(of texts: SearchTexts) -> [String] {
    text.utf8.count < Self.wholeNumberPart ? texts.shortNumbers : texts.numbers
  }
}

/// What somebody typed to find cases by: every run of it has to be found.
package struct SearchQuery: Hashable, Sendable {
  package let runs: [SearchRun]

  /// Nil if there is nothing to look for.
  package init?(_ text: String) {
    runs = SearchRun.runs(of: text)
    if runs.isEmpty { return nil }
  }

  package func matches(_ texts: SearchTexts) -> Bool { runs.allSatisfy { $0.isFound(in: texts) } }
}
