import CaseStore
import Casework
import Deskwork
import FoundationEssentials
import Glibc
import HallFiles
import WorkCalendar

/// Takes a year's holiday notice into the hall: shows what it changes, asks, and journals it.
struct CalendarImport {
  let invocation: Invocation
  /// `-` for standard input.
  let path: String

  func run() throws(Complaint) -> ExitStatus {
    let hall = try OpenHall(working: invocation)
    let desk = hall.desk
    let seat = try hall.seat(invocation)
    try desk.complaining(in: invocation.language) { () throws(DeskRefusal) in
      try desk.permit(.publishCalendar, by: seat)
    }
    let published = try complaining { () throws(StoreError) in try hall.store.calendarYears() }
    let bytes = try bytes()
    let (notice, tables) = try complaining { () throws(NoticeRefusal) in
      let notice = try NoticeFile.read(bytes, otherwise: GB18030.text)
      return (notice, try notice.tables(over: published))
    }
    guard tables.contains(where: { !published.contains($0) }) else { return nothingNew(tables) }
    let impact = try desk.complaining(in: invocation.language) { () throws(DeskRefusal) in
      try desk.impact(of: tables)
    }
    show(impact, notice.doubts, desk)
    guard try isWanted() else {
      invocation.output.say(invocation.say("没有导入，什么也没有改变。", "Not taken in; nothing has changed."))
      return .refused
    }
    return try publish(impact, notice.doubts, seat, desk)
  }

  private func show(_ impact: CalendarImpact, _ doubts: [NoticeProblem], _ desk: Desk) {
    guard !invocation.isJSON else {
      // Once it is taken in, that is said instead.
      if !invocation.arguments.has(.yes) {
        say(impact, doubts, isImported: false)
      }
      return
    }
    invocation.output.say(ImpactText(impact, desk, invocation.language).text + "\n")
    for doubt in doubts { invocation.output.remark(doubt.sentence(in: invocation.language)) }
  }

  private func say(_ impact: CalendarImpact, _ doubts: [NoticeProblem], isImported: Bool) {
    let said = doubts.map { JSONValue.text($0.sentence(in: invocation.language)) }
    invocation.output.say(
      JSONValue.object(impact.members(isImported: isImported) + [.init("doubts", .array(said))])
        .line)
  }

  /// Whether the person says so, before or when asked.
  private func isWanted() throws(Complaint) -> Bool {
    if invocation.arguments.has(.yes) { return true }
    guard isatty(STDIN_FILENO) == 1, path != "-", !invocation.isJSON else {
      throw .usage(.yesNeeded)
    }
    return invocation.answersYes(
      to: invocation.say(
        "导入并重算以上期限？输入 y 导入：", "Take it in and count these dates anew? Type y to do so:"))
  }

  private func publish(
    _ shown: CalendarImpact, _ doubts: [NoticeProblem], _ seat: Seat, _ desk: Desk
  ) throws(Complaint) -> ExitStatus {
    let impact = try desk.complaining(in: invocation.language) { () throws(DeskRefusal) in
      try desk.publish(shown.years, by: seat)
    }
    if invocation.isJSON {
      say(impact, doubts, isImported: true)
    } else {
      let years = shown.years.map { String($0.year) }.joined(separator: "、")
      let moved = impact.cases.count { !$0.isOnlyConfirmed }
      invocation.output.say(
        invocation.say(
          "已导入 \(years) 年日历：\(moved) 件改期，\(impact.cases.count - moved) 件期限确定。",
          "The calendar of \(years.replacing("、", with: " and ")) is taken in. Cases that moved: \(moved); that became certain: \(impact.cases.count - moved)."
        ))
    }
    return .done
  }

  private func nothingNew(_ tables: [CalendarYear]) -> ExitStatus {
    let years = tables.map { String($0.year) }.joined(separator: "、")
    if invocation.isJSON {
      invocation.output.say(
        JSONValue.object([
          .init("ok", true), .init("imported", false), .init("changed", false),
          .init("years", .array(tables.map { .number($0.year) })),
        ]).line)
    } else {
      invocation.output.say(
        invocation.say(
          "\(years) 年的日历与通知相同，没有改变。",
          "The calendar of \(years.replacing("、", with: " and ")) says the same already; nothing has changed."
        ))
    }
    return .done
  }
}

extension CalendarImport {
  /// A notice is a page; whatever is longer is none.
  private static let longest = 1 << 20

  private func bytes() throws(Complaint) -> [UInt8] {
    let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw unreadable }
    defer { if file != STDIN_FILENO { close(file) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= Self.longest {
      let count = chunk.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count > 0 {
        bytes += chunk.prefix(count)
      } else if errno != EINTR {
        throw unreadable
      }
    }
    throw unreadable
  }

  private var unreadable: Complaint {
    .usage(
      .operandExpected(
        path,
        Words(
          "能读的通知文件(至多 1 MB)，或 - 表示标准输入",
          "a notice that can be read (1 MB at most), or - for standard input")))
  }
}
