import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension CaseText {
  /// What people did, the latest first: when, who, in which role, where, what.
  func writeHistory(on page: inout PageText) {
    for act in deeds.reversed() {
      let clerk = context.clerks[act.stamp.clerk]
      let role = clerk.map { Wording.name($0.role, context) } ?? ""
      page.line([
        Span(Wording.when(act.stamp.at, context), .accent),
        Span("  " + context.name(act.stamp.clerk)),
        Span("  " + place(of: clerk, role, act.stamp), .hint),
      ])
      let deeds = act.events.map { deed(of: $0) }
      page.text(deeds.joined(separator: context.say("; ", "; ")), indent: 4)
      for event in act.events {
        if let words = words(of: event) { page.text(words, indent: 4, role: .hint) }
      }
    }
  }

  private struct Deed {
    var stamp: Stamp
    var events: [CaseEvent]
  }

  /// Events of one act belong together.
  private var deeds: [Deed] {
    var deeds: [Deed] = []
    for record in open.history {
      guard case .file(let event) = record.event else { continue }
      if let last = deeds.indices.last, deeds[last].stamp == record.stamp {
        deeds[last].events.append(event)
      } else {
        deeds.append(Deed(stamp: record.stamp, events: [event]))
      }
    }
    return deeds
  }

  private func place(of clerk: Clerk?, _ role: String, _ stamp: Stamp) -> String {
    [context.name(clerk?.department), role, context.name(stamp.counter)]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func deed(of event: CaseEvent) -> String {
    let deed = context.say(event.deed)
    switch event {
    case .documentIssued(let it): return deed + " " + it.number
    case .documentReprinted(let it): return deed + " " + it.number
    case .stepStarted(let it):
      guard file.route.indices.contains(it.step) else { return deed }
      return context.say(
        "转入 \(file.route[it.step].name.zh)", "moved on to: \(file.route[it.step].name.en)")
    case .received, .materialsSupplied, .correctionRequested, .declined, .accepted, .taskClaimed,
      .taskGivenBack, .opinionRecorded, .stepReturned, .specialProcedureStarted,
      .specialProcedureEnded, .suspended, .resumed, .examinationCorrectionRequested,
      .examinationCorrectionSupplied, .referredUpward, .referralAnswered, .extended,
      .deferredMaterialSupplied, .decided, .certificateProduced, .handedOver, .posted,
      .postReturned, .delivered,
      .concluded, .withdrawn, .terminated, .enteredLate, .deadlinesRecomputed, .defectsNoted,
      .commitmentChecked, .reportConfirmed, .supervised, .rated, .fee:
      return deed
    }
  }

  /// What was said with an act; what the deed itself tells is not said twice.
  private func words(of event: CaseEvent) -> String? {
    switch event {
    case .opinionRecorded(let it): return it.text.isEmpty ? nil : it.text
    case .decided(let it): return it.text.isEmpty ? nil : it.text
    case .declined(let it): return it.reason
    case .stepReturned(let it): return it.reason
    case .taskGivenBack(let it):
      let freed = it.freed.map {
        context.say("收回\(context.name($0))的领取: ", "freed from \(context.name($0)): ")
      }
      let said = (freed ?? "") + it.reason
      return said.isEmpty ? nil : said
    case .specialProcedureStarted(let it):
      let end = Wording.short(it.plannedEnd, context)
      return context.say("\(it.reason), 计划到 \(end)", "\(it.reason), planned to \(end)")
    case .specialProcedureEnded(let it): return it.outcome
    case .suspended(let it): return it.cause
    case .extended(let it): return it.reason
    case .referredUpward(let it): return "\(it.organ): \(it.opinion)"
    case .referralAnswered(let it): return "\(it.documentNumber) \(it.text)"
    case .correctionRequested(let it): return it.defects.map(\.remark).joined(separator: "; ")
    case .examinationCorrectionRequested(let it):
      return it.defects.map(\.remark).joined(separator: "; ")
    case .certificateProduced(let it): return "\(it.name) \(it.number)"
    case .handedOver(let it): return it.recipient.name
    case .posted(let it): return "\(it.carrier) \(it.waybill)"
    case .postReturned(let it): return it.reason
    case .delivered(let it): return it.signedBy
    case .withdrawn(let it): return it.reason.isEmpty ? nil : it.reason
    case .terminated(let it): return it.cause
    case .enteredLate(let it):
      let when = Wording.when(it.happenedAt, context)
      let witness = context.name(it.witness)
      let proved =
        it.witnessProvedAt == nil ? "" : context.say("(当面输入密码)", " (by their password)")
      return context.say(
        "发生于 \(when), \(it.documentNumber), 见证 \(witness)\(proved): \(it.reason)",
        "happened \(when), \(it.documentNumber), witness \(witness)\(proved): \(it.reason)")
    case .defectsNoted(let it): return it.defects.map(\.remark).joined(separator: "; ")
    case .commitmentChecked(let it): return it.text.isEmpty ? nil : it.text
    case .reportConfirmed(let it): return "\(context.say(it.act.label)) \(it.receipt)"
    case .deadlinesRecomputed(let it):
      return it.moved.map { "\($0.was.on) -> \($0.now.on)" }.joined(separator: "; ")
    case .supervised(let it): return it.text
    case .rated(.given(let it)): return it.detail.isEmpty ? nil : it.detail
    case .rated(.calledBack(let it)), .rated(.rectified(let it)): return it.text
    case .fee(.demanded(let it)):
      return context.say("\(yuan(it.fen))元", "\(yuan(it.fen)) yuan")
    case .fee(.paid(let it)):
      return context.say("\(yuan(it.fen))元", "\(yuan(it.fen)) yuan") + " " + it.receipt
    case .received, .materialsSupplied, .accepted, .stepStarted, .taskClaimed, .resumed,
      .examinationCorrectionSupplied, .deferredMaterialSupplied, .concluded, .documentIssued,
      .documentReprinted:
      return nil
    }
  }
}
