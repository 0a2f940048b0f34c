import TerminalUI
import TestSupport
import Testing

@Suite struct TextFieldLinesTests {
  @Test func `a long text is shown over several rows with the caret behind it`() {
    var grid = CellGrid(columns: 10, rows: 3, glyphs: .fixed())
    TextField("经营场所与平面图一致").drawLines(
      on: &grid, in: Rect(Size(columns: 10, rows: 3)), isActive: true)
    #expect(grid.lines == ["经营场所  ", "与平面图  ", "一致      "])
    #expect(grid.caret == Point(row: 2, column: 4))
  }

  @Test(arguments: 0..<48 as Range<UInt64>)
  func `the caret stays inside whatever is typed`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var field = TextField("")
    let keys: [Key] = [
      .character("审"), .character("a"), .character("é"), .left, .home, .end, .backspace,
    ]
    let rect = Rect(
      row: 1, column: 2, columns: Int.random(in: 1...12, using: &random),
      rows: Int.random(in: 1...4, using: &random))
    for _ in 0..<60 {
      _ = field.take(keys[Int.random(in: 0..<keys.count, using: &random)])
      var grid = CellGrid(columns: 16, rows: 6, glyphs: .fixed())
      field.drawLines(on: &grid, in: rect, isActive: true)
      let caret = grid.caret ?? Point(row: -1, column: -1)
      #expect(rect.contains(caret) || rect.columns < 3)
    }
  }
}
