import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// What supervision sees: every card that shows today, and every open case by its date.
enum SupervisionPane: Pane {
  enum Section: Hashable, Sendable { case cards, cases }

  /// Whose cards; until somebody chooses, those of the department one belongs to.
  enum Scope: Hashable, Sendable {
    case own
    case all
    case department(DepartmentID)
  }

  struct State: Hashable, Sendable {
    var section = Section.cards
    var scope = Scope.own
    var rule: SupervisionRuleCode?
    var level = SupervisionLevel.warning
    var cards = PagedRows<WatchRow>()
    /// What has been done about the cards of the cases in sight.
    var records: [CaseID: SupervisionRecord] = [:]
    var counts: [WatchCount] = []
    var cases = PagedRows<CaseRow>()
    /// The selected case, whole.
    var open: OpenCase?
    var isWanted = true
    var casesAreWanted = true

    init() {}

    var selectedID: CaseID? {
      switch section {
      case .cards: cards.list.selected?.id
      case .cases: cases.list.selected
      }
    }

    private var selectedVersion: Int? {
      switch section {
      case .cards: cards.selected?.row.version
      case .cases: cases.selected?.version
      }
    }

    var openSelected: OpenCase? { open?.file.id == selectedID ? open : nil }
    var isCurrent: Bool { openSelected?.file.version == selectedVersion }
    /// The cases of the list in sight, each once.
    var ids: [CaseID] {
      guard section == .cards else { return cases.ids }
      return cards.rows.reduce(into: []) { ids, row in
        if !ids.contains(row.row.id) { ids.append(row.row.id) }
      }
    }
  }

  enum Message: Hashable, Sendable {
    case moved(ListStep)
    case turned
    case opened
    case handled
    case freed
    case levelMoved(by: Int)
    case departmentAsked, ruleAsked
    case explained
  }

  static func department(_ state: State, _ context: Context) -> DepartmentID? {
    switch state.scope {
    case .own: context.seat.clerk.department
    case .all: nil
    case .department(let id): id
    }
  }

  static func filter(_ state: State, _ context: Context) -> WatchFilter {
    WatchFilter(
      department: department(state, context), rule: state.rule, level: state.level)
  }

  /// How many of the most urgent cases are read, so that their levels can be counted.
  static let countedRows = 200

  static func refresh(_ state: State, _ context: Context) -> [Request] {
    switch state.section {
    case .cards:
      [.watches(filter(state, context), after: nil, limit: state.cards.limit), .watchCounts]
    case .cases:
      [.cases(caseFilter(state, context), after: nil, limit: max(countedRows, state.cases.limit))]
    }
  }

  private static func caseFilter(_ state: State, _ context: Context) -> CaseFilter {
    CaseFilter(department: department(state, context), openOnly: true)
  }

  static func update(
    _ state: inout State, _ message: Message, _ context: Context
  ) -> [Request] {
    switch message {
    case .moved(let step): return move(&state, step, context)
    case .turned:
      state.section = state.section == .cards ? .cases : .cards
      return refresh(state, context) + look(state)
    case .opened:
      return state.selectedID.map { [.openCase($0, among: state.ids)] } ?? []
    case .handled:
      guard let acts = cardActs(state, context) else { return [] }
      return [.choose(acts.choice)]
    case .freed:
      guard let open = state.openSelected else { return [] }
      return CaseActs(open: open, context: context).freeClaim
    case .levelMoved(let step):
      let raw = state.level.rawValue + step
      state.level = SupervisionLevel(rawValue: max(1, min(4, raw))) ?? state.level
      return anew(&state, context)
    case .departmentAsked: return [.choose(departments(state, context))]
    case .ruleAsked: return [.choose(rules(state, context))]
    case .explained:
      guard let card = selectedCard(state, context), let open = state.openSelected else {
        return []
      }
      return [
        .read(
          Reading(
            heading:
              "\(open.file.id.spoken) \(context.say(context.cardWords().title(card.key.rule)))",
            text: context.say(context.cardWords(about: open).paragraph(card))))
      ]
    }
  }

  private static func move(
    _ state: inout State, _ step: ListStep, _ context: Context
  ) -> [Request] {
    switch state.section {
    case .cards:
      let wantsMore = state.cards.move(step)
      let page = Request.watches(
        filter(state, context), after: state.cards.next, limit: state.cards.list.height + 1)
      return look(state) + (wantsMore ? [page] : [])
    case .cases:
      let wantsMore = state.cases.move(step)
      let page = Request.cases(
        caseFilter(state, context), after: state.cases.next, limit: state.cases.list.height + 1)
      return look(state) + (wantsMore ? [page] : [])
    }
  }

  private static func look(_ state: State) -> [Request] {
    state.isCurrent ? [] : state.selectedID.map { [.file($0)] } ?? []
  }

  static func receive(
    _ state: inout State, _ answer: Answer, _ context: Context
  ) -> [Request] {
    switch answer {
    case .watches(let page, let records, let after):
      state.cards.take(page.rows, next: page.next, after: after)
      if after == nil { state.records = [:] }
      state.records.merge(records) { _, new in new }
      if state.isWanted { state.cards.select(page.rows.first?.id) }
      state.isWanted = false
      return look(state)
    case .watchCounts(let counts): state.counts = counts
    case .cases(let page, let after):
      state.cases.take(page.rows, next: page.next, after: after)
      if state.casesAreWanted { state.cases.select(page.rows.first?.id) }
      state.casesAreWanted = false
      return look(state)
    case .file(let open): state.open = open
    case .picked(let choice):
      guard pick(&state, choice) else { return [] }
      return anew(&state, context)
    case .done: return refresh(state, context)
    case .seated:
      let height = (state.cards.list.height, state.cases.list.height)
      state = State()
      state.cards.fit(height: height.0)
      state.cases.fit(height: height.1)
    case .tasks, .results, .found, .foundResults, .resultsOfApplicant, .items, .sheet,
      .applicant, .tallies, .tickets, .drafts, .spelled, .ticket, .refused:
      break
    }
    return []
  }

  /// Another filter: the lists begin again at their first rows.
  private static func anew(_ state: inout State, _ context: Context) -> [Request] {
    let height = (state.cards.list.height, state.cases.list.height)
    (state.cards, state.cases) = (PagedRows(), PagedRows())
    state.cards.fit(height: height.0)
    state.cases.fit(height: height.1)
    (state.isWanted, state.casesAreWanted) = (true, true)
    return refresh(state, context)
  }

  static func fit(_ state: inout State, _ size: Size, _ context: Context) {
    let layout = ListLayout(Rect(size), summaryRows: summaryRows)
    state.cards.fit(height: max(1, layout.list.rows - 3))
    state.cases.fit(height: max(1, layout.list.rows - 2))
  }

  static let summaryRows = 7
}
