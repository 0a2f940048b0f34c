package import Casework
import WorkCalendar

/// The items the tests are about, each with the rules its name promises.
extension ImplementationSheet {
  /// 15 working days, 10 promised; a check on site by two, a review, a decision, a certificate.
  package static let foodLicence = ImplementationSheet.made(
    "SJ05", Words("食品经营许可新办", "Food business licence"), kind: .licence,
    limits: (.workingDays(15), .workingDays(10)),
    materials: [
      .made(1, "《食品经营许可证》申请书"),
      .made(2, "主要设备设施布局、操作流程等文件", medium: .paper),
      .made(3, "营业执照", originals: 0, copies: 1, share: .sharedData),
      .made(4, "法定代表人身份证明", copies: 1, checksOriginal: true),
      .made(5, "食品安全管理人员健康证明", originals: 0, copies: 1, need: .deferrable),
      .made(6, "食品安全自查制度", share: .commitment),
      .made(7, "授权委托书", need: .optional),
    ],
    fields: [
      .init(
        key: "premises", label: Words("经营场所", "Premises"), kind: .text, isRequired: true,
        maximumLength: 60),
      .init(
        key: "form", label: Words("主体业态", "Form of business"), kind: .choice,
        isRequired: false,
        choices: [Words("餐饮服务经营者", "Catering"), Words("食品销售经营者", "Sales")],
        maximumLength: 20),
      .init(
        key: "opening", label: Words("拟开业日期", "Opening"), kind: .date, isRequired: false,
        maximumLength: 10),
    ],
    route: [
      .made("现场核查", .workingDays(5), [.lead("SJ", "执法科")], officers: 2),
      .made("审查", .workingDays(3), [.lead("SJ", "审批科")]),
      .decision("SJ"), .certificate("SJ"),
    ])

  /// Granted at the counter.
  package static let businessRecord = ImplementationSheet.made(
    "SJ20", Words("小餐饮登记", "Small caterer's registration"), kind: .licence,
    handling: .immediate, limits: (.workingDays(5), .onTheSpot),
    materials: [.made(1, "登记申请书")], route: [.decision("SJ"), .certificate("SJ")])

  /// Three departments side by side, 45 working days.
  package static let jointApproval = ImplementationSheet.made(
    "SJ30", Words("建设项目联合审批", "Joint approval"), kind: .licence, handling: .joint,
    limits: (.workingDays(45), .workingDays(40)),
    materials: [.made(1, "联合审批申请表")],
    route: [
      .made(
        "联合审查", .workingDays(20),
        [.lead("SJ", "审批科"), .consulted("XF", .workingDays(10)), .consulted("ZR", nil)]),
      .decision("SJ"),
    ])

  /// A month to think it over before anybody decides; not a licence, for persons only.
  package static let coolingOff = ImplementationSheet.made(
    "SJ40", Words("自愿解除登记", "Registration with a cooling-off period"), kind: .confirmation,
    limits: (.workingDays(20), .workingDays(10)),
    materials: [.made(1, "申请书")], audience: .persons,
    route: [
      .made(
        "冷静期", .init(amount: 30, unit: .calendarDays), [.lead("SJ", "登记处")],
        kind: .waitingPeriod, counts: false),
      .decision("SJ"),
    ])

  /// The county examines, the city answers, the county decides as it says.
  package static let referral = ImplementationSheet.made(
    "SJ50", Words("大型活动许可(市级)", "Large event permit"), kind: .licence,
    handling: .referredUpward, limits: (.workingDays(20), .workingDays(20)),
    materials: [.made(1, "活动方案")],
    route: [
      .made("初审", .workingDays(5), [.lead("SJ", "审批科")]),
      .made("报市级审批", .workingDays(10), [.lead("SJ", "审批科")], kind: .referral),
      .decision("SJ"),
    ])
}

extension ItemKind {
  package static let licence = ItemKind(code: "01", name: Words("行政许可", "Licence"))
  package static let confirmation = ItemKind(code: "07", name: Words("行政确认", "Confirmation"))
}

extension ImplementationSheet {
  fileprivate static func made(
    _ id: ItemID, _ name: Words, kind: ItemKind, handling: HandlingKind = .committed,
    limits: (TimeLimit, TimeLimit), materials: [MaterialRequirement],
    fields: [FieldRequirement] = [], audience: Audience = .both, route: [RouteStep]
  ) -> ImplementationSheet {
    ImplementationSheet(
      id: id, version: 1, name: name, initials: "", department: "SJ", kind: kind,
      handling: handling,
      codes: ItemCodes(
        basic: "530131905000", implementation: "1153990109990002464530131905000",
        handling: "115399010999000246453013190500001"),
      statutoryLimit: limits.0, committedLimit: limits.1,
      conditions: [Words("具有与经营的品种、数量相适应的场所", "Suitable premises")],
      materials: materials, fields: fields,
      fee: Fee(isCharged: false, summary: Words("不收费", "Free")),
      result: ResultKind(
        name: Words(name.zh + "证", name.en), form: .certificate,
        validity: Words("5年", "5 years")),
      deliveryMethods: DeliveryMethod.allCases, route: route,
      specialProcedures: [
        .init(kind: .inspection, name: Words("检验", "Inspection"), basis: "检验管理办法第三条"),
        .init(kind: .expertReview, name: Words("专家评审", "Expert review"), basis: "评审办法第五条"),
      ],
      allowsNotifiedCommitment: true, allowsExaminationCorrection: true, hasQuota: false,
      allowsTownshipIntake: false, audience: audience, scope: Words("全县", "County"),
      onSiteVisits: 1, basis: "《中华人民共和国食品安全法》第三十五条", source: "tests", note: "")
  }
}

extension MaterialRequirement {
  fileprivate static func made(
    _ number: Int, _ name: String, originals: Int = 1, copies: Int = 0,
    medium: Medium = .paperOrElectronic, need: Need = .required, share: Share = .none,
    checksOriginal: Bool = false
  ) -> MaterialRequirement {
    MaterialRequirement(
      number: number, name: Words(name, "Material \(number)"), originals: originals,
      copies: copies, medium: medium, source: .applicant, need: need, share: share,
      checksOriginal: checksOriginal)
  }
}

extension RouteStep {
  fileprivate static func made(
    _ name: String, _ limit: TimeLimit, _ parties: [RouteParty], kind: Kind = .examination,
    counts: Bool = true, officers: Int? = nil
  ) -> RouteStep {
    RouteStep(
      name: Words(name, name), kind: kind, parties: parties, limit: limit,
      countsTowardLimit: counts, officers: officers)
  }

  fileprivate static func decision(_ department: DepartmentID) -> RouteStep {
    .made(
      "决定", .workingDays(1), [.lead(department, "分管领导", role: .approver)], kind: .decision)
  }

  fileprivate static func certificate(_ department: DepartmentID) -> RouteStep {
    .made("制证", .workingDays(1), [.lead(department, "审批科")], kind: .certificate)
  }
}

extension RouteParty {
  fileprivate static func lead(
    _ department: DepartmentID, _ office: String, role: ClerkRole = .examiner
  ) -> RouteParty {
    RouteParty(department: department, part: .lead, office: Words(office, office), role: role)
  }

  fileprivate static func consulted(_ department: DepartmentID, _ limit: TimeLimit?) -> RouteParty {
    RouteParty(
      department: department, part: .consulted, office: Words("审批科", "Approval office"),
      role: .examiner, limit: limit)
  }
}
