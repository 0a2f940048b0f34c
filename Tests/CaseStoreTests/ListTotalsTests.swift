import Casework
import Deskwork
import SQLite
import TestSupport
import Testing

@testable import CaseStore

/// Long lists are compared by what their rows add up to.
struct ListTotalsTests {
  @Test(arguments: SummedList.allCases)
  func `every column of a list is added up`(_ list: SummedList) throws {
    let store = try SQLiteStore.openReadOnly(at: FinishedHall(acts: 60).path)
    let columns = try store.connection.query(
      "SELECT name FROM pragma_table_info(?)", [.text(list.name)]
    ) { row throws(SQLiteError) in try row.text(0) }
    let added = list.columns.split { ", \n".contains($0) }
      .map { $0.split(separator: ".").last.map(String.init) ?? "" }
    let leftOut: Set<String> =
      switch list {
      case .outgoing: ["place"]
      // How many cases have a word is how often its row counts; the other count is always empty.
      case .searchWord: ["doc", "cnt"]
      case .caseRow, .task, .result, .watch, .caseReach, .searchText: []
      }
    #expect(Set(added) == Set(columns).subtracting(leftOut) && added.count == Set(added).count)
  }

  @Test func `of a store nobody touched no list is gone through row by row`() throws {
    var last = 0
    let store = try SQLiteStore.openReadOnly(at: FinishedHall(acts: 370).path)
    let report = try store.verify(readings: TestReadings.of) { progress in
      // Lists that are made once more are counted from the beginning.
      #expect(progress.done >= last)
      last = progress.done
    }
    #expect(report.isSound && report.hasComparedLists && last == report.events)
  }

  /// Somebody else may write between the beginning of one and of the other.
  @Test(arguments: [false, true])
  func `lists are added up as whoever compares them sees them`(_ isWrittenMeanwhile: Bool) throws {
    let path = try FinishedHall(acts: 60).path
    let other = try SQLiteStore.open(at: path).connection
    let store = try SQLiteStore.openReadOnly(at: path)
    let kept = KeptSums(of: path)
    defer { kept.end() }
    let (seen, added) = try store.connection.snapshot { () throws(SQLiteError) in
      var seen: [RowSum] = []
      for list in SummedList.allCases { seen.append(try store.connection.sum(list.sql)) }
      if isWrittenMeanwhile {
        try other.transaction { () throws(SQLiteError) in
          try other.run("DELETE FROM search_text WHERE place > 3")
        }
      }
      kept.begin()
      return (seen, try kept.sums(asSeenBy: store.connection))
    }
    #expect(seen == added)
  }

  @Test func `a case has the words of its item and its own`() throws {
    let store = try SQLiteStore.openReadOnly(at: FinishedHall(acts: 60).path)
    let sheet = try #require(try store.sheet("SJ05", version: 1))
    let readings = TestReadings.of(sheet.name.zh)
    let item = IndexedTerms(
      itemName: sheet.name.zh, initials: sheet.initials, readings: readings)
    let texts = SearchTexts(
      caseNumber: "YC-SJ-202603020001", shortNumber: "YC202603020001", applicantName: "食秀英",
      identityNumber: "539901199003070126", nameReadings: TestReadings.of("食秀英"),
      itemName: sheet.name.zh, itemInitials: sheet.initials, itemReadings: readings,
      reaches: [.department("SJ")])
    let (apart, together) = (IndexedTerms(texts, besides: item), IndexedTerms(texts))
    #expect(Set(apart.terms) == Set(together.terms) && apart.terms.count == together.terms.count)
    #expect(apart.terms.starts(with: item.terms) && item.terms.count > 5)
  }

  @Test func `times come in the order of their positions, those of no position too`() {
    var times = RecordedTimes(positions: 4)
    let all: [RecordedTime] = [
      .init(position: -5, seconds: 9), .init(position: 1, seconds: 0), .init(position: 2),
      .init(position: 4, seconds: 1_774_400_000), .init(position: .max, seconds: 7),
    ]
    for it in [4, 0, 3, 2, 1] { times.add(all[it]) }
    var found: [RecordedTime] = []
    times.forEachInOrder { found.append($0) }
    #expect(found.map(\.position) == [-5, 1, 2, 4, .max])
    // 1970 is told apart from no time by a second or two.
    #expect(found[1].seconds == 2 && found[2].seconds == nil && found[3] == all[3])
  }
}
