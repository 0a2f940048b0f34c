package import Casework
import WorkCalendar

extension CaseEvent {
  /// What was done, as it follows a name: 王芳受理了申请, Wang Fang accepted the application.
  package var deed: Words {
    switch self {
    case .received: Words("收了件", "took the application in")
    case .materialsSupplied: Words("收下了补正材料", "took the corrected materials in")
    case .correctionRequested: Words("发了补正告知", "asked for a correction")
    case .declined: Words("决定不予受理", "declined the application")
    case .accepted: Words("受理了申请", "accepted the application")
    case .stepStarted: Words("转入下一环节", "moved the case to its next step")
    case .taskClaimed: Words("领取了任务", "claimed the task")
    case .taskGivenBack: Words("退回了任务", "gave the task back")
    case .opinionRecorded(let it):
      Words(
        "签署了意见（\(it.verdict.label.zh)）", "recorded an opinion (\(lowered(it.verdict.label.en)))")
    case .stepReturned: Words("退回了上一环节", "sent the case back to an earlier step")
    case .specialProcedureStarted(let it):
      Words(
        "启动了特别程序（\(it.kind.label.zh)）", "started a special procedure (\(lowered(it.kind.label.en)))"
      )
    case .specialProcedureEnded: Words("结束了特别程序", "ended the special procedure")
    case .suspended: Words("中止了办理", "suspended the case")
    case .resumed: Words("恢复了办理", "resumed the case")
    case .examinationCorrectionRequested: Words("要求审查补正", "asked for an examination correction")
    case .examinationCorrectionSupplied: Words("收下了审查补正材料", "took the examination correction in")
    case .referredUpward: Words("上报了上级机关", "referred the case upward")
    case .referralAnswered: Words("登记了上级答复", "recorded the answer from above")
    case .extended: Words("延长了办理期限", "extended the limit")
    case .deferredMaterialSupplied: Words("收下了容缺材料", "took a deferred material in")
    case .decided(let it):
      switch it.verdict {
      case .granted: Words("作出了准予决定", "granted the application")
      case .refused: Words("作出了不予许可决定", "refused the application")
      }
    case .certificateProduced: Words("制好了证件", "produced the certificate")
    case .handedOver: Words("发出了结果", "handed the result over")
    case .posted: Words("寄出了结果", "posted the result")
    case .postReturned: Words("收回了退件", "took the returned parcel back")
    case .delivered: Words("登记了签收", "recorded the delivery")
    case .concluded: Words("办结了本件", "concluded the case")
    case .withdrawn(let it):
      it.isLapsed
        ? Words("登记了逾期未补正", "recorded that nobody corrected in time")
        : Words("登记了撤回", "recorded the withdrawal")
    case .terminated: Words("终止了办理", "terminated the case")
    case .documentIssued(let it):
      Words("出具了\(it.kind.label.zh)", "issued the \(lowered(it.kind.label.en))")
    case .documentReprinted: Words("补打了文书", "printed a document again")
    case .enteredLate: Words("补录了此前的事", "entered late what had happened before")
    case .deadlinesRecomputed(let it):
      Words("按\(it.year)年放假通知重算了期限", "counted the dates anew by the notice for \(it.year)")
    case .defectsNoted: Words("记下了材料缺陷", "noted defects")
    case .commitmentChecked(let it):
      it.isFulfilled
        ? Words("核查了承诺（属实）", "checked the commitment (kept)")
        : Words("核查了承诺（不实）", "checked the commitment (broken)")
    case .reportConfirmed: Words("登记了报送回执", "recorded that the report was confirmed")
    case .supervised(let it): it.deed
    case .rated(let it): it.deed
    case .fee(.demanded): Words("通知了缴费", "asked for the fee")
    case .fee(.paid): Words("登记了缴费", "recorded the payment")
    }
  }
}

extension SupervisionEvent {
  fileprivate var deed: Words {
    switch self {
    case .followUpOrdered(let it):
      Words("发出了督办（\(it.card.rule.rawValue)）", "ordered a follow-up (\(it.card.rule.rawValue))")
    case .followUpAnswered: Words("答复了督办", "answered the follow-up order")
    case .followUpEscalated: Words("把督办升为二级", "took the follow-up to the second level")
    case .followUpClosed: Words("办结了督办", "closed the follow-up order")
    case .cardAppealed(let it):
      Words(
        "对\(it.card.rule.rawValue)提出申诉", "appealed against card \(it.card.rule.rawValue)")
    case .cardSettled(let it):
      it.ruling == .excused
        ? Words("认定\(it.card.rule.rawValue)不计", "excused card \(it.card.rule.rawValue)")
        : Words("认定\(it.card.rule.rawValue)成立", "confirmed card \(it.card.rule.rawValue)")
    }
  }
}

extension RatingEvent {
  fileprivate var deed: Words {
    switch self {
    case .given(let it):
      Words("登记了评价（\(it.grade.label.zh)）", "recorded a rating (\(lowered(it.grade.label.en)))")
    case .calledBack: Words("回访了申请人", "called the applicant back")
    case .rectified: Words("完成了整改", "put the matter right")
    }
  }
}

/// A label inside a sentence.
func lowered(_ label: String) -> String { label.prefix(1).lowercased() + label.dropFirst() }
