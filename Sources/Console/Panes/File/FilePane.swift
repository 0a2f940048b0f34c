import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// A case whole: what was brought, where it is, every clock, every paper and who did what.
enum FilePane: Pane {
  enum Section: Hashable, Sendable, CaseIterable {
    case overview, materials, route, clocks, documents, history
  }

  struct State: Hashable, Sendable {
    var id: CaseID?
    /// The cases of the list it was opened from, in their order there.
    var neighbours: [CaseID] = []
    var open: OpenCase?
    var section = Section.overview
    var scrolls: [Section: ScrollState] = [:]
    var documents = ListState<String>()
    var clocks = ListState<CaseTimer.ID>()
    var size = Size(columns: 80, rows: 19)

    init() {}

    init(id: CaseID, neighbours: [CaseID]) {
      self.id = id
      self.neighbours = neighbours
    }

    var scroll: ScrollState { scrolls[section] ?? ScrollState() }

    var document: IssuedDocument? {
      open?.file.documents.first { $0.number == documents.selected }
    }
  }

  enum Message: Hashable, Sendable {
    case sectionMoved(by: Int), moved(by: Int), movedPages(Int), movedToFirst, movedToLast
    case neighbour(by: Int)
    case entered, printed, proved
    case claimed, mainAct, correction, specialProcedure, more, lateEntry
  }

  static func update(
    _ state: inout State, _ message: Message, _ context: Context
  ) -> [Request] {
    switch message {
    case .sectionMoved(let step): turn(&state, by: step)
    case .moved(let step): move(&state, by: step, context)
    case .movedPages(let pages):
      move(&state, by: pages * max(1, Layout(state).content.rows - 1), context)
    case .movedToFirst: move(&state, by: -100_000, context)
    case .movedToLast: move(&state, by: 100_000, context)
    case .neighbour(let step): return goOn(&state, by: step, context)
    case .entered: return enter(state, context)
    case .printed: return print(state, context)
    case .proved: return prove(state, context)
    case .claimed: return acts(state, context)?.claimOrGiveBack() ?? []
    case .mainAct: return acts(state, context)?.startMain() ?? []
    case .correction: return acts(state, context)?.startCorrection() ?? []
    case .specialProcedure: return acts(state, context)?.startOrEndSpecialProcedure() ?? []
    case .more: return acts(state, context).map { [.choose($0.more)] } ?? []
    case .lateEntry: return acts(state, context)?.lateEntry ?? []
    }
    return []
  }

  /// Reads the selected document, or opens the proof of the selected limit.
  private static func enter(_ state: State, _ context: Context) -> [Request] {
    if state.section != .documents { return prove(state, context) }
    return state.document.map { [.read(Reading(heading: $0.number, text: $0.text.string))] } ?? []
  }

  /// The count of the limit selected among the clocks, or of the one that matters first.
  private static func prove(_ state: State, _ context: Context) -> [Request] {
    guard let open = state.open else { return [] }
    let selected = state.section == .clocks ? selectedTimer(state, context) : nil
    return (selected ?? context.firstTimer(of: open)).map { [.prove(open, $0.id)] } ?? []
  }

  private static func print(_ state: State, _ context: Context) -> [Request] {
    guard let open = state.open else { return [] }
    if state.section == .clocks {
      return selectedTimer(state, context).map { context.printing($0, of: open) } ?? []
    }
    return state.document.map { [.reprint($0, open.file.id, seen: open.file.version)] } ?? []
  }

  static func acts(_ state: State, _ context: Context) -> CaseActs? {
    state.open.map { CaseActs(open: $0, context: context) }
  }

  private static func turn(_ state: inout State, by step: Int) {
    let sections = Section.allCases
    let index = sections.firstIndex(of: state.section) ?? 0
    state.section = sections[(index + step + sections.count) % sections.count]
  }

  /// Scrolls, or moves among the documents.
  private static func move(_ state: inout State, by step: Int, _ context: Context) {
    if state.section == .documents {
      state.documents.move(by: step, among: state.open?.file.documents.map(\.number) ?? [])
      return
    }
    if state.section == .clocks {
      state.clocks.move(by: step, among: timers(state, context).map(\.id))
      return
    }
    let content = Layout(state).content
    // Counted with wide marks, so that the last line can be reached on every terminal.
    let glyphs = Glyphs.fixed(ambiguous: 2)
    let count = page(state, context, columns: content.columns, glyphs).lines.count
    var scroll = state.scroll
    scroll.scroll(by: step, count: count, height: content.rows)
    state.scrolls[state.section] = scroll
  }

  private static func goOn(
    _ state: inout State, by step: Int, _ context: Context
  ) -> [Request] {
    guard let id = state.id, let index = state.neighbours.firstIndex(of: id) else { return [] }
    guard state.neighbours.indices.contains(index + step) else {
      return [
        .notice(
          Notice(
            .plain,
            step > 0
              ? context.say("已是列表的最后一件", "This is the last case of the list")
              : context.say("已是列表的第一件", "This is the first case of the list")))
      ]
    }
    let section = state.section
    let size = state.size
    state = State(id: state.neighbours[index + step], neighbours: state.neighbours)
    state.section = section
    state.size = size
    return refresh(state, context)
  }

  static func refresh(_ state: State, _ context: Context) -> [Request] {
    state.id.map { [.look($0)] } ?? []
  }

  static func receive(
    _ state: inout State, _ answer: Answer, _ context: Context
  ) -> [Request] {
    switch answer {
    case .file(let open):
      guard open.file.id == state.id else { return [] }
      let before = state.open
      state.open = open
      state.documents.followSelectingFirst(open.file.documents.map(\.number))
      state.clocks.followSelectingFirst(timers(state, context).map(\.id))
      return before.flatMap { news(since: $0, open, context) }.map { [.notice($0)] } ?? []
    case .done: return refresh(state, context)
    case .seated: state = State()
    case .tasks, .cases, .results, .found, .foundResults, .resultsOfApplicant, .items, .sheet,
      .applicant, .watches, .watchCounts, .tallies, .tickets, .drafts, .spelled, .ticket, .picked,
      .refused:
      break
    }
    return []
  }

  /// Who did what while one was looking.
  private static func news(
    since before: OpenCase, _ open: OpenCase, _ context: Context
  ) -> Notice? {
    guard open.file.id == before.file.id else { return nil }
    let fresh = open.history.dropFirst(before.history.count)
      .filter { $0.stamp.clerk != context.seat.clerk.id }
    guard let last = fresh.last else { return nil }
    let first = fresh.first { $0.stamp == last.stamp } ?? last
    guard case .file(let event) = first.event else { return nil }
    let name = context.name(last.stamp.clerk)
    let deed = context.say(event.deed)
    let number = open.file.id.spoken
    return Notice(
      .plain,
      context.say(
        "\(number) \(name)刚刚\(deed), 已重新读取", "\(number): \(name) has just \(deed); read anew"))
  }

  static func fit(_ state: inout State, _ size: Size, _ context: Context) {
    state.size = size
    let rows = Table.visibleRows(in: Layout(state).content)
    state.documents.fit(height: rows, count: state.open?.file.documents.count ?? 0)
    let count = timers(state, context).count
    let list = ClocksLayout(Layout(state).content, count: count).list
    state.clocks.fit(height: Table.visibleRows(in: list), count: count)
  }
}
