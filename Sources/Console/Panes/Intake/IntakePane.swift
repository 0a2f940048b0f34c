import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// Takes applications in: one page, by keyboard, with its endings always in sight.
enum IntakePane: Pane {
  struct State: Hashable, Sendable {
    var form = IntakeForm()
    var finder = ItemFinder()
    var drafts: [Draft] = []
    /// What has just been done; gone with the next form.
    var receipt: IntakeReceipt?
    /// The form finished last, for what repeats itself.
    var last: IntakeForm?
    /// Words used for defects in this sitting, the latest first.
    var remarks: [String] = []
    /// Whose forms these are; somebody else sits down to an empty one.
    var clerk: ClerkID?
    /// A kept form whose case is being read.
    var resuming: Draft?
    /// Where one comes back to, until the form has been read.
    var returning: PanePlace?
    var isCallingNext = false
    /// A reader sends Enter behind a number: the cursor goes on once it is known whose it is.
    var movesOnAfterRecall = false
    var size = Size(columns: 80, rows: 19)
  }

  enum Message: Hashable, Sendable {
    case moved(by: Int)
    case stepped(by: Int)
    case movedPart(by: Int)
    case movedOn
    case marked
    case material(MaterialReceived.Status)
    case cleared
    case compared
    case reused
    case agentWanted
    case repeatedLast
    case exitsWanted
    case putDown
    case resumed
    case sameApplicant
    case lateEntry
  }

  /// A new form; what stood in the old one is kept as its draft.
  static func start(
    _ state: inout State, item: ItemID?, ticket: TicketID?, _ context: Context
  ) -> [Request] {
    seat(&state, context)
    let isFilling =
      item != nil && state.receipt == nil && state.form.open == nil && state.form.item == nil
    if !isFilling { state.form = IntakeForm() }
    state.form.ticket = state.form.ticket ?? ticket
    state.receipt = nil
    state.finder.clear(context)
    if let item { return [.items, .sheet(item)] }
    return [.items, .drafts]
  }

  static func resume(_ state: inout State, _ draft: Draft, _ context: Context) -> [Request] {
    seat(&state, context)
    state.receipt = nil
    if let id = IntakeForm.openCase(in: draft) {
      state.resuming = draft
      return [.file(id)]
    }
    state.form = IntakeForm(draft)
    // From here on it is at hand at this counter and no other.
    let kept =
      draft.counter == context.seat.counter ? nil : state.form.kept(context, besides: state.drafts)
    return (kept.map { [.saveDraft($0)] } ?? []) + [.items]
      + (state.form.item.map { [.sheet($0)] } ?? []) + recall(state.form, context)
  }

  /// Takes up at the counter what a case waits for.
  static func take(
    _ state: inout State, file: OpenCase, _ context: Context
  ) -> [Request] {
    seat(&state, context)
    state.receipt = nil
    state.form = IntakeForm(file)
    return [.drafts]
  }

  /// Somebody else sits down: nothing of the one before is left in sight.
  static func seat(_ state: inout State, _ context: Context) {
    guard state.clerk != context.seat.clerk.id else { return }
    let size = state.size
    state = State()
    state.size = size
    state.clerk = context.seat.clerk.id
  }

  static func refresh(_ state: State, _ context: Context) -> [Request] { [.items, .drafts] }

  static func fit(_ state: inout State, _ size: Size, _ context: Context) {
    seat(&state, context)
    state.size = size
    state.finder.list.fit(
      height: max(1, Areas(Rect(size), exits: 4).form.rows - 3), count: state.finder.shown.count)
  }

  static func isTyping(_ state: State) -> Bool {
    state.receipt == nil && state.form.isText(state.form.focus)
  }

  /// Asks who has the number, once it is whole and right.
  static func recall(_ form: IntakeForm, _ context: Context) -> [Request] {
    form.identity.problem(on: context.today) == nil ? [.applicant(form.identity)] : []
  }

  /// Keeps the form if it has changed since.
  static func keeping(
    _ state: inout State, since before: String, _ context: Context, _ requests: [Request]
  ) -> [Request] {
    guard state.receipt == nil, state.form.body != before,
      let draft = state.form.kept(context, besides: state.drafts)
    else { return requests }
    return [.saveDraft(draft)] + requests
  }
}
