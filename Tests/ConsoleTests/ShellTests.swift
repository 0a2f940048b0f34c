import Casework
import Console
import Deskwork
import TerminalUI
import TestSupport
import Testing
import WorkCalendar

@Suite struct ShellTests {
  @Test(arguments: [
    ("shell-help-zh", Language.zh, "sunli", "<F1>"), ("shell-help-en", .en, "sunli", "<F1>"),
    ("shell-palette-zh", .zh, "sunli", "<F2> spjy"),
    ("shell-palette-en", .en, "duanyumin", "<C-p>"), ("shell-person-zh", .zh, "sunli", "<F9>"),
    ("shell-person-typed-zh", .zh, "sunli", "<F9> 市监"),
    ("shell-person-en", .en, "sunli", "<F9>"),
    ("shell-too-small-zh", .zh, "small", ""), ("shell-too-small-en", .en, "small", ""),
  ])
  func `the shell looks as agreed`(
    name: String, language: Language, clerk: String, keys: String
  ) throws {
    let isSmall = clerk == "small"
    let driver = ConsoleDriver(
      try .atWork(), as: isSmall ? "sunli" : ClerkID(clerk), language,
      columns: isSmall ? 40 : 80, rows: isSmall ? 8 : 24)
    expectGolden(try driver.press(keys).frame, named: name)
  }

  @Test(arguments: PaneID.allCases.filter { $0.digit != nil })
  func `help explains its pane before it lists the keys`(pane: PaneID) throws {
    for language in Language.allCases {
      let digit = pane.digit.map(String.init) ?? ""
      let run = try ConsoleDriver(.atWork(), as: "qianjin", language, columns: 120, rows: 50)
        .press("<M-\(digit)> <F1>")
      let sentences = run.text.filter { $0 == "。" || $0 == "." }.count
      #expect(sentences >= 2, "\(run.text)")
      #expect(run.text.contains("F2 ^P"))
    }
  }

  @Test func `the palette finds an act by its name, pinyin or key, and does it`() throws {
    for typed in ["台账", "tz", "taizhang", "taizh", "Alt-7"] {
      let run = try ConsoleDriver(.atWork(), as: "xujing").press("<F2> \(typed) <Enter>")
      #expect(run.text.contains("[7 台账]"), "\(typed)")
    }
  }

  @Test func `the palette finds an item by its code and begins its intake`() throws {
    let run = try ConsoleDriver(.atWork(), as: "wangfang").press("<F2> SJ05 <Enter>")
    #expect(run.text.contains("[2 收件]"))
    let refused = try ConsoleDriver(.atWork(), as: "sunli").press("<F2> SJ05 <Enter>")
    #expect(!refused.notice.isEmpty)
  }

  @Test func `leaving works from every dialog`() throws {
    for keys in ["<F1>", "<F2>", "<F9>", "3 j <F6>"] {
      let driver = ConsoleDriver(try .atWork(), as: "xujing")
      let stayed = try driver.press("\(keys) <C-q> <F1> <Down>")
      #expect(try stayed.frames.count < driver.press("\(keys) <F1> <Down>").frames.count, "\(keys)")
    }
  }

  @Test func `one key changes the person, and the new one begins at home`() throws {
    let run = try ConsoleDriver(.atWork(), as: "sunli").press("<F9> 5")
    #expect(run.text.contains("[5 监察]") && run.text.contains("段誉民"))
    let typed = try ConsoleDriver(.atWork(), as: "sunli").press("<F9> 马 春 梅 <Enter>")
    #expect(typed.text.contains("马春梅") && typed.text.contains("[3 待办]"))
    let read = try ConsoleDriver(.atWork(), as: "sunli").press("<F9> machun <Enter>")
    #expect(read.text.contains("马春梅") && read.text.contains("[3 待办]"))
  }

  @Test func `the six kinds of persons come first`() throws {
    let text = try ConsoleDriver(.atWork(), as: "sunli", .en).press("<F9>").text
    let rows = text.split(separator: "\n")
    let kinds = [
      "General counter", "Examiner", "Approver", "sits here", "Supervisor", "Township operator",
    ]
    for (index, kind) in kinds.enumerated() {
      let row = rows.first {
        $0.contains("\(index + 1) ") && $0.contains("│ ") && $0.contains(kind)
      }
      #expect(row != nil, "\(kind)\n\(text)")
    }
  }

