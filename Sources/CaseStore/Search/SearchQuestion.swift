import Casework
import Deskwork

/// A query as the index is asked, and what of it the index cannot answer by itself.
struct SearchQuestion: Hashable {
  let expression: String
  /// The same with every term there is, where the expression makes do with those that tell most.
  let thorough: String?
  /// Runs whose terms a case may have without having the run.
  let doubtful: [SearchRun]

  /// `isWholeNumber` says that it is the number of a case already: no part of another's.
  init(_ query: SearchQuery, within reach: Reach, isWholeNumber: Bool = false) {
    let asked = query.runs.map {
      AskedRun($0, isThorough: false, mayBePart: !isWholeNumber)
    }
    expression = Self.all(asked, within: reach)
    let isThorough = asked.allSatisfy(\.isThorough)
    thorough =
      isThorough
      ? nil : Self.all(query.runs.map { AskedRun($0, isThorough: true) }, within: reach)
    doubtful = zip(query.runs, asked).filter { !$1.isExact }.map(\.0)
  }

  private static func all(_ runs: [AskedRun], within reach: Reach) -> String {
    let bounds = reach == .hall ? [] : [quoted(SearchTerm.within(reach))]
    return (runs.map(\.expression) + bounds).joined(separator: " AND ")
  }
}

/// One run in terms of the index.
private struct AskedRun {
  private(set) var expression = ""
  private(set) var isExact = true
  private(set) var isThorough: Bool

  init(_ run: SearchRun, isThorough: Bool, mayBePart: Bool = true) {
    self.isThorough = isThorough
    guard run.isLatin else {
      expression = pairs(of: run.text)
      self.isThorough = true
      return
    }
    var ways = [word(run.text)]
    if mayBePart, run.mayBeNumberPart {
      ways.append(number(Array(run.text.utf8)))
    } else {
      self.isThorough = true
    }
    if run.text.utf8.first.map({ $0 >= UInt8(ascii: "a") }) == true {
      ways.append(spelling(run.text))
    }
    expression = "(" + ways.joined(separator: " OR ") + ")"
  }

  private mutating func pairs(of run: String) -> String {
    let characters = Array(run)
    guard characters.count > 1 else { return quoted(run) }
    isExact = characters.count == 2
    // Of a long run every second pair will do; a term more costs as much as it spares.
    let stride = characters.count > 8 ? 2 : 1
    let starts = Array(Swift.stride(from: 0, to: characters.count - 2, by: stride))
    return all((starts + [characters.count - 2]).map { String(characters[$0...($0 + 1)]) })
  }

  private mutating func word(_ run: String) -> String {
    let length = SearchTerm.wordLengths.last { $0 <= run.utf8.count } ?? 1
    if length < run.utf8.count { isExact = false }
    return quoted(SearchTerm.word(run.prefix(length)))
  }

  /// A part of a number by fours, from the end on, where a number has its day and its place in the
  /// day: the cases of a day lie together, and the index leaps from one such day to the next.
  private mutating func number(_ digits: [UInt8]) -> String {
    let length = SearchRun.wholeNumberPart
    if digits.count > length { isExact = false }
    var starts = Array(stride(from: digits.count - length, to: 0, by: -length)) + [0]
    if digits.count <= length { starts = [0] }
    // The rest of a long number is that of thousands, and costs most to follow.
    if !isThorough, starts.count > 4 { starts = starts.prefix(3) + [0] } else { isThorough = true }
    return all(
      starts.map { SearchTerm.number(digits[$0..<min($0 + length, digits.count)]) })
  }

  private mutating func spelling(_ letters: String) -> String {
    let pieces = SearchTerm.pieces(of: letters)
    let isShort = pieces.allSatisfy { $0.utf8.count <= SearchTerm.longestPiece }
    let beginsOneMore = pieces.count == 2 && pieces[1].utf8.count == 1
    if !isShort || (pieces.count > 1 && !beginsOneMore) { isExact = false }
    guard pieces.count > 1 else {
      return quoted(SearchTerm.spelled(letters.prefix(SearchTerm.longestPiece)))
    }
    return all(
      zip(pieces, pieces.dropFirst()).map { piece, next in
        SearchTerm.spelled(piece + next.prefix(1))
      })
  }

  private func all(_ terms: [String]) -> String {
    "(" + terms.map(quoted).joined(separator: " AND ") + ")"
  }
}

/// Letters and digits only, so that nothing in a term is an operator of the index.
private func quoted(_ term: String) -> String { "\"\(term)\"" }
