import Casework

/// Why the command line cannot be understood.
enum UsageProblem: Error {
  case unknownCommand(String, nearest: String?)
  case unknownOption(String, nearest: String?)
  case valueMissing(Option)
  case takesNoValue(Option)
  case givenTwice(Option)
  case surplus(String)
  case operandMissing(CommandName, String)
  case valueExpected(Option, String, Words)
  case operandExpected(String, Words)
  case onlyForDemo(Option)
  /// The question on the command line cannot be answered.
  case question(CommandName, Words)
  case clerkNeeded(example: String)
  case notATerminal
  case yesNeeded
  case optionNeeded(Option)
  case passwordsDiffer
  case passwordNotTyped

  var words: Words {
    switch self {
    case .unknownCommand(let name, let nearest):
      return Words(
        "没有「\(Self.masked(name))」这个命令\(Self.guessZh(nearest))；用 yichuang help 查看全部命令。",
        "There is no command \"\(Self.masked(name))\"\(Self.guessEn(nearest)); see yichuang help.")
    case .unknownOption(let typed, let nearest):
      let name = quoted(typed)
      return Words(
        "没有「\(name)」这个选项\(Self.guessZh(nearest))；用 --help 查看可用选项。",
        "There is no option \"\(name)\"\(Self.guessEn(nearest)); see --help.")
    case .valueMissing(let option):
      let value = option.value ?? ""
      return Words(
        "\(option.flag) 后面缺少 \(value)；请补上。", "\(option.flag) needs \(value) after it; add it.")
    case .takesNoValue(let option):
      return Words("\(option.flag) 不带值；请去掉等号后的部分。", "\(option.flag) takes no value; leave it out.")
    case .givenTwice(let option):
      return Words("\(option.flag) 写了两次；请只留一个。", "\(option.flag) is given twice; keep one.")
    case .surplus(let surplus):
      let word = Self.masked(surplus)
      return Words(
        "「\(word)」是多余的；请去掉，含空格的内容请加引号。",
        "\"\(word)\" is one too many; leave it out, or put quotes around words that belong together."
      )
    case .operandMissing(let command, let name):
      return Words(
        "\(command.rawValue) 后面缺少 \(name)；用 yichuang help \(command.rawValue) 查看用法。",
        "\(command.rawValue) needs \(name); see yichuang help \(command.rawValue).")
    case .valueExpected(let option, let typed, let expected):
      let text = quoted(typed)
      return Words(
        "\(option.flag) 的值「\(text)」不对；应为\(expected.zh)。",
        "\"\(text)\" does not fit \(option.flag); give \(expected.en).")
    case .operandExpected(let typed, let expected):
      let text = quoted(typed)
      return Words(
        "「\(text)」不对；应为\(expected.zh)。", "\"\(text)\" does not fit; give \(expected.en).")
    case .question(let command, let problem):
      return Words(
        "\(problem.zh)用 yichuang help \(command.rawValue) 查看用法。",
        "\(problem.en) See yichuang help \(command.rawValue).")
    case .onlyForDemo(let option):
      return Words(
        "\(option.flag) 只用于演示大厅；真实大厅只认主机时钟，请去掉它。",
        "\(option.flag) is for demo halls only; a real hall knows the host's clock alone, so leave it out."
      )
    case .clerkNeeded(let example):
      return Words(
        "真实大厅要知道是谁在操作；请加 --as 人员编号（如 --as \(example)）。",
        "A real hall has to know who acts; add --as CLERK (for example --as \(example)).")
    case .yesNeeded:
      return Words(
        "没有导入：这里不是终端，无从询问；看过以上改变后，加 --yes 再运行一次。",
        "Nothing was taken in: without a terminal nobody can be asked. Look at the changes above and run it again with --yes."
      )
    case .optionNeeded(let option):
      return Words(
        "缺少 \(option.flag)；请补上。", "\(option.flag) is missing; add it.")
    case .passwordsDiffer:
      return Words(
        "两次输入的密码不同，没有改变；请再来一次。",
        "The two passwords differ and nothing has changed; do it again.")
    case .passwordNotTyped:
      return Words(
        "没有读到密码，没有改变；请在终端输入，或由标准输入给出一行 UTF-8。",
        "No password was read and nothing has changed; type it at a terminal, or give a line of UTF-8 on standard input."
      )
    case .notATerminal:
      return Words(
        "全屏界面需要终端；在脚本里请用 do、list、show。",
        "The console needs a terminal; scripts use do, list and show.")
    }
  }

  /// What may be somebody's number is not said again whole.
  private static func masked(_ word: String) -> String {
    let longest = word.split { !$0.isNumber }.map(\.count).max() ?? 0
    return quoted(longest < 8 ? word : Identity(kind: .other, number: word).maskedNumber)
  }

  private static func guessZh(_ nearest: String?) -> String {
    nearest.map { "（是不是 \($0)？）" } ?? ""
  }

  private static func guessEn(_ nearest: String?) -> String {
    nearest.map { " (did you mean \($0)?)" } ?? ""
  }
}
