import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// What a department has to do, most urgent first.
enum InboxPane: Pane {
  enum Scope: Hashable, Sendable, CaseIterable { case all, unclaimed, mine }

  struct State: Hashable, Sendable {
    var rows: [TaskRow] = []
    /// Where the next page begins; nil at the end.
    var next: Cursor?
    var list = ListState<TaskID>()
    var scope = Scope.all
    var filter = TextField("", maximumLength: 40)
    var isFiltering = false
    var marked: Set<CaseID> = []
    /// The selected case whole, once it has been read.
    var open: OpenCase?
    /// For people of no department: the one they look at.
    var chosen: DepartmentID?
    /// How many rows there were where one comes back to.
    var wanted = 0
    var size = Size(columns: 80, rows: 19)

    init() {}

    func department(_ context: Context) -> DepartmentID? {
      context.seat.clerk.department ?? chosen
    }

    var selected: TaskRow? {
      list.selected.flatMap { id in rows.first { $0.id == id } }
    }

    /// The selected case, if what was read is the case that is selected.
    var selectedCase: OpenCase? {
      open.flatMap { $0.file.id == list.selected?.id ? $0 : nil }
    }
  }

  enum Message: Hashable, Sendable {
    case moved(by: Int), movedPages(Int), movedToFirst, movedToLast
    case opened, proved, marked, scopeChanged, filterOpened, departmentWanted
    case claimed, mainAct, correction, specialProcedure, more
  }

  static func update(
    _ state: inout State, _ message: Message, _ context: Context
  ) -> [Request] {
    let ids = shown(state, context).map(\.id)
    switch message {
    case .moved(let step): state.list.move(by: step, among: ids)
    case .movedPages(let pages): state.list.movePages(pages, among: ids)
    case .movedToFirst: state.list.moveToFirst(among: ids)
    case .movedToLast: state.list.moveToLast(among: ids)
    case .opened: return opened(state, ids, context)
    case .proved:
      guard let open = state.selectedCase, let timer = context.firstTimer(of: open) else {
        return []
      }
      return [.prove(open, timer.id)]
    case .marked:
      mark(&state)
      state.list.move(by: 1, among: ids)
    case .scopeChanged:
      let scopes = Scope.allCases
      let index = scopes.firstIndex(of: state.scope) ?? 0
      state.scope = scopes[(index + 1) % scopes.count]
      (state.rows, state.next, state.open) = ([], nil, nil)
      state.list = ListState(height: state.list.height)
      return refresh(state, context)
    case .filterOpened: state.isFiltering = true
    case .departmentWanted: return [.choose(departments(context))]
    case .claimed: return claim(state, context)
    case .mainAct: return acts(state, context)?.startMain() ?? []
    case .correction: return acts(state, context)?.startCorrection() ?? []
    case .specialProcedure: return acts(state, context)?.startOrEndSpecialProcedure() ?? []
    case .more: return acts(state, context).map { [.choose($0.more)] } ?? []
    }
    return read(state) + nextPage(state, context)
  }

  private static func opened(
    _ state: State, _ ids: [TaskID], _ context: Context
  ) -> [Request] {
    guard state.department(context) != nil else { return [.choose(departments(context))] }
    guard let selected = state.list.selected else { return [] }
    return [.openCase(selected.id, among: ids.map(\.id))]
  }

  private static func mark(_ state: inout State) {
    guard let row = state.selected else { return }
    if state.marked.remove(row.row.id) == nil { state.marked.insert(row.row.id) }
  }

  static func acts(_ state: State, _ context: Context) -> CaseActs? {
    state.selectedCase.map { CaseActs(open: $0, context: context) }
  }

  /// The marked cases together, or the selected one.
  private static func claim(_ state: State, _ context: Context) -> [Request] {
    guard state.marked.isEmpty else {
      let claims = state.rows.map(\.row.id).filter { state.marked.contains($0) }
      return [.carryOut(claims.map { .on($0, .claim) }, seen: nil, draft: nil)]
    }
    return acts(state, context)?.claimOrGiveBack() ?? []
  }

  private static func departments(_ context: Context) -> Choice {
    let counts = context.counts
    let departments = context.departments.values.sorted { one, other in
      let (first, second) = (counts[.inbox(one.id)] ?? 0, counts[.inbox(other.id)] ?? 0)
      return (second, one.id) < (first, other.id)
    }
    return Choice(
      heading: context.say("看哪个部门的待办", "Whose inbox"),
      options: departments.map { department in
        let count = context.counts[.inbox(department.id)] ?? 0
        return .init(
          context.say(department.name), detail: context.say("\(count)件", "\(count)"),
          onChosen: [.pick(department.id.rawValue)])
      })
  }
}
