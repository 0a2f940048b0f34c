import Casework
import Deskwork
import Glibc
import HallFiles
import WorkCalendar

/// Works out due dates: one for a person, with its proof, or one a line for a program.
struct ClockCommand {
  let invocation: Invocation

  func run() throws(Complaint) -> ExitStatus {
    if let number = invocation.arguments.operands.first {
      return try ofCase(number)
    }
    if let option = CaseClockWish.options.first(where: invocation.arguments.has) {
      throw .usage(.question(.clock, Self.needsCase(option)))
    }
    let hall = try HallClock(invocation)
    let question: ClockQuestion?
    do throws(Malformed) {
      question = try ClockQuestion(invocation.arguments)
    } catch {
      throw .usage(.question(.clock, error.words))
    }
    if let question { return try answer(question, hall) }
    guard invocation.isJSON else { throw .usage(.question(.clock, Self.askedNothing)) }
    return AnswerLines(invocation: invocation).run { value throws(Malformed) in
      try hall.answer(try ClockQuestion(value)).json
    }
  }

  private func answer(_ question: ClockQuestion, _ hall: HallClock) throws(Complaint) -> ExitStatus
  {
    do throws(Malformed) {
      let answer = try hall.answer(question)
      invocation.output.say(
        invocation.isJSON
          ? answer.json.line : answer.text(hall.calendar, invocation.language))
      return .done
    } catch {
      throw .usage(.question(.clock, error.words))
    }
  }

  /// The dates of a case come from its own record.
  private func ofCase(_ number: String) throws(Complaint) -> ExitStatus {
    let plain = CommandName.clock.options.filter { !CaseClockWish.options.contains($0) }
    if let option = plain.first(where: invocation.arguments.has) {
      throw .usage(.question(.clock, Self.goesWithoutCase(option)))
    }
    return try CaseClockCommand(invocation: invocation, number: number).run()
  }

  private static func needsCase(_ option: Option) -> Words {
    Words("\(option.flag) 要和件号一起用。", "\(option.flag) needs the number of a case.")
  }

  private static func goesWithoutCase(_ option: Option) -> Words {
    Words("\(option.flag) 不能和件号一起用。", "\(option.flag) does not go with the number of a case.")
  }

  private static let askedNothing = Words(
    "没有问题可算：请给出 --accepted-on 和期限，或用 --json 从标准输入逐行提问。",
    "Nothing was asked: give --accepted-on and a limit, or ask line by line with --json.")
}

/// The two tables a date is worked out from: the calendar of law, and the hall's opening hours.
struct HallClock {
  let calendar: WorkCalendar
  let openingHours: OpeningHours

  enum Answer {
    case days(DayAnswer)
    case hours(HourAnswer)

    var json: JSONValue {
      switch self {
      case .days(let answer): answer.json
      case .hours(let answer): answer.json
      }
    }

    func text(_ calendar: WorkCalendar, _ language: Language) -> String {
      switch self {
      case .days(let answer): answer.text(calendar, language)
      case .hours(let answer): answer.text(language)
      }
    }
  }

  init(_ invocation: Invocation) throws(Complaint) {
    let path = try complaining { () throws(FolderNotFound) in
      try DataPlaces.find(
        .data, option: invocation.arguments[.data], environment: invocation.environment)
    }
    let folder = HallFolder(path: path)
    let years = try complaining { () throws(HallFileError) in try folder.calendarYears() }
    let hall = try complaining { () throws(HallFileError) in try folder.hall() }
    (calendar, openingHours) = (WorkCalendar(years: years), hall.openingHours)
  }

  func answer(_ question: ClockQuestion) throws(Malformed) -> Answer {
    switch question {
    case .days(let question): .days(try DayAnswer(question, calendar))
    case .hours(let hours, let moment):
      .hours(try HourAnswer(hours, from: moment, openingHours, calendar))
    }
  }
}
