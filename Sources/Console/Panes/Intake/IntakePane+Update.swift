import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension IntakePane {
  static func update(
    _ state: inout State, _ message: Message, _ context: Context
  ) -> [Request] {
    let before = state.form.body
    let focus = state.form.focus
    let requests = act(&state, message, context)
    if state.form.focus == .exits, focus != .exits {
      state.form.exit = state.form.natural(context)
    }
    return keeping(&state, since: before, context, requests)
  }

  private static func act(
    _ state: inout State, _ message: Message, _ context: Context
  ) -> [Request] {
    switch message {
    case .moved(let step): return move(&state, step, context)
    case .stepped(let step):
      if state.form.sheet == nil { return move(&state, step, context) }
      state.form.move(by: step)
      state.showChosenItem()
      return []
    case .movedPart(let step):
      if state.isFinding, state.form.sheet == nil {
        state.finder.list.movePages(step, among: state.finder.ids)
      } else {
        state.form.movePart(by: step)
        state.showChosenItem()
      }
      return []
    case .movedOn: return moveOn(&state, context)
    case .marked: return mark(&state, context)
    case .material(let status):
      state.setMaterial(status)
      return []
    case .cleared:
      state.setMaterial(nil)
      return []
    case .compared:
      guard case .material(let number) = state.form.focus else { return [] }
      state.form.materials[number]?.isChecked.toggle()
      return []
    case .reused:
      state.form.reuseMaterials(context)
      return []
    case .agentWanted:
      state.form.hasAgent = true
      state.form.focus = .agentNumber
      return []
    case .repeatedLast:
      state.repeatLast()
      return recallIfNumber(state, context)
    case .exitsWanted: return goToExits(&state, context)
    case .lateEntry:
      return context.late == nil
        ? [.fill(.lateEntry(for: state.form.open, context))] : [.enterLate(nil)]
    case .putDown:
      let draft = state.form.kept(context, besides: state.drafts)
      state.form = IntakeForm()
      state.finder.clear(context)
      return (draft.map { [.saveDraft($0)] } ?? []) + [
        .notice(Notice(.plain, context.say("已放下,草稿已存", "Put down; kept as a draft")))
      ]
    case .resumed: return resumeOne(state, context)
    case .sameApplicant: return again(&state, context)
    }
  }

  private static func move(
    _ state: inout State, _ step: Int, _ context: Context
  ) -> [Request] {
    if state.isFinding {
      state.finder.list.move(by: step, among: state.finder.ids)
    } else if state.form.focus == .exits, state.form.stepExit(by: step) {
      return []
    } else if case .remark(let number) = state.form.focus, state.form.page == nil {
      state.form.put(
        state.nextRemark(after: state.form.text(.remark(number)), by: step, context),
        in: .remark(number))
    } else {
      state.form.move(by: step)
      state.showChosenItem()
    }
    return []
  }

  private static func moveOn(_ state: inout State, _ context: Context) -> [Request] {
    if state.receipt != nil { return callNext(&state, context) }
    if state.isFinding { return chooseItem(&state, context) }
    if state.form.focus == .exits { return choose(state.form.exit, &state, context) }
    if case .remark(let number) = state.form.focus { state.remember(.remark(number)) }
    guard state.form.page == nil else {
      let order = state.form.blanks
      guard state.form.focus != order.last else { return confirm(&state, context) }
      state.form.move(by: 1)
      return []
    }
    if !state.form.moveOn() { state.form.focus = .exits }
    return []
  }

  private static func chooseItem(_ state: inout State, _ context: Context) -> [Request] {
    guard let row = state.finder.selected else { return [] }
    if let reason = ItemFinder.reason(against: row, context) {
      return [.notice(Notice(.refused, reason))]
    }
    return [.sheet(row.id)]
  }

  /// Space: ticks a material and goes on to the next, or turns a choice.
  private static func mark(_ state: inout State, _ context: Context) -> [Request] {
    switch state.form.focus {
    case .material(let number):
      guard let wanted = state.form.sheet?.material(number) else { return [] }
      var line = state.form.materials[number] ?? MaterialLine()
      if line.status == .received {
        line.set(nil)
        state.form.materials[number] = line
      } else {
        line.receive(wanted)
        state.form.materials[number] = line
        state.form.move(by: 1)
      }
    case .exits: return choose(state.form.exit, &state, context)
    case .applicantKind, .paper, .agent, .agentPaper, .delivery, .ground, .field:
      state.form.turn(by: 1)
    case .item, .number, .name, .phone, .address, .representative, .agentNumber, .agentName,
      .agentPhone, .remark, .deliveryAddress, .reason, .basis, .organ, .workingDays, .decision:
      break
    }
    return []
  }

  /// F10: to the endings; from an ending's page, on to the question.
  private static func goToExits(_ state: inout State, _ context: Context) -> [Request] {
    if state.receipt != nil { return callNext(&state, context) }
    if state.form.page != nil { return confirm(&state, context) }
    if state.form.focus == .exits { return choose(state.form.exit, &state, context) }
    if case .remark(let number) = state.form.focus { state.remember(.remark(number)) }
    state.form.focus = .exits
    return []
  }

  private static func recallIfNumber(_ state: State, _ context: Context) -> [Request] {
    state.form.focus == .number ? recall(state.form, context) : []
  }

  private static func resumeOne(_ state: State, _ context: Context) -> [Request] {
    let drafts = state.drafts.filter { $0.id != state.form.draft }
    if drafts.count == 1 { return drafts.map { .resumeDraft($0) } }
    return [
      .choose(
        Choice(
          heading: context.say("接着办哪一件", "Which one to go on with"),
          options: drafts.map { .init($0.title, onChosen: [.resumeDraft($0)]) }))
    ]
  }

  /// The same person has another application.
  private static func again(_ state: inout State, _ context: Context) -> [Request] {
    guard let last = state.last, state.receipt != nil else { return [] }
    var form = IntakeForm()
    form.ticket = last.ticket
    form.become(last.applicantKind)
    form.paper = last.paper
    form.hasAgent = last.hasAgent
    form.agentPaper = last.agentPaper
    for blank in [
      IntakeBlank.number, .name, .phone, .address, .representative, .agentNumber, .agentName,
      .agentPhone,
    ] { form.put(last.text(blank), in: blank) }
    state.form = form
    state.receipt = nil
    state.finder.clear(context)
    return recall(form, context)
  }

  /// After the receipt: this number is done, the next one is called.
  private static func callNext(_ state: inout State, _ context: Context) -> [Request] {
    let finish: [Request] = state.receipt?.ticket.map { [.ticket(.finish, $0)] } ?? []
    state.receipt = nil
    state.form = IntakeForm()
    guard !context.queues.isEmpty else { return finish }
    state.isCallingNext = true
    return finish + [.callNext(queues: context.queues)]
  }
}

