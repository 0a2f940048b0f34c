/// Which row of a list is selected, by what it is and not by where it stands, and what is in sight.
package struct ListState<ID: Hashable & Sendable>: Hashable, Sendable {
  /// Nil when nothing is selected, or when the selected row has left the list.
  package private(set) var selected: ID?
  /// The first row in sight.
  package private(set) var offset = 0
  /// How many rows were in sight when the screen was last laid out.
  package private(set) var height: Int
  /// Where the selected row stood; when it leaves, moving starts from here.
  private(set) var line = 0
  /// The row one comes back to, and where on the screen it stood, until it has been read.
  private var awaited: Awaited?

  private struct Awaited: Hashable, Sendable {
    var id: ID
    var row: Int
  }

  package init(selected: ID? = nil, height: Int = 20) {
    self.selected = selected
    self.height = max(1, height)
  }

  /// Whether it is no longer as every list begins.
  package var isMoved: Bool { line > 0 || offset > 0 }
  /// On which row of the screen the selected one stands.
  package var row: Int { line - offset }

  /// Selects a row again as soon as it has been read, where it stood before.
  package mutating func goBack(to id: ID, onRow row: Int) { awaited = Awaited(id: id, row: row) }

  /// Tells how many rows the list has room for; the selected one stays in sight.
  package mutating func fit(height: Int, count: Int) {
    self.height = max(1, height)
    bringIntoSight(count)
  }

  package mutating func select(_ id: ID?, among ids: [ID]) {
    selected = id
    if let id, let index = ids.firstIndex(of: id) { line = index }
    bringIntoSight(ids.count)
  }

  /// Moves by rows; from a row that has left the list it moves to its neighbours.
  package mutating func move(by step: Int, among ids: [ID]) {
    guard !ids.isEmpty else { return }
    awaited = nil
    let index = selected.flatMap { ids.firstIndex(of: $0) }
    let start = index ?? (step > 0 ? line - 1 : line)
    let bounded = max(-ids.count, min(step, ids.count))
    line = max(0, min(ids.count - 1, start + bounded))
    selected = ids[line]
    if abs(bounded) == 1 { turn() }
    bringIntoSight(ids.count)
  }

  /// Where a step leaves the rows in sight, half a page comes along: one sees what comes next, and
  /// the steps after it change nothing but the mark.
  private mutating func turn() {
    if line >= offset + height {
      offset = line - height / 2
    } else if line < offset {
      offset = line - (height - 1) / 2
    }
  }

  package mutating func movePages(_ pages: Int, among ids: [ID]) {
    let step = max(1, height - 1)
    move(by: max(-1_000, min(pages, 1_000)) * step, among: ids)
  }

  package mutating func moveToFirst(among ids: [ID]) { move(by: -ids.count, among: ids) }
  package mutating func moveToLast(among ids: [ID]) { move(by: ids.count, among: ids) }

  /// Takes a list that has changed: the same row stays selected and on the same line of the
  /// screen; a row that is gone leaves nothing selected.
  package mutating func follow(_ ids: [ID]) {
    if let awaited, let index = ids.firstIndex(of: awaited.id) {
      (selected, line, offset) = (awaited.id, index, index - awaited.row)
      self.awaited = nil
    } else if let selected {
      if let index = ids.firstIndex(of: selected) {
        offset += index - line
        line = index
      } else {
        self.selected = nil
      }
    }
    bringIntoSight(ids.count)
  }

  /// Takes a list that has changed and selects its first row if none is.
  package mutating func followSelectingFirst(_ ids: [ID]) {
    follow(ids)
    if selected == nil { select(ids.first, among: ids) }
  }

  private mutating func bringIntoSight(_ count: Int) {
    line = max(0, min(line, count - 1))
    offset = firstRow(count: count, height: height)
  }

  /// The first row to draw where there is room for `height` rows.
  func firstRow(count: Int, height: Int) -> Int {
    offset(showing: selected == nil ? nil : line, count: count, height: height)
  }

  /// The first row in sight, moved no further than needed.
  private func offset(showing line: Int?, count: Int, height: Int) -> Int {
    let height = max(1, height)
    var offset = self.offset
    if let line {
      offset = min(offset, line)
      offset = max(offset, line - height + 1)
    }
    return max(0, min(offset, count - height))
  }
}
