import TerminalUI
import TestSupport
import Testing

struct TextFieldTests {
  private func typed(_ keys: String, in field: TextField = TextField()) throws -> TextField {
    var field = field
    for key in try Key.keys(from: keys) { _ = field.take(key) }
    return field
  }

  @Test(arguments: [
    ("周小兰", "周小兰", 3), ("周小兰 <BS> <BS> 大", "周大", 2), ("ab <Left> <Left> 证", "证ab", 1),
    ("abc <Home> <Del> <End> d", "bcd", 3), ("abc <Left> <C-z>", "", 0),
    ("ab <BS> <C-z>", "ab", 2), ("一二 <Space> 三四 <C-w>", "一二 ", 3),
    ("abc <C-u> <C-z>", "abc", 3), ("<Paste:甲 乙> x", "甲 乙x", 4), ("<BS> <Del> <Left> <C-z>", "", 0),
  ])
  func `a field is edited by whole characters`(keys: String, text: String, caret: Int) throws {
    let field = try typed(keys)
    #expect(field.text == text)
    #expect(field.caret == caret)
  }

  @Test func `a mark typed after its letter joins it`() throws {
    var field = try typed("e")
    _ = field.take(.character("\u{301}"))
    _ = field.take(.character("x"))
    #expect(field.text == "e\u{301}x")
    #expect(field.caret == 2)
    _ = field.take(.backspace)
    _ = field.take(.backspace)
    #expect(field.isEmpty)
  }

  @Test func `a number field folds and refuses`() throws {
    let digits = try typed("１2三x4 <Paste:5-6>", in: TextField(accepting: .digits, maximumLength: 5))
    #expect(digits.text == "12456")
    #expect(digits.isFull)
    #expect(try typed("91ma６k-x", in: TextField(accepting: .code)).text == "91MA6KX")
  }

  @Test func `marks that turn or hide text stay out`() {
    var field = TextField()
    field.insert("王\u{202E}小\u{200B}明\u{FEFF}\u{2028}一\u{2066}👩‍👩‍👧")
    #expect(field.text == "王小明 一👩‍👩‍👧")
  }

  @Test func `line breaks become spaces and control characters stay out`() {
    var field = TextField()
    field.insert("甲\r\n乙\u{1B}[m\u{0}")
    #expect(field.text == "甲 乙[m")
  }

  @Test(arguments: [Key.enter, .escape, .tab, .up, .function(2), .control("p"), .scan("12345678")])
  func `other keys are left to the pane`(key: Key) {
    var field = TextField("a")
    let wasTaken = field.take(key)
    #expect(!wasTaken && field.text == "a")
  }

  @Test func `a long text scrolls so that the caret stays in sight`() throws {
    var grid = CellGrid(columns: 14, rows: 4, glyphs: .fixed())
    var field = TextField("食品经营许可证a")
    field.draw(on: &grid, row: 0, column: 1, width: 10, isActive: true)
    #expect(grid.caret == Point(row: 0, column: 10))
    field.move(by: -3)
    field.draw(on: &grid, row: 1, column: 1, width: 10, isActive: true)
    field.move(by: .min)
    field.draw(on: &grid, row: 2, column: 1, width: 10, isActive: true, isInvalid: true)
    #expect(grid.caret == Point(row: 2, column: 1))
    TextField().draw(on: &grid, row: 3, column: 1, width: 10, isActive: false, placeholder: "姓名")
    expectGolden(grid.frame, named: "field")
  }

  @Test(arguments: 0..<32 as Range<UInt64>)
  func `the caret is always within the field`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let keys: [Key] = [
      .character("证"), .character("a"), .character("\u{301}"), .backspace, .delete, .left, .right,
      .home, .end, .control("w"), .control("u"), .control("z"), .paste("e\u{301}👩‍👩‍👧 x"),
    ]
    var field = TextField(maximumLength: 12)
    for _ in 0..<300 {
      _ = field.take(keys[Int.random(in: 0..<keys.count, using: &random)])
      let width = Int.random(in: 0...12, using: &random)
      var grid = CellGrid(columns: 14, rows: 1, glyphs: .fixed())
      field.draw(on: &grid, row: 0, column: 1, width: width, isActive: true)
      let inside = width == 0 ? grid.caret == nil : (1...width).contains(grid.caret?.column ?? -1)
      #expect(inside && (0...field.text.count).contains(field.caret) && field.text.count <= 12)
    }
  }
}
