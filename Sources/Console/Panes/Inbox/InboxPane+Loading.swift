import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension InboxPane {
  static func refresh(_ state: State, _ context: Context) -> [Request] {
    guard let filter = taskFilter(state, context) else { return [] }
    // As far as one has scrolled, and a page more.
    let wanted = max(state.wanted, state.list.offset + 2 * state.list.height)
    return [.tasks(filter, after: nil, limit: max(pageLength, min(wanted, 1_000)))] + read(state)
  }

  static func receive(
    _ state: inout State, _ answer: Answer, _ context: Context
  ) -> [Request] {
    switch answer {
    case .tasks(let page, let after):
      take(page, after: after, into: &state)
      state.wanted = 0
      let ids = shown(state, context).map(\.id)
      if state.open == nil, state.list.selected == nil {
        state.list.followSelectingFirst(ids)
      } else {
        state.list.follow(ids)
      }
      return (state.selectedCase == nil ? read(state) : []) + nextPage(state, context)
    case .file(let open):
      if open.file.id == state.list.selected?.id { state.open = open }
    case .done:
      state.marked = []
      return refresh(state, context)
    case .picked(let department):
      state.chosen = DepartmentID(department)
      return refresh(state, context)
    case .seated:
      let height = state.list.height
      state = State()
      state.list = ListState(height: height)
    case .cases, .results, .found, .foundResults, .resultsOfApplicant, .items, .sheet,
      .applicant, .watches, .watchCounts, .tallies, .tickets, .drafts, .spelled, .ticket,
      .refused:
      break
    }
    return []
  }

  private static func take(_ page: Page<TaskRow>, after: Cursor?, into state: inout State) {
    if after == nil {
      state.rows = page.rows
    } else if after == state.next {
      state.rows += page.rows
    } else {
      return  // A page of a list that is no longer shown.
    }
    state.next = page.next
    let free = Set(state.rows.filter { $0.claimedBy == nil }.map(\.row.id))
    state.marked.formIntersection(free)
  }

  /// The selected case whole, for what stands under the list and for the keys.
  static func read(_ state: State) -> [Request] {
    state.list.selected.map { [.file($0.id)] } ?? []
  }

  /// More of the list once the end of what was read is near, or while a filter finds too little.
  static func nextPage(_ state: State, _ context: Context) -> [Request] {
    guard let next = state.next, let filter = taskFilter(state, context),
      state.rows.count < longest
    else { return [] }
    let shown = shown(state, context)
    let place = shown.firstIndex { $0.id == state.list.selected } ?? 0
    guard shown.count - place <= state.list.height else { return [] }
    return [.tasks(filter, after: next, limit: pageLength)]
  }

  private static func taskFilter(_ state: State, _ context: Context) -> TaskFilter? {
    guard let department = state.department(context) else { return nil }
    let holder: TaskFilter.Holder =
      switch state.scope {
      case .all: .anybody
      case .unclaimed: .nobody
      case .mine: .clerk(context.seat.clerk.id)
      }
    return TaskFilter(department: department, holder: holder)
  }

  private static let pageLength = 60
  /// More than that nobody looks through; a filter says so.
  static let longest = 3_000

  /// The rows that fit what was typed.
  static func shown(_ state: State, _ context: Context) -> [TaskRow] {
    let wanted = state.filter.text.lowercased().filter { !$0.isWhitespace && $0 != "-" }
    guard !wanted.isEmpty else { return state.rows }
    return state.rows.filter { task in
      let row = task.row
      return [
        row.id.spoken.filter { $0 != "-" }, wanted.count > 8 ? "\(row.id) \(row.number)" : "",
        row.itemName.zh,
        row.itemName.en.filter { !$0.isWhitespace }, row.applicantName,
        row.stepName?.zh ?? "", context.name(task.claimedBy).filter { !$0.isWhitespace },
      ].contains { $0.lowercased().contains(wanted) }
    }
  }

  static func isTyping(_ state: State) -> Bool { state.isFiltering }

  static func type(_ state: inout State, _ key: Key, _ context: Context) -> [Request]? {
    if state.isFiltering, !key.isScan {
      if key == .escape || key == .function(12) {
        state.isFiltering = false
        state.filter.replace(with: "")
      } else if key == .backspace, state.filter.isEmpty {
        state.isFiltering = false
      } else if !state.filter.take(key) {
        return nil
      }
    } else if case .character(let character) = key, character.isLetter {
      state.isFiltering = true
      _ = state.filter.take(key)
    } else if case .scan(let code) = key {
      state.isFiltering = true
      state.filter.replace(with: code)
    } else {
      return nil
    }
    state.list.followSelectingFirst(shown(state, context).map(\.id))
    return read(state) + nextPage(state, context)
  }

  static func fit(_ state: inout State, _ size: Size, _ context: Context) {
    state.size = size
    let rows = Table.visibleRows(in: Layout(size).list)
    state.list.fit(height: rows, count: shown(state, context).count)
  }
}

extension Key {
  /// A barcode is a whole number, never a piece of what is being typed.
  fileprivate var isScan: Bool {
    if case .scan = self { return true }
    return false
  }
}
