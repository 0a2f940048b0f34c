import CaseStore
import Casework
import Deskwork
import WorkCalendar

/// Some months of the hall in figures.
struct StatsCommand {
  let invocation: Invocation

  func run() throws(Complaint) -> ExitStatus {
    let grouping = try complaining { () throws(UsageProblem) in
      guard !(invocation.isJSON && invocation.arguments.has(.csv)) else {
        throw .question(.stats, Words("--json 和 --csv 只能选一个。", "Choose --json or --csv."))
      }
      return try self.grouping()
    }
    let hall = try OpenHall(reading: invocation)
    let (first, last) = try complaining { () throws(UsageProblem) in
      try months(hall.desk.today)
    }
    let department = try invocation.department(of: hall.desk)
    let seat = try hall.seatIfNamed(invocation)
    let (sums, earlier) = try hall.desk.complaining(in: invocation.language) {
      () throws(DeskRefusal) in
      let start = YearMonth(of: .distantPast)
      let all = try hall.desk.tallies(from: start, through: last, by: seat)
        .filter { department == nil || $0.key.department == department }
      return (all.filter { $0.key.month >= first }, all.filter { $0.key.month < first })
    }
    let report = Report(sums, by: grouping)
    let shown = ShownReport(
      report: report, balance: Balance(earlier: earlier, within: report.whole), first: first,
      last: last, desk: hall.desk, language: invocation.language)
    if invocation.isJSON {
      invocation.output.say(shown.json.line)
    } else if invocation.arguments.has(.csv) {
      invocation.output.say(records: shown.csv)
    } else {
      invocation.output.say(shown.text)
    }
    return .done
  }

  private func grouping() throws(UsageProblem) -> ReportGrouping {
    guard let text = invocation.arguments[.grouping] else { return .department }
    guard let grouping = ReportGrouping(rawValue: text) else {
      let known = ReportGrouping.allCases.map(\.rawValue).joined(separator: ", ")
      throw .valueExpected(.grouping, text, Words("这些之一：\(known)", "one of: \(known)"))
    }
    return grouping
  }

  private func months(_ today: LocalDate) throws(UsageProblem) -> (YearMonth, YearMonth) {
    let last = try month(.lastMonth) ?? YearMonth(of: today)
    let first = try month(.firstMonth) ?? last.advanced(by: 1 - last.month)
    guard first <= last else {
      throw .question(
        .stats,
        Words("\(first) 在 \(last) 之后；请把月份换过来。", "\(first) is after \(last); turn the months round.")
      )
    }
    return (first, last)
  }

  private func month(_ option: Option) throws(UsageProblem) -> YearMonth? {
    guard let text = invocation.arguments[option] else { return nil }
    guard let month = YearMonth(text) else {
      throw .valueExpected(
        option, text, Words("如 2026-01 的月份", "a month such as 2026-01"))
    }
    return month
  }
}
