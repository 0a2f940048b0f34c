import Casework
import Deskwork

/// The terms the index holds for a case; each says by its first letter what it is of, hanzi apart.
struct IndexedTerms: Hashable, Sendable {
  /// Those of its item.
  private let shared: [String]
  private let knownShared: Set<String>
  /// Its own beside these.
  private(set) var own: [String] = []
  private var known: Set<String> = []
  /// The parts of its numbers, few enough to look through.
  private var parts: [UInt32] = []

  init(_ texts: SearchTexts) { self.init(texts, shared: [], []) }

  /// What a case is found by beside the terms of its item, which come first.
  init(_ texts: SearchTexts, besides item: IndexedTerms) {
    var texts = texts
    (texts.itemName, texts.itemInitials, texts.itemReadings) = ("", "", [])
    self.init(texts, shared: item.own, item.known)
  }

  /// Those of an item, which all its cases have.
  init(itemName: String, initials: String, readings: [Spelling]) {
    self.init(
      SearchTexts(
        caseNumber: "", shortNumber: "", applicantName: "", identityNumber: "",
        nameReadings: [], itemName: itemName, itemInitials: initials, itemReadings: readings))
  }

  private init(_ texts: SearchTexts, shared: [String], _ known: Set<String>) {
    (self.shared, knownShared) = (shared, known)
    own.reserveCapacity(256)
    self.known.reserveCapacity(128)
    add(texts)
  }

  /// Each once, in an order that follows from the texts.
  var terms: [String] { shared + own }

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
    text.reserveCapacity((shared.count + own.count) * 8)
    for terms in [shared, own] {
      for term in terms {
        if !text.isEmpty { text += " " }
        text += term
      }
    }
    return text
  }

  private mutating func add(_ term: String) {
    if !knownShared.contains(term), known.insert(term).inserted { own.append(term) }
  }

  /// No item has a number, and no other term begins as these do. None is longer than four letters.
  private mutating func addParts(of number: String, _ lengths: some Sequence<Int>) {
    let digits = Array(number.utf8)
    for length in lengths where digits.count >= length {
      for start in 0...(digits.count - length) {
        let part = digits[start..<(start + length)]
        let packed = part.reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
        if parts.contains(packed) { continue }
        parts.append(packed)
        own.append(SearchTerm.number(part))
      }
    }
  }

  /// Every character, and every two that follow one another.
  private mutating func addPairs(of name: String) {
    var previous = ""
    for letter in Self.letters(of: name) {
      add(letter)
      if !previous.isEmpty { add(previous + letter) }
      previous = letter
    }
  }

  /// Of hanzi each is a letter; of other scripts several marks may make one.
  private static func letters(of name: String) -> [String] {
    let scalars = name.unicodeScalars
    let areHanzi = scalars.allSatisfy { (0x4E00...0x9FEF).contains($0.value) }
    return areHanzi ? scalars.map { String($0) } : name.map { String($0) }
  }

  private mutating func addBeginnings(of word: String) {
    let letters = ArraySlice(word.utf8)
    for length in SearchTerm.wordLengths where length <= letters.count {
      add(SearchTerm.word(letters.prefix(length)))
    }
  }

  private mutating func add(_ reading: Spelling) {
    if let first = reading.syllables.first { addBeginnings(of: first) }
    var letters = ArraySlice(reading.syllables.joined().utf8)
    for syllable in reading.syllables {
      let piece = SearchTerm.firstPiece(of: letters)
      let (shortest, longest) = (syllable.utf8.count, min(piece, SearchTerm.longestPiece))
      if shortest <= longest {
        for length in shortest...longest { add(SearchTerm.spelled(letters.prefix(length))) }
        if piece < letters.count { add(SearchTerm.spelled(letters.prefix(piece + 1))) }
      }
      letters = letters.dropFirst(shortest)
    }
  }
}

/// How a term is written. The index keeps no places of terms within a case, so that what is longer
/// than a term is asked for by several and then looked at in the texts.
enum SearchTerm {
  /// Beginnings of words are terms up to a length at which few cases share them, and then some.
  static let wordLengths = Array(1...10) + [12, 14, 16, 18]
  static let longestPiece = 12

  static func number(_ digits: ArraySlice<UInt8>) -> String { term("n", digits) }

  static func word(_ beginning: ArraySlice<UInt8>) -> String { term("w", beginning) }

  static func spelled(_ letters: ArraySlice<UInt8>) -> String { term("p", letters) }

  private static func term(_ mark: String, _ letters: ArraySlice<UInt8>) -> String {
    mark + String(decoding: letters, as: UTF8.self)
  }

  /// Nothing in it parts terms or is folded.
  static func within(_ reach: Reach) -> String {
    reach.text.utf8.reduce(into: "r") { $0 += String(UInt16($1) + 256, radix: 16) }
  }

  /// How many letters there are up to the next one that can only begin a syllable.
  ///
  /// So a spelling falls into the same pieces from wherever one begins to type it, whether a
  /// syllable ends before an n, g, r or a vowel or not.
  static func firstPiece(of letters: ArraySlice<UInt8>) -> Int {
    var previous: UInt8?
    for (length, letter) in letters.enumerated() {
      if let before = previous, isBeginning(letter, after: before) { return length }
      previous = letter
    }
    return letters.count
  }

  static func pieces(of letters: String) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var rest = ArraySlice(letters.utf8)
    while !rest.isEmpty {
      let piece = rest.prefix(firstPiece(of: rest))
      pieces.append(piece)
      rest = rest.dropFirst(piece.count)
    }
    return pieces
  }

  private static func isBeginning(_ letter: UInt8, after before: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "h"):
      before != UInt8(ascii: "z") && before != UInt8(ascii: "c") && before != UInt8(ascii: "s")
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "g"), UInt8(ascii: "i"),
      UInt8(ascii: "n"), UInt8(ascii: "o"), UInt8(ascii: "r"), UInt8(ascii: "u"), UInt8(ascii: "v"):
      false
    default: true
    }
  }
}
