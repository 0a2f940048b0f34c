package import Deskwork

/// How Chinese texts are read, from tables made beforehand.
package struct Pinyin: Sendable {
  private let characters: ReadingTable
  private let words: PhraseTable

  init(readings: String, phrases: String, folder: HallFolder) throws(HallFileError) {
    characters = try ReadingTable(readings, folder: folder)
    words = try PhraseTable(phrases, folder: folder)
  }

  /// Read by its longest words. Lower case; letters and digits are kept, everything else is left out.
  package func spelling(of text: String) -> Spelling {
    let letters = Array(text)
    var syllables: [String] = []
    var index = 0
    while index < letters.count {
      if let (length, reading) = words.longest(in: letters, at: index) {
        syllables += reading
        index += length
      } else {
        if let syllable = syllable(of: letters[index]) { syllables.append(syllable) }
        index += 1
      }
    }
    return Spelling(syllables: syllables)
  }

  /// The reading of a short text, or every one a person's name may have: with its family name first,
  /// then as any text, then with one of its characters read otherwise.
  package func readings(of name: String) -> [Spelling] {
    let plain = spelling(of: name)
    var readings: [Spelling] = []
    for length in [2, 1] where name.count > length && readings.isEmpty {
      guard let surname = words.surnames[String(name.prefix(length))] else { continue }
      let given = spelling(of: String(name.dropFirst(length)))
      readings.append(Spelling(syllables: surname + given.syllables))
    }
    readings.append(plain)
    if name.count <= Self.longestName, plain.syllables.count == name.count {
      for (index, letter) in name.enumerated() {
        for other in characters.others(of: letter) {
          var reading = readings[0]
          reading.syllables[index] = other
          readings.append(reading)
        }
      }
    }
    var known: Set<Spelling> = []
    return Array(readings.filter { known.insert($0).inserted }.prefix(Self.mostReadings))
  }

  private static let longestName = 4
  private static let mostReadings = 6

  private func syllable(of character: Character) -> String? {
    guard let scalar = character.unicodeScalars.first else { return nil }
    if let syllable = characters.syllable(of: scalar) { return syllable }
    // Full-width letters and digits are typed as their ASCII twins.
    let value = scalar.value
    let narrow = (0xFF10...0xFF5A).contains(value) ? value - 0xFEE0 : value
    guard narrow < 0x80, let ascii = Unicode.Scalar(narrow).map(Character.init),
      ascii.isLetter || ascii.isNumber
    else { return nil }
    return ascii.lowercased()
  }
}

/// A line for each syllable: the characters read so, then those that may be read so.
private struct ReadingTable: Sendable {
  private var syllables: [String] = []
  /// For each code point from U+4E00 on one more than its syllable's place; 0 where none is known.
  private var main = [UInt16](repeating: 0, count: Self.last - Self.first + 1)
  private var rest: [Unicode.Scalar: Int] = [:]
  private var second: [Unicode.Scalar: [Int]] = [:]
  private static let first = 0x4E00
  private static let last = 0x9FFF

  init(_ text: String, folder: HallFolder) throws(HallFileError) {
    for (number, line) in text.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    )
    .enumerated()
    where !line.isEmpty && line.first != UInt8(ascii: "#") {
      let parts = line.split(separator: UInt8(ascii: " "))
      guard (2...3).contains(parts.count), parts[0].allSatisfy(isSmallLetter) else {
        throw HallFileError(
          folder.place(of: "pinyin/readings.txt"), line: number + 1,
          .reading(.lineExpected(sample: "zhong 中忠 重种")))
      }
      let place = syllables.count
      syllables.append(String(Substring(parts[0])))
      for scalar in Substring(parts[1]).unicodeScalars where scalar != "-" { put(place, scalar) }
      guard parts.count == 3 else { continue }
      for scalar in Substring(parts[2]).unicodeScalars { second[scalar, default: []].append(place) }
    }
  }

  private mutating func put(_ place: Int, _ scalar: Unicode.Scalar) {
    let value = Int(scalar.value)
    if (Self.first...Self.last).contains(value) {
      main[value - Self.first] = UInt16(place + 1)
    } else {
      rest[scalar] = place
    }
  }

  func syllable(of scalar: Unicode.Scalar) -> String? {
    let value = Int(scalar.value)
    guard (Self.first...Self.last).contains(value) else {
      return rest[scalar].map { syllables[$0] }
    }
    let place = Int(main[value - Self.first])
    return place == 0 ? nil : syllables[place - 1]
  }

  /// What a character may also be read as.
  func others(of character: Character) -> [String] {
    character.unicodeScalars.first.flatMap { second[$0] }?.map { syllables[$0] } ?? []
  }
}

/// The words read otherwise than character by character.
private struct PhraseTable: Sendable {
  private var phrases: [String: [String]] = [:]
  private var beginnings: Set<Character> = []
  /// What words begin with, and the beginnings of those that are left out here: two characters that are
  /// written in one way only, as nearly all are.
  private var pairs: Set<UInt64> = []
  private var others: Set<Character> = []
  private var longest = 1
  /// Lines that begin with ^: what a family name is read as.
  private(set) var surnames: [String: [String]] = [:]

  init(_ text: String, folder: HallFolder) throws(HallFileError) {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      let isSurname = line.hasPrefix("^")
      let word = String(parts[0].drop { $0 == "^" })
      let reading = parts.last?.split(separator: " ").map { String($0) } ?? []
      guard parts.count == 2, let first = word.first, reading.count == word.count,
        reading.allSatisfy({ $0.utf8.allSatisfy(isSmallLetter) })
      else {
        throw HallFileError(
          folder.place(of: "pinyin/phrases.txt"), line: number + 1,
          .reading(.lineExpected(sample: "银行<TAB>yin hang")))
      }
      if isSurname {
        surnames[word] = reading
      } else {
        phrases[word] = reading
        beginnings.insert(first)
        if let pair = Self.pair(first, word.dropFirst().first) {
          pairs.insert(pair)
        } else {
          others.insert(first)
        }
        longest = max(longest, word.count)
      }
    }
  }

  /// The longest word that begins here, and how it is read.
  func longest(in letters: [Character], at index: Int) -> (length: Int, reading: [String])? {
    guard mayBegin(in: letters, at: index) else { return nil }
    for length in stride(from: min(longest, letters.count - index), to: 1, by: -1) {
      if let reading = phrases[String(letters[index..<(index + length)])] {
        return (length, reading)
      }
    }
    return nil
  }

  /// Whether it is worth looking: most names have no word in them.
  private func mayBegin(in letters: [Character], at index: Int) -> Bool {
    guard index + 1 < letters.count else { return false }
    let first = letters[index]
    guard let pair = Self.pair(first, letters[index + 1]) else { return beginnings.contains(first) }
    return pairs.contains(pair) || !others.isEmpty && others.contains(first)
  }

  private static func pair(_ first: Character, _ second: Character?) -> UInt64? {
    guard let one = plain(first), let other = second.flatMap({ plain($0) }) else { return nil }
    return UInt64(one) << 32 | UInt64(other)
  }

  /// A hanzi or sign of ASCII by itself.
  private static func plain(_ character: Character) -> UInt32? {
    let scalars = character.unicodeScalars
    guard let scalar = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex,
      scalar.isASCII || (0x4E00...0x9FFF).contains(scalar.value)
    else { return nil }
    return scalar.value
  }
}

private func isSmallLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
}
