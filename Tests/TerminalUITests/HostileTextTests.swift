import TerminalUI
import TestSupport
import Testing

struct HostileTextTests {
  static let all = HostileText.unseen + HostileText.odd + HostileText.piles + [HostileText.long]

  @Test(arguments: all)
  func `no text leaves its place in the grid or sends anything but letters`(text: String) {
    for ambiguous in [1, 2] {
      var grid = CellGrid(columns: 30, rows: 3, glyphs: .fixed(ambiguous: ambiguous))
      for row in 0..<3 { grid.put("申请人电话", row: row, column: 0) }
      let before = grid
      grid.put(text, row: 1, column: 10, width: 12)
      for row in 0..<3 {
        for column in 0..<30 where row != 1 || !(10..<22).contains(column) {
          #expect(grid[row: row, column: column] == before[row: row, column: column])
        }
      }
      #expect(grid.rows.joined().allSatisfy { isHarmless($0.glyph) })
    }
  }

  @Test(arguments: all)
  func `a field keeps the terminal harmless whatever is typed or pasted`(text: String) {
    var (typed, pasted) = (TextField(maximumLength: 200), TextField(maximumLength: 200))
    for scalar in text.unicodeScalars.prefix(300) {
      _ = typed.take(.character(Character(scalar)))
    }
    _ = pasted.take(.paste(text))
    for field in [typed, pasted] {
      #expect(field.text.count <= 200)
      #expect(!field.text.unicodeScalars.contains { $0.isControl })
      var grid = CellGrid(columns: 20, rows: 2, glyphs: .fixed())
      field.draw(on: &grid, row: 0, column: 2, width: 10, isActive: true)
      #expect((2..<12).contains(grid.caret?.column ?? -1))
      #expect(grid.rows.joined().allSatisfy { isHarmless($0.glyph) })
    }
  }

  @Test func `what does not fit whole stays out whole`() {
    var field = TextField("张", maximumLength: 3)
    _ = field.take(.paste("三李四"))
    #expect(field.text == "张" && field.surplus == 1)
    _ = field.take(.paste("三李"))
    #expect(field.text == "张三李" && field.surplus == 0)
    _ = field.take(.character("四"))
    #expect(field.text == "张三李" && field.surplus == 1)
    _ = field.take(.left)
    #expect(field.surplus == 0)
  }

  @Test func `an old text longer than its field is shown whole and can be shortened`() {
    var field = TextField("一二三四五", maximumLength: 3)
    #expect(field.text == "一二三四五")
    _ = field.take(.backspace)
    #expect(field.text == "一二三四")
    _ = field.take(.character("六"))
    #expect(field.text == "一二三四" && field.surplus == 1)
  }

  private func isHarmless(_ glyph: Glyph) -> Bool {
    guard case .scalar(let scalar, let mark) = glyph else { return true }
    return ([scalar] + [mark].compactMap { $0 }).allSatisfy {
      !$0.isControl && !$0.isLayoutControl
    }
  }
}
