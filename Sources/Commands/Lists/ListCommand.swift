import CaseStore
import Casework
import Deskwork

/// Cases, most urgent first.
struct ListCommand {
  let invocation: Invocation

  func run() throws(Complaint) -> ExitStatus {
    let arguments = invocation.arguments
    let limit = try complaining { () throws(UsageProblem) in
      try arguments.number(.limit, least: 1, most: 100_000) ?? 50
    }
    let cursor = try complaining { () throws(UsageProblem) in try self.cursor() }
    let hall = try OpenHall(reading: invocation)
    let filter = try invocation.caseFilter(of: hall.desk)
    let seat = try hall.seatIfNamed(invocation)
    let page = try hall.desk.complaining(in: invocation.language) { () throws(DeskRefusal) in
      try hall.desk.cases(filter, by: seat, after: cursor, limit: limit)
    }
    show(page, hall.desk)
    return .done
  }

  private func show(_ page: Page<CaseRow>, _ desk: Desk) {
    if invocation.isJSON {
      invocation.output.say(
        JSONValue.object([
          .init("cases", .array(page.rows.map(\.json))), .init("next", JSONValue(page.next?.text)),
        ]).line)
    } else {
      invocation.output.say(page.rows.table(desk, invocation.language))
      guard let next = page.next?.text else { return }
      invocation.output.remark(
        invocation.say("还有更多：加 --after \(next)", "There are more: add --after \(next)"))
    }
  }

  private func cursor() throws(UsageProblem) -> Cursor? {
    guard let text = invocation.arguments[.after] else { return nil }
    guard let cursor = Cursor(text) else {
      throw .valueExpected(
        .after, text, Words("上一页给出的位置", "the place the last page gave as next"))
    }
    return cursor
  }
}

extension Invocation {
  /// Which cases --stage, --department and --item name.
  func caseFilter(of desk: Desk) throws(Complaint) -> CaseFilter {
    let stage = try complaining { () throws(UsageProblem) in try self.stage() }
    return CaseFilter(
      stage: stage, department: try department(of: desk), item: try item(of: desk))
  }

  private func stage() throws(UsageProblem) -> CaseStage? {
    guard let text = arguments[.stage] else { return nil }
    guard let stage = CaseStage(rawValue: text) else {
      let known = CaseStage.allCases.map(\.rawValue).joined(separator: ", ")
      throw .valueExpected(.stage, text, Words("这些之一：\(known)", "one of: \(known)"))
    }
    return stage
  }

  private func item(of desk: Desk) throws(Complaint) -> ItemID? {
    guard let text = arguments[.item] else { return nil }
    let id = ItemID(text)
    _ = try desk.complaining(in: language) { () throws(DeskRefusal) in try desk.sheet(id) }
    return id
  }
}

/// Cases that fit what was typed.
struct SearchCommand {
  let invocation: Invocation

  func run() throws(Complaint) -> ExitStatus {
    let text = invocation.arguments.operands.joined(separator: " ")
    let limit = try complaining { () throws(UsageProblem) in
      try invocation.arguments.number(.limit, least: 1, most: 1_000) ?? 50
    }
    let hall = try OpenHall(reading: invocation)
    let seat = try hall.seatIfNamed(invocation)
    let rows = try hall.desk.complaining(in: invocation.language) { () throws(DeskRefusal) in
      try hall.desk.search(text, by: seat, limit: limit)
    }
    if invocation.isJSON {
      invocation.output.say(
        JSONValue.object([.init("cases", .array(rows.map(\.json)))]).line)
    } else if rows.isEmpty {
      let shown = quoted(text)
      invocation.output.remark(
        invocation.say("没有找到「\(shown)」。", "Nothing was found for \"\(shown)\"."))
    } else {
      invocation.output.say(rows.table(hall.desk, invocation.language))
    }
    return .done
  }
}
