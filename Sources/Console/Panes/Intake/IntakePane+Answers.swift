import Casework
import Deskwork
import TerminalUI

/// What an intake came to: shown until the next one.
struct IntakeReceipt: Hashable, Sendable {
  var exit: IntakeExit
  var outcome: Outcome
  var item: Words
  var ticket: TicketID?
}

extension IntakePane {
  static func receive(
    _ state: inout State, _ answer: Answer, _ context: Context
  ) -> [Request] {
    seat(&state, context)
    let before = state.form.body
    let requests = hear(&state, answer, context)
    return keeping(&state, since: before, context, requests)
  }

  private static func hear(
    _ state: inout State, _ answer: Answer, _ context: Context
  ) -> [Request] {
    switch answer {
    case .items(let rows): state.finder.load(rows, context)
    case .drafts(let drafts):
      state.drafts = drafts.filter { $0.form == IntakeForm.draftForm }
      return comeBack(&state, context)
    case .sheet(let sheet): return use(sheet, &state, context)
    case .applicant(let known, let identity):
      guard identity == state.form.identity else { return [] }
      if let known { state.form.remember(known) }
      if state.movesOnAfterRecall, state.form.focus == .number { state.form.moveOn() }
      state.movesOnAfterRecall = false
    case .file(let open): reopen(&state, open)
    case .found(let rows, _):
      guard let row = rows.first else {
        return [.notice(Notice(.refused, context.say("找不到这个件号", "There is no such case")))]
      }
      return [.openCase(row.id, among: [])]
    case .done(let outcomes): finish(&state, outcomes)
    case .ticket:
      guard state.isCallingNext else { return [] }
      // The number just served answers first; the one called next leads back to the tickets.
      if case .ticket(let row) = answer, row.state == .called {
        state.isCallingNext = false
        return [.open(.tickets)]
      }
    case .refused(let refusal): return refused(&state, refusal)
    case .seated:
      state.clerk = nil
      seat(&state, context)
      return [.items, .drafts]
    case .tasks, .cases, .watches, .watchCounts, .tallies, .results, .foundResults,
      .resultsOfApplicant, .picked, .tickets, .spelled:
      break
    }
    return []
  }

  /// The form one was at: its draft, its case, or the item that had been chosen.
  private static func comeBack(_ state: inout State, _ context: Context) -> [Request] {
    guard let place = state.returning else { return [] }
    if let id = place.subject {
      state.returning = nil
      guard let draft = state.drafts.first(where: { $0.id.rawValue == id }) else { return [] }
      return resume(&state, draft, context)
    }
    if let id = place["case"] { return [.file(CaseID(id))] }
    state.returning = nil
    guard let item = state.form.item else { return [] }
    state.form.focus = place["focus"].flatMap { IntakeBlank(spelling: $0) } ?? .number
    return [.sheet(item)]
  }

  /// The item has been chosen, or a kept form gets its sheet back.
  private static func use(
    _ sheet: ImplementationSheet, _ state: inout State, _ context: Context
  ) -> [Request] {
    guard state.form.open == nil else { return [] }
    let isChosen = state.form.focus == .item
    state.form.use(sheet)
    state.finder.clear(context)
    guard isChosen else { return [] }
    state.form.focus = .number
    if !state.form.value(.number).isEmpty { state.form.moveOn() }
    return recall(state.form, context)
  }

  /// A case has been read anew: what was marked at this visit stays.
  private static func reopen(_ state: inout State, _ open: OpenCase) {
    if let place = state.returning, place["case"] == open.file.id.rawValue {
      state.returning = nil
      state.form = IntakeForm(open)
      let focus = place["focus"].flatMap { IntakeBlank(spelling: $0) }
      if let focus, state.form.blanks.contains(focus) { state.form.focus = focus }
    }
    guard let draft = state.resuming else {
      if state.form.open?.file.id == open.file.id { state.form.open = open }
      return
    }
    state.resuming = nil
    let kept = IntakeForm(draft)
    var form = IntakeForm(open)
    form.draft = draft.id
    form.texts.merge(kept.texts) { $1 }
    form.materials.merge(kept.materials) { $1 }
    (form.ground, form.exit, form.page) = (kept.ground, kept.exit, kept.page)
    form.focus = form.blanks.contains(kept.focus) ? kept.focus : form.blanks.first ?? .exits
    state.form = form
  }

  private static func finish(_ state: inout State, _ outcomes: [Outcome]) {
    guard let outcome = outcomes.last, let sheet = state.form.sheet else { return }
    state.receipt = IntakeReceipt(
      exit: state.form.exit, outcome: outcome, item: sheet.name, ticket: state.form.ticket)
    if state.form.open == nil { state.last = state.form }
    state.form = IntakeForm()
  }

  private static func refused(_ state: inout State, _ refusal: DeskRefusal) -> [Request] {
    if state.isCallingNext {
      state.isCallingNext = false
      return [.open(.tickets)]
    }
    if case .refused(let reason, _) = refusal { state.form.goToCulprit(of: reason) }
    return state.form.open.map { [.file($0.file.id)] } ?? []
  }
}
