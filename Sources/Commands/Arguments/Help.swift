import Casework

/// The texts of --help.
enum Help {
  static func overview(_ language: Language) -> String {
    let title = Words(
      "一窗：政务服务大厅的全屏终端工作台",
      "yichuang: a full-screen terminal console for the counters of a service hall")
    let usage = Words("用法：yichuang <命令> [选项]", "usage: yichuang <command> [options]")
    let first = Words(
      "第一次用：yichuang demo 打开一个演示大厅。", "To begin: yichuang demo opens a demo hall.")
    let more = Words(
      "每个命令都有 --help。退出状态：0 完成，1 被大厅规则拒绝，2 用法不对，3 数据库不能用。",
      "Every command has --help. Exit status: 0 done, 1 refused by a rule of the hall, 2 wrong usage, 3 the store cannot be used."
    )
    let commands = CommandName.allCases.map { ($0.rawValue, $0.summary[language]) }
    return """
      \(title[language])

      \(usage[language])
      \(first[language])

      \(heading("命令", "Commands", language))
      \(columns(commands))

      \(heading("通用选项", "Options of every command", language))
      \(options(Option.common, language))

      \(wrapped(more[language], to: width))

      """
  }

  static func command(_ command: CommandName, _ language: Language) -> String {
    let words = ["yichuang", command.rawValue, command.operand?.usage].compactMap { $0 }
    let usage = Words(
      "用法：\(words.joined(separator: " ")) [选项]", "usage: \(words.joined(separator: " ")) [options]")
    var text = "yichuang \(command.rawValue): \(command.summary[language])\n\n\(usage[language])\n"
    if let details = details(command)?[language] {
      text += "\n\(details.contains("\n") ? details : wrapped(details, to: width))\n"
    }
    if !command.options.isEmpty {
      text += "\n\(heading("选项", "Options", language))\n\(options(command.options, language))\n"
    }
    let common = Option.common.map(\.flag).joined(separator: " ")
    let others = Words(
      "通用选项（见 yichuang help）：\(common)", "Options of every command (see yichuang help): \(common)")
    return text + "\n\(wrapped(others[language], to: width))\n"
  }

  /// Of the terminal everybody has.
  private static let width = 79

  private static func heading(_ zh: String, _ en: String, _ language: Language) -> String {
    Words(zh + "：", en + ":")[language]
  }

  private static func options(_ options: [Option], _ language: Language) -> String {
    columns(
      options.map { option in
        (
          [option.flag, option.value].compactMap { $0 }.joined(separator: " "),
          option.meaning[language]
        )
      })
  }

  private static func columns(_ rows: [(String, String)]) -> String {
    let width = (rows.map { displayWidth($0.0) }.max() ?? 0) + 2
    return rows.map { "  " + padded($0.0, to: width) + $0.1 }.joined(separator: "\n")
  }
}
