import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// A case in words, line by line; the inbox and the case itself say the same.
struct CaseText {
  let open: OpenCase
  let context: Context

  var file: CaseFile { open.file }

  /// 受理3/5 承诺3/13 法定4/3, and what stops the clock.
  var deadlines: [Span] {
    var spans: [Span] = []
    func add(_ zh: String, _ en: String, _ text: String, _ role: Role = .text) {
      spans.append(Span(context.say(zh, en + " "), .label))
      spans.append(Span(text + "  ", role))
    }
    if let accepted = file.acceptance?.acceptedOn {
      add("受理", "accepted", Wording.short(accepted, context))
    } else if let received = file.receivedOn {
      add("收件", "received", Wording.short(received, context))
    }
    if file.stage == .received, let due = file.noticeDue {
      add("告知到", "notice by", Wording.short(due, context), role(due))
    }
    if let due = file.correctBy { add("补正到", "correct by", Wording.short(due, context), role(due)) }
    if let due = file.referral?.answerDue, file.stage == .referredUpward {
      add("答复到", "answer by", Wording.short(due, context), role(due))
    }
    if let due = file.committedDue, file.decision == nil {
      add("承诺", "due", Wording.short(due, context), role(due))
    }
    if let due = file.statutoryDue, file.decision == nil {
      add("法定", "by law", Wording.short(due, context), role(due))
    }
    if let decision = file.decision {
      add("决定", "decided", Wording.short(decision.decidedOn, context))
      add("送达到", "serve by", Wording.short(decision.serveBy, context))
    }
    if let stop = file.openStop, file.stage?.isBeforeDecision ?? false {
      add("停", "STOP", context.say(words(of: stop), range(of: stop)), .stopped)
    }
    return spans
  }

  private func role(_ due: DueDate) -> Role { due.isProvisional ? .provisional : .text }

  /// 检验 3/3-3/20
  func words(of stop: CaseFile.Stop) -> String {
    name(of: stop) + " " + range(of: stop)
  }

  private func range(of stop: CaseFile.Stop) -> String {
    let end = stop.to ?? stop.plannedEnd
    let from = Wording.short(stop.from, context)
    return from + "-" + (end.map { Wording.short($0, context) } ?? "")
  }

  func name(of stop: CaseFile.Stop) -> String {
    switch stop.kind {
    case .specialProcedure(let kind): context.say(kind.label)
    case .suspension: context.say("中止", "suspension")
    case .correction: context.say("补正", "correction")
    case .step: context.say("不计时环节", "step outside the limit")
    }
  }

  /// Every card that shows, the most serious first, with where its order stands; nil without any.
  var cards: Span? {
    let cards = context.cards(of: open)
    let cleared = file.supervision.ordersWithout(cards)
    guard !cards.isEmpty || !cleared.isEmpty else { return nil }
    let words = context.cardWords(about: open)
    let each = cards.map { card in
      let level = SupervisionWording.level(card.level, context)
      let order = SupervisionWording.order(file.supervision, card.key, context).text
      return [level, context.say(words.title(card.key.rule)), order].filter { !$0.isEmpty }
        .joined(separator: " ")
    }
    let orders = cleared.map {
      SupervisionWording.order(file.supervision, $0.card, context).text + " "
        + $0.card.rule.rawValue
    }
    return Span(
      (each + orders).joined(separator: "  "),
      SupervisionWording.role(cards.first?.level ?? .warning))
  }

  /// 3/9 15:20 发生, 3/11 10:24 记录, 纸0091, 共同负责 钱进.
  func words(of late: CaseFile.LateAct) -> String {
    let (happened, recorded) = (
      Wording.when(late.entry.happenedAt, context), Wording.when(late.recordedAt, context)
    )
    let (paper, witness) = (late.entry.documentNumber, context.name(late.entry.witness))
    return context.say(
      "\(happened) 发生, \(recorded) 记录, \(paper), 共同负责 \(witness)",
      "happened \(happened), recorded \(recorded), \(paper), vouched for by \(witness)")
  }

  /// 8/8 齐 容缺0
  var materials: String {
    let wanted = open.sheet.materials.count
    let received = file.intake?.materials ?? []
    let settled = received.filter { material in
      switch material.status {
      case .received, .electronic, .shared, .committed, .notNeeded: true
      case .missing, .defective, .deferred: false
      }
    }.count
    var text = context.say("\(settled)/\(wanted)项", "\(settled) of \(wanted)")
    if settled == wanted { text += context.say(" 齐", ", complete") }
    if !file.deferredOutstanding.isEmpty {
      let numbers = file.deferredOutstanding.map(String.init).joined(separator: ",")
      let due = file.acceptance?.deferredDue.map { Wording.short($0, context) } ?? ""
      text += context.say(" 容缺第\(numbers)项 到\(due)", ", material \(numbers) deferred to \(due)")
    }
    if file.isUnderCommitment { text += context.say(" 告知承诺", ", notification-commitment") }
    return text
  }

  /// Who took it in, where and when.
  var origin: String {
    [
      context.name(file.receivedBy), context.name(file.receivedAtCounter),
      file.receivedAt.map { Wording.when($0, context) } ?? "",
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The opinion given last, in whatever step.
  var latestOpinion: String {
    let opinions = file.steps.flatMap(\.opinions)
    guard let last = opinions.last else { return context.say("还没有意见", "none yet") }
    return words(of: last)
  }

  func words(of opinion: CaseFile.Opinion) -> String {
    let who = "\(context.name(opinion.department)) \(context.name(opinion.clerk))"
    let verdict = context.say(opinion.verdict.label)
    let day = Wording.short(opinion.on, context)
    return "\(who) \(day): \(verdict)" + (opinion.text.isEmpty ? "" : ". \(opinion.text)")
  }

  /// Which step, how many have answered, who is awaited and who holds it.
  var step: String {
    guard let index = file.currentStep, let step = file.step else {
      return file.stage.map { context.say($0.label) } ?? ""
    }
    var text = "\(index + 1)/\(file.route.count) " + context.say(step.name)
    if step.parties.count > 1 {
      let answered = file.stepRecord?.opinions.count ?? 0
      text += context.say(
        " 已答\(answered)/\(step.parties.count)", ", \(answered) of \(step.parties.count) answered")
    }
    let awaited = file.awaited.map { holder(of: $0) }.joined(separator: context.say("、", ", "))
    if !awaited.isEmpty { text += context.say(", 等 ", ", awaits ") + awaited }
    return text
  }

  /// The department, and the clerk who has claimed it, since when.
  func holder(of department: DepartmentID) -> String {
    let name = context.name(department)
    guard let claim = file.stepRecord?.claim(of: department) else {
      return context.say("\(name)(未领)", "\(name) (unclaimed)")
    }
    let since = Wording.since(claim.at, context)
    let clerk = context.name(claim.clerk)
    return context.say("\(name)\(clerk)(\(since)领)", "\(name) \(clerk) (since \(since))")
  }
}
