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

      \(more[language])

      """
  }

  static func command(_ command: CommandName, _ language: Language) -> String {
    let usage = ["yichuang", command.rawValue, command.operand?.usage]
      .compactMap { $0 }.joined(separator: " ")
    var text = """
      yichuang \(command.rawValue) — \(command.summary[language])

      \(heading("用法", "usage", language))\(usage) [\(heading("选项", "options", language, mark: ""))]

      """
    if let details = details(command)?[language] { text += "\n\(details)\n" }
    if !command.options.isEmpty {
      text += "\n\(heading("选项", "Options", language))\n\(options(command.options, language))\n"
    }
    return text
      + "\n\(heading("通用选项", "Options of every command", language))\n\(options(Option.common, language))\n"
  }

  private static func heading(
    _ zh: String, _ en: String, _ language: Language, mark: String? = nil
  ) -> String {
    Words(zh + (mark ?? "："), en + (mark ?? ": "))[language]
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
