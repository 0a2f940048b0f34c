import CaseStore
import Casework
import Deskwork
import HallFiles
import WorkCalendar

/// Moves the finished cases of a year into a file of their own. Done again after it was stopped, it
/// finishes what was begun.
struct CloseYearCommand {
  let invocation: Invocation

  func run() throws(Complaint) -> ExitStatus {
    let year = try complaining { () throws(UsageProblem) in try self.year() }
    let hall = try OpenHall(working: invocation)
    let seat = try hall.seat(invocation)
    let data = try HallData(invocation)
    let closing = YearClosing(of: hall.store, year: year, readings: data.readings) {
      ProgressLine.show($1)
    }
    let outcome = try hall.desk.complaining(in: invocation.language) {
      () throws(DeskRefusal) in try closing.carryOut(at: hall.desk, by: seat)
    }
    ProgressLine.clear()
    try say(outcome, hall.store)
    return .done
  }

  private func year() throws(UsageProblem) -> Int {
    let text = invocation.arguments.operands.first ?? ""
    guard text.count == 4, let year = Int(text), (1000...9999).contains(year) else {
      throw .operandExpected(text, Words("四位数的年份，如 2024", "a year, such as 2024"))
    }
    return year
  }

  private func say(_ outcome: YearClosing.Outcome, _ store: SQLiteStore) throws(Complaint) {
    let moved = outcome.moved
    let paths = try complaining { () throws(StoreError) in
      var paths: [String] = []
      for closed in outcome.files { paths.append(try store.path(of: closed)) }
      return paths
    }
    guard !invocation.isJSON else {
      invocation.output.say(
        JSONValue.object([
          .init("ok", true), .init("moved", .number(moved.moved)),
          .init("left", .number(moved.left)),
          .init(
            "files",
            .array(zip(outcome.files, paths).map { ClosedYearReading(closed: $0, path: $1).json })),
        ]).line)
      return
    }
    guard moved.moved > 0 else {
      invocation.output.say(
        invocation.say("没有可以归档的件，什么也没有改变。", "No case can be closed; nothing has changed."))
      return
    }
    let done = zip(outcome.files, paths).map { closed, path in
      invocation.say(
        "\(path)：\(closed.cases) 件、\(closed.events) 个事件，逐个核对无误；总印 \(closed.digest)",
        "\(path): \(closed.cases) cases with \(closed.events) events, every one checked; head \(closed.digest)"
      )
    }
    let left =
      moved.left == 0
      ? ""
      : invocation.say(
        "\(moved.left) 件其间又有办理或打开着表单，留在原处，下次再归。",
        " \(moved.left) were worked on meanwhile or have a form open; they stay and go the next time."
      )
    invocation.output.say(
      (done + [
        invocation.say(
          "已移入 \(moved.moved) 件。\(left)", "\(moved.moved) cases were moved into it.\(left)"),
        invocation.say(
          "归档文件不再改变，也不在备份里：请各留一份副本。腾出的空间留在数据库里，以后接着用。",
          "A closed year never changes and is in no backup: keep a copy of it. The room stays in the store and is used again."
        ),
      ]).joined(separator: "\n"))
  }
}
