import Casework
import Deskwork
import SQLite

/// The words of an item, which all its cases are found by.
struct ItemTerms: Sendable {
  fileprivate let terms: IndexedTerms
  fileprivate let sum: RowSum

  init(_ sheet: ImplementationSheet, readings: [Spelling]) {
    terms = IndexedTerms(
      itemName: sheet.name.zh, initials: sheet.initials, readings: readings)
    sum = terms.own.sum(behind: RowSum())
  }
}

/// The words of a case as the index takes them.
struct CaseTerms: Sendable {
  private let terms: IndexedTerms
  private let item: ItemTerms

  init(_ texts: SearchTexts, under item: ItemTerms) {
    self.item = item
    terms = IndexedTerms(texts, besides: item.terms)
  }

  var text: String { terms.text }

  /// Of the rows the index has of the case, one for each word: it parts words where the terms do, as
  /// they are of small letters and digits alone.
  var sum: RowSum {
    terms.own.sum(behind: item.sum)
  }
}

extension TermList {
  /// Its terms as rows, added to others.
  fileprivate func sum(behind others: RowSum) -> RowSum {
    var sum = others
    forEach { sum.add(text: $0) }
    return sum
  }
}