  @Test func `after a case was handled its department's people come first`() throws {
    let run = try ConsoleDriver(.atWork(), as: "sunli")
      .press("<Down> <F6> <F10> <C-y> <F9>")
    #expect(run.row(with: "│  2 ").contains("公安局"))
    #expect(run.row(with: "│  3 ").contains("公安局"))
  }

  @Test func `the banner is in sight whatever lies on the screen`() throws {
    let hall = try ConsoleHall.atWork()
    for keys in ["", "<F1>", "<F2>", "<F9>", "<Down> <F6>", "<Down> <F6> <F10>"] {
      let run = try ConsoleDriver(hall, as: "sunli").press(keys)
      #expect(run.text.split(separator: "\n").first?.contains("[演示]") == true, "\(keys)")
    }
  }

  @Test func `the language changes while one works, and everything with it`() throws {
    let run = try ConsoleDriver(.atWork(), as: "sunli").press("<Down> <C-g>")
    #expect(run.text.contains("[4 Release]") && run.row(with: ">").contains("0225-0001"))
  }

  @Test func `every tab fits into 80 columns in both languages`() throws {
    let hall = try ConsoleHall.atWork()
    for language in Language.allCases {
      let lines = try ConsoleDriver(hall, as: "leiming", language).press("").frames.last?.lines
      let tabs = lines?[1] ?? ""
      for digit in 1...7 { #expect(tabs.contains("\(digit) "), "\(tabs)") }
      #expect(tabs.contains(language == .zh ? "台账" : "Ledger"))
    }
  }

  @Test func `a scanned receipt opens its case from any pane that has no use for it`() throws {
    let run = try ConsoleDriver(.atWork(), as: "duanyumin").press("<Scan:*YC202602250001*>")
    #expect(run.state.path.last == .file)
    #expect(run.text.contains("0225-0001"))
  }

  @Test func `a Chinese character where no text is wanted points to the keys that work`() throws {
    let run = try ConsoleDriver(.atWork(), as: "duanyumin").press("号")
    #expect(run.notice.contains("输入法"))
  }

  @Test func `a notice stays until it has been in sight and a key was pressed`() throws {
    let hall = try ConsoleHall.atWork()
    let keys = "<Down> <F6> <F10> <C-y>"
    #expect(!(try ConsoleDriver(hall, as: "sunli").press(keys).notice.isEmpty))
    let later = try ConsoleDriver(.atWork(), as: "sunli").press(keys + " <Down>")
    #expect(later.notice.isEmpty)
  }

  @Test func `keys pressed before a question was in sight do not answer it`() throws {
    let run = try ConsoleDriver(.atWork(), as: "sunli").press("<Down> <F6> <F10>")
    #expect(run.discards == 1)
  }

  @Test func `nothing but the clock changes while nothing happens`() throws {
    let hall = try ConsoleHall.atWork()
    let driver = ConsoleDriver(hall, as: "sunli")
    let idle = try driver.run([.ticked, .ticked, .ticked])
    #expect(idle.frames.count == 1)
  }

  @Test func `a minute later only the title has changed`() throws {
    let hall = try ConsoleHall.atWork()
    var sitting = try ConsoleSitting(ConsoleDriver(hall, as: "sunli"))
    let before = try sitting.press("<Down>").split(separator: "\n")
    hall.now = ConsoleHall.now.adding(seconds: 60)
    let after = try sitting.wait().split(separator: "\n")
    let changed = before.indices.filter { before[$0] != after[$0] }
    #expect(changed == [0] && after[0].contains("10:25"))
  }

  @Test func `Escape on the outermost screen says how to leave`() throws {
    let run = try ConsoleDriver(.atWork(), as: "sunli").press("<Esc>")
    #expect(run.notice.contains("Ctrl-Q"))
  }

  @Test func `Ctrl-Z hands the screen to the shell, but not from a form`() throws {
    let hall = try ConsoleHall.atWork()
    for (keys, count) in [("<C-z>", 1), ("<Down> <F6> <C-z>", 0)] {
      let clerk = DeskClerk(desk: hall.desk, seat: try hall.seat("sunli"))
      var program = try ConsoleProgram(
        clerk: clerk, language: .zh, size: Size(columns: 80, rows: 24))
      var terminal = try ScriptedTerminal(size: Size(columns: 80, rows: 24), keys: keys)
      program.run(on: &terminal)
      #expect(terminal.suspensions == count, "\(keys)")
    }
  }

  @Test func `the terminal's title never names a citizen`() throws {
    let run = try ConsoleDriver(.atWork(), as: "sunli").press("<Down> <Enter>")
    #expect(run.titles == ["一窗 出件窗口1号 演示"])
  }
}
