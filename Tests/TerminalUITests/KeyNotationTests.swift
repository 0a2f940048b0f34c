import TerminalUI
import Testing

struct KeyNotationTests {
  @Test(
    arguments: [
      ("j j <Enter>", [.character("j"), .character("j"), .enter]),
      (
        "<C-p><F12>营业<Space><lt>",
        [
          .control("p"), .function(12), .character("营"), .character("业"), .character(" "),
          .character("<"),
        ]
      ),
      (
        "<pgdn> <S-Tab> <M-x> <Scan:0309-0008>",
        [
          .pageDown, .backTab, .alt("x"), .scan("0309-0008"),
        ]
      ),
      ("", []),
    ] as [(String, [Key])])
  func `keys are written as they are named on the keyboard`(text: String, keys: [Key]) throws {
    #expect(try Key.keys(from: text) == keys)
  }

  @Test(arguments: ["<Entr>", "<F25>", "<", "<C-ab>", "a <Esc"])
  func `an unknown key is named in the refusal`(text: String) {
    #expect(throws: KeyNotationError.self) { try Key.keys(from: text) }
  }

  @Test func `what is printed reads back as the same keys`() throws {
    let keys: [Key] = [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown, .function(1), .function(24), .control("a"), .alt("X"),
      .character("证"), .character(" "), .character("<"), .paste("甲 乙"), .scan("A1"),
      .mouse(row: 3, column: 9),
    ]
    #expect(try Key.keys(from: keys.map(\.notation).joined(separator: " ")) == keys)
  }

  @Test(arguments: [("ｊ", "j"), ("１", "1"), ("：", ":"), ("　", " "), ("证", "证"), ("j", "j")])
  func `full-width forms mean the plain key`(typed: Character, meant: Character) {
    #expect(Key.character(typed).folded == .character(meant))
  }
}
