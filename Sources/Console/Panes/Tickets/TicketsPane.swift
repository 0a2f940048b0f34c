import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// Who waits, who is being served, and what was left half-typed.
enum TicketsPane: Pane {
  /// What a row stands for.
  enum RowID: Hashable, Sendable {
    case draft(DraftID)
    case ticket(TicketID)
  }

  struct State: Hashable, Sendable {
    var tickets: [TicketRow] = []
    var drafts: [Draft] = []
    var list = ListState<RowID>()
    /// The number just called, to be selected once the list shows it.
    var called: TicketID?
    /// Whether the list has had a row yet; only then does a row that leaves select nothing.
    var hasBeenSeen = false
  }

  enum Message: Hashable, Sendable {
    case moved(by: Int)
    case paged(by: Int)
    case gaveNumber
    case calledNext
    case entered
    case calledAgain
    case parked
    case passed
    case finished
    case freed
    case startedIntake
    case startedWithoutTicket
    case discarded
  }

  static func update(
    _ state: inout State, _ message: Message, _ context: Context
  ) -> [Request] {
    switch message {
    case .moved(let step): state.list.move(by: step, among: state.ids)
    case .paged(let pages): state.list.movePages(pages, among: state.ids)
    case .calledNext: return [.callNext(queues: context.queues)]
    case .gaveNumber: return giveNumber(context)
    case .entered: return enter(state, context)
    case .calledAgain: return change(state) { _ in context.seat.counter.map { .call($0) } }
    case .parked: return parkingReasons(state, context)
    case .passed: return change(state) { _ in .pass }
    case .finished: return change(state) { _ in .finish }
    case .freed: return freeingReasons(state, context)
    case .startedIntake: return startIntake(state, context)
    case .startedWithoutTicket: return [.startIntake(nil, nil)]
    case .discarded: return discard(state, context)
    }
    return []
  }

  static func refresh(_ state: State, _ context: Context) -> [Request] { [.tickets, .drafts] }

  static func receive(
    _ state: inout State, _ answer: Answer, _ context: Context
  ) -> [Request] {
    switch answer {
    case .tickets(let rows):
      state.tickets = rows.sorted {
        ($0.rank(context), $0.issuedAt) < ($1.rank(context), $1.issuedAt)
      }
      follow(&state, context)
    case .drafts(let drafts):
      state.drafts = drafts.filter { $0.form == IntakeForm.draftForm }
      follow(&state, context)
    case .ticket(let row):
      state.called = row.state == .called ? row.id : nil
      return [.tickets]
    case .seated:
      state = State()
      return [.tickets, .drafts]
    case .refused: return [.tickets]
    case .tasks, .cases, .watches, .watchCounts, .tallies, .results, .found, .foundResults,
      .resultsOfApplicant, .picked, .file,
      .items, .sheet, .applicant,
      .spelled, .done:
      break
    }
    return []
  }

  /// The selected row stays; the number just called gets the cursor; at first the topmost does.
  private static func follow(_ state: inout State, _ context: Context) {
    state.list.follow(state.ids)
    if let called = state.called, state.ids.contains(.ticket(called)) {
      state.list.select(.ticket(called), among: state.ids)
      state.called = nil
    } else if state.list.selected == nil, let mine = state.mine(context) {
      state.list.select(.ticket(mine.id), among: state.ids)
    } else if !state.hasBeenSeen {
      state.list.followSelectingFirst(state.ids)
    }
    state.hasBeenSeen = state.hasBeenSeen || !state.ids.isEmpty
  }
}

extension TicketsPane.State {
  var ids: [TicketsPane.RowID] {
    drafts.map { .draft($0.id) } + tickets.map { .ticket($0.id) }
  }

  var selectedDraft: Draft? {
    guard case .draft(let id) = list.selected else { return nil }
    return drafts.first { $0.id == id }
  }

  var selected: TicketRow? {
    guard case .ticket(let id) = list.selected else { return nil }
    return tickets.first { $0.id == id }
  }

  /// The number this clerk has at the counter.
  func mine(_ context: Context) -> TicketRow? {
    let own = tickets.filter { $0.clerk == context.seat.clerk.id }
    return own.first { $0.state == .serving } ?? own.first { $0.state == .called }
  }
}

