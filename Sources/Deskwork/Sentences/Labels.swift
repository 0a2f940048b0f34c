package import Casework
import WorkCalendar

extension ClerkRole {
  package var label: Words {
    switch self {
    case .generalCounter: Words("综合窗口", "General counter")
    case .examiner: Words("承办人", "Examiner")
    case .approver: Words("审批人", "Approver")
    case .release: Words("出件窗口", "Release counter")
    case .supervisor: Words("监察员", "Supervisor")
    case .itemManager: Words("事项管理员", "Item manager")
    case .hallManager: Words("大厅管理员", "Hall manager")
    case .townshipOperator: Words("镇村操作员", "Township operator")
    }
  }
}

extension CaseStage {
  package var label: Words {
    switch self {
    case .received: Words("已收件", "Received")
    case .awaitingCorrection: Words("待补正", "Awaiting correction")
    case .declined: Words("不予受理", "Declined")
    case .underExamination: Words("审查中", "Under examination")
    case .inSpecialProcedure: Words("特别程序", "Special procedure")
    case .suspended: Words("中止", "Suspended")
    case .awaitingExaminationCorrection: Words("审查补正", "Examination correction")
    case .referredUpward: Words("已上报", "Referred upward")
    case .inProduction: Words("制证中", "In production")
    case .awaitingRelease: Words("待出件", "Awaiting release")
    case .posted: Words("已寄出", "Posted")
    case .concluded: Words("已办结", "Concluded")
    case .withdrawn: Words("已撤回", "Withdrawn")
    case .terminated: Words("已终止", "Terminated")
    }
  }
}

extension Verdict {
  package var label: Words {
    switch self {
    case .granted: Words("准予", "Granted")
    case .refused: Words("不予许可", "Refused")
    }
  }
}

extension OpinionVerdict {
  package var label: Words {
    switch self {
    case .agree: Words("同意", "Agree")
    case .disagree: Words("不同意", "Disagree")
    case .agreeWithConditions: Words("附条件同意", "Agree with conditions")
    }
  }
}

extension HandlingKind {
  package var label: Words {
    switch self {
    case .immediate: Words("即办件", "Immediate")
    case .committed: Words("承诺件", "Committed")
    case .referredUpward: Words("上报件", "Referred upward")
    case .joint: Words("联办件", "Joint")
    }
  }
}

extension RouteStep.Kind {
  package var label: Words {
    switch self {
    case .examination: Words("审查", "Examination")
    case .waitingPeriod: Words("期间届满", "Waiting period")
    case .referral: Words("上报", "Referral")
    case .decision: Words("决定", "Decision")
    case .certificate: Words("制证", "Certificate")
    case .followUp: Words("事后核查", "Follow-up")
    }
  }
}

extension SpecialProcedureKind {
  package var label: Words {
    switch self {
    case .hearing: Words("听证", "Hearing")
    case .tender: Words("招标", "Tender")
    case .auction: Words("拍卖", "Auction")
    case .inspection: Words("检验", "Inspection")
    case .testing: Words("检测", "Testing")
    case .quarantine: Words("检疫", "Quarantine")
    case .appraisal: Words("鉴定", "Appraisal")
    case .expertReview: Words("专家评审", "Expert review")
    case .onSiteInspection: Words("现场核查", "On-site inspection")
    case .publicNotice: Words("公示", "Public notice")
    case .consultation: Words("征求意见", "Consultation")
    }
  }
}

extension Audience {
  package var label: Words {
    switch self {
    case .persons: Words("自然人", "Persons")
    case .organisations: Words("法人和其他组织", "Organisations")
    case .both: Words("自然人、法人和其他组织", "Persons and organisations")
    }
  }
}

extension DeclineGround {
  package var label: Words {
    switch self {
    case .noPermitNeeded: Words("依法不需要许可", "No permit is needed")
    case .notThisOrgan: Words("不属于本机关职权范围", "Another organ is competent")
    case .conditionsNotMet: Words("不符合受理条件", "The conditions are not met")
    case .other: Words("其他", "Other")
    }
  }
}

