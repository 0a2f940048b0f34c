import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension Form {
  static func beside(_ beside: Beside, for open: OpenCase, _ context: Context) -> Form {
    made(
      .beside(beside), open, heading(beside, context), fields(beside, open, context))
  }

  private static func heading(_ beside: Beside, _ context: Context) -> String {
    let label = label(beside, context)
    switch beside {
    case .orderFollowUp(let card), .appealCard(let card), .settleCard(let card):
      return "\(label): \(context.say(context.cardWords().title(card.rule)))"
    case .answerFollowUp(let order), .escalateFollowUp(let order), .closeFollowUp(let order):
      return context.say("\(label) 第\(order)号", "\(label) \(order)")
    case .demandFee, .recordPayment, .rate, .callBack, .rectify, .checkCommitment, .confirmReport:
      return label
    }
  }

  private static func fields(
    _ beside: Beside, _ open: OpenCase, _ context: Context
  ) -> [Field] {
    switch beside {
    case .orderFollowUp(let card): orderFields(card, open, context)
    case .answerFollowUp:
      [
        reason(
          context.say("答复", "Answer"), context.say("原因、措施和完成时间", "Cause, measures, until when"))
      ]
    case .escalateFollowUp:
      [reason(context.say("说明", "Why"), context.say("到期未答复, 请二级监察处理", "Nobody answered in time"))]
    case .closeFollowUp:
      [
        choice(
          "outcome", context.say("结果", "Outcome"), FollowUpOutcome.allCases, context
        ) { $0.label },
        reason(context.say("说明", "Text"), context.say("怎样查明、怎样处理", "What was found and done")),
      ]
    case .appealCard:
      [
        reason(
          context.say("申诉理由", "Ground"),
          context.say("为什么不应计在本部门名下", "Why it is not your department's fault"))
      ]
    case .settleCard:
      [
        choice("ruling", context.say("裁定", "Ruling"), CardRuling.allCases, context) { $0.label },
        reason(
          context.say("理由", "Reasons"),
          context.say(
            "成立则计入, 不计则消除; 记入经过", "Confirmed counts, excused does not; it stays on record")),
      ]
    case .demandFee, .recordPayment: feeFields(beside, open, context)
    case .rate, .callBack, .rectify: ratingFields(beside, context)
    case .checkCommitment: checkFields(open, context)
    case .confirmReport: reportFields(open, context)
    }
  }

  private static func orderFields(
    _ card: CardKey, _ open: OpenCase, _ context: Context
  ) -> [Field] {
    let shown = context.cards(of: open).first { $0.key == card }
    var departments: [DepartmentID] = []
    for id in [shown?.watch.department].compactMap({ $0 }) + [open.file.department]
      + open.file.route.flatMap({ $0.parties.map(\.department) })
    where !departments.contains(id) { departments.append(id) }
    let counters = Field.ChoiceValue("", context.say("窗口", "counters"))
    let values = departments.map { Field.ChoiceValue($0.rawValue, context.name($0)) }
    let isOfCounters = shown.map { $0.watch.department == nil } ?? false
    return [
      Field(
        "to", context.say("督办对象", "To"),
        kind: .choice(isOfCounters ? [counters] + values : values + [counters]),
        value: isOfCounters ? "" : values.first?.value ?? "",
        hint: context.say("先列出负责的; 左右键或数字选", "Who answers comes first; arrows or a digit choose")),
      reason(
        context.say("要求", "Order"),
        context.say("要查明什么、到何时办好; 印在督办单上", "What to find out and to do; printed on the order"),
        value: shown.map { card in
          context.say(context.cardWords(about: open).line(card.watch))
            + context.say("。请查明原因并限期办理。", ". State the cause and finish the case.")
        } ?? ""),
    ]
  }

  private static func feeFields(
    _ beside: Beside, _ open: OpenCase, _ context: Context
  ) -> [Field] {
    let standard = open.sheet.fee.amountInFen
    let demanded = open.file.fees.demanded?.fen
    let due = beside == .recordPayment ? demanded : standard
    let amount = Field(
      "amount", context.say("金额(元)", "Yuan"), isRequired: true, value: due.map { yuan($0) } ?? "",
      hint: standard.map { context.say("标准 \(yuan($0)) 元", "The standard is \(yuan($0)) yuan") }
        ?? context.say("如 120 或 120.50", "As 120 or 120.50"), maximumLength: 14)
    guard beside == .recordPayment else {
      return [
        amount,
        Field(
          "text", context.say("减免理由", "Reduction"), kind: .lines,
          hint: context.say("低于标准时必填", "Needed where it is less than the standard"),
          maximumLength: 500),
      ]
    }
    return [
      amount,
      Field(
        "receipt", context.say("票据号", "Receipt"), isRequired: true,
        hint: context.say("财政票据号码", "Number of the receipt"), maximumLength: 40),
    ]
  }

  private static func ratingFields(_ beside: Beside, _ context: Context) -> [Field] {
    guard beside == .rate else {
      return [
        beside == .callBack
          ? reason(
            context.say("回访情况", "Said"), context.say("申请人怎么说, 怎么答复", "What the applicant said"))
          : reason(context.say("整改情况", "Done"), context.say("改了什么", "What was put right"))
      ]
    }
    let grades = RatingGrade.allCases.map {
      Field.ChoiceValue("\($0.rawValue)", context.say($0.label))
    }
    return [
      Field(
        "grade", context.say("评价", "Grade"), kind: .choice(grades), isRequired: true,
        value: "\(RatingGrade.verySatisfied.rawValue)",
        hint: context.say("申请人自己选; 1、2 为差评", "The applicant's own choice; 1 and 2 are bad")),
      choice(
        "channel", context.say("渠道", "Channel"), RatingChannel.allCases, context
      ) { $0.label },
      Field(
        "text", context.say("意见", "Detail"), kind: .lines,
        hint: context.say("差评必须写明哪里不满意", "A bad rating says what was wrong"),
        maximumLength: 500),
    ]
  }

  private static func checkFields(_ open: OpenCase, _ context: Context) -> [Field] {
    let officers = open.file.route.first { $0.kind == .followUp }?.officers ?? 0
    return [
      Field(
        "outcome", context.say("核查结果", "Found"),
        kind: .choice([
          .init("kept", context.say("属实", "kept")), .init("broken", context.say("不实", "broken")),
        ]), isRequired: true, value: "kept"),
      Field(
        "text", context.say("情况", "Text"), kind: .lines,
        hint: context.say("不实时必填: 事实和处理", "Needed if it was broken: facts and consequences"),
        maximumLength: 500),
    ]
      + (0..<officers).map { place in
        Field(
          "officer\(place)", context.say("核查人\(place + 1)", "Officer \(place + 1)"),
          isRequired: true, value: place == 0 ? context.name(context.seat.clerk.id) : "",
          maximumLength: 40)
      }
  }

  private static func reportFields(_ open: OpenCase, _ context: Context) -> [Field] {
    let acts = open.file.unconfirmedReports().map(\.act)
    return [
      Field(
        "act", context.say("报送事项", "Report"),
        kind: .choice(acts.map { .init($0.rawValue, context.say($0.label)) }), isRequired: true,
        value: acts.first?.rawValue ?? ""),
      Field(
        "receipt", context.say("回执号", "Receipt"), isRequired: true,
        hint: context.say("上级平台给的回执号", "As the platform above has given it"),
        maximumLength: 60),
    ]
  }

  private static func choice<Value: RawRepresentable<String>>(
    _ key: String, _ label: String, _ values: [Value], _ context: Context,
    _ words: (Value) -> Words
  ) -> Field {
    Field(
      key, label,
      kind: .choice(values.map { .init($0.rawValue, context.say(words($0))) }), isRequired: true,
      value: values.first?.rawValue ?? "",
      hint: context.say("左右键或数字选", "Arrows or a digit choose"))
  }
}
