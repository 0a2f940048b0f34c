import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension TicketsPane {
  /// Queues on top, the list, and what is known of the selected row below it.
  struct Areas {
    var queues: Rect
    var list: Rect
    var rule: Rect
    var summary: Rect

    init(_ rect: Rect) {
      var rest = rect
      queues = rest.cutTop(1)
      summary = rest.cutBottom(2)
      rule = rest.cutBottom(1)
      list = rest
    }
  }

  static func fit(_ state: inout State, _ size: Size, _ context: Context) {
    let areas = Areas(Rect(size))
    state.list.fit(height: Table.visibleRows(in: areas.list), count: state.ids.count)
  }

  static func view(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let areas = Areas(rect)
    drawQueues(state, context, on: &grid, in: areas.queues)
    drawSummary(state, context, on: &grid, in: areas)
    let drafts = state.drafts.count
    let ids = state.ids
    let index = state.list.selected.flatMap { ids.firstIndex(of: $0) }
    table(context).draw(
      on: &grid, in: areas.list, state: state.list, count: ids.count,
      position: index.map { "\($0 + 1)/\(ids.count)" } ?? ""
    ) { line in
      line < drafts
        ? draftRow(state.drafts[line], context)
        : ticketRow(state.tickets[line - drafts], context)
    }
  }

  private static func table(_ context: Context) -> Table {
    Table(
      [
        TableColumn(context.say("号", "No."), .fixed(6)),
        TableColumn(context.say("队", "Queue"), .fixed(12), dropOrder: 3),
        TableColumn(context.say("状态", "State"), .fixed(12)),
        TableColumn(context.say("等候", "Waited"), .fixed(8), aligned: .right),
        TableColumn(context.say(" 事由", " Purpose"), .flexible(least: 14, share: 1)),
        TableColumn(context.say("窗口", "Counter"), .fixed(16), dropOrder: 2),
        TableColumn(context.say("人员", "Clerk"), .fixed(12), dropOrder: 1),
      ], emptyText: context.say("现在没有人等候", "Nobody is waiting"))
  }

  private static func ticketRow(_ row: TicketRow, _ context: Context) -> TableRow<RowID> {
    let isMine = row.clerk == context.seat.clerk.id
    let minutes = waited(row, context)
    let role: Role =
      switch row.state {
      case .waiting: minutes >= 30 ? .warning : .text
      case .called, .serving: isMine ? .accent : .hint
      case .parked, .passed, .served: .hint
      }
    let isAtCounter = row.state == .called || row.state == .serving
    return TableRow(
      .ticket(row.id), mark: Span(isMine && isAtCounter ? "*" : " ", .accent),
      cells: [
        Span(row.id.rawValue, role), Span(queueName(row.queue, context), role),
        Span(state(row, context), role), Span(spokenMinutes(minutes, context), role),
        Span(" " + row.purpose, role), Span(context.name(row.counter), role),
        Span(context.name(row.clerk), role),
      ])
  }

  private static func state(_ row: TicketRow, _ context: Context) -> String {
    context.say(row.state.label) + (context.hasLapsed(row) ? context.say(" 失效", " lapsed") : "")
  }

  private static func draftRow(_ draft: Draft, _ context: Context) -> TableRow<RowID> {
    TableRow(
      .draft(draft.id), mark: Span("!", .yellowCard),
      cells: [
        Span(context.say("草稿", "draft"), .yellowCard),
        Span(context.say("上次未办完", "unfinished"), .yellowCard),
        Span(context.say("回车继续", "Enter opens"), .key), Span(clock(draft.savedAt), .hint),
        Span(" " + draft.title), Span(context.name(draft.counter), .hint), Span(""),
      ])
  }

  private static func drawQueues(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    var column = rect.column + 1
    for queue in context.hall.queues {
      let waiting = state.tickets.filter { $0.queue == queue.letter && $0.state == .waiting }
      let longest = waiting.map { waited($0, context) }.max() ?? 0
      let isOwn = context.queues.contains(queue.letter)
      let text =
        "\(queue.letter) \(context.say(queue.name)) "
        + context.say("等\(waiting.count)人", "\(waiting.count) waiting")
        + (waiting.isEmpty
          ? "" : context.say(" 最久", ", longest ") + spokenMinutes(longest, context))
      guard column + grid.glyphs.columns(of: text) < rect.endColumn else { break }
      column = grid.put(text, row: rect.row, column: column, role: isOwn ? .label : .hint) + 3
    }
  }

  private static func drawSummary(
    _ state: State, _ context: Context, on grid: inout CellGrid, in areas: Areas
  ) {
    grid.horizontalRule(row: areas.rule.row, column: areas.rule.column, width: areas.rule.columns)
    let lines = summary(state, context)
    for (line, text) in lines.prefix(areas.summary.rows).enumerated() {
      grid.put(
        text, row: areas.summary.row + line, column: areas.summary.column + 1,
        width: areas.summary.columns - 2, role: line == 0 ? .text : .hint)
    }
  }

  private static func summary(_ state: State, _ context: Context) -> [String] {
    if let draft = state.selectedDraft {
      return [
        context.say("上次未办完: ", "Left unfinished: ") + draft.title,
        context.say(
          "\(draft.savedAt.date) \(clock(draft.savedAt)) 存下;回车接着填,Del 放弃",
          "Kept \(draft.savedAt.date) \(clock(draft.savedAt)); Enter goes on, Del discards it"),
      ]
    }
    guard let row = state.selected else {
      return [
        context.say("没有选中号", "No number is selected"),
        context.say("F6 叫下一个,F8 无号收件", "F6 calls the next one, F8 takes in without a ticket"),
      ]
    }
    let times =
      row.callCount > 0 ? context.say("  叫过\(row.callCount)次", "  called \(row.callCount)x") : ""
    return [
      "\(row.id) \(queueName(row.queue, context))  \(row.purpose)  "
        + context.say("取号 ", "taken ") + clock(row.issuedAt)
        + (row.calledAt.map { context.say("  叫号 ", "  called ") + clock($0) } ?? "") + times,
      hint(row, context),
    ]
  }

  /// What the next key would be for the selected number.
  private static func hint(_ row: TicketRow, _ context: Context) -> String {
    guard row.clerk == context.seat.clerk.id || row.state == .waiting || row.state == .parked
    else {
      if context.hasLapsed(row) {
        return context.say(
          "由\(context.name(row.clerk))叫走, 已失效; 空格再叫",
          "Called by \(context.name(row.clerk)), lapsed; Space calls it again")
      }
      return context.say(
        "由\(context.name(row.clerk))办理", "With \(context.name(row.clerk))")
    }
    switch row.state {
    case .waiting, .parked, .passed:
      return context.say(
        "回车叫这个号;F6 叫等得最久的", "Enter calls this number; F6 whoever has waited longest")
    case .called:
      return context.say(
        "人到了按回车,或直接 F10 收件;没来 空格再叫,F4 过号",
        "Enter when the person is here, or F10 to take in; Space calls again, F4 no-show")
    case .serving, .served:
      return context.say("F10 收件;F7 请其稍候;F3 办完", "F10 takes in; F7 parks; F3 done")
    }
  }

  private static func queueName(_ letter: String, _ context: Context) -> String {
    let name = context.hall.queues.first { $0.letter == letter }.map { context.say($0.name) }
    return name ?? letter
  }

  /// Minutes in the queue: until the call, or until now.
  private static func waited(_ row: TicketRow, _ context: Context) -> Int {
    let end = row.state == .waiting ? context.now : row.calledAt ?? context.now
    return Int(max(0, end.epochSeconds - row.issuedAt.epochSeconds) / 60)
  }

  private static func spokenMinutes(_ minutes: Int, _ context: Context) -> String {
    minutes < 60
      ? context.say("\(minutes)分", "\(minutes) min")
      : context.say("\(minutes / 60)时\(minutes % 60)分", "\(minutes / 60)h \(minutes % 60)m")
  }

  private static func clock(_ moment: Moment) -> String {
    let minute = moment.minute < 10 ? "0\(moment.minute)" : "\(moment.minute)"
    return (moment.hour < 10 ? "0" : "") + "\(moment.hour):\(minute)"
  }
}
