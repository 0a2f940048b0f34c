import Casework

/// The options; the texts are typed by people and written into scripts.
enum Option: String, CaseIterable {
  case store, clerk = "as", json, language, theme, data, help, version
  case cases, seed, at, printFolder = "print", printCommand = "print-command", interrupted, demo,
    counter, examples
  case stage, department, item, limit, after
  case size, pressed = "keys", styles
  case acceptedOn = "accepted-on", workingDays = "working-days", calendarDays = "calendar-days"
  case halfDays = "half-days", months, extendedBy = "extended-by", stop
  case receivedOn = "received-on", noticeWithin = "notice-within"
  case acceptedAt = "accepted-at", openHours = "open-hours"
  case kind
  case yes
  case timer, ifCorrection = "if-correction", ifAccepted = "if-accepted"
  case ifExtended = "if-extended", ifSuspended = "if-suspended-until", ifDecided = "if-decided"
  case name, nameEnglish = "name-en", role, township, townshipEnglish = "township-en"
  case reason, note, key, fingerprint, keyType = "type"
  case headLine = "head", noVerify = "no-verify", loseEvents = "lose-events", onDay = "on"
  case since, until, unmasked
  case grouping = "by", firstMonth = "from", lastMonth = "to", csv
  case lockAfter = "lock-after", thin
  case batch, sizes, rows, folder, rounds, seconds, consoles, crowd, seats

  static let common: [Option] = [
    .store, .clerk, .json, .language, .theme, .data, .help, .version,
  ]

  var flag: String { "--" + rawValue }

  /// Whether it may be given several times.
  var isRepeatable: Bool { self == .stop || self == .headLine }

  /// What follows it; nil if nothing does.
  var value: String? {
    switch self {
    case .store: "FILE"
    case .clerk: "CLERK"
    case .language: "zh|en"
    case .theme: "NAME"
    case .data, .printFolder: "DIR"
    case .printCommand: "CMD"
    case .cases, .limit: "N"
    case .seed: "S"
    case .at: "MOMENT"
    case .counter: "N"
    case .stage: "S"
    case .department: "D"
    case .item: "I"
    case .after: "KEY"
    case .size: "WxH"
    case .pressed: "'…'"
    case .acceptedOn, .receivedOn: "DATE"
    case .workingDays, .calendarDays, .halfDays, .months, .extendedBy, .noticeWithin, .openHours:
      "N"
    case .stop: "FROM..TO"
    case .acceptedAt: "MOMENT"
    case .kind, .timer: "KIND"
    case .name, .nameEnglish, .township, .townshipEnglish: "NAME"
    case .role: "ROLE"
    case .reason, .note: "TEXT"
    case .key: "KEY"
    case .fingerprint: "SHA256:…"
    case .keyType: "ALGORITHM"
    case .ifCorrection, .ifAccepted, .ifSuspended, .ifDecided: "DATE"
    case .ifExtended: "N"
    case .lockAfter: "MINUTES"
    case .batch, .rounds, .seconds, .consoles, .crowd, .seats: "N"
    case .sizes: "N,N…"
    case .rows: "ROW,ROW…"
    case .folder: "DIR"
    case .headLine: "LINE"
    case .onDay, .since, .until: "DATE"
    case .grouping: "department|item|month"
    case .firstMonth, .lastMonth: "MONTH"
    case .thin, .json, .help, .version, .interrupted, .demo, .examples, .styles, .yes, .csv,
      .noVerify,
      .loseEvents, .unmasked:
      nil
    }
  }

