import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension InboxPane {
  static func drawList(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let rows = shown(state, context)
    let place = rows.firstIndex { $0.id == state.list.selected }
    let more = state.next == nil ? "" : "+"
    let position = rows.isEmpty ? "" : "\(place.map { "\($0 + 1)/" } ?? "")\(rows.count)\(more)"
    table(context, isEmpty: state.filter.isEmpty).draw(
      on: &grid, in: rect, state: state.list, count: rows.count, position: position
    ) { row(rows[$0], state, context) }
  }

  private static func table(_ context: Context, isEmpty: Bool) -> Table {
    Table(
      [
        TableColumn(context.say("剩余", "left"), .fixed(Urgency.columns(context.language))),
        TableColumn(context.say(" 件号", " case"), .fixed(10)),
        TableColumn(context.say("事项", "item"), .flexible(least: 14, share: 4)),
        TableColumn(
          context.say("申请人", "applicant"), .flexible(least: 8, share: 3), dropOrder: 1),
        TableColumn(context.say("环节", "step"), .flexible(least: 9, share: 1)),
        TableColumn(context.say("在办", "held by"), .fixed(context.language == .zh ? 11 : 14)),
      ], naming: 1,
      emptyText: isEmpty
        ? context.say("这里没有要办的件", "Nothing to do here")
        : context.say("没有符合筛选的件", "No case fits the filter"))
  }

  private static func row(
    _ task: TaskRow, _ state: State, _ context: Context
  ) -> TableRow<TaskID> {
    let row = task.row
    let urgency = Urgency(row, context)
    let isMarked = state.marked.contains(row.id)
    return TableRow(
      task.id, mark: isMarked ? Span("*", .accent) : urgency.mark,
      cells: [
        urgency.word, Span((isMarked ? "*" : " ") + row.id.spoken),
        Span(CaseTable.late(row, context) + context.say(row.itemName)),
        Span(Wording.listedApplicant(row)),
        Span(step(of: task, context), row.isStopped ? .stopped : .text),
        holder(of: task, context),
      ])
  }

  /// The step, and how many of its parties have answered; what holds it up stands in its place.
  private static func step(of task: TaskRow, _ context: Context) -> String {
    let row = task.row
    switch row.stage {
    case .inSpecialProcedure, .suspended, .awaitingExaminationCorrection, .referredUpward:
      return context.say(row.stage.label)
    case .received, .awaitingCorrection, .declined, .underExamination, .inProduction,
      .awaitingRelease, .posted, .concluded, .withdrawn, .terminated:
      let name = row.stepName.map { context.say($0) } ?? ""
      return row.parties > 1 ? "\(name) \(row.answered)/\(row.parties)" : name
    }
  }

  private static func holder(of task: TaskRow, _ context: Context) -> Span {
    guard let clerk = task.claimedBy else { return Span(context.say("未领", "free"), .hint) }
    let isMine = clerk == context.seat.clerk.id
    if context.hasLapsed(task) {
      return Span(context.name(clerk) + context.say(" 已失效", " lapsed"), .warning)
    }
    let name = isMine ? context.say("我", "me") : context.name(clerk)
    let since = task.claimedAt.map { " " + Wording.since($0, context) } ?? ""
    return Span(name + since, isMine ? .success : .text)
  }
}
