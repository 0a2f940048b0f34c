import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension CaseText {
  /// Every clock with its date, then what stopped it.
  func writeClocks(on page: inout PageText) {
    page.row(
      [
        (context.say("时限", "clock"), 22), (context.say("长度", "length"), 16),
        (context.say("起算", "from"), 10), (context.say("到期", "due"), 16),
        (context.say("还有", "left"), 14),
      ], role: .heading)
    writeCounterClocks(on: &page)
    writeDecisionClocks(on: &page)
    writeStops(on: &page)
  }

  private func clock(
    _ zh: String, _ en: String, _ limit: TimeLimit?, from: LocalDate?, due: DueDate?,
    isOver: Bool = false, on page: inout PageText
  ) {
    guard let due else { return }
    let role: Role =
      isOver ? .hint : due.on < context.today ? .redCard : due.isProvisional ? .provisional : .text
    page.row(
      [
        (context.say(zh, en), 22), (limit.map { Wording.limit($0, context) } ?? "", 16),
        (from.map { Wording.short($0, context) } ?? "", 10), (Wording.long(due, context), 16),
        (isOver ? context.say("已过", "settled") : left(due), 14),
      ], role: role)
  }

  private func left(_ due: DueDate) -> String {
    let isStopped = file.openStop != nil && (file.stage?.isBeforeDecision ?? false)
    if isStopped { return context.say("停", "STOP") }
    return Urgency(due: due, isStopped: false, context).word.text
  }

  private func writeCounterClocks(on page: inout PageText) {
    clock(
      "受理告知", "notice", StatutoryLimits.notice, from: file.noticeFrom, due: file.noticeDue,
      on: &page)
    clock("申请人补正", "correction", nil, from: nil, due: file.correctBy, on: &page)
    guard let acceptance = file.acceptance else { return }
    clock(
      "容缺补交", "deferred materials", nil, from: acceptance.acceptedOn,
      due: acceptance.deferredDue, isOver: file.deferredOutstanding.isEmpty, on: &page)
  }

  private func writeDecisionClocks(on page: inout PageText) {
    guard let acceptance = file.acceptance else { return }
    let isDecided = file.decision != nil
    clock(
      "承诺期限", "committed limit", acceptance.committedLimit, from: acceptance.acceptedOn,
      due: file.committedDue, isOver: isDecided, on: &page)
    clock(
      "法定期限", "statutory limit", acceptance.statutoryLimit, from: acceptance.acceptedOn,
      due: file.statutoryDue, isOver: isDecided, on: &page)
    if let step = file.step, let record = file.stepRecord {
      let name = context.say(step.name)
      clock(
        "本环节 \(name)", "this step", step.limit, from: record.startedOn, due: record.due, on: &page)
    }
    if let referral = file.referral, file.referralAnswer == nil {
      clock(
        "上级答复", "answer from above", nil, from: referral.referredOn, due: referral.answerDue,
        on: &page)
    }
    clock(
      "送达", "service", StatutoryLimits.service, from: file.decision?.decidedOn,
      due: file.decision?.serveBy, isOver: file.stage?.isEnded ?? false, on: &page)
    if let extended = file.extended {
      let was = Wording.short(extended.previousDue, context)
      page.text(
        context.say(
          "已延长\(extended.workingDays)个工作日 (原到期\(was)): \(extended.reason)",
          "Extended by \(extended.workingDays) working days (was due \(was)): \(extended.reason)"),
        role: .notice)
    }
  }

  private func writeStops(on page: inout PageText) {
    page.heading(context.say("停止计时", "Clock stopped"))
    guard !file.stops.isEmpty else {
      page.text(context.say("没有停过", "It has never stopped"), role: .hint)
      return
    }
    for stop in file.stops {
      let from = Wording.short(stop.from, context)
      let isOpen = stop.to == nil
      let end = stop.to.map { Wording.short($0, context) } ?? ""
      let planned = stop.plannedEnd.map { Wording.short($0, context) } ?? ""
      let range =
        isOpen
        ? context.say("\(from) 起, 计划到 \(planned)", "since \(from), planned to \(planned)")
        : "\(from)-\(end)"
      page.line([Span(name(of: stop) + "  ", isOpen ? .stopped : .text), Span(range)])
      page.text(stop.reason, indent: 2, role: .hint)
    }
    if file.openStop != nil, let due = file.specialProcedure?.estimatedDue,
      file.stage == .inSpecialProcedure
    {
      let date = Wording.long(due, context)
      page.text(
        context.say("按计划结束, 则到期日为 \(date)", "If it ends as planned, the case is due on \(date)"))
    }
  }
}
