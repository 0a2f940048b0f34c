import Casework
import TestSupport
import WorkCalendar

private let accept = CaseCommand.accept(deferring: [], underCommitment: false)
private let grant = CaseCommand.decide(.granted, text: "", basis: "")
private let afternoon = Moment(date: on(2026, 3, 2), hour: 15, minute: 0)

@Sendable private func accepted(_ scenario: inout Scenario) throws { try scenario.accept() }
@Sendable private func receivedTheDayBefore(_ scenario: inout Scenario) throws {
  try scenario.receive()
  scenario.today = on(2026, 3, 3)
}

private func pay(_ fen: Int) -> CaseCommand { .fee(.demand(fen: fen, reduction: "")) }
private func check(_ isFulfilled: Bool) -> CaseCommand {
  .checkCommitment(isFulfilled: isFulfilled, text: "材料不符", officers: ["石审", "宋审"])
}

extension Provocation {
  static let lateEntries: [Provocation] = [
    .init(
      .lateEntryNotEarlier(Moment(date: on(2026, 3, 2), hour: 9, minute: 1)), .counterClerk, accept,
      late: .noted(at: Moment(date: on(2026, 3, 2), hour: 9, minute: 1))
    ) { try $0.receive() },
    .init(
      .lateEntryBeforeLastAct(Moment(date: on(2026, 3, 2), hour: 9, minute: 0)), .counterClerk,
      accept, late: .noted(at: Moment(date: on(2026, 3, 2), hour: 8, minute: 59)),
      receivedTheDayBefore),
    .init(
      .witnessIsActor("C01"), .counterClerk, accept,
      late: .noted(at: afternoon, witness: .counterClerk), receivedTheDayBefore),
    .init(
      .witnessMayNot(.examiner), .counterClerk, accept,
      late: .noted(at: afternoon, witness: .examiner), receivedTheDayBefore),
  ]

  static let fees: [Provocation] = [
    .init(.amountWrong, .counterClerk, pay(0), under: .charged, accepted),
    .init(.feeNotCharged, .counterClerk, pay(12_000), accepted),
    .init(.feeAboveStandard(12_000), .counterClerk, pay(12_001), under: .charged, accepted),
    .init(.feeAlreadyDemanded(12_000), .counterClerk, pay(11_000), under: .charged) {
      try $0.accept()
      try $0.act(pay(12_000), as: .counterClerk)
    },
  ]

  static let afterwards: [Provocation] = [
    .init(
      .hearingTooSoon(earliest: on(2026, 3, 11)), .examiner,
      .startSpecialProcedure(.hearing, plannedEnd: on(2026, 3, 10), reason: "利害关系人申请")
    ) {
      $0.sheet.specialProcedures.append(
        .init(kind: .hearing, name: Words("听证", "Hearing"), basis: "行政许可法第四十七条"))
      try $0.accept()
    },
    .init(.notUnderCommitment, .examiner, check(true)) { try $0.produce() },
    .init(.commitmentAlreadyChecked, .examiner, check(false)) {
      try $0.grantUnderCommitment()
      try $0.act(check(true), as: .examiner)
    },
    .init(
      .reportingNotRequired, .counterClerk, .confirmReport(.accepted, receipt: "回执1"), accepted),
    .init(.alreadyRated, .release, .rate(.give(.dissatisfied, detail: "慢", .evaluator))) {
      try $0.produce()
      try $0.act(.rate(.give(.satisfied, detail: "", .evaluator)), as: .release)
    },
    .init(.notRatedBadly, .hallManager, .rate(.callBack(text: "已回访"))) {
      try $0.produce()
      try $0.act(.rate(.give(.satisfied, detail: "", .evaluator)), as: .release)
    },
  ]
}

extension ImplementationSheet {
  /// The food licence as if 120 yuan were charged for it.
  static let charged: ImplementationSheet = {
    var sheet = ImplementationSheet.foodLicence
    sheet.fee = Fee(isCharged: true, summary: Words("120元", "120 yuan"), amountInFen: 12_000)
    return sheet
  }()
}

extension Scenario {
  /// Granted on a commitment that somebody will have to check.
  mutating func grantUnderCommitment() throws(Refusal) {
    try accept(underCommitment: true) { $0.materials[5].status = .committed }
    while file.step?.kind == .examination { try agree() }
    try grant()
  }
}