extension TicketsPane {
  /// The one thing that comes next for the selected row.
  private static func enter(_ state: State, _ context: Context) -> [Request] {
    if let draft = state.selectedDraft { return [.resumeDraft(draft)] }
    guard let row = state.selected, let counter = context.seat.counter else { return [] }
    switch row.state {
    case .waiting, .parked, .passed: return [.ticket(.call(counter), row.id)]
    case .called: return [.ticket(.arrive, row.id)]
    case .serving, .served: return startIntake(state, context)
    }
  }

  private static func startIntake(_ state: State, _ context: Context) -> [Request] {
    guard let row = state.intakeTicket(context) else { return [] }
    let arrival: [Request] = row.state == .called ? [.ticket(.arrive, row.id)] : []
    return arrival + [.startIntake(nil, row.id)]
  }

  private static func change(
    _ state: State, _ command: (TicketRow) -> TicketCommand?
  ) -> [Request] {
    guard let row = state.selected, let command = command(row) else { return [] }
    return [.ticket(command, row.id)]
  }

  private static func parkingReasons(_ state: State, _ context: Context) -> [Request] {
    let reasons = [
      context.say("去补材料", "fetches a material"), context.say("去填表", "fills in a form"),
      context.say("去复印", "makes copies"), context.say("其他", "something else"),
    ]
    return choose(state, context.say("挂起", "Park"), reasons, context) { .park(reason: $0) }
  }

  private static func freeingReasons(_ state: State, _ context: Context) -> [Request] {
    let reasons = [
      context.say("叫号后无人办理", "called and left"), context.say("窗口人员离开", "the clerk has left"),
      context.say("窗口故障", "the counter is out of order"), context.say("其他", "something else"),
    ]
    return choose(state, context.say("收回", "Free"), reasons, context) { .free(reason: $0) }
  }

  /// Asks for the reason of what is done with the selected number.
  private static func choose(
    _ state: State, _ act: String, _ reasons: [String], _ context: Context,
    _ command: (String) -> TicketCommand
  ) -> [Request] {
    guard let row = state.selected else { return [] }
    return [
      .choose(
        Choice(
          heading: context.say("\(act) \(row.id): 为什么", "\(act) \(row.id): why"),
          options: reasons.map { .init($0, onChosen: [.ticket(command($0), row.id)]) }))
    ]
  }

  /// A number of the only queue at once, else of the one that is chosen.
  private static func giveNumber(_ context: Context) -> [Request] {
    let queues = context.hall.queues
    if let only = queues.first, queues.count == 1 { return [.issueTicket(queue: only.letter)] }
    return [
      .choose(
        Choice(
          heading: context.say("发号: 哪个队列", "Give out a number: which queue"),
          options: queues.map {
            .init(
              "\($0.letter) \(context.say($0.name))", onChosen: [.issueTicket(queue: $0.letter)])
          }))
    ]
  }

  private static func discard(_ state: State, _ context: Context) -> [Request] {
    guard let draft = state.selectedDraft else { return [] }
    return [
      .ask(
        Question(
          heading: context.say("放弃草稿", "Discard the draft"),
          lines: [draft.title, context.say("填写的内容将不再保留。", "What was typed will be gone.")],
          yes: context.say("放弃", "discard it"), onYes: [.deleteDraft(draft.id)]))
    ]
  }
}

extension TicketsPane.State {
  /// The number an intake would be for: the selected one, else the one at the counter.
  func intakeTicket(_ context: Context) -> TicketRow? {
    guard let row = selected, row.clerk == context.seat.clerk.id,
      row.state == .called || row.state == .serving
    else { return mine(context) }
    return row
  }
}

extension TicketRow {
  /// Mine at the counter first, then who waits in the own queue, then the others.
  func rank(_ context: Context) -> Int {
    let isMine = clerk == context.seat.clerk.id
    switch state {
    case .serving, .called: return isMine ? 0 : 4
    case .waiting: return context.queues.contains(queue) ? 1 : 3
    case .parked: return isMine ? 2 : 3
    case .passed, .served: return 5
    }
  }

  /// The number as the rules know it, to ask what may be done with it.
  var ticket: Ticket {
    var ticket = Ticket(id: id, day: day)
    (ticket.version, ticket.state, ticket.queue) = (version, state, queue)
    (ticket.calledAt, ticket.clerk, ticket.counter) = (calledAt, clerk, counter)
    ticket.changedAt = changedAt
    return ticket
  }
}

extension Context {
  /// The queues this seat calls.
  var queues: [String] {
    let queue = seat.counter.flatMap { counters[$0]?.queue } ?? ""
    return queue.isEmpty ? [] : [queue]
  }
}
