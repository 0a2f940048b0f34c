import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension FilePane {
  /// The text of the section in sight; clocks and documents are lists and have none.
  static func page(
    _ state: State, _ context: Context, columns: Int, _ glyphs: Glyphs
  ) -> PageText {
    var page = PageText(columns: columns, glyphs: glyphs)
    guard let open = state.open else { return page }
    let text = CaseText(open: open, context: context)
    switch state.section {
    case .overview: text.writeOverview(on: &page)
    case .materials: text.writeMaterials(on: &page)
    case .route: text.writeRoute(on: &page)
    case .clocks, .documents: break
    case .history: text.writeHistory(on: &page)
    }
    return page
  }
}

extension CaseText {
  private var labels: Int { context.language == .zh ? 10 : 14 }

  func writeOverview(on page: inout PageText) {
    let acts = CaseActs(open: open, context: context)
    func field(_ zh: String, _ en: String, _ text: String, _ role: Role = .text) {
      page.field(context.say(zh, en), text, width: labels, role: role)
    }
    let ruler = context.ruler(of: open, columns: page.columns - labels, page.glyphs)
    let label = Span(padded(context.say("期限", "dates")), .label)
    if let ruler { page.line([label] + ruler.spans) }
    if ruler?.namesDates != true {
      page.line([ruler == nil ? label : Span(padded("")), Span("")] + deadlines)
    }
    field("环节", "step", step)
    field("下一步", "next", "F6 " + acts.preview)
    if let reason = acts.mainReason { field("", "", reason, .hint) }
    if let cards { field("监察", "cards", cards.text, cards.role) }
    for late in file.lateActs { field("补录", "late", words(of: late), .notice) }
    field("材料", "materials", materials)
    field("收件", "taken in", origin)
    if file.decision == nil || file.steps.contains(where: { !$0.opinions.isEmpty }) {
      field("意见", "opinion", latestOpinion)
    }
    writeOutcome(on: &page)
    guard let intake = file.intake else { return }
    page.heading(context.say("申请", "Application"))
    var rows = applicant(intake)
    for value in intake.fields {
      let label = open.sheet.fields.first { $0.key == value.key }.map { context.say($0.label) }
      rows.append((label ?? value.key, value.value))
    }
    let width = rows.map { page.glyphs.columns(of: $0.label) + 2 }.max() ?? labels
    for row in rows { page.field(row.label, row.text, width: min(width, page.columns / 2)) }
    guard !open.sheet.basis.isEmpty else { return }
    page.heading(context.say("依据", "Basis"))
    page.text(open.sheet.basis)
  }

  private func padded(_ label: String) -> String {
    let columns = label.count * (context.language == .zh ? 2 : 1)
    return label + String(repeating: " ", count: max(1, labels - columns))
  }

  private func writeOutcome(on page: inout PageText) {
    func field(_ zh: String, _ en: String, _ text: String) {
      page.field(context.say(zh, en), text, width: labels)
    }
    if let declined = file.declined {
      field("不予受理", "declined", "\(context.say(declined.ground.label)): \(declined.reason)")
    }
    if let decision = file.decision {
      let day = Wording.short(decision.decidedOn, context)
      let who = context.name(file.decidedBy)
      field(
        "决定", "decision", "\(context.say(decision.verdict.label)) \(day) \(who): \(decision.text)")
      field("依据", "basis", decision.basis)
    }
    if let certificate = file.certificate {
      field(
        "证件", "certificate",
        [certificate.name, certificate.number, certificate.validity].filter { !$0.isEmpty }
          .joined(separator: "  "))
    }
    if let posted = file.posted {
      field("寄出", "posted", "\(posted.carrier) \(posted.waybill) \(posted.address)")
    }
    if let recipient = file.handedOver?.recipient {
      field("领取", "handed to", "\(recipient.name) \(recipient.identity.number)")
    }
    if let delivered = file.delivered {
      field("签收", "signed by", delivered.signedBy)
    }
    switch file.ending {
    case .withdrawn(let day, let reason, let isLapsed):
      let why = isLapsed ? context.say("逾期未补正", "not corrected in time") : reason
      field("撤回", "withdrawn", "\(Wording.short(day, context)) \(why)")
    case .terminated(let day, let cause):
      field("终止", "terminated", "\(Wording.short(day, context)) \(cause)")
    case .concluded(let day): field("办结", "concluded", Wording.short(day, context))
    case nil: break
    }
  }

  private func applicant(_ intake: Intake) -> [(label: String, text: String)] {
    let delivery =
      switch intake.delivery.method {
      case .counter: context.say("窗口领取", "at the counter")
      case .post: context.say("邮寄 ", "by post ") + intake.delivery.address
      }
    return [
      (context.say("法定代表人", "legal representative"), intake.applicant.legalRepresentative),
      (context.say("地址", "address"), intake.applicant.address),
      (context.say("领取方式", "delivery"), delivery),
      (context.say("国家办件编号", "national number"), file.number),
      (context.say("号票", "ticket"), intake.ticket?.rawValue ?? ""),
      (context.say("查询码", "query code"), file.queryCode),
    ].filter { !$0.1.isEmpty }
  }
}
