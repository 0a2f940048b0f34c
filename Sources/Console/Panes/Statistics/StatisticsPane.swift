import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// Some months in figures: the whole, and a line for each department, item or month.
enum StatisticsPane: Pane {
  struct State: Hashable, Sendable {
    var grouping = ReportGrouping.department
    /// Only of this department; nil for the whole hall.
    var department: DepartmentID?
    /// The months in sight; this year so far where nobody has chosen.
    var span: MonthSpan?
    var sums: [TallySum] = []
    var report = Report([], by: .department)
    /// By the ID of the line's subject, with the whole first as an empty one.
    var list = ListState<String>()
    var items: [ItemID: Words] = [:]

    init() {}

    var ids: [String] { [Self.whole] + report.lines.map(\.subject.id) }
    var line: Report.Line? { report.lines.first { $0.subject.id == list.selected } }
    /// The figures of the selected line.
    var figures: Figures { line?.figures ?? report.whole }

    mutating func addUp() {
      let sums = sums.filter { department == nil || $0.key.department == department }
      report = Report(sums, by: grouping)
      list.follow(ids)
      if list.selected == nil { list.select(Self.whole, among: ids) }
    }

    static let whole = ""
  }

  enum Message: Hashable, Sendable {
    case moved(ListStep)
    case turned
    case opened
    case monthsAsked
    case spanMoved(by: Int)
    case explained
  }

  static func refresh(_ state: State, _ context: Context) -> [Request] {
    let span = state.span ?? .year(of: context.today)
    return [.tallies(from: span.first, through: span.last)] + (state.items.isEmpty ? [.items] : [])
  }

  static func update(
    _ state: inout State, _ message: Message, _ context: Context
  ) -> [Request] {
    switch message {
    case .moved(let step): move(&state, step)
    case .turned:
      state.grouping = state.grouping.next
      state.addUp()
    case .opened: return open(&state, context)
    case .monthsAsked: return [.choose(MonthSpan.choice(context))]
    case .spanMoved(let step):
      state.span = (state.span ?? .year(of: context.today)).moved(by: step)
      return refresh(state, context)
    case .explained:
      return [
        .read(
          Reading(
            heading: context.say("统计口径", "What the figures mean"),
            text: Report.definitions.map { context.say($0) }.joined(separator: "\n\n")))
      ]
    }
    return []
  }

  private static func move(_ state: inout State, _ step: ListStep) {
    switch step {
    case .rows(let count): state.list.move(by: count, among: state.ids)
    case .pages(let count): state.list.movePages(count, among: state.ids)
    case .first: state.list.moveToFirst(among: state.ids)
    case .last: state.list.moveToLast(among: state.ids)
    }
  }

  /// Goes into a line: a department by its items, a month by its departments.
  private static func open(_ state: inout State, _ context: Context) -> [Request] {
    switch state.line?.subject {
    case .department(let id):
      (state.department, state.grouping) = (id, .item)
      state.addUp()
    case .month(let month):
      (state.span, state.grouping) = (MonthSpan(first: month, last: month), .department)
      return refresh(state, context)
    case .item, nil: break
    }
    return []
  }

  static func type(_ state: inout State, _ key: Key, _ context: Context) -> [Request]? {
    guard key == .escape || key == .function(12), let department = state.department else {
      return nil
    }
    (state.department, state.grouping) = (nil, .department)
    state.addUp()
    state.list.select(department.rawValue, among: state.ids)
    return []
  }

  static func receive(
    _ state: inout State, _ answer: Answer, _ context: Context
  ) -> [Request] {
    switch answer {
    case .tallies(let sums):
      state.sums = sums
      state.addUp()
    case .items(let rows):
      state.items = Dictionary(rows.map { ($0.id, $0.name) }) { first, _ in first }
    case .picked(let choice):
      guard let span = MonthSpan(choice) else { return [] }
      state.span = span
      return refresh(state, context)
    case .seated:
      let height = state.list.height
      state = State()
      state.list.fit(height: height, count: 0)
    case .tasks, .cases, .results, .found, .foundResults, .resultsOfApplicant, .file, .sheet,
      .applicant, .tickets, .drafts, .spelled, .done, .ticket, .refused, .watches, .watchCounts:
      break
    }
    return []
  }

  static func fit(_ state: inout State, _ size: Size, _ context: Context) {
    let layout = ListLayout(Rect(size), summaryRows: summaryRows)
    state.list.fit(height: max(1, layout.list.rows - 2), count: state.ids.count)
  }

  static let summaryRows = 7
}
