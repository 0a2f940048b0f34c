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
    let rules = CaseRules(sheet: sheet, calendar: context.calendar)
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
        case .counterHandover, .certificateHandover: false
        case .receipt, .acceptanceNotice, .correctionNotice, .correctionReceipt, .declineDecision,
          .deferredMaterialUndertaking, .notifiedCommitment, .specialProcedureNotice,
          .extensionNotice, .suspensionNotice, .grantDecision, .refusalDecision,
          .terminationNotice, .serviceRecord:
          true
        }
      }
  }

  private var isAnnounced: Bool {
    events.contains { OutgoingMessage($0, file: after) != nil }
  }
}

extension Consequence {
  /// One sentence for each thing that will happen.
  func lines(_ context: Context) -> [String] {
    [next(context), dues(context), stop(context), printed(context), announced(context)]
      .compactMap { $0 }
  }

  /// Who has the case afterwards, for how long.
  func next(_ context: Context) -> String? {
    guard let stage = after.stage else { return nil }
    if stage.isEnded {
      return context.say("之后: \(stage.label.zh)", "Afterwards: \(stage.label.en)")
    }
    switch stage {
    case .awaitingRelease:
      let due = after.decision.map { Wording.long($0.serveBy, context) } ?? ""
      return context.say("下一步: 出件窗口, \(due) 前送达", "Next: release counter, serve by \(due)")
    case .awaitingCorrection, .awaitingExaminationCorrection:
      let due = after.correctBy.map { Wording.long($0, context) } ?? ""
      return context.say("下一步: 等申请人补正, 到 \(due)", "Next: the applicant corrects by \(due)")
    case .received, .underExamination, .inSpecialProcedure, .suspended, .referredUpward,
      .inProduction, .posted, .declined, .concluded, .withdrawn, .terminated:
      return nextStep(stage, context)
    }
  }

  private func nextStep(_ stage: CaseStage, _ context: Context) -> String {
    guard let step = after.step else {
      return context.say("下一步: \(stage.label.zh)", "Next: \(stage.label.en)")
    }
    let who = step.parties.map { context.name($0.department) }
      .joined(separator: context.say("、", ", "))
    let due = after.stepRecord?.due.map { Wording.long($0, context) } ?? ""
    return context.say(
      "下一步: \(step.name.zh) (\(who), \(Wording.limit(step.limit, context)), 到 \(due))",
      "Next: \(step.name.en) (\(who), \(Wording.limit(step.limit, context)), by \(due))")
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
