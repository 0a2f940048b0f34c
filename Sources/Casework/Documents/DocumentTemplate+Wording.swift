import WorkCalendar

/// How official documents say things. They are Chinese, whatever language the console speaks.
extension DocumentKind {
  func title(_ facts: DocumentFacts) -> String {
    let act = facts.sheet.kind.isLicence ? "行政许可" : "办理"
    switch self {
    case .receipt: return "申请材料接收凭证"
    case .acceptanceNotice: return "受理通知书"
    case .correctionNotice: return "补正材料一次性告知书"
    case .correctionReceipt: return "补正（补交）材料接收凭证"
    case .declineDecision: return "不予受理决定书"
    case .deferredMaterialUndertaking: return "容缺受理承诺书"
    case .notifiedCommitment: return "告知承诺书"
    case .specialProcedureNotice: return "特别程序告知书"
    case .extensionNotice: return "延长办理期限通知书"
    case .suspensionNotice:
      return facts.file.lastSuspension?.to == nil ? "中止办理通知书" : "恢复办理通知书"
    case .hearingNotice: return "听证告知书"
    case .grantDecision: return "准予\(act)决定书"
    case .refusalDecision: return "不予\(act)决定书"
    case .terminationNotice:
      return facts.file.withdrawalReason == nil ? "终止办理通知书" : "撤回申请确认书"
    case .serviceRecord: return "送达回证"
    case .feeNotice: return "缴费通知单"
    case .postalConfirmation: return "邮寄送达地址确认单"
    case .counterHandover: return "综合窗口受理交接单"
    case .certificateHandover: return "办结证件交接单"
    case .jointOpinionSummary: return "联审意见汇总表"
    case .satisfactionReceipt: return "服务评价回执"
    case .followUpOrder: return facts.followUp == nil ? "差评整改单" : "督办通知单"
    }
  }
}

extension CaseFile {
  var lastSuspension: Stop? { stops.last { $0.kind == .suspension } }

  var recipientName: String { handedOver?.recipient.name ?? delivered?.signedBy ?? "" }

  var withdrawalReason: String? {
    if case .withdrawn(_, let reason, isLapsed: false) = ending { reason } else { nil }
  }

  var isLapsed: Bool {
    if case .withdrawn(_, _, isLapsed: true) = ending { true } else { false }
  }

  var terminationCause: String? {
    if case .terminated(_, let cause) = ending { cause } else { nil }
  }

  /// Accepted from a day before the act of acceptance (Law 32).
  var isDeemedAccepted: Bool {
    guard let acceptedOn = acceptance?.acceptedOn, let stamp = lastStamp else { return false }
    return acceptedOn < stamp.at.date
  }
}

extension DueDate {
  var chinese: String { isProvisional ? on.chinese + "（预估）" : on.chinese }
}

extension TimeLimit {
  var chinese: String {
    switch unit {
    case .workingDays, .unspecified: amount == 0 ? "" : String(amount) + "个工作日"
    case .calendarDays: "\(amount)日"
    case .halfDays: amount == 1 ? "半个工作日" : "\(amount)个半日"
    case .openHours: "\(amount)个工作小时"
    case .months: "\(amount)个月"
    case .onTheSpot: "当场"
    }
  }
}

extension HandlingKind {
  var chinese: String {
    switch self {
    case .immediate: "即办件"
    case .committed: "承诺件"
    case .referredUpward: "上报件"
    case .joint: "联办件"
    }
  }
}

extension DeliveryMethod {
  var chinese: String {
    switch self {
    case .counter: "窗口领取"
    case .post: "邮寄送达"
    }
  }
}

extension DeclineGround {
  var chinese: String {
    switch self {
    case .noPermitNeeded: "申请事项依法不需要办理"
    case .notThisOrgan: "申请事项依法不属于本机关职权范围"
    case .conditionsNotMet: "申请事项不符合法定受理条件"
    case .other: "其他依法不予受理的情形"
    }
  }
}

extension Defect.Kind {
  var chinese: String {
    switch self {
    case .missing: "缺少"
    case .incorrect: "有误"
    case .expired: "过期"
    case .other: "其他"
    }
  }
}

extension MaterialReceived.Status {
  var chinese: String {
    switch self {
    case .received: "已收"
    case .electronic: "电子件"
    case .shared: "共享核验，免交"
    case .missing: "未交"
    case .defective: "需补正"
    case .deferred: "容缺后补"
    case .committed: "告知承诺"
    case .notNeeded: "不需要"
    }
  }
}

extension MaterialReceived {
  /// How many came and how it stands: 原件1份、复印件1份，已收.
  var chinese: String {
    let count = paperCount(originals: originals, copies: copies)
    return status == .received && !count.isEmpty ? count + "，" + status.chinese : status.chinese
  }

  /// An original that lies with the hall.
  var isReturned: Bool { originals > 0 && (status == .received || status == .defective) }
}

extension MaterialRequirement {
  /// How many of it are to be handed in.
  var count: String { paperCount(originals: originals, copies: copies) }
}

private func paperCount(originals: Int, copies: Int) -> String {
  var text = originals > 0 ? "原件" + String(originals) + "份" : ""
  if copies > 0 {
    if !text.isEmpty { text += "、" }
    text += "复印件" + String(copies) + "份"
  }
  return text
}

extension Recipient.Relation {
  var chinese: String {
    switch self {
    case .applicant: "申请人本人"
    case .legalRepresentative: "法定代表人（负责人）"
    case .agent: "委托代理人"
    }
  }
}

extension SpecialProcedureKind {
  var chinese: String {
    switch self {
    case .hearing: "听证"
    case .tender: "招标"
    case .auction: "拍卖"
    case .inspection: "检验"
    case .testing: "检测"
    case .quarantine: "检疫"
    case .appraisal: "鉴定"
    case .expertReview: "专家评审"
    case .onSiteInspection: "现场核查"
    case .publicNotice: "公示"
    case .consultation: "征求意见"
    }
  }
}