extension IntakePane.State {
  /// Whether the keys go to the list of items.
  var isFinding: Bool { receipt == nil && form.focus == .item && form.open == nil }

  /// Whoever comes back to the item finds the chosen one under the cursor.
  mutating func showChosenItem() {
    guard isFinding, finder.field.isEmpty else { return }
    finder.list.select(form.item, among: finder.ids)
  }

  mutating func setMaterial(_ status: MaterialReceived.Status?) {
    guard case .material(let number) = form.focus else { return }
    var line = form.materials[number] ?? MaterialLine()
    line.set(status)
    form.materials[number] = line
    if status == .defective {
      form.focus = .remark(number)
    } else if status != nil {
      form.move(by: 1)
    }
  }

  mutating func repeatLast() {
    guard let last, !last.text(form.focus).isEmpty else { return }
    form.put(last.text(form.focus), in: form.focus)
  }

  mutating func remember(_ blank: IntakeBlank) {
    let remark = form.value(blank)
    guard !remark.isEmpty else { return }
    remarks.removeAll { $0 == remark }
    remarks = [remark] + remarks.prefix(7)
  }

  /// The words offered for a defect: those used lately, then the usual ones.
  func offeredRemarks(_ context: Context) -> [String] {
    let usual = IntakeWording.usualDefects(context)
    return remarks + usual.filter { !remarks.contains($0) }
  }

  func nextRemark(after text: String, by step: Int, _ context: Context) -> String {
    let offered = offeredRemarks(context)
    guard let index = offered.firstIndex(of: text) else {
      return (step > 0 ? offered.first : offered.last) ?? text
    }
    return offered[(index + step + offered.count) % offered.count]
  }
}
