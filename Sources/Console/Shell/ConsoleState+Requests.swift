import Casework
import Deskwork
import TerminalUI

extension ConsoleState {
  /// Carries out what concerns the console itself; nil if it is for the desk.
  package mutating func carryOutHere(_ asked: Asked) -> [Asked]? {
    switch asked.request {
    case .open(let pane): return open(pane)
    case .openCase(let id, let neighbours):
      context.late = nil
      file = FilePane.State(id: id, neighbours: neighbours)
      if pane != .file { path.append(.file) }
      return refreshed()
    case .startIntake(let item, let ticket):
      // An item looked up while somebody stands at the counter is for that number.
      let number = item == nil ? ticket : ticket ?? tickets.mine(context)?.id
      let requests = IntakePane.start(&intake, item: item, ticket: number, context)
      if pane != .intake { path.append(.intake) }
      return self.asked(requests, from: .intake)
    case .resumeDraft(let draft):
      let requests = IntakePane.resume(&intake, draft, context)
      if pane != .intake { path.append(.intake) }
      return self.asked(requests, from: .intake)
    case .continueIntake(let file):
      let requests = IntakePane.take(&intake, file: file, context)
      if pane != .intake { path.append(.intake) }
      return self.asked(requests, from: .intake)
    case .back:
      guard path.count > 1 else {
        notice = Notice(
          .plain,
          context.say(
            "已在最外一层；换屏按 Alt 加数字，退出按 Ctrl-Q",
            "This is the outermost screen; Alt and a digit changes it, Ctrl-Q quits"))
        return []
      }
      path.removeLast()
      context.late = nil
      return refreshed()
    case .enterLate(let late):
      context.late = late
      closeForms()
      notice = Notice(
        .plain,
        late == nil
          ? context.say("已取消补录; 下一项办理按现在记", "Late entry is off; the next act is recorded as of now")
          : context.say(
            "下一项办理按补录记; 再按 Alt-L 取消", "The next act is entered late; Alt-L turns it off"))
      return []
    case .setLanguage(let language):
      context.language = language
      return refreshed()
    case .press(let key): return press(key)
    case .quit:
      isLeaving = true
      return []
    case .notice(let notice):
      self.notice = notice
      return []
    case .pick(let choice):
      return self.asked(host(pane).receive(&self, .picked(choice)), from: pane)
    case .ask(let question):
      dialogs.append(.question(question))
      return []
    case .fill(let form):
      dialogs.append(.form(.init(form)))
      return self.asked([.drafts], from: pane)
    case .choose(let choice):
      let state = ChoiceDialog.State(choice)
      dialogs.append(.choice(state))
      return state.words.isEmpty ? [] : self.asked([.spell(state.words)], from: pane)
    case .read(let reading):
      dialogs.append(.reading(.init(reading)))
      return []
    case .prove(let open, let timer):
      dialogs.append(.proof(.init(open, timer, context)))
      return []
    case .tasks, .cases, .watches, .watchCounts, .tallies, .results, .findResults,
      .resultsOfApplicant, .search, .file, .look, .items,
      .sheet, .applicant, .tickets, .drafts, .carryOut, .callNext, .ticket, .issueTicket,
      .saveDraft,
      .deleteDraft, .reprint, .printSheet, .printWaiting, .preview, .sit, .spell, .door, .parking:
      return nil
    }
  }

  private mutating func open(_ pane: PaneID) -> [Asked] {
    dialogs = []
    context.late = nil
    if let index = path.firstIndex(of: pane) {
      path.removeSubrange((index + 1)...)
    } else {
      path = [pane]
    }
    return refreshed()
  }

  mutating func refreshed() -> [Asked] {
    fit(size)
    guard cover == nil else { return [] }
    return asked(host(pane).refresh(self), from: pane)
  }

  mutating func pressInDialog(_ key: Key) -> [Request] {
    guard let top = dialogs.popLast() else { return [] }
    let (kept, requests) = top.press(key, context)
    if let kept { dialogs.append(kept) }
    return requests
  }
}

extension OpenDialog {
  /// What a key makes of the dialog: it stays, changed, or it is gone.
  func press(_ key: Key, _ context: Context) -> (OpenDialog?, [Request]) {
    switch self {
    case .question(let it):
      let (kept, requests) = QuestionDialog.press(it, key, context)
      return (kept.map { .question($0) }, requests)
    case .form(let it):
      let (kept, requests) = FormDialog.press(it, key, context)
      return (kept.map { .form($0) }, requests)
    case .choice(let it):
      let (kept, requests) = ChoiceDialog.press(it, key, context)
      return (kept.map { .choice($0) }, requests)
    case .reading(let it):
      let (kept, requests) = ReadingDialog.press(it, key, context)
      return (kept.map { .reading($0) }, requests)
    case .proof(let it):
      let (kept, requests) = ProofDialog.press(it, key, context)
      return (kept.map { .proof($0) }, requests)
    case .acts(let it):
      switch ActListDialog.press(it, key) {
      case .stay(let it): return (.acts(it), [])
      case .close: return (nil, [])
      case .refused(let it, let reason): return (.acts(it), [.notice(Notice(.refused, reason))])
      case .run(let act):
        return (nil, act.requests.isEmpty ? [.press(act.key)] : act.requests)
      }
    }
  }

  func view(_ context: Context, on grid: inout CellGrid, in rect: Rect) {
    // The title with its banner stays in sight, and so does the notice.
    var whole = rect
    _ = whole.cutTop(1)
    var area = whole
    _ = area.cutBottom(2)
    switch self {
    case .question(let it): QuestionDialog.view(it, context, on: &grid, in: area)
    case .form(let it): FormDialog.view(it, context, on: &grid, in: whole)
    case .choice(let it): ChoiceDialog.view(it, context, on: &grid, in: area)
    case .reading(let it): ReadingDialog.view(it, context, on: &grid, in: area)
    case .proof(let it): ProofDialog.view(it, context, on: &grid, in: area)
    case .acts(let it): ActListDialog.view(it, context, on: &grid, in: area)
    }
  }
}
