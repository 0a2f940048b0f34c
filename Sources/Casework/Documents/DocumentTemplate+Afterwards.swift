import WorkCalendar

/// What documents say of opinions, fees, ratings and follow-up orders.
extension CaseFile {
  /// Whether several departments had a say in a step and all of them have spoken.
  func hasJointOpinion(onStep index: Int) -> Bool {
    guard route.indices.contains(index), steps.indices.contains(index) else { return false }
    return route[index].parties.count > 1
      && steps[index].opinions.count == route[index].parties.count
  }

  /// The last step several departments have had a say in.
  fileprivate var jointStep: Int? { route.indices.last { hasJointOpinion(onStep: $0) } }
}

extension DocumentFacts {
  /// The order that is just being given or taken up by the second level; nil for any other document.
  var followUp: SupervisionRecord.FollowUp? {
    file.supervision.orders.last { order in
      order.orderedBy == file.lastStamp || order.escalated?.by == file.lastStamp
    }
  }

  var jointStepName: String { file.jointStep.map { file.route[$0].name.zh } ?? "" }

  var jointOpinions: [[String]] {
    guard let index = file.jointStep else { return [] }
    return file.route[index].parties.compactMap { party in
      guard let opinion = file.steps[index].opinion(of: party.department) else { return nil }
      return [
        name(of: party.department), party.part.chinese, opinion.verdict.chinese, opinion.text,
        opinion.officers.joined(separator: "、"), opinion.on.chinese,
      ]
    }
  }

  /// What the opinions of a step come to, taken together.
  var jointConclusion: String {
    guard let index = file.jointStep else { return "" }
    let opinions = file.steps[index].opinions
    let against = opinions.filter { $0.verdict == .disagree }
    if !against.isEmpty {
      return against.map { name(of: $0.department) }.joined(separator: "、") + "不同意"
    }
    let conditional = opinions.filter { $0.verdict != .agree }
    if conditional.isEmpty { return "各部门同意" }
    return "各部门同意，其中" + conditional.map { name(of: $0.department) }.joined(separator: "、")
      + "附有条件"
  }

  func name(of department: DepartmentID) -> String {
    departments.first { $0.id == department }?.name.zh ?? department.rawValue
  }

  /// Whom a follow-up order is for.
  var followUpAddressee: String {
    guard let order = followUp else { return "" }
    return order.department.map(name) ?? hall.name.zh + "综合窗口"
  }

  /// By which a payment is known at the till: the digits of the case and of its query code.
  var paymentCode: String { file.id.rawValue.filter(\.isNumber) + file.queryCode }
}

/// An amount of fen in yuan: 12.00元.
func yuan(_ fen: Int?) -> String {
  guard let fen else { return "" }
  let cents = fen % 100
  return "\(fen / 100).\(cents < 10 ? "0" : "")\(cents)元"
}

extension RouteParty.Part {
  var chinese: String {
    switch self {
    case .lead: "牵头"
    case .consulted: "协办"
    }
  }
}

extension OpinionVerdict {
  var chinese: String {
    switch self {
    case .agree: "同意"
    case .agreeWithConditions: "附条件同意"
    case .disagree: "不同意"
    }
  }
}

extension RatingGrade {
  var chinese: String {
    switch self {
    case .verySatisfied: "非常满意"
    case .satisfied: "满意"
    case .fairlySatisfied: "基本满意"
    case .dissatisfied: "不满意"
    case .veryDissatisfied: "非常不满意"
    }
  }
}

extension RatingChannel {
  var chinese: String {
    switch self {
    case .evaluator: "窗口评价器"
    case .code: "二维码"
    case .online: "网上"
    case .message: "短信"
    case .hotline: "12345热线"
    case .box: "意见箱"
    }
  }
}

extension SupervisionRuleCode {
  var chinese: String {
    let name =
      switch self {
      case .overdue: "办件超期"
      case .noticeMissed: "收件后未按期告知"
      case .stepOverdue: "环节超时"
      case .repeatedCorrection: "多次补正告知"
      case .specialProcedureOverrun: "特别程序超过告知时间"
      case .wrongfulExtension: "违规延期"
      case .reasonsMissing: "未说明理由或者未告知救济途径"
      case .serviceOverdue: "决定后未按期送达"
      case .wrongfulFee: "违规收费"
      case .keyDataMissing: "关键数据未报送"
      case .falsification: "弄虚作假"
      case .enteredAfterwards: "事后登记"
      case .badRatingUnanswered: "差评未回访或者未整改"
      case .promiseUnchecked: "承诺未按期核查或者容缺未补"
      case .outOfTurn: "未按受理先后顺序办理"
      case .resultUncollected: "逾期未领取"
      }
    return "\(rawValue) \(name)"
  }
}
