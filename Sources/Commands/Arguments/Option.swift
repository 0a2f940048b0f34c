import Casework

/// The options; the texts are typed by people and written into scripts.
enum Option: String, CaseIterable {
  case store, clerk = "as", json, language, theme, data, help, version
  case cases, seed, at, printFolder = "print", demo, counter, examples
  case stage, department, item, limit, after
  case size, pressed = "keys", styles

  static let common: [Option] = [
    .store, .clerk, .json, .language, .theme, .data, .help, .version,
  ]

  var flag: String { "--" + rawValue }

  /// What follows it; nil if nothing does.
  var value: String? {
    switch self {
    case .store: "FILE"
    case .clerk: "CLERK"
    case .language: "zh|en"
    case .theme: "NAME"
    case .data, .printFolder: "DIR"
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
    case .json, .help, .version, .demo, .examples, .styles: nil
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
        "演示的时刻，如 2026-03-11T10:24", "the demo's moment, for example 2026-03-11T10:24")
    case .printFolder:
      Words(
        "打印文件夹（缺省 $YICHUANG_PRINT，再为「数据库-print」）",
        "the print folder (else $YICHUANG_PRINT, else <store>-print)")
    case .demo: Words("演示大厅，带虚构办件", "a demo hall with invented cases")
    case .counter: Words("在哪个窗口（窗口编号）", "at which counter (its ID)")
    case .examples: Words("打印一份供 do 执行的示例脚本", "print a script for do and carry out nothing")
    case .stage: Words("只列这个阶段", "only this stage")
    case .department: Words("只列这个部门", "only this department")
    case .item: Words("只列这个事项", "only this item")
    case .limit: Words("至多几件（缺省 50）", "how many at most (50)")
    case .after: Words("从上一页末尾的位置接着列", "go on behind this place (the last page's next)")
    case .size: Words("列数x行数（缺省 80x24）", "columns x rows (80x24)")
    case .pressed:
      Words("先按这些键，如 'j j <Enter>'", "press these keys first, for example 'j j <Enter>'")
    case .styles: Words("再打印每格的样式", "print the role of every cell as well")
    }
  }
}
