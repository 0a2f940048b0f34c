import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// Every open case by its date, whoever has it, so that nothing runs out unseen.
enum SupervisionPane: Pane {
  struct State: Hashable, Sendable {
    var cases = PagedRows<CaseRow>()
    /// Only of this department; nil for the whole hall.
    var department: DepartmentID?
    /// The selected case, whole.
    var open: OpenCase?
    var isWanted = true

    init() {}

    var filter: CaseFilter { CaseFilter(department: department, openOnly: true) }
    var openSelected: OpenCase? { open?.file.id == cases.list.selected ? open : nil }
  }

  enum Message: Hashable, Sendable {
    case moved(ListStep)
    case opened
    case freed
    case departmentAsked
  }

  /// How many of the most urgent cases are read, so that the levels can be counted.
  static let countedRows = 200

  static func refresh(_ state: State, _ context: Context) -> [Request] {
    [.cases(state.filter, after: nil, limit: max(countedRows, state.cases.limit))]
  }

  static func update(
    _ state: inout State, _ message: Message, _ context: Context
  ) -> [Request] {
    switch message {
    case .moved(let step):
      let wantsMore = state.cases.move(step)
      let page = Request.cases(
        state.filter, after: state.cases.next, limit: state.cases.list.height + 1)
      return look(state) + (wantsMore ? [page] : [])
    case .opened:
      guard let id = state.cases.list.selected else { return [] }
      return [.openCase(id, among: state.cases.ids)]
    case .freed:
      guard let open = state.openSelected else { return [] }
      return [.fill(.giveBack(for: open, context))]
    case .departmentAsked: return [.choose(departments(context))]
    }
  }

  private static func look(_ state: State) -> [Request] {
    state.cases.list.selected.map { [.file($0)] } ?? []
  }

  static func receive(
    _ state: inout State, _ answer: Answer, _ context: Context
  ) -> [Request] {
    switch answer {
    case .cases(let page, let after):
      state.cases.take(page.rows, next: page.next, after: after)
      if state.isWanted { state.cases.select(page.rows.first?.id) }
      state.isWanted = false
      let isCurrent = state.openSelected?.file.version == state.cases.selected?.version
      return isCurrent ? [] : look(state)
    case .file(let open): state.open = open
    case .picked(let choice):
      return show(choice.isEmpty ? nil : DepartmentID(choice), &state, context)
    case .done: return refresh(state, context)
    case .seated: return show(nil, &state, context)
    case .tasks, .results, .found, .foundResults, .resultsOfApplicant, .items, .sheet,
      .applicant, .watches, .watchCounts, .tallies, .tickets, .drafts, .spelled, .ticket, .refused:
      break
    }
    return []
  }

  private static func show(
    _ department: DepartmentID?, _ state: inout State, _ context: Context
  ) -> [Request] {
    let height = state.cases.list.height
    state = State()
    state.department = department
    state.cases.fit(height: height)
    return refresh(state, context)
  }

  private static func departments(_ context: Context) -> Choice {
    let all = Choice.Option(
      context.say("全部部门", "All departments"), onChosen: [.pick("")])
    let counted = SupervisionPane.load(context)
    let rest = context.departments.keys.filter { id in !counted.contains { $0.department == id } }
    return Choice(
      heading: context.say("看哪个部门", "Which department"),
      options: [all]
        + counted.map { load in
          .init(
            context.name(load.department),
            detail: context.say("待办 \(load.count)", "\(load.count) in the inbox"),
            onChosen: [.pick(load.department.rawValue)])
        }
        + rest.sorted().map { id in
          .init(context.name(id), onChosen: [.pick(id.rawValue)])
        })
  }

  /// How much waits in each inbox, the fullest first.
  static func load(_ context: Context) -> [(department: DepartmentID, count: Int)] {
    context.counts.compactMap { key, count in
      if case .inbox(let department) = key { (department, count) } else { nil }
    }.sorted { ($1.count, $0.department) < ($0.count, $1.department) }
  }

  static func fit(_ state: inout State, _ size: Size, _ context: Context) {
    let layout = ListLayout(Rect(size), summaryRows: summaryRows)
    state.cases.fit(height: max(1, layout.list.rows - 2))
  }

  static let summaryRows = 5
}
