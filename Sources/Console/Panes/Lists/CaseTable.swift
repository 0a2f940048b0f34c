import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// Cases in columns: how urgent, which, what, who, where it stands, in whose hands.
enum CaseTable {
  static func columns(_ context: Context) -> Table {
    Table(
      [
        .init(context.say("剩余", "Due"), .fixed(Urgency.columns(context.language))),
        .init(context.say("件号", "Case"), .fixed(9)),
        .init(context.say("事项", "Item"), .flexible(least: 12, share: 4)),
        .init(context.say("申请人", "Applicant"), .flexible(least: 8, share: 2), dropOrder: 1),
        .init(context.say("环节", "Stage"), .flexible(least: 9, share: 1)),
        .init(context.say("在办", "With"), .flexible(least: 8, share: 1)),
        .init(context.say("自", "Since"), .fixed(context.language == .zh ? 5 : 6), dropOrder: 2),
      ], naming: 1, emptyText: context.say("没有办件", "No cases"))
  }

  static func row(_ row: CaseRow, _ urgency: Urgency, _ context: Context) -> TableRow<CaseID> {
    let role: Role = row.stage.isEnded ? .disabled : .text
    return TableRow(
      row.id, mark: urgency.mark,
      cells: [
        urgency.word, Span(row.id.spoken, role),
        Span(late(row, context) + context.say(row.itemName), role),
        Span(Wording.listedApplicant(row), role), Span(stage(row, context), role),
        Span(holder(row, context), role), Span(since(row, context), role),
      ])
  }

  /// Something of the case was recorded after it happened.
  static func late(_ row: CaseRow, _ context: Context) -> String {
    row.isEnteredLate ? context.say("补 ", "late ") : ""
  }

  /// The step at work if there is one, 2/3 if departments work side by side, else the stage.
  static func stage(_ row: CaseRow, _ context: Context) -> String {
    guard row.stage == .underExamination, let step = row.stepName else {
      return row.closedYear.map { context.say("归档\($0)", "closed \($0)") }
        ?? context.say(row.stage.label)
    }
    let parties = row.parties > 1 ? " \(row.answered)/\(row.parties)" : ""
    return context.say(step) + parties
  }

  /// The clerk who has it, or the department while nobody has claimed it there.
  static func holder(_ row: CaseRow, _ context: Context) -> String {
    switch row.stage {
    case .received, .awaitingCorrection: context.name(row.receivedBy)
    case .awaitingRelease, .posted: context.say("出件窗口", "release")
    case .declined, .concluded, .withdrawn, .terminated: ""
    case .underExamination, .inSpecialProcedure, .suspended, .awaitingExaminationCorrection,
      .referredUpward, .inProduction:
      row.claimedBy.map { context.name($0) } ?? context.name(row.holder)
    }
  }

  private static func since(_ row: CaseRow, _ context: Context) -> String {
    let day = row.endedOn ?? row.heldSince ?? (row.acceptedOn == nil ? row.receivedOn : nil)
    return day.map { Wording.narrow($0, context) } ?? ""
  }

  /// What the summary says of a case, most needed first.
  static func facts(
    _ row: CaseRow, _ context: Context
  ) -> [(label: String, text: Span)] {
    [
      (
        row.id.spoken,
        Span(context.say(row.itemName) + "  " + Wording.listedApplicant(row), .heading)
      ),
      (context.say("环节", "Stage"), Span(longStage(row, context))),
      (context.say("在办", "With"), Span(longHolder(row, context))),
      (context.say("期限", "Due"), Span(dates(row, context))),
      (context.say("收件", "Taken in"), Span(received(row, context))),
    ]
  }

  private static func longStage(_ row: CaseRow, _ context: Context) -> String {
    var parts = [context.say(row.stage.label)]
    if let year = row.closedYear { parts.append(context.say("已归档 \(year)", "closed year \(year)")) }
    if let step = row.stepName, !row.stage.isEnded {
      let place = context.say(
        "第\(row.stepNumber)/\(row.stepCount)步 \(step.zh)",
        "step \(row.stepNumber)/\(row.stepCount), \(step.en)")
      let answers = context.say(
        "意见\(row.answered)/\(row.parties)", "opinions \(row.answered)/\(row.parties)")
      parts += row.parties > 1 ? [place, answers] : [place]
    }
    if row.isDeferred { parts.append(context.say("容缺待补", "deferred material outstanding")) }
    if row.isUnderCommitment { parts.append(context.say("告知承诺", "notification-commitment")) }
    return parts.joined(separator: "  ")
  }

  private static func longHolder(_ row: CaseRow, _ context: Context) -> String {
    guard let holder = row.holder, !row.stage.isEnded else { return self.holder(row, context) }
    let clerk =
      row.claimedBy.map { context.name($0) } ?? context.say("无人领取", "claimed by nobody")
    let since = row.heldSince.map { Wording.short($0, context) } ?? ""
    return context.say(
      "\(context.name(holder)) \(clerk)，自 \(since)",
      "\(context.name(holder)), \(clerk), since \(since)")
  }

  private static func dates(_ row: CaseRow, _ context: Context) -> String {
    if let ended = row.endedOn {
      return context.say("办结 ", "ended ") + Wording.long(ended, context)
    }
    guard let due = row.due else { return "" }
    let stopped = row.isStopped ? context.say("停表中，预计 ", "clock stopped, estimated ") : ""
    guard let statutory = row.statutoryDue, row.stage.isBeforeDecision else {
      return stopped + Wording.long(due, context)
    }
    let law = Wording.short(statutory, context)
    return stopped + Wording.long(due, context) + context.say("  法定 \(law)", "  by law \(law)")
      + (statutory.on < context.today ? context.say(" 已超", " exceeded") : "")
  }

  private static func received(_ row: CaseRow, _ context: Context) -> String {
    let day = Wording.short(row.receivedOn, context)
    let accepted =
      row.acceptedOn.map {
        context.say("  受理 ", "  accepted ") + Wording.short($0, context)
      } ?? ""
    return "\(day) \(context.name(row.receivedBy))\(accepted)  "
      + context.say(row.handling.label)
  }
}

extension Wording {
  /// The applicant as lists show it: a person's name is masked, an organisation's is public.
  static func listedApplicant(_ row: CaseRow) -> String {
    row.applicantIdentity.kind.isOfOrganisation
      ? row.applicantName : maskedName(row.applicantName)
  }
}
