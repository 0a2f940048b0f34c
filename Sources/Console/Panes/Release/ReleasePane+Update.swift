import Casework
import Deskwork
import TerminalUI

extension ReleasePane {
  static func update(
    _ state: inout State, _ message: Message, _ context: Context
  ) -> [Request] {
    switch message {
    case .moved(let step): return move(step, &state)
    case .opened:
      guard let id = state.selected?.id else { return [] }
      return [.openCase(id, among: state.shown.ids)]
    case .marked: return mark(&state, context)
    case .handOver: return fill(state) { .handOver($0, context) }
    case .post: return fill(state) { .post($0, context) }
    case .confirmDelivery: return fill(state) { .confirmDelivery($0, context) }
    }
  }

  private static func move(_ step: ListStep, _ state: inout State) -> [Request] {
    if state.isSearching {
      _ = state.found.move(step)
      return look(&state)
    }
    let wantsMore = state.waiting.move(step)
    let page = Request.results(after: state.waiting.next, limit: state.waiting.list.height + 1)
    return look(&state) + (wantsMore ? [page] : [])
  }

  /// Marks the selected result and the applicant's others with it, or takes all of them back.
  private static func mark(_ state: inout State, _ context: Context) -> [Request] {
    guard let result = state.selected?.result, result.row.stage == .awaitingRelease else {
      return []
    }
    if state.marked.contains(where: { $0.id == result.id }) {
      state.marked.removeAll { $0.id == result.id }
      return []
    }
    let identity = result.row.applicantIdentity
    if let other = state.marked.first, other.row.applicantIdentity != identity {
      return [
        .notice(
          Notice(
            .refused,
            context.say(
              "已选了另一位申请人的件，不能一并发出；先发出，或按 Esc 取消选择",
              "Another applicant's results are marked; hand those over first, or Esc unmarks them"))
        )
      ]
    }
    let isFirst = state.marked.isEmpty
    let others = isFirst ? state.ofApplicant.filter { $0.id != result.id } : []
    state.marked += [result] + others.filter { $0.row.applicantIdentity == identity }
    return state.marked.filter { state.files[$0.id] == nil }.map { .file($0.id) }
  }

  private static func fill(_ state: State, _ form: ([OpenCase]) -> Form?) -> [Request] {
    form(state.openTargets).map { [.fill($0)] } ?? []
  }

  static func receive(
    _ state: inout State, _ answer: Answer, _ context: Context
  ) -> [Request] {
    switch answer {
    case .results(let page, let after):
      let selected = state.selected?.id
      state.waiting.take(page.rows.map { ReleaseRow($0) }, next: page.next, after: after)
      let marked = page.rows.filter { state.marksWanted.contains($0.id) }
      state.marksWanted = []
      state.marked += marked
      if !marked.isEmpty { return looked(&state, before: nil) + marked.map { .file($0.id) } }
      return looked(&state, before: selected)
    case .foundResults(let found, let text):
      guard text == Wording.scanned(state.field.text) else { return [] }
      return show(found, &state)
    case .resultsOfApplicant(let results, let identity):
      if state.selected?.row.applicantIdentity == identity { state.ofApplicant = results }
      state.marked = state.marked.compactMap { marked in
        marked.row.applicantIdentity == identity
          ? results.first { $0.id == marked.id } : marked
      }
      return state.marked.filter { state.files[$0.id]?.file.version != $0.row.version }
        .map { .file($0.id) }
    case .file(let open): keep(open, &state)
    case .done(let outcomes):
      for outcome in outcomes { state.files[outcome.id] = nil }
      state.marked = []
      state.field.replace(with: "")
      return refresh(state, context)
    case .seated:
      let height = state.waiting.list.height
      state = State()
      state.waiting.fit(height: height)
    case .tasks, .cases, .found, .items, .sheet, .applicant, .watches, .watchCounts, .tallies,
      .tickets, .drafts, .spelled,
      .ticket, .refused, .picked:
      break
    }
    return []
  }

  private static func show(_ found: FoundResults, _ state: inout State) -> [Request] {
    let selected = state.found.list.selected
    state.isByPickUpCode = found.isByPickUpCode
    let rows = found.ready.map { ReleaseRow($0) } + found.others.map { ReleaseRow($0) }
    state.found.take(rows, next: nil, after: nil)
    if state.isWanted { state.found.select(rows.first?.id) }
    state.isWanted = false
    return looked(&state, before: selected)
  }

  /// Reads the selected case if it is another one now, or has moved on.
  private static func looked(_ state: inout State, before: CaseID?) -> [Request] {
    guard let row = state.selected else {
      state.ofApplicant = []
      return []
    }
    if row.id == before, state.files[row.id]?.file.version == row.row.version { return [] }
    return look(&state)
  }

  /// Only what is selected or marked is kept.
  private static func keep(_ open: OpenCase, _ state: inout State) {
    let wanted = Set(state.marked.map(\.id) + [state.selected?.id].compactMap { $0 })
    state.files = state.files.filter { wanted.contains($0.key) }
    if wanted.contains(open.file.id) { state.files[open.file.id] = open }
  }
}
