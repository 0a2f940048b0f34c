package import Casework
import Deskwork
package import WorkCalendar

/// Why a notice is not imported: everything that is wrong with it.
package struct NoticeRefusal: Error, Hashable, Sendable {
  package var problems: [NoticeProblem]

  init(_ problems: [NoticeProblem]) { self.problems = problems }
  init(line: Int?, _ kind: NoticeProblem.Kind) {
    problems = [NoticeProblem(line: line, kind)]
  }
}

/// One thing wrong with a notice, and the line it stands on.
package struct NoticeProblem: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case notText, webPage
    case noYear
    case yearsDiffer(Int, Int)
    case noHoliday
    case holidayMissing(String)
    case holidayTwice(String, firstLine: Int)
    case noDays(String)
    case noTableToAmend(Int)
    case nothingToExtend(String, LocalDate)
    /// Weekdays off beyond those of the law, and weekend days worked for them.
    case unbalanced(String, swapped: Int, worked: Int)
    case farFromHoliday(LocalDate, String)
    /// A holiday on days on which it cannot fall.
    case outOfSeason(String)
    case day(DayProblem)
    case table(CalendarMistake)
    case file(HallFileProblem, place: String)
  }

  /// Nil where it concerns the notice as a whole.
  package var line: Int?
  package var kind: Kind

  init(line: Int?, _ kind: Kind) {
    self.line = line
    self.kind = kind
  }

  package func sentence(in language: Language) -> String {
    let said = kind.words[language]
    switch language {
    case .zh: return (line.map { "第 \($0) 行：" } ?? "") + said + "。"
    case .en:
      return (line.map { "Line \($0): " + said } ?? said.prefix(1).uppercased() + said.dropFirst())
        + "."
    }
  }
}

/// A claim about days that is not so, or cannot be understood.
package enum DayProblem: Hashable, Sendable {
  case noSuchDay(String)
  case notUnderstood(String)
  case weekdayDiffers(LocalDate, said: Weekday)
  case notAWeekday(String)
  case countDiffers(said: Int, found: Int)
  case rangeReversed(LocalDate, LocalDate)
  case outsideTheYear(LocalDate, Int)
  case makeUpOnWeekday(LocalDate)
  case twice(LocalDate, firstLine: Int)
  case notAmongTheDaysOff(LocalDate)
  case restingAgain(LocalDate)
  case noWeekendBeside(LocalDate)
  case statutoryDayWorked(LocalDate, String)
}

extension NoticeProblem.Kind {
  package var words: Words {
    switch self {
    case .notText:
      Words(
        "不是 UTF-8 或 GB18030 文字，请另存为 UTF-8", "it is neither UTF-8 nor GB18030; save it as UTF-8")
    case .webPage:
      Words("这是网页源码，请只复制通知正文", "this is the source of a web page; copy the notice's text only")
    case .noYear:
      Words(
        "看不出是哪一年的通知，请连标题一起复制(关于20XX年部分节假日安排的通知)",
        "it does not say which year it is for; copy its title too (关于20XX年部分节假日安排的通知)")
    case .yearsDiffer(let one, let other):
      Words("前面说是 \(one) 年，这里说是 \(other) 年", "it said \(one) before and says \(other) here")
    case .noHoliday:
      Words(
        "没有找到节日的安排(如 一、元旦：1月1日放假)",
        "no holiday is arranged in it (such as 一、元旦：1月1日放假)")
    case .holidayMissing(let name):
      Words("没有\(name)的安排，通知不全，请复制全文", "nothing is said of \(name); copy the whole notice")
    case .holidayTwice(let name, let line):
      Words(
        "\(name)在第 \(line) 行已经安排过，请只留一处", "\(name) is arranged in line \(line) already; keep one")
    case .noDays(let name): Words("\(name)没有写明哪天放假", "no day off is given for \(name)")
    case .noTableToAmend(let year):
      Words(
        "它改动 \(year) 年，而 \(year) 年的日历还没有；请先导入 \(year) 年的通知",
        "it changes \(year), which has no calendar yet; import the notice of \(year) first")
    case .nothingToExtend(let name, let end):
      Words(
        "\(name)没有可以延长到 \(end) 的假期", "there is no holiday of \(name) that could go on until \(end)")
    case .unbalanced(let name, let swapped, let worked):
      Words(
        "\(name)调休 \(swapped) 天，补班却是 \(worked) 天，请核对原文",
        "\(name) gives \(swapped) weekdays in exchange for \(worked) weekend days; compare it with the notice"
      )
    case .farFromHoliday(let date, let name):
      Words(
        "\(date) 为\(name)补班，离假期太远，请核对原文",
        "\(date) is worked for \(name), which lies far off; compare it with the notice")
    case .outOfSeason(let name):
      Words("\(name)不会在这些日子", "\(name) cannot fall on these days")
    case .day(let problem): problem.words
    case .table(let mistake): mistake.words
    case .file(let problem, let place):
      Words(
        [place, problem.words.zh].filter { !$0.isEmpty }.joined(separator: " "),
        [place, problem.words.en].filter { !$0.isEmpty }.joined(separator: ": "))
    }
  }
}

extension DayProblem {
  package var words: Words {
    switch self {
    case .noSuchDay(let text): Words("没有「\(text)」这一天", "there is no such day as \(text)")
    case .notUnderstood(let text):
      Words("「\(text)」是放假还是上班，看不出来", "it is not clear whether \(text) is off or worked")
    case .weekdayDiffers(let date, let said):
      Words(
        "\(date) 是\(date.weekday.label.zh)，不是\(said.label.zh)",
        "\(date) is a \(date.weekday.label.en), not a \(said.label.en)")
    case .notAWeekday(let text): Words("「\(text)」不是星期几", "\(text) is no day of the week")
    case .countDiffers(let said, let found):
      Words(
        "说是 \(said) 天，按日期数是 \(found) 天", "it says \(said) days, the dates make \(found)")
    case .rangeReversed(let first, let last):
      Words("从 \(first) 到 \(last) 不成一段假期", "\(first) to \(last) makes no holiday")
    case .outsideTheYear(let date, let year):
      Words("\(date) 不在 \(year) 年的通知里", "\(date) has no place in the notice of \(year)")
    case .makeUpOnWeekday(let date):
      Words(
        "\(date) 是\(date.weekday.label.zh)，本来就上班，不是补班日",
        "\(date) is a \(date.weekday.label.en) and worked anyway; it cannot make up for a holiday")
    case .twice(let date, let line):
      Words("\(date) 在第 \(line) 行已经安排过", "\(date) is arranged in line \(line) already")
    case .notAmongTheDaysOff(let date):
      Words("\(date) 不在前面说的假期里", "\(date) is not among the days off named before")
    case .restingAgain(let date):
      Words("说 \(date) 起上班，而这一天休息", "work is said to begin again on \(date), a day off")
    case .noWeekendBeside(let date):
      Words("\(date) 前后没有周末，谈不上连休", "there is no weekend beside \(date) to join it to")
    case .statutoryDayWorked(let date, let name):
      Words(
        "\(date) 是\(name)法定假日，通知里却没有放假",
        "\(date) is off by law for \(name), but the notice leaves it worked")
    }
  }
}
