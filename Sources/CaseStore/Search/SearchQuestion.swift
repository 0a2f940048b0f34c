import Casework
import Deskwork
import SQLite

/// A query as the index is asked, and what of it the index cannot answer by itself.
struct SearchQuestion: Hashable {
  private var asked: [AskedRun]
  private let bounds: [String]

  private static let mostTerms = [3, 9]

  /// `isWholeNumber` says that it is the number of a case already: no part of another's.
  init(_ query: SearchQuery, within reach: Reach, isWholeNumber: Bool = false) {
    asked = query.runs.map { AskedRun($0, mayBePart: !isWholeNumber) }
    bounds = reach == .hall ? [] : [quoted(SearchTerm.within(reach))]
  }

  /// Leaves out what finds nothing, and puts what tells most first.
  mutating func narrow(by sparsity: TermSparsity) throws(SQLiteError) {
    for index in asked.indices { try asked[index].narrow(by: sparsity) }
  }

  /// Each with more terms than the one before: the first makes do with those that tell most.
  var expressions: [String] {
    let expressions = Self.mostTerms.map { most in
      (asked.map { $0.expression(of: most) } + bounds).joined(separator: " AND ")
    }
    return expressions.last == expressions.first ? [expressions[0]] : expressions
  }

  /// Runs whose terms a case may have without having the run.
  var doubtful: [DoubtfulRun] { asked.compactMap(\.doubt) }
}

/// A run to be looked for in the texts of a case, in those that the index was asked for alone.
struct DoubtfulRun: Hashable {
  let run: SearchRun
  let ways: [SearchRun.Way]

  func isFound(in texts: SearchTexts) -> Bool {
    ways.contains { run.isFound(in: texts, by: $0) }
  }
}

/// One run in terms of the index.
private struct AskedRun: Hashable {
  /// Terms that a case has together if it is found this way.
  private struct Way: Hashable {
    var kind: SearchRun.Way
    var terms: [String]
    var isExact: Bool
  }

  private let run: SearchRun
  private var ways: [Way]

  init(_ run: SearchRun, mayBePart: Bool) {
    self.run = run
    guard run.isLatin else {
      ways = [Self.pairs(of: run.text)]
      return
    }
    ways = [Self.word(run.text)]
    if mayBePart, run.mayBeNumberPart { ways.append(Self.number(Array(run.text.utf8))) }
    if run.text.utf8.first.map({ $0 >= UInt8(ascii: "a") }) == true {
      ways.append(Self.spelling(run.text))
    }
  }

  /// Initials are no syllables, and few papers look like numbers of cases: a way that leads nowhere
  /// needs no looking at texts either.
  mutating func narrow(by sparsity: TermSparsity) throws(SQLiteError) {
    var used: [Way] = []
    for way in ways {
      guard !way.isExact else {
        used.append(way)
        continue
      }
      if let terms = try sparsity.sorted(way.terms) {
        used.append(Way(kind: way.kind, terms: terms, isExact: false))
      }
    }
    if !used.isEmpty { ways = used }
  }

  /// Nil if whatever has the terms has the run.
  var doubt: DoubtfulRun? {
    ways.allSatisfy(\.isExact) ? nil : DoubtfulRun(run: run, ways: ways.map(\.kind))
  }

  func expression(of most: Int) -> String {
    let ways = ways.map { way in
      "(" + way.terms.prefix(most).map(quoted).joined(separator: " AND ") + ")"
    }
    return ways.count == 1 ? ways[0] : "(" + ways.joined(separator: " OR ") + ")"
  }

  private static func pairs(of run: String) -> Way {
    let characters = Array(run)
    guard characters.count > 1 else { return Way(kind: .name, terms: [run], isExact: true) }
    // Of a long run every second pair will do; a term more costs as much as it spares.
    let stride = characters.count > 8 ? 2 : 1
    let starts = Array(Swift.stride(from: 0, to: characters.count - 2, by: stride))
    return Way(
      kind: .name,
      terms: (starts + [characters.count - 2]).map { String(characters[$0...($0 + 1)]) },
      isExact: characters.count == 2)
  }

  private static func word(_ run: String) -> Way {
    let length = SearchTerm.wordLengths.last { $0 <= run.utf8.count } ?? 1
    return Way(
      kind: .word, terms: [SearchTerm.word(ArraySlice(run.utf8).prefix(length))],
      isExact: length == run.utf8.count)
  }

  /// A part of a number by fours, from the end on, where a number has its place in the day. Of a short
  /// one every four are asked for: fours that overlap seldom stand in a number apart from each other.
  private static func number(_ digits: [UInt8]) -> Way {
    let length = SearchRun.wholeNumberPart
    guard digits.count > length else {
      return Way(kind: .number, terms: [SearchTerm.number(digits[...])], isExact: true)
    }
    let step = digits.count <= 2 * length ? 1 : digits.count <= 4 * length ? 2 : length
    let starts = Array(stride(from: digits.count - length, to: 0, by: -step)) + [0]
    return Way(
      kind: .number, terms: starts.map { SearchTerm.number(digits[$0..<($0 + length)]) },
      isExact: false)
  }

  private static func spelling(_ letters: String) -> Way {
    let pieces = SearchTerm.pieces(of: letters)
    let isShort = pieces.allSatisfy { $0.count <= SearchTerm.longestPiece }
    guard pieces.count > 1 else {
      return Way(
        kind: .reading,
        terms: pieces.map { SearchTerm.spelled($0.prefix(SearchTerm.longestPiece)) },
        isExact: isShort)
    }
    let beginsOneMore = pieces.count == 2 && pieces[1].count == 1
    let last = pieces.suffix(1).filter { SearchTerm.isWhole($0) }.map { SearchTerm.spelled($0) }
    return Way(
      kind: .reading,
      terms: last
        + zip(pieces, pieces.dropFirst()).map { piece, next in
          SearchTerm.spelled(piece + next.prefix(1))
        }, isExact: isShort && beginsOneMore)
  }
}

/// Letters and digits only, so that nothing in a term is an operator of the index.
func quoted(_ term: String) -> String { "\"\(term)\"" }
