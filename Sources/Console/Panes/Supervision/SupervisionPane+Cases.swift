import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension SupervisionPane {
  static func viewCases(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let layout = ListLayout(rect, summaryRows: summaryRows)
    var list = layout.list
    let top = list.cutTop(1)
    let rows = state.cases.rows
    CaseTable.columns(context).draw(
      on: &grid, in: list, state: state.cases.list, count: rows.count
    ) { index in
      let row = rows[index]
      return CaseTable.row(row, DateLevel(row, context).urgency(row, context), context)
    }
    layout.drawRule(on: &grid)
    var summary = layout.summary
    if let row = state.cases.selected {
      let facts = summary.cutTop(layout.isBeside ? 9 : summary.rows)
      grid.putFacts(CaseTable.facts(row, context), in: facts)
    }
    drawDates(state, context, listsInboxes: !layout.isBeside, on: &grid, in: top)
    if layout.isBeside { drawLoad(context, on: &grid, in: summary) }
  }

  /// How many are red, yellow, to be reminded of and stopped, as far as they have been read.
  private static func drawDates(
    _ state: State, _ context: Context, listsInboxes: Bool, on grid: inout CellGrid,
    in rect: Rect
  ) {
    let position = state.cases.position
    let room = grid.glyphs.columns(of: position) + 1
    grid.put(position, row: rect.row, column: rect.endColumn - room, role: .hint)
    let rect = Rect(
      row: rect.row, column: rect.column, columns: rect.columns - room - 2, rows: 1)
    let levels = state.cases.rows.map { DateLevel($0, context) }
    // By date: when a later day has been read, everything before it has been counted.
    let isWhole = state.cases.next == nil
    let last = state.cases.rows.last?.due?.on ?? context.today
    let count = { (isKnown: Bool, level: (DateLevel) -> Bool) in
      "\(levels.count(where: level))" + (isWhole || isKnown ? "" : "+")
    }
    let end = grid.put(
      [
        Span(
          " " + (department(state, context).map { context.name($0) } ?? context.say("全部部门", "All"))
            + "  "),
        Span(
          context.say("红 ", "RED ") + count(last >= context.today) { $0.isOverdue } + "  ", .redCard
        ),
        Span(
          context.say("黄 ", "today ") + count(last > context.today) { $0 == .dueToday } + "  ",
          .yellowCard),
        Span(context.say("提醒 ", "soon ") + count(false) { $0.isReminder } + "  ", .warning),
        Span(context.say("停 ", "STOP ") + count(false) { $0 == .stopped } + "   ", .stopped),
      ], row: rect.row, column: rect.column, width: rect.columns)
    let loads = load(context).map {
      "\(context.name($0.department))\(context.say("", " "))\($0.count)"
    }
    let inboxes = context.say("待办: ", "Inboxes: ") + loads.joined(separator: context.say(" ", ", "))
    guard listsInboxes, !loads.isEmpty, end < rect.endColumn else { return }
    grid.put(inboxes, row: rect.row, column: end, width: rect.endColumn - end, role: .hint)
  }

  /// How much waits in each inbox, the fullest first.
  static func load(_ context: Context) -> [(department: DepartmentID, count: Int)] {
    context.counts.compactMap { key, count in
      if case .inbox(let department) = key { (department, count) } else { nil }
    }.sorted { ($1.count, $0.department) < ($0.count, $1.department) }
  }

  private static func drawLoad(_ context: Context, on grid: inout CellGrid, in rect: Rect) {
    var rest = rect
    _ = rest.cutTop(1)
    let heading = rest.cutTop(1)
    grid.put(
      context.say("各部门待办", "Inboxes"), row: heading.row, column: heading.column,
      width: heading.columns, role: .heading)
    for load in load(context) {
      let row = rest.cutTop(1)
      guard row.rows > 0 else { return }
      grid.put("\(load.count)", row: row.row, column: row.column, width: 4, aligned: .right)
      grid.put(
        context.name(load.department), row: row.row, column: row.column + 6,
        width: row.columns - 6, role: .label)
    }
  }
}

/// How near a case is to its date, whatever the rules of supervision make of it.
enum DateLevel: Hashable {
  case overdue(Int)
  case dueToday
  /// As little as a fifth of the limit is left.
  case reminder(Int)
  case inTime(Int)
  case stopped
  case undated

  init(_ row: CaseRow, _ context: Context) {
    guard let due = row.due else {
      self = .undated
      return
    }
    let calendar = context.calendar
    let left = calendar.workingDays(after: context.today, through: due.on)
    let whole = row.wholeLimit(until: due.on, calendar)
    if row.isStopped {
      self = .stopped
    } else if due.on < context.today {
      self = .overdue(max(1, calendar.workingDays(after: due.on, through: context.today)))
    } else if due.on == context.today {
      self = .dueToday
    } else {
      self = left <= max(1, (whole + 4) / 5) ? .reminder(left) : .inTime(left)
    }
  }

  var isOverdue: Bool {
    if case .overdue = self { return true }
    return false
  }

  var isReminder: Bool {
    if case .reminder = self { return true }
    return false
  }

  /// The word of the list; a reminder says so.
  func urgency(_ row: CaseRow, _ context: Context) -> Urgency {
    var urgency = Urgency(row, context)
    if case .reminder(let left) = self {
      urgency.word = Span(context.say("提醒余\(left)", "soon, \(left)d"), .warning)
    }
    return urgency
  }
}

extension CaseRow {
  /// How many working days the limit has that runs now.
  fileprivate func wholeLimit(until due: LocalDate, _ calendar: WorkCalendar) -> Int {
    if acceptedOn == nil { return StatutoryLimits.notice.amount }
    guard stage.isBeforeDecision else { return StatutoryLimits.service.amount }
    return calendar.workingDays(after: acceptedOn ?? receivedOn, through: due)
  }
}
