import Casework
import Deskwork

/// The terms the index holds for a case; each says by its first letter what it is of, hanzi apart.
struct IndexedTerms: Sendable {
  /// Those of its item.
  private let shared: TermList?
  /// Its own beside these.
  private(set) var own: TermList
  /// Letters that are no hanzi: what is the same may be written in several ways.
  private var others: [String] = []

  init(_ texts: SearchTexts) { self.init(texts, shared: nil) }

  /// What a case is found by beside the terms of its item, which come first.
  init(_ texts: SearchTexts, besides item: IndexedTerms) {
    var texts = texts
    (texts.itemName, texts.itemInitials, texts.itemReadings) = ("", "", [])
    self.init(texts, shared: item.own)
  }

  /// Those of an item, which all its cases have.
  init(itemName: String, initials: String, readings: [Spelling]) {
    self.init(
      SearchTexts(
        caseNumber: "", shortNumber: "", applicantName: "", identityNumber: "",
        nameReadings: [], itemName: itemName, itemInitials: initials, itemReadings: readings))
  }

  private init(_ texts: SearchTexts, shared: TermList?) {
    self.shared = shared
    own = TermList(besides: shared)
    add(texts)
  }

  /// Each once, in an order that follows from the texts.
  var terms: [String] { (shared?.terms ?? []) + own.terms }

  /// As the index takes it, which keeps no order of the terms.
  var text: String {
    guard let shared = shared?.text, !shared.isEmpty else { return own.text }
    return shared + " " + own.text
  }

  private mutating func add(_ texts: SearchTexts) {
    for number in texts.numbers { addParts(of: number, [SearchRun.wholeNumberPart]) }
    for number in texts.shortNumbers { addParts(of: number, 2..<SearchRun.wholeNumberPart) }
    for name in texts.names { addPairs(of: name) }
    for word in texts.words { addBeginnings(of: word) }
    for reading in texts.readings { add(reading) }
    for reach in texts.reaches { own.add(SearchTerm.within(reach).utf8.span) }
  }

  private mutating func addParts(of number: String, _ lengths: some Sequence<Int>) {
    let digits = number.utf8.span
    for length in lengths where digits.count >= length {
      for start in 0...(digits.count - length) {
        own.add(digits.extracting(start..<(start + length)), marked: SearchTerm.Mark.number)
      }
    }
  }

  /// Every character, and every two that follow one another.
  private mutating func addPairs(of name: String) {
    let areHanzi = name.unicodeScalars.allSatisfy { (0x4E00...0x9FEF).contains($0.value) }
    guard areHanzi else { return addPairs(ofOthers: name) }
    // Each is a letter of three bytes.
    let letters = name.utf8.span
    for start in stride(from: 0, to: letters.count, by: 3) {
      own.add(letters.extracting(start..<(start + 3)))
      if start > 0 { own.add(letters.extracting((start - 3)..<(start + 3))) }
    }
  }

  /// Of other scripts several marks may make one letter.
  private mutating func addPairs(ofOthers name: String) {
    var previous = ""
    for letter in name {
      let letter = String(letter)
      for term in previous.isEmpty ? [letter] : [letter, previous + letter]
      where !others.contains(term) {
        others.append(term)
        own.add(term.utf8.span)
      }
      previous = letter
    }
  }

  private mutating func addBeginnings(of word: String) {
    let letters = word.utf8.span
    for length in SearchTerm.wordLengths where length <= letters.count {
      own.add(letters.extracting(..<length), marked: SearchTerm.Mark.word)
    }
  }

  private mutating func add(_ reading: Spelling) {
    if let first = reading.syllables.first { addBeginnings(of: first) }
    let whole = Array(reading.syllables.joined().utf8)
    var start = 0
    for syllable in reading.syllables {
      let rest = whole.count - start
      let piece = SearchTerm.firstPiece(of: whole[start...])
      let (shortest, longest) = (syllable.utf8.count, min(piece, SearchTerm.longestPiece))
      if shortest <= longest {
        let letters = whole.span.extracting(start...)
        for length in shortest...longest {
          own.add(letters.extracting(..<length), marked: SearchTerm.Mark.spelling)
        }
        if piece < rest {
          own.add(letters.extracting(...piece), marked: SearchTerm.Mark.spelling)
        }
      }
      start += shortest
    }
  }
}

/// How a term is written. The index keeps no places of terms within a case, so that what is longer
/// than a term is asked for by several and then looked at in the texts.
enum SearchTerm {
  /// Beginnings of words are terms up to a length at which few cases share them, and then some.
  static let wordLengths = Array(1...10) + [12, 14, 16, 18]
  static let longestPiece = 12

  /// What terms of a kind begin with.
  enum Mark {
    static let number = UInt8(ascii: "n")
    static let word = UInt8(ascii: "w")
    static let spelling = UInt8(ascii: "p")
  }

  static func number(_ digits: ArraySlice<UInt8>) -> String { term(Mark.number, digits) }

  static func word(_ beginning: ArraySlice<UInt8>) -> String { term(Mark.word, beginning) }

  static func spelled(_ letters: ArraySlice<UInt8>) -> String { term(Mark.spelling, letters) }

  private static func term(_ mark: UInt8, _ letters: ArraySlice<UInt8>) -> String {
    String(decoding: [mark] + letters, as: UTF8.self)
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

  /// Whether no syllable begins with these letters and goes on: then whatever begins so has them as a
  /// term of its own.
  static func isWhole(_ piece: ArraySlice<UInt8>) -> Bool {
    piece.count <= longestPiece && lastLetters.contains(Array(piece.suffix(2)))
  }

  private static let lastLetters = [
    "ai", "ao", "ei", "er", "ie", "iu", "ng", "ou", "ue", "ui", "un", "uo", "ve", "vn",
  ].map { Array($0.utf8) }

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
