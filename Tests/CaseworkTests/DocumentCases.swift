import Casework
import TestSupport

/// A case for each document, and what the document has to hold.
enum Cases {
  static func of(_ kind: DocumentKind, from start: Scenario = Scenario()) throws -> Scenario {
    var scenario = start
    switch kind {
    case .receipt:
      try scenario.receive {
        $0.agent = .helper
        $0.materials[1].status = .missing
        ($0.materials[1].originals, $0.materials[2].status) = (0, .shared)
      }
    case .acceptanceNotice, .deferredMaterialUndertaking, .notifiedCommitment, .counterHandover:
      try scenario.accept(deferring: [5], underCommitment: true) {
        $0.materials[4] = MaterialReceived(number: 5, status: .deferred)
        $0.materials[5] = MaterialReceived(number: 6, status: .committed)
      }
      scenario.issue(.acceptanceNotice, number: "市监受〔2026〕11号")
    case .correctionNotice, .correctionReceipt:
      try scenario.receive()
      try scenario.act(
        .requestCorrection(Scenario.defects, workingDays: 10), as: .counterClerk)
      if kind == .correctionReceipt {
        scenario.issue(.correctionNotice, number: "市监补〔2026〕3号")
        try scenario.act(
          .supplyMaterials(Scenario.corrections), as: .counterClerk)
      }
    case .declineDecision:
      try scenario.receive()
      try scenario.act(
        .decline(
          .notThisOrgan, reason: "经营场所不在本县辖区内", basis: "食品经营许可管理办法第六条",
          competentOrgan: "邻县市场监督管理局"), as: .counterClerk)
    case .specialProcedureNotice:
      try stopped(&scenario)
    case .extensionNotice:
      try scenario.accept()
      scenario.issue(.acceptanceNotice, number: "市监受〔2026〕11号")
      try scenario.act(.extend(workingDays: 5, reason: "需要核实场所产权"), as: .approver)
    case .suspensionNotice:
      try scenario.accept()
      scenario.today = on(2026, 3, 9)
      try scenario.act(.suspend(cause: "等待人民法院对场所权属的判决"), as: .approver)
    case .hearingNotice:
      scenario.sheet.specialProcedures.append(
        .init(kind: .hearing, name: Words("听证", "Hearing"), basis: "行政许可法第四十六条"))
      try scenario.accept()
      scenario.issue(.acceptanceNotice, number: "市监受〔2026〕11号")
      try scenario.act(
        .startSpecialProcedure(.hearing, plannedEnd: on(2026, 4, 8), reason: "涉及公共利益"),
        as: .examiner)
    case .feeNotice:
      scenario.sheet.fee = Fee(
        isCharged: true, summary: Words("证照工本费（国家发展改革委文件）", "A fee"), amountInFen: 1_205)
      try scenario.accept()
      try scenario.act(.fee(.demand(fen: 1_000, reduction: "低保对象减免")), as: .counterClerk)
    case .postalConfirmation:
      try released(&scenario, kind)
      try scenario.act(ReleaseTests.post, as: .release)
    case .jointOpinionSummary:
      scenario.sheet = joint(like: start.sheet)
      try scenario.accept()
      let step = scenario.file.currentStep ?? 0
      for department in scenario.file.awaited {
        let isFire = department == "XF"
        try scenario.act(
          .recordOpinion(
            step: step, isFire ? .agreeWithConditions : .agree, text: isFire ? "补设灭火器" : "符合规划",
            officers: ["石审", "宋审"]),
          as: Scenario.examiner(of: department))
      }
    case .satisfactionReceipt:
      try scenario.examine()
      try scenario.grant()
      try scenario.act(.rate(.give(.satisfied, detail: "很快", .evaluator)), as: .counterClerk)
    case .followUpOrder:
      try scenario.examine()
      try scenario.grant()
      try scenario.act(
        .rate(.give(.dissatisfied, detail: "等了一上午", .evaluator)), as: .counterClerk)
    case .grantDecision, .certificateHandover, .serviceRecord:
      try released(&scenario, kind)
    case .refusalDecision:
      try scenario.examine()
      try scenario.refuse()
    case .terminationNotice:
      try scenario.accept()
      try scenario.act(.terminate(cause: "申请人已经注销"), as: .approver)
    }
    return scenario
  }

  /// An item with a step of several departments, otherwise the same.
  private static func joint(like sheet: ImplementationSheet) -> ImplementationSheet {
    var joint = ImplementationSheet.jointApproval
    (joint.kind, joint.basis) = (sheet.kind, sheet.basis)
    return joint
  }

  private static func stopped(_ scenario: inout Scenario) throws {
    try scenario.accept()
    scenario.issue(.acceptanceNotice, number: "市监受〔2026〕11号")
    try scenario.act(
      .startSpecialProcedure(
        .expertReview, plannedEnd: on(2026, 4, 8), reason: "新型加工工艺需要专家评审"), as: .examiner)
  }

  private static func released(_ scenario: inout Scenario, _ kind: DocumentKind) throws {
    try scenario.produce()
    guard kind != .grantDecision else { return }
    scenario.issue(.grantDecision, number: "市监准〔2026〕9号")
    guard kind == .serviceRecord else { return }
    try scenario.act(.handOver(.legalRepresentative, witness: "楚见证"), as: .release)
  }

