import Casework
import Deskwork
import TerminalUI

/// Every case of the hall: narrowed by stage, department or item, searched as one types.
enum LedgerPane: Pane {
  struct State: Hashable, Sendable {
    var field = TextField("", maximumLength: 60)
    var filter = CaseFilter()
    /// Cases by their filter, most urgent first.
    var cases = PagedRows<CaseRow>()
    /// What was found for the text in the field, newest first.
    var found = PagedRows<CaseRow>()
    var isWanted = true

    init() {}

    var isSearching: Bool { !field.isEmpty }
    var shown: PagedRows<CaseRow> { isSearching ? found : cases }
  }

  enum Message: Hashable, Sendable {
    case moved(ListStep)
    case opened
    case filterAsked
  }

  /// As many as anybody reads through; a longer word finds fewer.
  static let foundLimit = 100

  static func isTyping(_ state: State) -> Bool { true }

  static func type(_ state: inout State, _ key: Key, _ context: Context) -> [Request]? {
    switch key {
    case .escape:
      guard state.isSearching else { return nil }
      state.field.replace(with: "")
      return []
    case .scan(let text):
      state.field.replace(with: Wording.scanned(text))
      return search(state)
    case .home, .end, .function, .enter, .tab, .backTab, .insert, .up, .down, .pageUp,
      .pageDown, .alt, .mouse:
      return nil
    case .character, .paste, .backspace, .delete, .left, .right, .control:
      let before = state.field.text
      guard state.field.take(key) else { return nil }
      return state.field.text == before ? [] : search(state)
    }
  }

  private static func search(_ state: State) -> [Request] {
    state.isSearching ? [.search(state.field.text, limit: foundLimit)] : []
  }

  static func refresh(_ state: State, _ context: Context) -> [Request] {
    [.cases(state.filter, after: nil, limit: state.cases.limit)] + search(state)
  }

  static func update(
    _ state: inout State, _ message: Message, _ context: Context
  ) -> [Request] {
    switch message {
    case .moved(let step):
      if state.isSearching {
        _ = state.found.move(step)
        return []
      }
      guard state.cases.move(step) else { return [] }
      return [.cases(state.filter, after: state.cases.next, limit: state.cases.list.height + 1)]
    case .opened:
      guard let id = state.shown.list.selected else { return [] }
      return [.openCase(id, among: state.shown.ids)]
    case .filterAsked: return [.choose(LedgerFilter.kinds(state.filter, context))]
    }
  }

  private static func anew(_ state: inout State, _ context: Context) -> [Request] {
    let height = state.cases.list.height
    state.cases = PagedRows()
    state.cases.fit(height: height)
    state.isWanted = true
    return refresh(state, context)
  }

  static func receive(
    _ state: inout State, _ answer: Answer, _ context: Context
  ) -> [Request] {
    switch answer {
    case .cases(let page, let after):
      state.cases.take(page.rows, next: page.next, after: after)
      if state.isWanted { state.cases.select(page.rows.first?.id) }
      state.isWanted = false
    case .found(let rows, let text):
      guard text == state.field.text else { return [] }
      let kept = state.found.list.selected
      let fitting = rows.filter { LedgerFilter.fits($0, state.filter) }
      let exact = fitting.filter { $0.isNumbered(text) }
      state.found.take(exact.isEmpty ? fitting : exact, next: nil, after: nil)
      if kept == nil, state.found.list.selected == nil {
        state.found.select(state.found.rows.first?.id)
      }
    case .items(let items): return [.choose(LedgerFilter.items(items, context))]
    case .picked(let choice):
      if choice == LedgerFilter.item { return [.items] }
      if let next = LedgerFilter.list(choice, context) { return [.choose(next)] }
      guard let filter = LedgerFilter.changed(state.filter, by: choice) else { return [] }
      state.filter = filter
      return anew(&state, context)
    case .seated:
      let height = state.cases.list.height
      state = State()
      state.cases.fit(height: height)
    case .tasks, .results, .foundResults, .resultsOfApplicant, .file, .sheet, .applicant,
      .watches, .watchCounts, .tallies, .tickets, .drafts, .spelled, .done, .ticket, .refused:
      break
    }
    return []
  }

  static func fit(_ state: inout State, _ size: Size, _ context: Context) {
    let layout = ListLayout(Rect(size), summaryRows: LedgerPane.summaryRows)
    let height = max(1, layout.list.rows - 2)
    state.cases.fit(height: height)
    state.found.fit(height: height)
  }

  static let summaryRows = 5
}
