/// Chinese text as the first letters of its pinyin, from tables made beforehand.
package struct Pinyin: Sendable {
  /// One letter for each code point from U+4E00 on; a full stop where none is known.
  private let letters: [UInt8]
  private let phrases: [String: String]
  private let surnames: [String: String]
  private let longestPhrase: Int
  private static let first = 0x4E00
  private static let last = 0x9FFF

  init(characters: String, phrases: String, folder: HallFolder) throws(HallFileError) {
    letters = Array(characters.utf8.filter { $0 != UInt8(ascii: "\n") && $0 != 0x0D })
    let expected = Self.last - Self.first + 1
    guard letters.count == expected else {
      throw folder.error(
        "pinyin/initials.txt", [], .hall(.lengthExpected(expected, found: letters.count)))
    }
    let table = try PhraseTable(phrases, folder: folder)
    self.phrases = table.phrases
    surnames = table.surnames
    longestPhrase = table.phrases.keys.map(\.count).max() ?? 1
  }

  /// Lower case; letters and digits are kept, everything else is left out.
  package func initials(of text: String) -> String {
    let characters = Array(text)
    var result = ""
    var index = 0
    while index < characters.count {
      let longest = min(longestPhrase, characters.count - index)
      let length = stride(from: longest, to: 1, by: -1).first {
        phrases[String(characters[index..<(index + $0)])] != nil
      }
      if let length, let reading = phrases[String(characters[index..<(index + length)])] {
        result += reading
        index += length
      } else {
        result += letter(of: characters[index])
        index += 1
      }
    }
    return result
  }

  /// Every reading of a name: as a person's with its family name first, then as any text.
  package func readings(of name: String) -> [String] {
    let plain = initials(of: name)
    for length in [2, 1] where name.count > length {
      guard let surname = surnames[String(name.prefix(length))] else { continue }
      let personal = surname + initials(of: String(name.dropFirst(length)))
      return personal == plain ? [plain] : [personal, plain]
    }
    return [plain]
  }

  private func letter(of character: Character) -> String {
    guard let scalar = character.unicodeScalars.first else { return "" }
    let value = Int(scalar.value)
    if (Self.first...Self.last).contains(value) {
      return String(UnicodeScalar(letters[value - Self.first]))
    }
    // Full-width letters and digits are typed as their ASCII twins.
    let narrow = (0xFF10...0xFF5A).contains(value) ? value - 0xFEE0 : value
    guard narrow < 0x80, let ascii = Unicode.Scalar(narrow).map(Character.init),
      ascii.isLetter || ascii.isNumber
    else { return "" }
    return ascii.lowercased()
  }
}

/// The words read otherwise than character by character.
private struct PhraseTable {
  var phrases: [String: String] = [:]
  /// Lines that begin with ^: what a family name is read as.
  var surnames: [String: String] = [:]

  init(_ text: String, folder: HallFolder) throws(HallFileError) {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      let isSurname = line.hasPrefix("^")
      let word = parts[0].drop { $0 == "^" }
      guard parts.count == 2, !word.isEmpty, parts[1].count == word.count,
        parts[1].utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
      else {
        throw HallFileError(
          folder.place(of: "pinyin/phrases.txt"), line: number + 1,
          .reading(.lineExpected(sample: "银行<TAB>yh")))
      }
      if isSurname {
        surnames[String(word)] = String(parts[1])
      } else {
        phrases[String(word)] = String(parts[1])
      }
    }
  }
}
