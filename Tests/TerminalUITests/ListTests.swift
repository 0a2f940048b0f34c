import TerminalUI
import TestSupport
import Testing

struct ListTests {
  private let ids = Array(1...40)

  @Test func `the selection follows its row when the list changes`() {
    var state = ListState<Int>(height: 10)
    state.fit(height: 10, count: 40)
    state.move(by: 1, among: ids)
    state.move(by: 14, among: ids)
    let line = 14 - state.offset
    state.follow([101, 102, 103] + ids)
    #expect(state.selected == 15)
    #expect(17 - state.offset == line)
  }

  @Test func `a row that left the list leaves nothing selected`() {
    var state = ListState<Int>(height: 10)
    state.move(by: 5, among: ids)
    #expect(state.selected == 5)
    state.follow(ids.filter { $0 != 5 })
    #expect(state.selected == nil)
    var below = state
    below.move(by: 1, among: ids.filter { $0 != 5 })
    #expect(below.selected == 6)
    state.move(by: -1, among: ids.filter { $0 != 5 })
    #expect(state.selected == 4)
  }

  @Test(arguments: 0..<48 as Range<UInt64>)
  func `whatever is done, the selected row is in sight and the list full`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var ids = Array(1...Int.random(in: 1...60, using: &random))
    var state = ListState<Int>()
    for step in 0..<120 {
      let before = state
      switch Int.random(in: 0...6, using: &random) {
      case 0: state.move(by: Int.random(in: -3...3, using: &random), among: ids)
      case 1: state.movePages(Bool.random(using: &random) ? 1 : -1, among: ids)
      case 2: state.moveToLast(among: ids)
      case 3: state.moveToFirst(among: ids)
      case 4: state.fit(height: Int.random(in: 0...12, using: &random), count: ids.count)
      case 5:
        ids.insert(1_000 + step, at: Int.random(in: 0...ids.count, using: &random))
        state.follow(ids)
        #expect(state.selected == before.selected)
      default:
        ids.remove(at: Int.random(in: 0..<ids.count, using: &random))
        if ids.isEmpty { ids = [step] }
        state.follow(ids)
        #expect(state.selected == nil || state.selected == before.selected)
      }
      if let index = state.selected.flatMap({ ids.firstIndex(of: $0) }) {
        #expect((state.offset..<state.offset + state.height).contains(index))
      }
      #expect((0...max(0, ids.count - state.height)).contains(state.offset))
    }
  }

  @Test func `a step beyond the edge brings half a page, and a page no more than itself`() {
    var state = ListState<Int>(height: 10)
    var offsets: [Int] = []
    for _ in 1...40 {
      state.move(by: 1, among: ids)
      offsets.append(state.offset)
    }
    #expect(Set(offsets).sorted() == [0, 5, 10, 15, 20, 25, 30])
    for _ in 1...40 { state.move(by: -1, among: ids) }
    #expect(state.offset == 0 && state.selected == 1)
    state.move(by: 9, among: ids)
    state.movePages(1, among: ids)
    #expect(state.selected == 19 && state.offset == 9)
  }

  private func table(_ columns: Int, _ rows: Int, selected: Int?) -> CellGrid {
    let table = Table(
      [
        TableColumn("剩余", .fixed(6)), TableColumn("件号", .fixed(9)),
        TableColumn("事项", .flexible(least: 10, share: 2)),
        TableColumn("申请人", .flexible(least: 8, share: 1), dropOrder: 2),
        TableColumn("份", .fixed(3), aligned: .right, dropOrder: 1),
      ], emptyText: "没有待办件")
    var state = ListState<Int>(height: rows - 1)
    state.select(selected, among: ids)
    var grid = CellGrid(columns: columns, rows: rows, glyphs: .fixed())
    table.draw(on: &grid, in: grid.area, state: state, count: 40, position: "3/40") { index in
      TableRow(
        index + 1, mark: index % 3 == 0 ? Span("!", .redCard) : Span(" "),
        cells: [
          Span(index % 3 == 0 ? "超2日" : "余1日", index % 3 == 0 ? .redCard : .text),
          Span("0306-00\(10 + index)"), Span("食品经营许可(变更)"), Span("老街面馆"), Span("\(index)"),
        ])
    }
    return grid
  }

  @Test(arguments: [(60, 6, 3), (34, 4, 30), (12, 3, 1)])
  func `a table drops columns where there is no room`(columns: Int, rows: Int, selected: Int) {
    expectGolden(
      table(columns, rows, selected: selected).frame, named: "table-\(columns)x\(rows)")
  }

  @Test func `a table of any size draws without harm`() {
    for columns in 0..<30 {
      for rows in 0..<6 { #expect(table(columns, rows, selected: 20).size.columns == columns) }
    }
  }

  /// A step asks for two rows of the list; what is in sight is as if all had been drawn.
  @Test(arguments: 0..<24 as Range<UInt64>)
  func `a list drawn upon the frame before a step is the list drawn anew`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let table = Table([TableColumn("件", .flexible(least: 4, share: 1))])
    let rect = Rect(row: 2, column: 1, columns: 30, rows: 9)
    var ids = Array(1...Int.random(in: 1...30, using: &random))
    var state = ListState<Int>(height: 8)
    state.followSelectingFirst(ids)
    var asked = 0
    func draw(on grid: inout CellGrid) {
      table.draw(on: &grid, in: rect, state: state, count: ids.count, position: "/\(ids.count)") {
        asked += 1
        return TableRow(ids[$0], mark: Span("!"), cells: [Span("第\(ids[$0])件")])
      }
    }
    var shown = CellGrid(columns: 33, rows: 12, glyphs: .fixed())
    draw(on: &shown)
    for _ in 0..<60 {
      let before = shown.list
      state.move(by: Int.random(in: -2...2, using: &random), among: ids)
      if Int.random(in: 0..<9, using: &random) == 0 { ids.append(ids.count + 1) }
      var (stepped, anew) = (
        CellGrid(steppingOn: shown), CellGrid(columns: 33, rows: 12, glyphs: .fixed())
      )
      asked = 0
      draw(on: &stepped)
      let isStep = before?.first == stepped.list?.first && before?.count == ids.count
      #expect(!isStep || asked <= 2)
      // The heading counts.
      #expect(!isStep || rowsMade(anewIn: stepped, since: shown) <= 3)
      draw(on: &anew)
      #expect(stepped.rows == anew.rows && stepped.caret == anew.caret)
      #expect(stepped.list == anew.list)
      shown = stepped
    }
  }

  /// The rows that are not the very ones of another frame.
  private func rowsMade(anewIn grid: CellGrid, since old: CellGrid) -> Int {
    zip(grid.rows, old.rows).count { new, old in
      new.withUnsafeBufferPointer(\.baseAddress) != old.withUnsafeBufferPointer(\.baseAddress)
    }
  }

  @Test func `a menu says why a choice cannot be taken`() {
    let menu = Menu([
      MenuItem("correct", "补正告知", detail: "1 处缺陷一次告知"),
      MenuItem("accept", "受理", availability: .unavailable("不可: 第3项材料不合格")),
    ])
    var state = ListState<String>(height: 2)
    state.move(by: 1, among: menu.ids)
    var grid = CellGrid(columns: 40, rows: 2, glyphs: .fixed())
    menu.draw(on: &grid, in: grid.area, state: state)
    expectGolden(grid.frame, named: "menu")
    #expect(menu.item(for: .character("２"))?.id == "accept")
    #expect(menu.item(for: .character("3")) == nil)
  }

  @Test func `a long text scrolls to its end and no further`() {
    let text = ScrollText("一二三四五六七八九十", columns: 4, glyphs: .fixed())
    var state = ScrollState()
    state.scroll(by: 100, count: text.lines.count, height: 2)
    #expect(state.offset == 3)
    #expect(text.position(state: state, height: 2) == "4-5/5")
    state.scroll(by: .min, count: text.lines.count, height: 2)
    #expect(state.offset == 0)
  }
}
