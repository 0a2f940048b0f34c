import WorkCalendar

/// What a template may ask for, under an English and a Chinese name.
package struct TemplateField: Sendable {
  package let name: String
  package let chineseName: String
  package let value: @Sendable (DocumentFacts) -> String

  private init(
    _ name: String, _ chineseName: String, _ value: @escaping @Sendable (DocumentFacts) -> String
  ) {
    self.name = name
    self.chineseName = chineseName
    self.value = value
  }

  package static func named(_ name: String) -> TemplateField? { byName[name] }

  private static let byName: [String: TemplateField] = {
    var fields: [String: TemplateField] = [:]
    for field in known {
      fields[field.name] = field
      fields[field.chineseName] = field
    }
    return fields
  }()

  /// Every field, in the order of a case's life.
  package static let known: [TemplateField] =
    document + office + item + applicant + intake + acceptance + clock + decision + ending
    + afterwards
}

extension TemplateField {
  private static let document: [TemplateField] = [
    .init("documentTitle", "文书名称") { $0.kind.title($0) },
    .init("documentNumber", "文号") { $0.number },
    .init("issuedOn", "出具日期") { $0.at.date.chinese },
    .init("issuedAt", "出具时间") { $0.at.chinese },
    .init("caseNumber", "办件编号") { $0.file.number },
    .init("shortNumber", "流水号") { $0.file.id.rawValue },
    // Code 39 starts and ends with an asterisk.
    .init("barcode", "条码") { "*" + $0.file.id.rawValue + "*" },
    .init("queryCode", "查询码") { $0.file.queryCode },
    .init("pickUpCode", "取件码") { $0.file.pickUpCode },
  ]

  private static let office: [TemplateField] = [
    .init("department", "实施机关") { $0.department.name.zh },
    .init("departmentPhone", "机关电话") { $0.department.phone },
    .init("reviewOrgan", "复议机关") { $0.department.reviewOrgan.zh },
    .init("court", "管辖法院") { $0.department.court.zh },
    .init("hall", "大厅名称") { $0.hall.name.zh },
    .init("hallAddress", "大厅地址") { $0.hall.address.zh },
    .init("hallPhone", "大厅电话") { $0.hall.phone },
    .init("complaintPhone", "监督电话") { $0.hall.complaintPhone },
    .init("counter", "窗口") { $0.counterName },
    .init("clerk", "经办人") { $0.clerk.name.zh },
  ]

  private static let item: [TemplateField] = [
    .init("item", "事项名称") { $0.sheet.name.zh },
    .init("itemCode", "实施编码") { $0.sheet.codes.implementation },
    .init("actName", "事项类型") { $0.sheet.kind.name.zh },
    .init("isLicence", "属于行政许可") { mark($0.sheet.kind.isLicence) },
    .init("handling", "办件类型") { $0.sheet.handling.chinese },
    .init("basis", "设定依据") { $0.sheet.basis },
    .init("fee", "收费情况") { $0.sheet.fee.summary.zh },
    .init("result", "审批结果") { $0.sheet.result.name.zh },
  ]

  private static let applicant: [TemplateField] = [
    .init("applicant", "申请人") { $0.file.intake?.applicant.name ?? "" },
    .init("isOrganisation", "申请人是单位") {
      mark($0.file.intake?.applicant.kind == .organisation)
    },
    .init("applicantPaper", "申请人证件") { paper($0.file.intake?.applicant.identity) },
    .init("applicantNumber", "申请人证件号码") {
      $0.file.intake?.applicant.identity.number ?? ""
    },
    .init("applicantPhone", "申请人电话") { $0.file.intake?.applicant.phone ?? "" },
    .init("applicantMaskedPhone", "申请人脱敏电话") {
      maskedPhone($0.file.intake?.applicant.phone ?? "")
    },
    .init("applicantAddress", "申请人地址") { $0.file.intake?.applicant.address ?? "" },
    .init("legalRepresentative", "法定代表人") {
      $0.file.intake?.applicant.legalRepresentative ?? ""
    },
    .init("agent", "代理人") { $0.file.intake?.agent?.name ?? "" },
    .init("agentPaper", "代理人证件") { paper($0.file.intake?.agent?.identity) },
    .init("agentNumber", "代理人证件号码") { $0.file.intake?.agent?.identity.number ?? "" },
    .init("agentPhone", "代理人电话") { $0.file.intake?.agent?.phone ?? "" },
  ]