  /// The list of documents of the hall: what each must contain.
  static let contents: [(DocumentKind, [String])] = [
    (
      .receipt,
      [
        "申请材料接收凭证", "*YC202603020007*", "云岭小馆", "代理人：张代办", "食品经营许可新办", "申请书（原件1份",
        "2026年3月2日9时", "收件人：陈柜", "1号综合窗口", "5个工作日内", "2026年3月9日前", "查询码：246810",
        "不表示已经受理", "一式两联",
      ]
    ),
    (
      .acceptanceNotice,
      [
        "受理通知书", "市监〔2026〕12号", "云岭小馆", "食品经营许可新办", "受理日期：2026年3月2日",
        "先予受理", "法定办结时限：15个工作日", "承诺办结时限：10个工作日", "应办结日期：2026年3月16日",
        "专家评审", "咨询电话：0800-6000001", "领取方式：窗口领取", "查询码：246810", "专用章", "签收",
        "食品安全管理人员健康证明", "容缺受理", "告知承诺",
      ]
    ),
    (
      .correctionNotice,
      [
        "一次性告知书", "市监〔2026〕12号", "2026年3月2日收到", "主要设备设施布局", "问题：缺少", "请提交布局图和操作流程",
        "应交份数：原件1份、复印件1份", "2026年3月16日前", "视为撤回申请", "第三十二条第一款第（四）项", "联系电话", "监督电话",
        "签收",
      ]
    ),
    (.correctionReceipt, ["（市监补〔2026〕3号）", "主要设备设施布局", "原件1份", "2026年3月9日前"]),
    (
      .declineDecision,
      [
        "不予受理决定书", "不属于本机关职权范围", "经营场所不在本县辖区内", "食品经营许可管理办法第六条", "邻县市场监督管理局",
        "60日内向示范县人民政府申请行政复议", "6个月内依法向示范县人民法院提起行政诉讼", "专用章", "签收",
      ]
    ),
    (
      .deferredMaterialUndertaking,
      ["容缺受理承诺书", "食品安全管理人员健康证明", "2026年3月13日前", "退办", "申请人（代理人）签字"]
    ),
    (
      .notifiedCommitment,
      ["告知承诺书", "食品安全法", "应当具备的条件", "食品安全自查制度", "法律责任", "4. 愿意承担", "签字或者盖章", "专用章"]
    ),
    (
      .specialProcedureNotice,
      [
        "种类：专家评审", "评审办法第五条", "第四十五条", "自2026年3月2日起，预计至2026年4月8日止", "不计入办理时限",
        "预计办结日期：2026年4月22日",
      ]
    ),
    (
      .extensionNotice,
      [
        "原办结日期：2026年3月16日", "延长办理期限5个工作日", "需要核实场所产权", "批准人：尚批", "第四十二条",
        "延长后的办结日期：2026年3月23日",
      ]
    ),
    (.suspensionNotice, ["中止办理通知书", "2026年3月9日起中止", "等待人民法院", "不计入办理期限"]),
    (
      .grantDecision,
      [
        "准予行政许可决定书", "市监〔2026〕12号", "91532301MA6K00014Y", "食品经营许可新办", "食品安全法", "准予经营",
        "示范县城关镇人民路1号一层", "5年", "JY25399010000017", "2026年3月2日", "专用章",
      ]
    ),
    (
      .refusalDecision,
      [
        "不予行政许可决定书", "场所不符合要求", "食品经营许可管理办法第十二条", "60日内向示范县人民政府申请行政复议",
        "6个月内依法向示范县人民法院提起行政诉讼",
      ]
    ),
    (.terminationNotice, ["终止办理通知书", "申请人已经注销", "退还材料清单", "申请书"]),
    (
      .serviceRecord,
      [
        "送达回证", "受送达人：示范县云岭小馆", "准予行政许可决定书 市监准〔2026〕9号 1件", "JY25399010000017", "直接送达",
        "送达地点：示范县政务服务大厅", "2026年3月2日", "签收人：李明示", "法定代表人（负责人）", "送达人（签字）：1. 陈柜  2.",
        "见证人（签字）：楚见证", "拒收事由",
      ]
    ),
    (
      .counterHandover,
      ["综合窗口受理交接单", "*YC202603020007*", "申请书", "移交人：陈柜", "接收人", "移交时间：2026年3月2日", "执法科"]
    ),
    (
      .hearingNotice,
      [
        "听证告知书", "要求听证的权利", "5日内", "20日内组织听证", "7日前", "时间、地点", "涉及公共利益", "2026年4月8日",
        "不承担组织听证的费用", "听证笔录", "第四十八条", "签收", "专用章",
      ]
    ),
    (
      .feeNotice,
      [
        "缴费通知单", "收费项目：食品经营许可新办", "收费依据：证照工本费", "收费标准：12.05元", "应缴金额：10.00元", "减免理由：低保对象减免",
        "缴款码：202603020007246810", "缴费期限：2026年", "监督电话",
      ]
    ),
    (
      .postalConfirmation,
      [
        "寄件单位：示范县政务服务大厅", "收件人：示范县云岭小馆", "手机：138****1234", "收件地址：城关镇1号", "邮编：",
        "准予行政许可决定书", "1件", "运单号：EX001", "寄付", "到付", "交寄日期：2026年3月2日", "签字确认地址",
      ]
    ),
    (
      .jointOpinionSummary,
      ["联审意见汇总表", "消防救援大队（协办）", "意见：附条件同意", "说明：补设灭火器", "意见：同意", "日期：2026年3月2日", "汇总结论"]
    ),
    (.satisfactionReceipt, ["服务评价回执", "评价等级：满意", "窗口评价器", "2026年3月2日", "*YC202603020007*"]),
    (
      .followUpOrder,
      [
        "差评整改单", "评价等级：不满意", "等了一上午", "回访期限：2026年3月3日前", "整改期限：2026年3月9日前", "回访情况", "整改措施",
        "负责人签字",
      ]
    ),
    (.certificateHandover, ["办结证件交接单", "*YC202603020007*", "JY25399010000017", "移交人", "接收人"]),
  ]
}
