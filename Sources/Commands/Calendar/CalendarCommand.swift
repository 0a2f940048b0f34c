import CaseStore
import Casework
import Deskwork
import WorkCalendar

/// The calendar the hall counts by: shown, and put right by a year's notice.
struct CalendarCommand {
  let invocation: Invocation

  func run() throws(Complaint) -> ExitStatus {
    var words = invocation.arguments.operands[...]
    switch words.popFirst() {
    case "import":
      guard let file = words.popFirst() else { throw .usage(.operandMissing(.calendar, "FILE")) }
      if let surplus = words.first { throw .usage(.surplus(surplus)) }
      return try CalendarImport(invocation: invocation, path: file).run()
    case "show":
      let year = words.popFirst()
      if let surplus = words.first { throw .usage(.surplus(surplus)) }
      return try show(year)
    case nil: return try show(nil)
    case let word?:
      throw .usage(
        .operandExpected(word, Words("show [YEAR] 或 import FILE", "show [YEAR] or import FILE")))
    }
  }

  private func show(_ text: String?) throws(Complaint) -> ExitStatus {
    let asked = try text.map { text throws(Complaint) -> Int in
      guard let year = Int(text), (1949...2100).contains(year) else {
        throw .usage(.operandExpected(text, Words("年份，如 2027", "a year such as 2027")))
      }
      return year
    }
    let hall = try OpenHall(administering: invocation)
    let year = asked ?? hall.desk.today.year
    let tables = try complaining { () throws(StoreError) in try hall.store.calendarYears() }
    let sheet = YearSheet(
      year: year, calendar: hall.desk.calendar, table: tables.last { $0.year == year },
      language: invocation.language)
    let missing = hall.desk.missingYear
    if invocation.isJSON {
      let published = tables.map(\.year).sorted().map { JSONValue.number($0) }
      let more: [JSONValue.Member] = [
        .init("publishedYears", .array(published)),
        .init("missingYear", missing.map { .number($0) } ?? .null),
      ]
      invocation.output.say(JSONValue.object(sheet.json + more).line)
    } else {
      invocation.output.say(sheet.text)
      if let missing { invocation.output.say("\n" + self.missing(missing)) }
    }
    return .done
  }

  private func missing(_ year: Int) -> String {
    invocation.say(
      "还没有 \(year) 年的放假通知，跨到 \(year) 年的期限都是预估。公布后请用 yichuang calendar import FILE 导入。",
      "There is no holiday notice for \(year) yet; dates that reach into \(year) are provisional. Once it is published, take it in with yichuang calendar import FILE."
    )
  }
}

extension Desk {
  /// The year whose notice ought to be there: this one, and from November on the next.
  var missingYear: Int? {
    let years = today.month >= 11 ? [today.year, today.year + 1] : [today.year]
    return years.first { !calendar.isPublished(year: $0) }
  }
}
