import TerminalUI
import TestSupport
import Testing

struct CellGridTests {
  @Test func `a frame shows what is written and what it means`() {
    var grid = CellGrid(columns: 30, rows: 4, glyphs: .fixed())
    grid.put("待办件", row: 0, column: 0, role: .heading)
    grid.horizontalRule(row: 1)
    let end = grid.put("0306-0031", row: 2, column: 0, role: .yellowCard, isSelected: true)
    grid.put("食品经营许可(变更)", row: 2, column: end + 2, width: 12, isSelected: true)
    grid.put("123", row: 3, column: 20, width: 10, aligned: .right)
    grid.caret = Point(row: 2, column: 0)
    expectGolden(grid.frame, named: "grid")
  }

  @Test func `a box clears its area and cuts wide glyphs cleanly`() {
    var grid = CellGrid(columns: 24, rows: 6, glyphs: .fixed(set: .ascii))
    for row in 0..<6 { grid.put("一二三四五六七八九十百千", row: row, column: 0) }
    let inside = Dialog.draw(
      on: &grid, in: grid.area, content: Size(columns: 9, rows: 2), title: "确认受理吗")
    grid.put("0306-0031 受理", row: inside.row, column: inside.column, width: inside.columns)
    expectGolden(grid.frame, named: "dialog")
  }

  @Test(arguments: [
    ("第一行\n第二行\t完", "第一行 第二行 完"),
    ("\u{1B}[31m红\u{7}", "?[31m红?"),
    ("\u{9B}2J\u{202E}倒\u{FEFF}", "?2J倒"),
    ("👨\u{200D}👩\u{FE0F}", "👨👩"),
    ("e\u{301}té", "e\u{301}té"),
    ("\u{31350}氏", "〓氏"),
  ])
  func `no control character reaches the terminal`(text: String, shown: String) {
    var grid = CellGrid(columns: 20, rows: 1, glyphs: .fixed())
    grid.put(text, row: 0, column: 0)
    let line = grid.lines[0]
    #expect(line.prefix(while: { _ in true }).hasPrefix(shown))
    #expect(line.dropFirst(shown.count).allSatisfy { $0 == " " })
  }

  @Test func `overwriting one half of a glyph blanks the other`() {
    var grid = CellGrid(columns: 6, rows: 1, glyphs: .fixed())
    grid.put("一二三", row: 0, column: 0)
    grid.put("x", row: 0, column: 1)
    grid.put("y", row: 0, column: 2)
    #expect(grid.lines == [" xy 三"])
  }

  @Test(arguments: 0..<48 as Range<UInt64>)
  func `drawing leaves no half glyph and stays within its row`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let size = Size(
      columns: .random(in: 0...250, using: &random), rows: .random(in: 0...80, using: &random))
    var grid = CellGrid(size, glyphs: .fixed(ambiguous: .random(in: 1...2, using: &random)))
    for _ in 0..<24 {
      let row = Int.random(in: -2...size.rows + 1, using: &random)
      let before = grid
      draw(on: &grid, row, size, &random)
      #expect(others(than: row, in: grid) == others(than: row, in: before))
    }
    #expect(isWhole(grid))
    var over = CellGrid(columns: 40, rows: 10, glyphs: grid.glyphs)
    over.put("一二三四五六七八九十一二三四五六七八九十", row: 3, column: 1)
    grid.paste(
      over,
      at: Point(
        row: .random(in: -5...80, using: &random), column: .random(in: -5...250, using: &random)))
    grid.box(Rect(row: 2, column: 3, columns: 7, rows: 5))
    #expect(isWhole(grid))
  }

  /// What differs is drawn again, with both halves of a wide glyph, and no more of its row.
  @Test(arguments: 0..<24 as Range<UInt64>)
  func `what is drawn again of a row is what differs`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var old = CellGrid(columns: 20, rows: 3, glyphs: .fixed())
    for row in 0..<3 { old.put("一二a三bc四五", row: row, column: 0) }
    var grid = old
    #expect((0..<3).allSatisfy { grid.columns(of: $0, changedSince: old) == nil })
    #expect(grid.columns(of: 1, changedSince: nil) == 0..<20)
    let column = Int.random(in: 0..<20, using: &random)
    grid.put(["七", "x", " "].randomElement(using: &random) ?? "", row: 1, column: column)
    let differing = (0..<20).filter { grid.rows[1][$0] != old.rows[1][$0] }
    let changed = grid.columns(of: 1, changedSince: old)
    #expect((changed == nil) == differing.isEmpty)
    #expect(grid.columns(of: 0, changedSince: old) == nil)
    guard let changed, let first = differing.first, let last = differing.last else { return }
    #expect(changed.lowerBound == first - (grid.rows[1][first].isTrailing ? 1 : 0))
    let beyond = last + 1 < 20 && grid.rows[1][last + 1].isTrailing
    #expect(changed.upperBound == last + 1 + (beyond ? 1 : 0))
  }

  @Test func `places and widths beyond all bounds are cut off`() {
    var grid = CellGrid(columns: 8, rows: 2, glyphs: .fixed())
    for edge in [Int.min, -3, 0, 7, Int.max] {
      for width in [nil, Int.min, 0, 3, Int.max] as [Int?] {
        grid.put("宽字x", row: 0, column: edge, width: width, aligned: .right)
        grid.put("宽字x", row: edge, column: 0, width: width)
        grid.horizontalRule(row: 1, column: edge, width: width)
        grid.verticalRule(column: 1, row: edge, height: width)
      }
    }
    #expect(isWhole(grid))
  }
}

private func draw(on grid: inout CellGrid, _ row: Int, _ size: Size, _ random: inout SplitMix) {
  let column = Int.random(in: -5...size.columns + 2, using: &random)
  let width = Bool.random(using: &random) ? Int.random(in: -1...30, using: &random) : nil
  let text = randomText(using: &random)
  let alignments: [Alignment] = [.left, .right, .centre]
  let aligned = alignments[Int.random(in: 0...2, using: &random)]
  let end = grid.put(
    text, row: row, column: column, width: width, aligned: aligned,
    isSelected: Bool.random(using: &random))
  if let width { #expect(end == column + max(0, width)) }
}

private func randomText(using random: inout SplitMix) -> String {
  let pieces = [
    "一", "许可", "a", "0306-", "é", "e\u{301}", "“", "…", "\u{1B}", "\t", "👩‍👩‍👧", "𠮷", "\u{31350}",
    "\u{301}", "",
  ]
  return (0..<Int.random(in: 0...12, using: &random))
    .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
}

private func others(than row: Int, in grid: CellGrid) -> [[Cell]] {
  grid.rows.enumerated().filter { $0.offset != row }.map(\.element)
}

/// Each wide glyph has its second half beside it, and no half stands alone.
private func isWhole(_ grid: CellGrid) -> Bool {
  for row in 0..<grid.size.rows {
    for column in 0..<grid.size.columns {
      let cell = grid[row: row, column: column]
      let isWide = column + 1 < grid.size.columns && grid[row: row, column: column + 1].isTrailing
      if cell.isTrailing, column == 0 || cell.glyph != .blank { return false }
      guard case .scalar(let scalar, _) = cell.glyph else {
        if isWide { return false }
        continue
      }
      let columns = cell.isTrailing ? 1 : grid.glyphs.columns(of: String(scalar))
      if columns != (isWide ? 2 : 1) { return false }
    }
  }
  return true
}
