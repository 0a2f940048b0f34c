import Deskwork

/// The words the index holds for a case.
///
/// Of hanzi it holds every two that follow one another, of numbers every three, and the end of each
/// run alone as well, so that a beginning of a word finds what is shorter.
struct IndexedTexts: Hashable {
  var number: String
  var name: String
  var word: String

  init(_ texts: SearchTexts) {
    number = texts.numbers.flatMap { Self.pieces(of: $0, length: 3) }.joined(separator: " ")
    name = texts.names.flatMap { Self.pieces(of: $0, length: 2) }.joined(separator: " ")
    word = texts.words.joined(separator: " ")
  }

  /// All pieces of a length, overlapping, then the shorter ones at the end.
  static func pieces(of run: String, length: Int) -> [String] {
    let characters = Array(run)
    return characters.indices.map { start in
      String(characters[start..<min(start + length, characters.count)])
    }
  }
}

extension SearchQuery {
  /// As the index is asked.
  var expression: String {
    runs.map { run in
      guard run.isLatin else { return Self.anywhere(run.text, in: "name", length: 2) }
      let number = Self.anywhere(run.text, in: "number", length: 3)
      return "(word : \"\(run.text)\" * OR \(number))"
    }.joined(separator: " AND ")
  }

  private static func anywhere(_ run: String, in column: String, length: Int) -> String {
    guard run.count >= length else { return "\(column) : \"\(run)\" *" }
    let whole = IndexedTexts.pieces(of: run, length: length).filter { $0.count == length }
    return "\(column) : \"\(whole.joined(separator: " "))\""
  }
}
