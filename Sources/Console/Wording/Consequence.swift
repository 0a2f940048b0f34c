import Casework
import Deskwork
import WorkCalendar

/// What acts would lead to, found by carrying them out on a copy.
struct Consequence: Hashable, Sendable {
  let before: CaseFile
  let after: CaseFile
  let events: [CaseEvent]
  let documents: [DocumentKind]

  init(
    of commands: [CaseCommand], on file: CaseFile, under sheet: ImplementationSheet,
    _ context: Context
  ) throws(Refusal) {
    let occasion = context.occasion
    let rules = context.rules(under: sheet)
    var after = file
    var events: [CaseEvent] = []
    for command in commands {
      let more = try after.decide(command, occasion, under: rules)
      for event in more { after.evolve(event, occasion.stamp) }
      events += more
    }
    before = file
    self.after = after
    self.events = events
    documents = DocumentRules.documents(after: events, file: after)
  }

  /// Whether the applicant is given a paper or told something.
  var isSeenByCitizen: Bool {
    isAnnounced
      || documents.contains { kind in
        switch kind {
        case .counterHandover, .certificateHandover, .jointOpinionSummary, .followUpOrder: false
        case .receipt, .acceptanceNotice, .correctionNotice, .correctionReceipt, .declineDecision,
          .deferredMaterialUndertaking, .notifiedCommitment, .specialProcedureNotice,
          .extensionNotice, .suspensionNotice, .hearingNotice, .grantDecision, .refusalDecision,
          .terminationNotice, .serviceRecord, .feeNotice, .postalConfirmation,
          .satisfactionReceipt:
          true
        }
      }
  }

  private var isAnnounced: Bool {
    events.contains { OutgoingMessage.message(about: $0, of: after) != nil }
  }
}

extension Consequence {
  /// One sentence for each thing that will happen.
  func lines(_ context: Context) -> [String] {
    [
      isBesideRoute ? nil : next(context), reply(context), dues(context), stop(context),
      printed(context), announced(context),
    ].compactMap { $0 }
  }

  /// Acts that leave the case where it is.
  private var isBesideRoute: Bool { events.allSatisfy(\.isBesideRoute) }

  /// To whom a follow-up order goes, and until when it is to be answered.
  private func reply(_ context: Context) -> String? {
    guard let order = after.supervision.orders.last(where: { $0.isOpen }),
      events.contains(where: \.isFollowUpOrder)
    else { return nil }
    let to = order.department.map { context.name($0) } ?? context.say("窗口", "the counters")
    let day = Wording.long(order.replyBy, context)
    return context.say(
      "督办第\(order.order)号发 \(to), \(day) 前答复",
      "Follow-up order \(order.order) to \(to), to be answered by \(day)")
  }

  /// Who has the case afterwards, for how long.
  func next(_ context: Context) -> String? {
    destination(context).map { context.say("下一步: ", "Next: ") + $0 }
  }

  /// Where the case goes: 审查 (市监局, 2个工作日, 到 3/13).
  func destination(_ context: Context) -> String? {
    guard let stage = after.stage else { return nil }
    switch stage {
    case .declined, .concluded, .withdrawn, .terminated: return context.say(stage.label)
    case .awaitingRelease:
      let due = after.decision.map { Wording.short($0.serveBy, context) } ?? ""
      return context.say("出件窗口 (\(due) 前送达)", "release counter (serve by \(due))")
    case .awaitingCorrection, .awaitingExaminationCorrection:
      let due = after.correctBy.map { Wording.short($0, context) } ?? ""
      return context.say("申请人补正 (到 \(due))", "correction by the applicant (by \(due))")
    case .inSpecialProcedure, .suspended: return context.say(stage.label)
    case .received, .underExamination, .referredUpward, .inProduction, .posted:
      return step(stage, context)
    }
  }

  private func step(_ stage: CaseStage, _ context: Context) -> String {
    guard let step = after.step else { return context.say(stage.label) }
    let separator = context.say("、", ", ")
    if before.currentStep == after.currentStep, step.parties.count > 1 {
      let awaited = after.awaited.map { context.name($0) }.joined(separator: separator)
      return context.say("\(step.name.zh) (还等\(awaited))", "\(step.name.en) (awaits \(awaited))")
    }
    let departments = step.parties.map(\.department)
    // A department that goes on with its own case need not be named again.
    let isOthers = departments != before.step?.parties.map(\.department)
    let who = departments.map { context.name($0) }.joined(separator: separator)
    let due = after.stepRecord?.due.map { Wording.short($0, context) } ?? ""
    return context.say(step.name) + " (" + (isOthers ? who + context.say(", ", ", ") : "")
      + Wording.limit(step.limit, context) + context.say(", 到 ", ", by ") + due + ")"
  }

  private func dues(_ context: Context) -> String? {
    guard let committed = after.committedDue, before.committedDue != committed else { return nil }
    let date = Wording.long(committed, context)
    if let old = before.committedDue {
      let was = Wording.long(old, context)
      return context.say("承诺期限: \(was) 改为 \(date)", "Committed date: \(was) becomes \(date)")
    }
    guard let statutory = after.statutoryDue.map({ Wording.long($0, context) }) else {
      return context.say("承诺期限: \(date)", "Committed date: \(date)")
    }
    return context.say(
      "承诺期限: \(date)   法定期限: \(statutory)", "Committed date: \(date)   statutory: \(statutory)")
  }

  private func stop(_ context: Context) -> String? {
    guard let stop = after.openStop, before.openStop != stop else { return nil }
    guard let end = stop.plannedEnd else {
      return context.say(
        "从今日起停止计时, 恢复之日再算", "The clock stands still from today until it is resumed")
    }
    let day = Wording.long(end, context)
    let due = after.specialProcedure?.estimatedDue
    guard case .specialProcedure = stop.kind, let due else {
      return context.say("从今日起停止计时, 到 \(day) 为止", "The clock stands still until \(day)")
    }
    let date = Wording.long(due, context)
    return context.say(
      "从今日起停止计时; 如 \(day) 结束, 到期日为 \(date)",
      "The clock stands still; if it ends on \(day) the case is due on \(date)")
  }

  private func printed(_ context: Context) -> String? {
    guard !documents.isEmpty else { return nil }
    let names = documents.map { context.say($0.label) }.joined(separator: context.say("、", ", "))
    return context.say(
      "打印: \(names) (各\(DocumentRules.copies)联)",
      "Prints: \(names) (\(DocumentRules.copies) copies each)")
  }

  private func announced(_ context: Context) -> String? {
    isAnnounced ? context.say("同时通知申请人", "The applicant is told") : nil
  }
}

extension CaseEvent {
  fileprivate var isBesideRoute: Bool {
    if case .supervised = self { return true }
    if case .rated = self { return true }
    if case .fee = self { return true }
    if case .commitmentChecked = self { return true }
    if case .reportConfirmed = self { return true }
    if case .enteredLate = self { return true }
    return false
  }

  /// An order that its department has to answer by a date.
  var isFollowUpOrder: Bool {
    guard case .supervised(let event) = self else { return false }
    return switch event {
    case .followUpOrdered, .followUpEscalated: true
    case .followUpAnswered, .followUpClosed, .cardAppealed, .cardSettled: false
    }
  }
}
