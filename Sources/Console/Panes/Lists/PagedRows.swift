import Casework
import Deskwork
import TerminalUI

/// A row of a list, known by what it is about.
protocol ListedRow: Hashable, Sendable {
  associatedtype ID: Hashable & Sendable
  var id: ID { get }
}

extension WatchRow: ListedRow {}

extension CaseRow: ListedRow {
  /// Whether a text is the whole of one of its numbers.
  func isNumbered(_ text: String) -> Bool {
    id.spoken == text || id.rawValue == text || number == text
  }
}

/// How the selection of a list is moved.
enum ListStep: Hashable, Sendable {
  case rows(Int)
  case pages(Int)
  case first
  case last
}

/// The rows of a list that have been read so far, page by page, and which of them is selected.
struct PagedRows<Row: ListedRow>: Hashable, Sendable {
  private(set) var rows: [Row] = []
  private(set) var list = ListState<Row.ID>()
  /// Where the next page begins; nil when all has been read.
  private(set) var next: Cursor?
  private var isReading = false
  /// How many rows there were where one comes back to.
  private var wanted = 0

  /// What to read first, or anew: as much as there is, a page at least.
  var limit: Int { max(rows.count, list.height + 1, wanted) }
  var ids: [Row.ID] { rows.map(\.id) }
  var selected: Row? { list.selected.flatMap { id in rows.first { $0.id == id } } }

  /// Takes a page that has been read; the selected row stays where it is.
  mutating func take(_ page: [Row], next: Cursor?, after: Cursor?) {
    if after == nil {
      rows = page
      wanted = 0
    } else {
      guard after == self.next else { return }
      let known = Set(ids)
      rows += page.filter { !known.contains($0.id) }
    }
    self.next = next
    isReading = false
    list.follow(ids)
  }

  /// Comes back to a row: as much is read as had been read then.
  mutating func goBack(to id: Row.ID, onRow row: Int, reading count: Int) {
    list.goBack(to: id, onRow: row)
    wanted = min(count, 1_000)
  }

  mutating func select(_ id: Row.ID?) { list.select(id, among: ids) }

  /// Moves the selection; true if it has come near the end of what has been read.
  mutating func move(_ step: ListStep) -> Bool {
    switch step {
    case .rows(let count): list.move(by: count, among: ids)
    case .pages(let count): list.movePages(count, among: ids)
    case .first: list.moveToFirst(among: ids)
    case .last: list.moveToLast(among: ids)
    }
    guard next != nil, !isReading else { return false }
    let index = ids.firstIndex { $0 == list.selected } ?? 0
    isReading = index + list.height >= rows.count
    return isReading
  }

  mutating func fit(height: Int) { list.fit(height: height, count: rows.count) }

  /// Such as 3/48, or 3/50+ while there is more to read.
  var position: String {
    guard let index = ids.firstIndex(where: { $0 == list.selected }) else {
      return rows.isEmpty ? "" : "\(rows.count)" + (next == nil ? "" : "+")
    }
    return "\(index + 1)/\(rows.count)" + (next == nil ? "" : "+")
  }
}