extension Ticket.State {
  package var label: Words {
    switch self {
    case .waiting: Words("等候", "Waiting")
    case .called: Words("已叫号", "Called")
    case .serving: Words("办理中", "Being served")
    case .parked: Words("挂起", "Parked")
    case .passed: Words("过号", "Passed")
    case .served: Words("已办结", "Served")
    }
  }
}

extension DocumentKind {
  package var label: Words {
    switch self {
    case .receipt: Words("收件凭证", "Receipt")
    case .acceptanceNotice: Words("受理通知书", "Acceptance notice")
    case .correctionNotice: Words("一次性补正告知书", "Correction notice")
    case .correctionReceipt: Words("补正材料接收凭证", "Receipt of supplied materials")
    case .declineDecision: Words("不予受理决定书", "Decision not to accept")
    case .deferredMaterialUndertaking: Words("容缺受理承诺书", "Deferred material undertaking")
    case .notifiedCommitment: Words("告知承诺书", "Notification-commitment")
    case .specialProcedureNotice: Words("特别程序告知书", "Special procedure notice")
    case .extensionNotice: Words("延长办理期限通知书", "Extension notice")
    case .suspensionNotice: Words("中止通知书", "Suspension notice")
    case .hearingNotice: Words("听证告知书", "Hearing notice")
    case .grantDecision: Words("准予决定书", "Decision to grant")
    case .refusalDecision: Words("不予决定书", "Decision to refuse")
    case .terminationNotice: Words("终止办理通知书", "Termination notice")
    case .serviceRecord: Words("送达回证", "Service record")
    case .feeNotice: Words("缴费通知单", "Fee notice")
    case .postalConfirmation: Words("邮寄地址确认单", "Postal confirmation")
    case .counterHandover: Words("综合窗口受理交接单", "Counter handover sheet")
    case .certificateHandover: Words("办结证件交接单", "Certificate handover sheet")
    case .jointOpinionSummary: Words("联审意见汇总表", "Joint opinion summary")
    case .satisfactionReceipt: Words("服务评价回执", "Rating receipt")
    case .followUpOrder: Words("督办通知单", "Follow-up order")
    }
  }
}

extension RatingGrade {
  package var label: Words {
    switch self {
    case .veryDissatisfied: Words("非常不满意", "Very dissatisfied")
    case .dissatisfied: Words("不满意", "Dissatisfied")
    case .fairlySatisfied: Words("基本满意", "Fairly satisfied")
    case .satisfied: Words("满意", "Satisfied")
    case .verySatisfied: Words("非常满意", "Very satisfied")
    }
  }
}

extension RatingChannel {
  package var label: Words {
    switch self {
    case .evaluator: Words("窗口评价器", "Counter evaluator")
    case .code: Words("二维码", "Scanned code")
    case .online: Words("网上", "Online")
    case .message: Words("短信", "Text message")
    case .hotline: Words("12345热线", "Hotline 12345")
    case .box: Words("意见箱", "Suggestion box")
    }
  }
}

extension SupervisionLevel {
  package var label: Words {
    switch self {
    case .warning: Words("预警", "Warning")
    case .yellow: Words("黄牌", "Yellow card")
    case .red: Words("红牌", "Red card")
    case .grave: Words("超法定", "Past the law")
    }
  }
}

extension FollowUpOutcome {
  package var label: Words {
    switch self {
    case .rectified: Words("已整改", "Put right")
    case .rectificationOrdered: Words("限期整改", "To be put right by a date")
    case .criticised: Words("通报批评", "Criticised in a circular")
    case .accountability: Words("启动问责", "Held to account")
    case .unfounded: Words("查无实据", "Unfounded")
    }
  }
}

extension CardRuling {
  package var label: Words {
    switch self {
    case .confirmed: Words("成立", "Confirmed")
    case .excused: Words("不计", "Excused")
    }
  }
}

extension ReportedAct {
  package var label: Words {
    switch self {
    case .accepted: Words("受理", "Acceptance")
    case .decided: Words("决定", "Decision")
    }
  }
}
