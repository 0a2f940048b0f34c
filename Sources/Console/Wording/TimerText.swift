import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// A limit of a case as a row of a list names it.
struct TimerText {
  let open: OpenCase
  let context: Context

  func name(of timer: CaseTimer) -> String {
    let name = context.say(timer.kind.label)
    switch timer.kind {
    case .step:
      guard let index = timer.step, open.file.route.indices.contains(index) else { return name }
      return "\(name) \(context.say(open.file.route[index].name))"
    case .party: return "\(name) \(context.name(timer.department))"
    case .specialProcedure: return timer.procedure.map { context.say($0.label) } ?? name
    case .notice, .correction, .committed, .statutory, .examinationCorrection, .suspension,
      .referral, .deferredMaterials, .commitmentCheck, .service:
      return name
    }
  }

  func length(of timer: CaseTimer) -> String {
    guard let limit = timer.limit else {
      return timer.due == nil ? "" : context.say("告知的日期", "a day told")
    }
    guard timer.extensionDays > 0 else { return Wording.limit(limit, context) }
    let days = timer.extensionDays
    return Wording.limit(limit, context) + context.say("+延\(days)", " +\(days)")
  }

  func due(of timer: CaseTimer) -> Span {
    guard let due = timer.due else { return Span("-", .hint) }
    return Span(Wording.long(due, context), due.isProvisional ? .provisional : .text)
  }

  /// How it stands: a mark for urgency, and a word.
  func urgency(of timer: CaseTimer) -> Urgency {
    if let day = timer.settledOn {
      let isLate = timer.isLate(on: context.today)
      let date = Wording.short(day, context)
      var urgency = Urgency(due: nil, isStopped: false, context)
      urgency.word =
        isLate
        ? Span(context.say("\(date)迟", "late \(date)"), .warning)
        : Span(context.say("\(date)毕", "done \(date)"), .hint)
      return urgency
    }
    // While it stands still its old date says nothing.
    guard let due = timer.due, !timer.isStopped else {
      return Urgency(due: nil, isStopped: true, context)
    }
    return Urgency(due: due, isStopped: false, context)
  }
}