  private static let intake: [TemplateField] = [
    .init("receivedOn", "收件日期") { day($0.file.receivedOn) },
    .init("receivedAt", "收件时间") { $0.file.receivedAt?.chinese ?? "" },
    .init("noticeDue", "告知期限") { day($0.file.noticeDue) },
    .init("delivery", "领取方式") { $0.file.intake?.delivery.method.chinese ?? "" },
    .init("deliveryAddress", "邮寄地址") { $0.file.intake?.delivery.address ?? "" },
    .init("correctBy", "补正期限") { day($0.file.correctBy) },
    .init("correctionNumber", "补正文号") { $0.numberOfLast(.correctionNotice) },
    .init("isAfterAcceptance", "受理后补正") { mark($0.file.acceptance != nil) },
    .init("isDeferredSupply", "容缺补交") {
      let supplied = $0.file.suppliedMaterials.map(\.number)
      return mark($0.file.acceptance?.deferred.contains(where: supplied.contains) ?? false)
    },
    .init("declineGround", "不予受理情形") { $0.file.declined?.ground.chinese ?? "" },
    .init("declineReason", "不予受理理由") { $0.file.declined?.reason ?? "" },
    .init("declineBasis", "不予受理依据") { $0.file.declined?.basis ?? "" },
    .init("competentOrgan", "有权机关") { $0.file.declined?.competentOrgan ?? "" },
  ]

  private static let acceptance: [TemplateField] = [
    .init("acceptedOn", "受理日期") { day($0.file.acceptance?.acceptedOn) },
    .init("acceptanceNumber", "受理文号") { $0.numberOfLast(.acceptanceNotice) },
    .init("isDeemedAccepted", "视为受理") {
      mark($0.kind == .acceptanceNotice && $0.file.isDeemedAccepted)
    },
    .init("statutoryLimit", "法定时限") { $0.file.acceptance?.statutoryLimit.chinese ?? "" },
    .init("committedLimit", "承诺时限") { $0.file.acceptance?.committedLimit.chinese ?? "" },
    .init("dueOn", "应办结日期") { day($0.file.committedDue) },
    .init("statutoryDue", "法定届满日期") { day($0.file.statutoryDue) },
    .init("deferredDue", "容缺补交期限") { day($0.file.acceptance?.deferredDue) },
    .init("isUnderCommitment", "适用告知承诺") { mark($0.file.isUnderCommitment) },
  ]

  private static let clock: [TemplateField] = [
    .init("procedure", "特别程序") { facts in
      let kind = facts.file.specialProcedure?.kind
      return facts.sheet.specialProcedures.first { $0.kind == kind }?.name.zh
        ?? kind?.chinese ?? ""
    },
    .init("procedureBasis", "特别程序依据") { $0.file.specialProcedure?.basis ?? "" },
    .init("procedureReason", "特别程序理由") { $0.file.specialProcedure?.reason ?? "" },
    .init("procedureFrom", "特别程序开始日期") { day($0.file.specialProcedure?.startedOn) },
    .init("procedureTo", "特别程序预计结束日期") { day($0.file.specialProcedure?.plannedEnd) },
    .init("estimatedDue", "预计办结日期") { day($0.file.specialProcedure?.estimatedDue) },
    .init("extensionDays", "延长天数") { $0.file.extended.map { "\($0.workingDays)" } ?? "" },
    .init("extensionReason", "延长理由") { $0.file.extended?.reason ?? "" },
    .init("extensionApprover", "延长批准人") { $0.file.extended?.approvedBy ?? "" },
    .init("previousDue", "原办结日期") { day($0.file.extended?.previousDue) },
    .init("suspensionCause", "中止原因") { $0.file.lastSuspension?.reason ?? "" },
    .init("suspendedOn", "中止日期") { day($0.file.lastSuspension?.from) },
    .init("resumedOn", "恢复日期") { day($0.file.lastSuspension?.to) },
  ]

