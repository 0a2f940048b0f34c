import Casework

/// The commands, in the order help lists them.
enum CommandName: String, CaseIterable {
  case demo, initialise = "init", desk, perform = "do"
  case list, show, search, stats, clock, check, calendar, rules, roles, screen, keys, verify,
    rebuild
  case clerk, ssh, backup, restore, head, doctor, export
  case printWaiting = "print-waiting", correctClock = "correct-clock"
  case closeYear = "close-year", bench, help

  var summary: Words {
    switch self {
    case .demo: Words("造一个演示大厅并打开", "make a throw-away demo hall and open it")
    case .initialise: Words("新建数据库", "make a store")
    case .desk: Words("打开全屏界面", "open the console")
    case .perform: Words("逐行执行 JSON 命令", "carry out commands, one JSON line each")
    case .list: Words("列出办件，最急的在前", "list cases, most urgent first")
    case .show: Words("显示一件的全部情况", "show one case whole")
    case .search: Words("查找办件", "find cases")
    case .stats: Words("统计：按时办结率、用时、补正、评价", "figures: on-time rate, days, corrections, ratings")
    case .clock: Words("计算办结日期，逐日说明", "work out due dates and prove them day by day")
    case .check: Words("核对证件号码和编码", "check identity numbers and codes")
    case .calendar: Words("查看日历，导入放假通知", "show the calendar, take in a holiday notice")
    case .rules: Words("查看监察规则，发布新规则", "show the rules of supervision, publish new ones")
    case .roles: Words("谁可以办什么：岗位和权限表", "who may do what: the table of roles")
    case .clerk: Words("人员、公钥和密码", "the people of the hall, their keys and passwords")
    case .ssh: Words("供 sshd 查询公钥", "tell sshd which keys come in")
    case .screen: Words("打印界面的一帧", "print a frame of the console")
    case .keys: Words("打印按键表", "print the key table")
    case .verify: Words("核对全部记录", "check everything that was recorded")
    case .rebuild: Words("由记录重建各列表", "make the lists anew from the record")
    case .backup: Words("备份数据库，大厅照常办事", "copy the store while the hall works")
    case .restore: Words("用备份恢复数据库", "put a backup in the place of the store")
    case .head: Words("打印日首印，留在纸上", "print the day's head, to be kept on paper")
    case .doctor: Words("检查数据库和主机，说明怎么办", "look at the store and its host, and say what to do")
    case .export: Words("导出办件，供表格和程序用", "write cases out for spreadsheets and programs")
    case .printWaiting: Words("打印等候的文书", "print the sheets that wait for the printer")
    case .correctClock: Words("主机时钟快过后，按现在的时钟继续", "go on after the host's clock had run ahead")
    case .closeYear:
      Words("把往年办完的件移入单独的归档文件", "move the finished cases of a year into a file of their own")
    case .bench: Words("测量快慢和大小，与目标对照", "measure speed and size against the goals")
    case .help: Words("显示帮助", "show help")
    }
  }

  /// What stands on the command line besides options.
  var operand: Operand? {
    switch self {
    case .show: Operand("CASE", .one)
    case .search: Operand("TEXT", .several)
    case .check: Operand("NUMBER", .optional)
    case .calendar: Operand("[show [YEAR] | import FILE]", .any)
    case .rules: Operand("[show | publish]", .any)
    case .clerk:
      Operand(
        "[list | show ID | add ID | change ID | disable ID | enable ID | key … | password]", .any)
    case .ssh: Operand("authorized-keys", .one)
    case .clock: Operand("CASE", .optional)
    case .screen: Operand("PANE", .one)
    case .verify: Operand("FILE", .optional)
    case .backup, .restore: Operand("FILE", .one)
    case .correctClock: Operand("REASON", .several)
    case .closeYear: Operand("YEAR", .one)
    case .help: Operand("COMMAND", .optional)
    case .demo, .initialise, .desk, .perform, .list, .stats, .roles, .keys, .rebuild,
      .head, .doctor, .export, .printWaiting, .bench:
      nil
    }
  }

  /// Options of its own; the common ones go with every command.
  var options: [Option] {
    switch self {
    case .demo: [.cases, .seed, .at, .thin, .lockAfter, .printFolder, .printCommand]
    case .initialise: [.demo, .cases, .seed, .at]
    case .desk: [.counter, .key, .thin, .lockAfter, .printFolder, .printCommand]
    case .perform: [.batch, .examples, .counter, .printFolder, .printCommand]
    case .list: [.stage, .department, .item, .limit, .after]
    case .search: [.limit]
    case .stats: [.grouping, .firstMonth, .lastMonth, .department, .csv]
    case .clock:
      [
        .acceptedOn, .workingDays, .calendarDays, .halfDays, .months, .extendedBy, .stop,
        .receivedOn, .noticeWithin, .acceptedAt, .openHours,
      ] + CaseClockWish.options
    case .check: [.kind]
    case .calendar, .rules: [.yes]
    case .clerk:
      [
        .name, .nameEnglish, .role, .department, .township, .townshipEnglish, .counter, .reason,
        .note,
      ]
    case .ssh: [.fingerprint, .keyType, .key, .thin, .lockAfter, .printFolder, .printCommand]
    case .screen: [.size, .pressed, .styles, .at, .counter]
    case .printWaiting: [.printFolder, .printCommand, .interrupted]
    case .verify: [.headLine]
    case .backup: [.noVerify]
    case .restore: [.loseEvents]
    case .head: [.onDay]
    case .doctor: [.printFolder]
    case .export: [.stage, .department, .item, .since, .until, .unmasked]
    case .bench: [.sizes, .rows, .folder, .seed, .rounds, .seconds, .consoles, .crowd, .seats]
    case .show, .roles, .keys, .rebuild, .correctClock, .closeYear, .help: []
    }
  }
}

struct Operand {
  enum Count { case one, optional, several, any }

  var name: String
  var count: Count

  init(_ name: String, _ count: Count) {
    self.name = name
    self.count = count
  }

  var isNeeded: Bool { count == .one || count == .several }

  var usage: String {
    switch count {
    case .one, .any: name
    case .optional: "[\(name)]"
    case .several: "\(name)…"
    }
  }
}
