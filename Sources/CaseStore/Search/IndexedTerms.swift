import Casework
import Deskwork

/// The terms the index holds for a case; each says by its first letter what it is of, hanzi apart.
struct IndexedTerms: Hashable, Sendable {
  /// Each once, in an order that follows from the texts.
  private(set) var terms: [String] = []
  private var known: Set<String> = []

  init(_ texts: SearchTexts) {
    known.reserveCapacity(256)
    add(texts)
  }

  /// What a case is found by beside the terms of its item, which come first.
  init(_ texts: SearchTexts, besides item: IndexedTerms) {
    self = item
    var texts = texts
    (texts.itemName, texts.itemInitials, texts.itemReadings) = ("", "", [])
    add(texts)
  }

  /// Those of an item, which all its cases have.
  init(itemName: String, initials: String, readings: [Spelling]) {
    self.init(
      SearchTexts(
        caseNumber: "", shortNumber: "", applicantName: "", identityNumber: "",
        nameReadings: [], itemName: itemName, itemInitials: initials, itemReadings: readings))
  }

  private mutating func add(_ texts: SearchTexts) {
    for number in texts.numbers { addParts(of: number, [SearchRun.wholeNumberPart]) }
    for number in texts.shortNumbers { addParts(of: number, 2..<SearchRun.wholeNumberPart) }
    for name in texts.names { addPairs(of: name) }
    for word in texts.words { addBeginnings(of: word) }
    for reading in texts.readings { add(reading) }
    for reach in texts.reaches { add(SearchTerm.within(reach)) }
  }

  /// As the index takes it, which keeps no order of the terms.
  var text: String {
    var text = ""
    text.reserveCapacity(terms.count * 8)
    for term in terms {
      if !text.isEmpty { text += " " }
      text += term
    }
    return text
  }

  private mutating func add(_ term: String) {
    if known.insert(term).inserted { terms.append(term) }
  }

  private mutating func addParts(of number: String, _ lengths: some Sequence<Int>) {
    let digits = Array(number.utf8)
    for length in lengths where digits.count >= length {
      for start in 0...(digits.count - length) {
        add(SearchTerm.number(digits[start..<(start + length)]))
      }
    }
  }

  /// Every character, and every two that follow one another.
  private mutating func addPairs(of name: String) {
    var previous = ""
    for character in name {
      add(String(character))
      if !previous.isEmpty { add(previous + String(character)) }
      previous = String(character)
    }
  }

  private mutating func addBeginnings(of word: String) {
    for length in SearchTerm.wordLengths where length <= word.utf8.count {
      add(SearchTerm.word(word.prefix(length)))
    }
  }

  private mutating func add(_ reading: Spelling) {
    if let first = reading.syllables.first { addBeginnings(of: first) }
    for (start, syllable) in reading.syllables.enumerated() {
      let (piece, next) = SearchTerm.firstPiece(of: reading.syllables[start...].joined())
      let longest = min(piece.utf8.count, SearchTerm.longestPiece)
      guard syllable.utf8.count <= longest else { continue }
      for length in syllable.utf8.count...longest {
        add(SearchTerm.spelled(piece.prefix(length)))
      }
      if let next { add(SearchTerm.spelled(piece + String(next))) }
    }
  }
}

/// How a term is written. The index keeps no places of terms within a case, so that what is longer
/// than a term is asked for by several and then looked at in the texts.
enum SearchTerm {
  /// Beginnings of words are terms up to a length at which few cases share them, and then some.
  static let wordLengths = Array(1...10) + [12, 14, 16, 18]
  static let longestPiece = 12

  static func number(_ digits: ArraySlice<UInt8>) -> String {
    "n" + String(decoding: digits, as: UTF8.self)
  }

  static func word(_ beginning: some StringProtocol) -> String { "w" + beginning }

  static func spelled(_ letters: some StringProtocol) -> String { "p" + letters }

  /// Nothing in it parts terms or is folded.
  static func within(_ reach: Reach) -> String {
    reach.text.utf8.reduce(into: "r") { $0 += String(UInt16($1) + 256, radix: 16) }
  }

  /// Letters up to the next one that can only begin a syllable, and that one.
  ///
  /// So a spelling falls into the same pieces from wherever one begins to type it, whether a
  /// syllable ends before an n, g, r or a vowel or not.
  static func firstPiece(of letters: String) -> (piece: String, next: Character?) {
    var previous: Character?
    for index in letters.indices {
      let letter = letters[index]
      if let before = previous, isBeginning(letter, after: before) {
        return (String(letters[..<index]), letter)
      }
      previous = letter
    }
    return (letters, nil)
  }

  static func pieces(of letters: String) -> [String] {
    var pieces: [String] = []
    var rest = letters[...]
    while !rest.isEmpty {
      let piece = firstPiece(of: String(rest)).piece
      pieces.append(piece)
      rest = rest.dropFirst(piece.count)
    }
    return pieces
  }

  private static func isBeginning(_ letter: Character, after before: Character) -> Bool {
    switch letter {
    case "h": !"zcs".contains(before)
    case "a", "e", "g", "i", "n", "o", "r", "u", "v": false
    default: true
    }
  }
}
