package import Casework
import WorkCalendar

/// The stations of a case in short words; each stands where the one before it ended.
extension Scenario {
  package static let numbers = CaseNumbers(
    id: "YC202603020007", number: "1153990109990002464530131905000202603020007",
    queryCode: "246810", pickUpCode: "135790")

  /// Everything the sheet asks for, in hand.
  package var completeIntake: Intake {
    let isForPersons = sheet.audience == .persons
    return Intake(
      applicant: isForPersons ? .person : .restaurant,
      materials: sheet.materials.map { wanted in
        wanted.need == .optional
          ? MaterialReceived(number: wanted.number, status: .notNeeded)
          : MaterialReceived(
            number: wanted.number, status: .received, originals: wanted.originals,
            copies: wanted.copies, isCheckedAgainstOriginal: wanted.checksOriginal)
      },
      fields: sheet.fields.filter(\.isRequired).map {
        FieldValue(key: $0.key, value: "示范县城关镇人民路1号一层")
      })
  }

  package mutating func receive(
    _ change: (inout Intake) -> Void = { _ in }
  ) throws(Refusal) {
    var intake = completeIntake
    change(&intake)
    try act(.receive(Self.numbers, intake), as: .counterClerk)
  }

  /// Taken in as an older program might have done it, past every rule of today.
  package mutating func receivePastRules(_ change: (inout Intake) -> Void) throws(Refusal) {
    let occasion = occasion(of: .counterClerk)
    let command = CaseCommand.receive(Self.numbers, completeIntake)
    var events = try file.decide(command, occasion, under: rules)
    guard case .received(var received) = events[0] else { return }
    change(&received.intake)
    events[0] = .received(received)
    record(events, occasion.stamp)
  }

  /// Taken in complete and accepted.
  package mutating func accept(
    deferring: [Int] = [], underCommitment: Bool = false,
    _ change: (inout Intake) -> Void = { _ in }
  ) throws(Refusal) {
    try receive(change)
    try act(.accept(deferring: deferring, underCommitment: underCommitment), as: .counterClerk)
  }

  /// Every department of the step at work agrees.
  package mutating func agree() throws(Refusal) {
    guard let index = file.currentStep else { return }
    for department in file.awaited {
      try act(
        .recordOpinion(step: index, .agree, text: "符合要求", officers: ["石审", "宋审"]),
        as: Self.examiner(of: department))
    }
  }

  /// Accepted and examined up to the decision.
  package mutating func examine() throws(Refusal) {
    try accept()
    while file.step?.kind == .examination { try agree() }
  }

  package mutating func grant() throws(Refusal) {
    try act(.decide(.granted, text: "准予经营", basis: ""), as: .approver)
  }

  package mutating func refuse() throws(Refusal) {
    try act(.decide(.refused, text: "场所不符合要求", basis: "食品经营许可管理办法第十二条"), as: .approver)
  }

  /// Granted, its certificate lying at the release counter.
  package mutating func produce() throws(Refusal) {
    try examine()
    try grant()
    try act(.produceCertificate(number: "JY25399010000017"), as: .examiner)
  }

  package static func examiner(of department: DepartmentID) -> Clerk {
    switch department {
    case "XF": .fireExaminer
    case "ZR": .landExaminer
    default: .examiner
    }
  }

  package static let defects = [
    Defect(material: 2, kind: .missing, remark: "请提交布局图和操作流程"),
    Defect(material: 4, kind: .expired, remark: "身份证已过有效期，请提交有效证件"),
  ]

  /// What puts the defects right.
  package static let corrections = [
    MaterialReceived(number: 2, status: .received, originals: 1),
    MaterialReceived(
      number: 4, status: .received, originals: 1, copies: 1, isCheckedAgainstOriginal: true),
  ]

  /// Taken in with a notice of everything that is wrong.
  package mutating func requestCorrection(workingDays: Int = 10) throws(Refusal) {
    try receive()
    try act(.requestCorrection(Self.defects, workingDays: workingDays), as: .counterClerk)
  }

  /// The events by name, to compare at a glance.
  package static func names(_ events: [CaseEvent]) -> [String] { events.map(\.shortName) }

  package func facts(
    _ kind: DocumentKind, number: String, by clerk: Clerk, columns: Int = 80, isDemo: Bool = false
  ) -> DocumentFacts {
    DocumentFacts(
      kind: kind, number: number, file: file,
      published: PublishedFacts(
        sheet: sheet, department: .market, departments: [.market, .fire, .land], hall: .model),
      clerk: clerk, counterName: "1号综合窗口",
      at: occasion(of: clerk).at, isDemo: isDemo, columns: columns)
  }
}

extension CaseEvent {
  /// The case without what it carries.
  package var shortName: String {
    String("\(self)".prefix { $0 != "(" })
  }
}
