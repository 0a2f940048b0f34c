import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension CaseText {
  /// Every step: whose it is, since when, until when, what was said.
  func writeRoute(on page: inout PageText) {
    let route = file.route.isEmpty ? open.sheet.route : file.route
    if file.route.isEmpty {
      page.text(
        context.say("尚未受理; 受理后按以下流程办理", "Not accepted yet; this is the way it will go"), role: .hint
      )
    }
    for (index, step) in route.enumerated() {
      let record = file.steps.indices.contains(index) ? file.steps[index] : CaseFile.StepRecord()
      write(step, index, record, on: &page)
    }
    if let referral = file.referral {
      page.heading(context.say("上报", "Referral"))
      let day = Wording.short(referral.referredOn, context)
      let due = Wording.short(referral.answerDue, context)
      page.text(
        context.say(
          "\(day) 上报\(referral.organ), 等答复到 \(due)",
          "\(day) to \(referral.organ), answer due \(due)"))
      page.text(referral.opinion, indent: 2)
    }
    if let answer = file.referralAnswer {
      let verdict = context.say(answer.verdict.label)
      page.text(
        "\(Wording.short(answer.answeredOn, context)) \(verdict) \(answer.documentNumber) \(answer.text)"
      )
    }
  }

  private func write(
    _ step: RouteStep, _ index: Int, _ record: CaseFile.StepRecord, on page: inout PageText
  ) {
    let isNow = index == file.currentStep
    let mark = isNow ? ">" : record.completedOn == nil ? " " : "+"
    let role: Role = isNow ? .accent : record.completedOn == nil ? .hint : .text
    let limit = Wording.limit(step.limit, context)
    let (name, kind) = (context.say(step.name), context.say(step.kind.label))
    page.line([
      Span("\(mark) \(index + 1) \(name)", role),
      Span("  " + (name == kind ? limit : "\(kind), \(limit)"), .hint),
      Span("  " + state(of: record, step, isNow: isNow), isNow ? .accent : .text),
    ])
    for party in step.parties { write(party, step, record, isNow: isNow, on: &page) }
  }

  private func state(
    of record: CaseFile.StepRecord, _ step: RouteStep, isNow: Bool
  ) -> String {
    guard let started = record.startedOn else { return "" }
    let from = Wording.short(started, context)
    if let completed = record.completedOn {
      return "\(from)-\(Wording.short(completed, context))"
    }
    let due = record.due.map { Wording.short($0, context) } ?? ""
    var text = context.say("\(from)起, 到期\(due)", "since \(from), due \(due)")
    if step.parties.count > 1 {
      let answered = "\(record.opinions.count)/\(step.parties.count)"
      text += context.say(", 已答\(answered)", ", \(answered) answered")
    }
    return text
  }

  private func write(
    _ party: RouteParty, _ step: RouteStep, _ record: CaseFile.StepRecord, isNow: Bool,
    on page: inout PageText
  ) {
    let department = context.name(party.department)
    let office = context.say(party.office)
    let part: String =
      step.parties.count < 2
      ? ""
      : party.part == .lead ? context.say("牵头 ", "lead ") : context.say("协办 ", "consulted ")
    var text = "\(part)\(department) \(office)"
    if isNow, let due = party.limit.flatMap({ _ in record.due(of: party.department) }) {
      text += context.say(
        " 到期\(Wording.short(due, context))", " due \(Wording.short(due, context))")
    }
    if let opinion = record.opinion(of: party.department) {
      page.text(text, indent: 4, role: .hint)
      page.text(words(of: opinion), indent: 6)
      if !opinion.officers.isEmpty {
        let names = opinion.officers.joined(separator: context.say("、", ", "))
        page.text(context.say("核查人: \(names)", "officers: \(names)"), indent: 6, role: .hint)
      }
    } else if isNow {
      page.text(text + " - " + holder(of: party.department), indent: 4)
    } else {
      page.text(text, indent: 4, role: .hint)
    }
  }
}
