package import Casework
import Deskwork
package import TerminalUI
package import WorkCalendar

/// A request and the pane that waits for what comes of it.
package struct Asked: Hashable, Sendable {
  package var request: Request
  package var from: PaneID
}

extension ConsoleState {
  func host(_ pane: PaneID) -> PaneHost {
    switch pane {
    case .tickets: PaneHost(TicketsPane.self, \.tickets)
    case .intake: PaneHost(IntakePane.self, \.intake)
    case .inbox: PaneHost(InboxPane.self, \.inbox)
    case .release: PaneHost(ReleasePane.self, \.release)
    case .supervision: PaneHost(SupervisionPane.self, \.supervision)
    case .items: PaneHost(ItemsPane.self, \.items)
    case .ledger: PaneHost(LedgerPane.self, \.ledger)
    case .statistics: PaneHost(StatisticsPane.self, \.statistics)
    case .file: PaneHost(FilePane.self, \.file)
    }
  }

  /// What is loaded when the console opens.
  package mutating func start() -> [Asked] { refreshed() }

  package mutating func press(_ key: Key) -> [Asked] {
    if noticeIsSeen { notice = nil }
    let pane = self.pane
    if let cover { return pressCover(cover, key) }
    // Leaving works from everywhere: what was typed is a draft already.
    if key == .control("q") { return asked([.quit], from: pane) }
    // So do going away for a moment and letting somebody else sit down.
    if let requests = interrupt(key) { return asked(requests, from: pane) }
    if !dialogs.isEmpty { return asked(pressInDialog(key), from: pane) }
    if let requests = host(pane).press(&self, key) { return asked(requests, from: pane) }
    switch GlobalKeys.table(context).outcome(of: key, in: self) {
    case .message(let message): return asked(update(message), from: pane)
    case .refused(let reason): return asked([.notice(Notice(.refused, reason))], from: pane)
    case nil: return asked(unknown(key), from: pane)
    }
  }

  package mutating func receive(_ answer: Answer, for pane: PaneID) -> [Asked] {
    if case .drafts(let drafts) = answer, let moved = restoreForm(from: drafts) {
      return asked(moved, from: pane)
    }
    var more: [Asked] = []
    if case .refused(let refusal) = answer { more = tell(refusal, for: pane) }
    if case .done(let outcomes) = answer {
      closeForms()
      context.late = nil
      if let file = outcomes.last?.file { lastDepartment = file.step?.lead ?? file.department }
    }
    if case .file(let open) = answer { follow(open) }
    if case .spelled(let readings) = answer, spell(readings) { return [] }
    if case .items(let items) = answer, case .acts(var list) = dialogs.last {
      list.hidden = ActHelp.intakes(items, context)
      dialogs[dialogs.count - 1] = .acts(list)
      return []
    }
    return more + asked(host(pane).receive(&self, answer), from: pane)
  }

  /// Gives the list on top the readings it can be searched by; false if there is none.
  private mutating func spell(_ readings: [String: [Spelling]]) -> Bool {
    switch dialogs.last {
    case .acts(var list):
      list.spell(readings)
      dialogs[dialogs.count - 1] = .acts(list)
    case .choice(var list):
      list.readings = readings
      dialogs[dialogs.count - 1] = .choice(list)
    case .question, .form, .reading, .proof, nil: return false
    }
    return true
  }

  /// Says what stood in the way. Where somebody else was first the form gives way to the case as
  /// it is now; what was typed in it stays a draft.
  private mutating func tell(_ refusal: DeskRefusal, for pane: PaneID) -> [Asked] {
    var sentence = refusal.sentence(in: context, about: openForm?.open)
    guard refusal.isLostRace else {
      notice = Notice(.refused, sentence)
      return []
    }
    let drafts = dialogs.compactMap { dialog -> Request? in
      if case .form(let it) = dialog { .saveDraft(it.form.draft(context)) } else { nil }
    }
    if !drafts.isEmpty { sentence += context.say(" 已存草稿。", " What you typed is kept.") }
    notice = Notice(.refused, sentence)
    closeForms()
    return asked(drafts + host(pane).refresh(self), from: pane)
  }

  var openForm: Form? {
    for case .form(let it) in dialogs { return it.form }
    return nil
  }

  /// Gives the form on top the draft it has been waiting for; one kept at another counter comes
  /// over to this one. Nil if no form waits.
  private mutating func restoreForm(from drafts: [Draft]) -> [Request]? {
    guard case .form(var it) = dialogs.last, it.isAwaitingDraft else { return nil }
    let draft = it.restore(from: drafts, context)
    dialogs[dialogs.count - 1] = .form(it)
    guard let draft else { return [] }
    let when = Wording.when(draft.savedAt, context)
    // That the case has changed meanwhile is more important.
    if notice?.kind != .refused {
      notice = Notice(
        .plain,
        context.say(
          "已恢复 \(when) 的草稿; Ctrl-R 重填", "Draft of \(when) restored; Ctrl-R starts anew"))
    }
    guard draft.id != it.form.draftID(context) else { return [] }
    return [.saveDraft(it.form.draft(context)), .deleteDraft(draft.id)]
  }

