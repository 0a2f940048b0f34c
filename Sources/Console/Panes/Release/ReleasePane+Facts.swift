import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// What is said of the selected result: who may have it, what goes out, what else is theirs.
extension ReleasePane {
  static func facts(
    _ state: State, _ context: Context
  ) -> [(label: String, text: Span)] {
    guard let row = state.selected else { return [] }
    guard let open = state.files[row.id], let intake = open.file.intake else {
      return [(row.id.spoken, Span(context.say(row.row.itemName), .heading))]
    }
    let applicant = intake.applicant
    return [
      (
        row.id.spoken,
        Span("\(applicant.name)  \(applicant.identity.maskedNumber)", .heading)
      ),
      (context.say("发出", "Goes out"), Span(goesOut(open, context))),
      (context.say("领取", "Fetched by"), Span(fetchedBy(open, context))),
      (context.say("期限", "Dates"), Span(times(open, row, context))),
      (context.say("另有", "Also"), others(state, row, context)),
      (context.say("不可", "Not now"), Span(obstacle(open, context) ?? "", .warning)),
    ]
  }

  /// Decision and certificate with their numbers.
  static func goesOut(_ open: OpenCase, _ context: Context) -> String {
    guard let decision = open.file.decision else {
      let stage = open.file.stage.map { context.say($0.label) } ?? ""
      return context.say("还没有结果，现在是\(stage)", "no result yet: \(stage)")
    }
    let papers = open.file.documents.filter {
      $0.kind == .grantDecision || $0.kind == .refusalDecision
    }
    var parts = papers.map { "\(context.say($0.kind.label)) \($0.number)" }
    if papers.isEmpty { parts.append(context.say(decision.verdict.label)) }
    if let certificate = open.file.certificate {
      parts.append("\(certificate.name) \(certificate.number)")
    }
    return parts.joined(separator: context.say("，", ", "))
  }

  private static func fetchedBy(_ open: OpenCase, _ context: Context) -> String {
    if let posted = open.file.posted {
      return context.say(
        "\(Wording.short(posted.postedOn, context)) 寄出 \(posted.carrier) \(posted.waybill)",
        "posted \(Wording.short(posted.postedOn, context)), \(posted.carrier) \(posted.waybill)")
    }
    guard let intake = open.file.intake else { return "" }
    var parts: [String] = []
    if intake.delivery.method == .post {
      parts.append(context.say("要求邮寄 ", "by post to ") + intake.delivery.address)
    }
    if let agent = intake.agent {
      parts.append(
        context.say("代办人 ", "agent ") + "\(agent.name) \(agent.identity.maskedNumber)")
    }
    if intake.applicant.kind == .organisation, !intake.applicant.legalRepresentative.isEmpty {
      parts.append(
        context.say("法定代表人 ", "representative ") + intake.applicant.legalRepresentative)
    }
    if intake.applicant.kind == .person { parts.append(context.say("申请人本人", "the applicant")) }
    return parts.joined(separator: context.say("，", ", "))
  }

  private static func times(
    _ open: OpenCase, _ row: ReleaseRow, _ context: Context
  ) -> String {
    guard let decision = open.file.decision else {
      return row.row.due.map { Wording.long($0, context) } ?? ""
    }
    let isWaiting = row.row.stage == .awaitingRelease
    let ready =
      row.result.flatMap { result in
        isWaiting ? Wording.short(result.readyOn, context) : nil
      }.map { context.say("自 \($0) 待领，", "ready since \($0), ") } ?? ""
    return ready
      + context.say(
        "\(Wording.long(decision.serveBy, context)) 前送达",
        "to be served by \(Wording.long(decision.serveBy, context))")
  }

  /// The applicant's other results, so that nobody has to come twice.
  private static func others(
    _ state: State, _ row: ReleaseRow, _ context: Context
  ) -> Span {
    let others = state.ofApplicant.filter { $0.id != row.id }
    guard !others.isEmpty else { return Span("") }
    let names = others.map { "\($0.id.spoken) \(context.say($0.row.itemName))" }
      .joined(separator: context.say("，", ", "))
    let isMarked = others.allSatisfy { other in state.marked.contains { $0.id == other.id } }
    let how =
      isMarked ? context.say("已选: ", "marked: ") : context.say("空格一并选中: ", "Space marks them too: ")
    return Span(
      context.say("同一申请人另有\(others.count)件，", "\(others.count) more of the same applicant, ") + how
        + names,
      .accent)
  }

  /// Why whoever sits here cannot release it.
  private static func obstacle(_ open: OpenCase, _ context: Context) -> String? {
    guard open.file.stage == .awaitingRelease else { return nil }
    return context.reason(against: .handOver(open.usualRecipient, witness: ""), on: open)
  }
}