  var meaning: Words {
    switch self {
    case .store:
      Words(
        "数据库文件（缺省 $YICHUANG_STORE，再为 ~/.local/share/yichuang/hall.db）",
        "the store (else $YICHUANG_STORE, else ~/.local/share/yichuang/hall.db)")
    case .clerk: Words("以哪位人员的名义（人员编号）", "who acts (a clerk's ID)")
    case .json: Words("输出 JSON，供程序读取", "print JSON, for programs")
    case .language: Words("界面语言（缺省按 LANG，否则中文）", "the language (else from LANG, else Chinese)")
    case .theme: Words("配色：day、night、contrast、plain", "the colours: day, night, contrast, plain")
    case .data: Words("数据文件夹（缺省 $YICHUANG_DATA）", "the data folder (else $YICHUANG_DATA)")
    case .help: Words("显示这个命令的帮助", "show help on the command")
    case .version: Words("显示版本", "show the version")
    case .cases: Words("演示办件数（缺省 300）", "how many demo cases (300)")
    case .seed: Words("随机种子；种子相同则大厅相同（缺省 1）", "the seed; the same seed gives the same hall (1)")
    case .at:
      Words(
        "演示的日期或时刻，如 2026-03-11T10:24", "the demo's day or moment, such as 2026-03-11T10:24")
    case .printFolder:
      Words(
        "打印文件夹（缺省 $YICHUANG_PRINT，再为「数据库-print」）",
        "the print folder (else $YICHUANG_PRINT, else <store>-print)")
    case .printCommand:
      Words(
        "打印命令，{file} 是文件（缺省 $YICHUANG_PRINT_COMMAND，真实大厅再为 lp）；none 只写入文件夹",
        "what prints {file} (else $YICHUANG_PRINT_COMMAND, in a real hall lp); none: into the folder only"
      )
    case .interrupted:
      Words("也打印中途断了的；先看它们是否已经打出", "also what was interrupted; look first whether it came out")
    case .demo: Words("演示大厅，带虚构办件", "a demo hall with invented cases")
    case .counter: Words("在哪个窗口（窗口编号）", "at which counter (its ID)")
    case .examples: Words("打印一份供 do 执行的示例脚本", "print a script for do and carry out nothing")
    case .stage: Words("只列这个阶段", "only this stage")
    case .department: Words("部门编号", "the department (its ID)")
    case .item: Words("只列这个事项", "only this item")
    case .limit: Words("至多几件（缺省 50）", "how many at most (50)")
    case .after: Words("从上一页末尾的位置接着列", "go on behind this place (the last page's next)")
    case .size: Words("列数x行数（缺省 80x24）", "columns x rows (80x24)")
    case .pressed:
      Words("先按这些键，如 'j j <Enter>'", "press these keys first, for example 'j j <Enter>'")
    case .styles: Words("再打印每格的样式", "print the role of every cell as well")
    case .acceptedOn: Words("受理日期，如 2026-02-12", "the day of acceptance, such as 2026-02-12")
    case .workingDays: Words("期限：多少个工作日", "the limit in working days")
    case .calendarDays: Words("期限：多少个自然日", "the limit in calendar days")
    case .halfDays: Words("期限：多少个半天", "the limit in half days")
    case .months: Words("期限：多少个月", "the limit in months")
    case .extendedBy: Words("经批准延长的工作日数", "working days granted as an extension")
    case .stop:
      Words("停止计时的起止日，可多次；未结束写 FROM..", "a stop, any number of them; FROM.. while it lasts")
    case .receivedOn: Words("收到材料的日期", "the day the materials were received")
    case .noticeWithin:
      Words("多少个工作日内告知补正", "working days within which defects have to be told")
    case .acceptedAt: Words("受理时刻，如 2026-11-23T16:00", "the moment of acceptance")
    case .openHours: Words("期限：大厅开放多少小时", "the limit in hours of the hall's opening")
    case .timer: Words("逐日说明哪一个期限（如 statutory）", "the limit to prove (such as statutory)")
    case .ifCorrection: Words("试算：哪天补正送齐", "what if the correction arrives on this day")
    case .ifAccepted: Words("试算：哪天受理", "what if accepted on this day")
    case .ifExtended: Words("试算：延长几个工作日", "what if extended by so many working days")
    case .ifSuspended: Words("试算：停止计时到哪天", "what if stopped until this day")
    case .ifDecided: Words("试算：哪天决定", "what if decided on this day")
    case .yes: Words("不再询问，直接导入", "take it in without asking")
    case .headLine:
      Words(
        "与纸上的日首印核对，可多次；- 表示从标准输入逐行读",
        "compare with a day's head from paper, any number of them; - reads lines")
    case .onDay: Words("哪一天结束时的（缺省为现在）", "as it was at the end of this day (as it is now)")
    case .noVerify:
      Words("只查文件结构，不重读每个事件", "look at the structure only, do not read every event again")
    case .loseEvents:
      Words(
        "备份里没有的事件也不要了；原数据库仍留在旁边",
        "give up events that the backup lacks; the replaced store is still kept beside it")
    case .since: Words("只要这天及以后收的件", "only what was received on this day or later")
    case .until: Words("只要这天及以前收的件", "only what was received on this day or earlier")
    case .unmasked:
      Words(
        "姓名和号码完整写出（须有权限）", "names and numbers in full, for roles that may see them")
    case .grouping: Words("按什么分行（缺省 department）", "what has a line each (department)")
    case .firstMonth:
      Words("从哪个月，如 2026-01（缺省今年一月）", "the first month, such as 2026-01 (this January)")
    case .lastMonth: Words("到哪个月（缺省本月）", "the last month (this month)")
    case .lockAfter:
      Words(
        "几分钟没有操作就锁屏，0 为从不（缺省 10，演示大厅 0）",
        "cover the screen after so many idle minutes, 0 for never (10, in a demo hall 0)")
    case .thin:
      Words(
        "窄带显示：慢线路用，只传最少的（在里面按 Alt-N 也能换）",
        "the thin display: for a slow line, sends the least (Alt-N changes it inside)")
    case .csv: Words("输出 CSV，供表格软件读取", "print CSV, for spreadsheets")
    case .batch:
      Words(
        "已经送到的行至多 N 行一起落盘，再一起答复（缺省 1，至多 1000）",
        "up to N lines that are at hand go to disk together and are answered then (1; at most 1000)"
      )
    case .sizes: Words("多少件的大厅（缺省 1k,100k,1M）", "halls of how many cases (1k,100k,1M)")
    case .rows:
      Words(
        "只测这些（缺省全部）：\(BenchRow.names)", "measure these alone (all): \(BenchRow.names)")
    case .folder:
      Words(
        "测试大厅所在的文件夹（缺省 ~/.cache/yichuang/bench）",
        "where the halls to measure lie (~/.cache/yichuang/bench)")
    case .rounds: Words("每项多少轮（缺省 50）", "how many rounds of each (50)")
    case .seconds: Words("按时间测的每项几秒（缺省 10）", "how long what is measured by time lasts (10)")
    case .consoles: Words("同时开多少个界面（缺省 100）", "how many consoles are open at once (100)")
    case .crowd: Words("多少个进程不停地写（缺省 64）", "how many processes write without pause (64)")
    case .seats: Words("模拟多少个窗口（缺省 300）", "how many seats are played (300)")
    case .name: Words("姓名", "the person's name")
    case .nameEnglish: Words("姓名的拼音或英文", "the same in Latin letters")
    case .role:
      Words(
        "岗位：\(ClerkRole.allCases.map(\.rawValue).joined(separator: "、"))",
        "the role: \(ClerkRole.allCases.map(\.rawValue).joined(separator: ", "))")
    case .township: Words("镇村操作员的乡镇", "the town a township operator works for")
    case .townshipEnglish: Words("乡镇的英文", "the same in English")
    case .reason: Words("原因，记入记录", "why; it goes into the record")
    case .key:
      Words(
        "desk：登录所用公钥的指纹（由 sshd 填写）；ssh：公钥本身",
        "desk: the fingerprint of the key one came by, from sshd; ssh: the key itself")
    case .fingerprint: Words("只问这把公钥（sshd 的 %f）", "this key alone (sshd's %f)")
    case .keyType: Words("只问这种算法的公钥（sshd 的 %t）", "keys of this algorithm alone (sshd's %t)")
    case .note: Words("备注，如在哪台机器上", "a note, such as on which machine")
    case .kind: Words("当作哪一种号码（如 residentID）", "the kind of number (such as residentID)")
    }
  }
}