  private static let decision: [TemplateField] = [
    .init("decidedOn", "决定日期") { day($0.file.decision?.decidedOn) },
    .init("decisionNumber", "决定文号") { facts in
      let granted = facts.numberOfLast(.grantDecision)
      return granted.isEmpty ? facts.numberOfLast(.refusalDecision) : granted
    },
    .init("decisionText", "决定内容") { $0.file.decision?.text ?? "" },
    .init("decisionBasis", "决定依据") { $0.file.decision?.basis ?? "" },
    .init("isOnTheSpot", "当场决定") { mark($0.file.decision?.isOnTheSpot ?? false) },
    .init("serveBy", "送达期限") { day($0.file.decision?.serveBy) },
    .init("higherOrgan", "上级机关") { $0.file.referral?.organ ?? "" },
    .init("higherNumber", "上级文号") { $0.file.referralAnswer?.documentNumber ?? "" },
    .init("certificate", "证照名称") { $0.file.certificate?.name ?? "" },
    .init("certificateNumber", "证照编号") { $0.file.certificate?.number ?? "" },
    .init("certificateValidity", "证照有效期") { $0.file.certificate?.validity ?? "" },
  ]

  private static let ending: [TemplateField] = [
    .init("recipient", "签收人") { $0.file.recipientName },
    .init("recipientRelation", "与申请人关系") {
      $0.file.handedOver?.recipient.relation.chinese ?? ""
    },
    .init("recipientPaper", "签收人证件") { paper($0.file.handedOver?.recipient.identity) },
    .init("recipientNumber", "签收人证件号码") {
      $0.file.handedOver?.recipient.identity.number ?? ""
    },
    .init("serviceWay", "送达方式") { $0.file.posted == nil ? "直接送达" : "邮寄送达" },
    .init("servicePlace", "送达地点") { $0.file.posted?.address ?? $0.hall.name.zh },
    .init("servedOn", "送达日期") {
      day($0.file.handedOver?.handedOverOn ?? $0.file.delivered?.deliveredOn)
    },
    .init("witness", "见证人") { $0.file.handedOver?.witness ?? "" },
    .init("carrier", "承运单位") { $0.file.posted?.carrier ?? "" },
    .init("waybill", "运单号") { $0.file.posted?.waybill ?? "" },
    .init("postedOn", "交寄日期") { day($0.file.posted?.postedOn) },
    .init("withdrawalReason", "撤回原因") { $0.file.withdrawalReason ?? "" },
    .init("isLapsed", "逾期未补正") { mark($0.file.isLapsed) },
    .init("terminationCause", "终止原因") { $0.file.terminationCause ?? "" },
  ]

  private static let afterwards: [TemplateField] = [
    .init("jointStep", "联审环节") { $0.jointStepName },
    .init("jointConclusion", "汇总结论") { $0.jointConclusion },
    .init("feeStandard", "收费标准") { yuan($0.sheet.fee.amountInFen) },
    .init("feeAmount", "缴费金额") { yuan($0.file.fees.demanded?.fen) },
    .init("feeReduction", "减免理由") { $0.file.fees.demanded?.reduction ?? "" },
    .init("payBy", "缴费期限") { day($0.file.fees.demanded?.payBy) },
    .init("paymentCode", "缴款码") { $0.paymentCode },
    .init("ratingGrade", "评价等级") { $0.file.rating?.given.grade.chinese ?? "" },
    .init("ratingDetail", "评价内容") { $0.file.rating?.given.detail ?? "" },
    .init("ratingChannel", "评价渠道") { $0.file.rating?.given.channel.chinese ?? "" },
    .init("ratedOn", "评价日期") { day($0.file.rating?.given.givenOn) },
    .init("isBadRating", "差评") { mark($0.file.rating?.given.grade.isBad ?? false) },
    .init("callBackBy", "回访期限") { day($0.file.rating?.given.callBackBy) },
    .init("rectifyBy", "整改期限") { day($0.file.rating?.given.rectifyBy) },
    .init("followUpAddressee", "督办对象") { $0.followUpAddressee },
    .init("followUpNumber", "督办序号") { $0.followUp.map { "\($0.order)" } ?? "" },
    .init("followUpTier", "督办级别") { $0.followUp.map { $0.tier == 1 ? "一级督办" : "二级督办" } ?? "" },
    .init("followUpRule", "督办规则") { $0.followUp?.card.rule.chinese ?? "" },
    .init("followUpText", "督办要求") { $0.followUp?.text ?? "" },
    .init("followUpEscalation", "升级说明") { $0.followUp?.escalated?.text ?? "" },
    .init("followUpReplyBy", "督办回复期限") { day($0.followUp?.replyBy) },
  ]

  private static func mark(_ holds: Bool) -> String { holds ? "是" : "" }
  private static func day(_ date: LocalDate?) -> String { date?.chinese ?? "" }
  private static func day(_ due: DueDate?) -> String { due?.chinese ?? "" }
  private static func paper(_ identity: Identity?) -> String { identity?.kind.label.zh ?? "" }
}