  /// Others have worked: what is in sight is read again, and the cursor stays where it is.
  package mutating func newsArrived() -> [Asked] {
    guard cover == nil else { return [] }
    return asked(host(pane).refresh(self) + proven.map { .file($0) }, from: pane)
  }

  /// The cases whose dates are being explained.
  package var proven: [CaseID] {
    dialogs.compactMap { if case .proof(let it) = $0 { it.open.file.id } else { nil } }
  }

  private mutating func follow(_ open: OpenCase) {
    for index in dialogs.indices {
      guard case .proof(var it) = dialogs[index] else { continue }
      it.follow(open, context)
      dialogs[index] = .proof(it)
    }
  }

  /// The minute has changed.
  package mutating func tick(_ now: Moment) { context.now = now }

  package mutating func fit(_ size: Size) {
    self.size = size
    let inner = Frame(size: size)
    for pane in Set(path) { host(pane).fit(&self, inner.body.size) }
  }

  private mutating func update(_ message: GlobalKeys.Message) -> [Request] {
    switch message {
    case .help:
      return list(
        context.say("说明: ", "Help: ") + Wording.name(pane, context),
        about: Wording.about(pane, context))
    case .palette: return list(context.say("命令", "Acts")) + [.items]
    case .back: return [.back]
    case .changePerson:
      guard !context.isDemo else {
        return [.choose(Wording.persons(near: lastDepartment, context))]
      }
      return [.door(.lock(.byHand, forAnother: true))]
    case .park: return [.parking(.park)]
    case .bringBack: return [.parking(.bringBack(nil))]
    case .parked: return [.parking(.list)]
    case .lock: return [.door(.lock(.byHand, forAnother: false))]
    case .changeLanguage: return [.setLanguage(context.language == .zh ? .en : .zh)]
    case .open(let pane): return [.open(pane)]
    case .refresh: return host(pane).refresh(self)
    case .printWaiting: return [.printWaiting]
    case .redraw: return []
    case .changeDisplay:
      isThin.toggle()
      return [
        .notice(
          Notice(
            .plain,
            isThin
              ? context.say(
                "窄带显示: 光标停下片刻，下面才跟上；Alt-N 换回",
                "Thin display: the details follow once the cursor rests; Alt-N turns it off")
              : context.say("已换回平常的显示", "The usual display again")))
      ]
    case .quit: return [.quit]
    }
  }

  /// What a key does over any dialog; nil if it is none of those.
  private mutating func interrupt(_ key: Key) -> [Request]? {
    guard GlobalKeys.mayInterrupt(key),
      case .message(let message) = GlobalKeys.table(context).outcome(of: key, in: self),
      message.worksOverDialogs
    else { return nil }
    return update(message)
  }

  /// Opens the list of acts; the pinyin of their names comes with the next answer.
  private mutating func list(_ heading: String, about: String = "") -> [Request] {
    let acts = acts()
    dialogs.append(.acts(.init(acts: acts, heading: heading, about: about)))
    return [.spell(acts.map(\.label))]
  }

  /// Every act of the pane in sight and those that are always there.
  private func acts() -> [ActHelp] {
    host(pane).acts(self) + ActHelp.list(GlobalKeys.table(context), in: self, context)
  }

  /// A Chinese character in a list most likely means that the input method is still on.
  private mutating func unknown(_ key: Key) -> [Request] {
    if case .scan(let text) = key { return find(scanned: Wording.scanned(text)) }
    guard case .character(let character) = key.folded,
      !character.isASCII
    else { return [] }
    return [
      .notice(
        Notice(
          .plain,
          context.say(
            "中文输入法开着：请用功能键、数字、回车或空格", "An input method is on: use F-keys, digits, Enter")))
    ]
  }

  /// A receipt held under the scanner opens its case, whatever pane one is in.
  private mutating func find(scanned text: String) -> [Request] {
    let code = context.hall.code
    if text.hasPrefix(code), text.dropFirst(code.count).allSatisfy(\.isNumber) {
      return [.openCase(CaseID(text), among: [])]
    }
    ledger.field.replace(with: text)
    return [.open(.ledger)]
  }

  func asked(_ requests: [Request], from pane: PaneID) -> [Asked] {
    requests.map { Asked(request: $0, from: pane) }
  }

  mutating func closeForms() {
    dialogs.removeAll { if case .form = $0 { true } else { false } }
  }
}

extension DeskRefusal {
  /// Whether somebody else has done something since one looked.
  var isLostRace: Bool {
    switch self {
    case .movedOn, .ticketMovedOn, .noSuchVersion, .crowded: true
    case .refused(.claimedBy, _), .refused(.opinionAlreadyRecorded, _): true
    case .refused, .ticket, .noSuchCase, .noSuchItem, .noSuchClerk, .noSuchCounter,
      .templateMissing, .signIn, .people, .sittingOver, .outOfReach, .yearNotOver, .clockBehind,
      .store:
      false
    }
  }
}
