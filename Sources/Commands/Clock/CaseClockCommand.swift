import Casework
import Deskwork
import WorkCalendar

/// The limits of a case of the store: all of them, one with its proof, and what they would be if.
struct CaseClockCommand {
  let invocation: Invocation
  let number: String

  func run() throws(Complaint) -> ExitStatus {
    let language = invocation.language
    let hall = try OpenHall(reading: invocation)
    let (desk, seat) = (hall.desk, try hall.seatIfNamed(invocation))
    let wanted = try complaining { () throws(UsageProblem) in try CaseClockWish(invocation) }
    let (file, sheet) = try desk.complaining(in: language) { () throws(DeskRefusal) in
      let file = try desk.history(try CaseFinder(desk: desk).find(number), by: seat).file
      return (file, try desk.sheet(file.item, version: file.sheetVersion))
    }
    let clock = CaseClock(file: file, sheet: sheet, desk: desk)
    guard wanted.timer == nil || clock.timer(wanted.timer) != nil else {
      throw .other(Self.noSuchTimer(file.id, clock.timers))
    }
    let thoughts = try desk.complaining(in: language) { () throws(DeskRefusal) in
      try clock.thoughts(wanted.suppositions)
    }
    invocation.output.say(
      invocation.isJSON
        ? clock.json(wanted.timer, thoughts).line
        : clock.text(wanted.timer, thoughts, language))
    return .done
  }

  private static func noSuchTimer(_ id: CaseID, _ timers: [CaseTimer]) -> Words {
    let kinds = timers.map(\.kind.rawValue).joined(separator: ", ")
    return Words("\(id) 没有这个期限；有：\(kinds)。", "\(id) has no such limit; it has \(kinds).")
  }
}

/// What was asked of the clocks of a case.
struct CaseClockWish {
  var timer: TimerKind?
  var suppositions: [Supposition] = []

  init(_ invocation: Invocation) throws(UsageProblem) {
    let arguments = invocation.arguments
    if let text = arguments[.timer] {
      guard let kind = TimerKind(rawValue: text) else {
        let kinds = TimerKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw .valueExpected(.timer, text, Words(kinds, kinds))
      }
      timer = kind
    }
    if let day = try Self.day(.ifCorrection, arguments) {
      suppositions.append(.correctionArrives(on: day))
    }
    if let day = try Self.day(.ifAccepted, arguments) { suppositions.append(.accepted(on: day)) }
    if let days = try arguments.number(.ifExtended, least: 0, most: 36_500) {
      suppositions.append(.extended(by: days))
    }
    if let day = try Self.day(.ifSuspended, arguments) { suppositions.append(.stopped(until: day)) }
    if let day = try Self.day(.ifDecided, arguments) { suppositions.append(.decided(on: day)) }
  }

  static let options: [Option] = [
    .timer, .ifCorrection, .ifAccepted, .ifExtended, .ifSuspended, .ifDecided,
  ]

  private static func day(
    _ option: Option, _ arguments: Arguments
  ) throws(UsageProblem) -> LocalDate? {
    guard let text = arguments[option] else { return nil }
    guard let day = LocalDate(text) else {
      throw .valueExpected(
        option, text, Words("如 2026-03-11 的日期", "a date such as 2026-03-11"))
    }
    return day
  }
}

/// A case with everything its dates are worked out from.
struct CaseClock {
  let file: CaseFile
  let sheet: ImplementationSheet
  let desk: Desk

  /// A supposition and the dates it would give.
  typealias Thought = (supposition: Supposition, dates: [ForeseenDate])

  var timers: [CaseTimer] {
    let timers = file.timers(on: desk.today, calendar: desk.calendar, sheet: sheet)
    return timers.filter { $0.settledOn == nil } + timers.filter { $0.settledOn != nil }
  }

  /// The one asked for; else the promise, or whatever runs.
  func timer(_ kind: TimerKind?) -> CaseTimer? {
    let timers = timers
    guard let kind else {
      return timers.first { $0.kind == .committed && $0.settledOn == nil } ?? timers.first
    }
    return timers.first { $0.kind == kind }
  }

  func thoughts(_ suppositions: [Supposition]) throws(DeskRefusal) -> [Thought] {
    let rules = desk.rules(under: sheet)
    var thoughts: [Thought] = []
    for supposition in suppositions {
      do throws(Refusal) {
        thoughts.append(
          (supposition, try file.supposing(supposition, at: desk.now, under: rules)))
      } catch {
        throw .refused(error, file.id)
      }
    }
    return thoughts
  }

  func proof(of timer: CaseTimer) -> DeadlineProof {
    DeadlineProof(timer, on: desk.today, calendar: desk.calendar)
  }
}
