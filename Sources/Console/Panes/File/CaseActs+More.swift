import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension CaseActs {
  var correctionReason: String? {
    if file.stage == .awaitingExaminationCorrection {
      return context.say("已要求补正, 等申请人送来材料", "A correction is awaited from the applicant")
    }
    return notesDefects ? reason(.noteDefects([anyDefect])) : reason(givingNotice)
  }

  /// Who takes part in a step without leading it notes what is wrong; the lead tells the applicant.
  private var notesDefects: Bool {
    guard let department = clerk.department, let party = file.step?.party(department) else {
      return false
    }
    return party.part == .consulted && department != file.department
  }

  /// The notice as it would be given, nothing noted left out.
  private var givingNotice: CaseCommand {
    let noted = CombinedDefects(file.notedDefects).defects
    return .requestExaminationCorrection(noted.isEmpty ? [anyDefect] : noted, workingDays: 1)
  }

  private var anyDefect: Defect {
    Defect(material: open.sheet.materials.first?.number ?? 1, kind: .incorrect, remark: "-")
  }

  func startCorrection() -> [Request] {
    [
      .fill(
        notesDefects
          ? .noteDefects(for: open, context) : .examinationCorrection(for: open, context))
    ]
  }

  var specialProcedureReason: String? {
    if file.stage == .inSpecialProcedure { return reason(.endSpecialProcedure(outcome: "-")) }
    guard let kind = open.sheet.specialProcedures.first?.kind else {
      return context.say("本事项的实施清单没有列特别程序", "The sheet of this item lists no special procedure")
    }
    // Late enough for every kind; the form tells if a day is too early.
    let end = context.today.advanced(by: 60)
    return reason(.startSpecialProcedure(kind, plannedEnd: end, reason: "-"))
  }

  func startOrEndSpecialProcedure() -> [Request] {
    let form: Form =
      file.stage == .inSpecialProcedure
      ? .endSpecialProcedure(for: open, context) : .specialProcedure(for: open, context)
    return [.fill(form)]
  }

  /// Everything that is done more rarely, each with why it cannot be done now.
  var more: Choice {
    Choice(
      heading: context.say("更多办理 ", "More for ") + file.id.spoken,
      options: route + clock + counter + [freeing].compactMap { $0 } + [beside, supervision, late])
  }

  private var route: [Choice.Option] {
    [
      option(
        ("退回前面的环节", "Back to an earlier step"), .returnToStep(0, reason: "-"),
        .returnToStep(for: open, context)),
      option(
        ("延长期限", "Extend the limit"), .extend(workingDays: 1, reason: "-"),
        .extend(for: open, context)),
    ]
  }

  private var clock: [Choice.Option] {
    let suspension =
      file.stage == .suspended
      ? Choice.Option(
        context.say("恢复计时", "Resume"), reason: reason(.resume),
        onChosen: open.asking(
          .resume, heading: context.say("恢复计时", "Resume the case"),
          yes: context.say("恢复计时", "Resume"), context))
      : option(
        ("中止办理", "Suspend"), .suspend(cause: "-"), .suspend(for: open, context))
    return [
      suspension,
      option(("终止办理", "Terminate"), .terminate(cause: "-"), .terminate(for: open, context)),
    ]
  }

  private var counter: [Choice.Option] {
    let lapse = open.asking(
      .lapse, heading: context.say("逾期未补正, 视为撤回", "Nobody corrected in time: withdrawn"),
      yes: context.say("登记", "Record it"), context)
    return [
      option(
        ("申请人撤回", "The applicant withdraws"), .withdraw(reason: "-"),
        .withdraw(for: open, context)),
      .init(
        context.say("逾期未补正", "Not corrected in time"), reason: reason(.lapse), onChosen: lapse),
    ] + deferred
  }

  private var deferred: [Choice.Option] {
    guard let number = file.deferredOutstanding.first else { return [] }
    var line = MaterialLine()
    if let wanted = open.sheet.material(number) { line.receive(wanted) }
    let material = MaterialReceived(
      number: number, status: .received, originals: line.originals, copies: line.copies,
      isCheckedAgainstOriginal: line.isChecked)
    return [
      .init(
        context.say("收下容缺材料", "Take a deferred material in"),
        detail: open.sheet.material(number).map { context.say($0.name) } ?? "",
        reason: reason(.supplyDeferredMaterial(material)), onChosen: [.continueIntake(open)])
    ]
  }

  /// Fees, ratings, checks and reports.
  private var beside: Choice.Option {
    .init(
      context.say("收费、评价、核查、报送", "Fees, ratings, checks, reports"),
      onChosen: [
        .choose(
          Choice(
            heading: context.say("收费、评价、核查、报送 ", "Fees, ratings, checks, reports ")
              + file.id.spoken, options: besideOptions))
      ])
  }

  private var besideOptions: [Choice.Option] {
    let officers = file.route.first { $0.kind == .followUp }?.officers ?? 0
    let present = (0..<officers).map { "\($0)" }
    let report = file.unconfirmedReports().first?.act ?? .accepted
    let acts: [(Form.Beside, CaseCommand)] = [
      (.demandFee, .fee(.demand(fen: open.sheet.fee.amountInFen ?? 1, reduction: ""))),
      (.recordPayment, .fee(.recordPayment(fen: 1, receipt: "-"))),
      (.rate, .rate(.give(.verySatisfied, detail: "", .evaluator))),
      (.callBack, .rate(.callBack(text: "-"))), (.rectify, .rate(.rectify(text: "-"))),
      (.checkCommitment, .checkCommitment(isFulfilled: true, text: "-", officers: present)),
      (.confirmReport, .confirmReport(report, receipt: "-")),
    ]
    return acts.map { beside, command in
      .init(
        Form.label(beside, context), reason: reason(command),
        onChosen: [.fill(.beside(beside, for: open, context))])
    }
  }

  /// The cards of the case, and orders whose card has cleared; each leads to what can be done.
  private var supervision: Choice.Option {
    let options = cardOptions
    return .init(
      context.say("监察: 督办、答复、申诉", "Supervision: orders, answers, appeals"),
      detail: options.isEmpty ? "" : context.say("\(options.count) 张", "\(options.count)"),
      reason: options.isEmpty
        ? context.say("本件今天没有牌", "No card shows on the case today") : nil,
      onChosen: [
        .choose(
          Choice(
            heading: context.say("监察 ", "Supervision ") + file.id.spoken, options: options))
      ])
  }

  private var cardOptions: [Choice.Option] {
    let words = context.cardWords(about: open)
    let cards = context.cards(of: open)
    let cleared = file.supervision.ordersWithout(cards)
    func option(_ label: String, _ card: CardKey, _ department: DepartmentID?) -> Choice.Option {
      let acts = CardActs(open: open, card: card, department: department, context: context)
      return .init(
        label, detail: SupervisionWording.order(file.supervision, card, context).text,
        onChosen: [.choose(acts.choice)])
    }
    return cards.map { option(context.say(words.line($0.watch)), $0.key, $0.watch.department) }
      + cleared.map { option(context.say(words.title($0.card.rule)), $0.card, $0.department) }
  }

  private var late: Choice.Option {
    .init(
      context.say("补录: 下一项办理此前已发生", "Late entry: the next act happened earlier"),
      detail: context.late == nil ? "" : context.say("取消", "turn it off"), onChosen: lateEntry)
  }

  /// Turns late entry on with its form, or off.
  var lateEntry: [Request] {
    context.late == nil ? [.fill(.lateEntry(for: open, context))] : [.enterLate(nil)]
  }

  private var freeing: Choice.Option? {
    guard let claim else { return nil }
    guard claim.clerk == clerk.id else {
      return .init(
        context.say("收回领取", "Free the claim"), detail: context.name(claim.clerk),
        reason: claimReason, onChosen: freeClaim)
    }
    return option(
      ("退回待领", "Give the task back"), .giveBack(reason: "-"), .giveBack(for: open, context))
  }

  private func option(
    _ label: (String, String), _ command: CaseCommand, _ form: Form
  ) -> Choice.Option {
    Choice.Option(
      context.say(label.0, label.1), reason: reason(command), onChosen: [.fill(form)])
  }
}
