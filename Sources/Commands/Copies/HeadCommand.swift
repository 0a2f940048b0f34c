import CaseStore
import Casework
import Deskwork
import WorkCalendar

/// The head over all streams on one line.
struct HeadCommand {
  let invocation: Invocation

  func run() throws(Complaint) -> ExitStatus {
    let hall = try OpenHall(administering: invocation)
    let day = try complaining { () throws(UsageProblem) in try self.day(hall.desk.today) }
    let found = try complaining { () throws(StoreError) in try hall.store.head(on: day) }
    let shown = day ?? hall.desk.today
    guard let head = found else {
      throw .other(
        Words(
          "到 \(shown) 为止还没有记录；请给出更晚的日期。",
          "Nothing was recorded up to \(shown); give a later day."))
    }
    let line = HeadLine(head, on: shown)
    if invocation.isJSON {
      invocation.output.say(
        JSONValue.object([
          .init("on", .text(shown.description)), .init("events", .number(Int(head.events))),
          .init("streams", .number(head.streams)), .init("head", .text(head.digest)),
          .init("line", .text(line.text)),
        ]).line)
    } else {
      invocation.output.say(line.text)
    }
    try warnOfClock(hall, shown)
    return .done
  }

  private func day(_ today: LocalDate) throws(UsageProblem) -> LocalDate? {
    guard let text = invocation.arguments[.onDay] else { return nil }
    guard let day = LocalDate(text), day <= today else {
      throw .valueExpected(
        .onDay, text, Words("不晚于今天的日期，如 \(today)", "a day not after today, such as \(today)"))
    }
    return day
  }

  private func warnOfClock(_ hall: OpenHall, _ day: LocalDate) throws(Complaint) {
    let last = try complaining { () throws(StoreError) in try hall.store.lastRecordedAt() }
    guard let last, last.date > hall.desk.today else { return }
    invocation.output.remark(
      invocation.say(
        "最后的记录在 \(last.date)，比今天晚：时钟可能不对，用 yichuang doctor 查看。",
        "The last record is of \(last.date), after today: the clock may be wrong, see yichuang doctor."
      ))
  }
}
