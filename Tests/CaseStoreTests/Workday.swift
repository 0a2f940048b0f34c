import Casework
import Deskwork
import TestSupport

/// A clerk's day by chance: everything in it follows from the seed.
struct Workday {
  private var random: SplitMix
  private(set) var ids: [CaseID] = []
  private static let names = ["王秀英", "曾明", "欧阳示例", "李户口", "示范迁移有限公司"]
  private static let items = ["SJ05", "SJ20", "SJ30", "SJ40", "SJ50"].map { ItemID($0) }

  /// What else is tried with cases under examination.
  private let also: [CaseCommand]

  init(seed: UInt64, also: [CaseCommand] = []) {
    random = SplitMix(seed: seed)
    self.also = also
  }

  /// Acts on the same cases at every desk; answers whether all desks said the same.
  mutating func act(at desks: [Desk]) -> Bool {
    let (act, seat) = next(desks)
    var answers: [Result<[Outcome], DeskRefusal>] = []
    for desk in desks {
      do throws(DeskRefusal) {
        answers.append(.success([try desk.carryOut(act, by: seat)]))
      } catch {
        answers.append(.failure(error))
      }
    }
    if case .takeIn = act, case .success(let outcomes) = answers.first {
      ids += outcomes.map(\.id)
    }
    return answers.allSatisfy { $0 == answers.first }
  }

  /// Acts under a request of its own; answers whether it was carried out.
  mutating func act(at desk: Desk, request: RequestID) -> Bool {
    let (act, seat) = next([desk])
    do throws(DeskRefusal) {
      let carried = try desk.carryOut([act], by: seat, seen: nil, request: request) { _ in "done" }
      if case .takeIn = act, case .done(let outcomes) = carried { ids += outcomes.map(\.id) }
      return true
    } catch {
      return false
    }
  }

  private mutating func next(_ desks: [Desk]) -> (DeskAct, Seat) {
    guard let id = ids.randomElement(using: &random), Int.random(in: 0..<4, using: &random) > 0,
      let file = try? desks.first?.file(id)
    else { return takeIn() }
    return (.on(id, command(for: file)), seat(for: file))
  }

  private mutating func takeIn() -> (DeskAct, Seat) {
    let item = Self.items.randomElement(using: &random) ?? "SJ05"
    let sheet = ImplementationSheet.tested[item] ?? .foodLicence
    var intake = Scenario(sheet).completeIntake
    intake.applicant.name = Self.names.randomElement(using: &random) ?? "王秀英"
    if Bool.random(using: &random) { intake.applicant = .person }
    let endings: [IntakeEnding?] = [
      nil, .accept(deferring: [], underCommitment: false),
      .accept(deferring: [], underCommitment: false),
      .requestCorrection([Scenario.defects[0]], workingDays: 5),
      .decideOnTheSpot(text: "准予"),
      .decline(.notThisOrgan, reason: "不属于本机关", basis: "第三十二条", competentOrgan: "市局"),
    ]
    let ending = endings.randomElement(using: &random) ?? nil
    return (.takeIn(item, intake, ending), Seat(clerk: .counterClerk, counter: "W01"))
  }

  private mutating func command(for file: CaseFile) -> CaseCommand {
    let usual: [CaseCommand] =
      switch file.stage {
      case .received: [.accept(deferring: [], underCommitment: false)]
      case .awaitingCorrection:
        [.supplyMaterials(Scenario(.foodLicence).completeIntake.materials)]
      case .underExamination:
        [
          .claim, .giveBack(reason: "转办"), .decide(.granted, text: "准予", basis: "第三十四条"),
          .recordOpinion(
            step: file.currentStep ?? 0, .agree, text: "符合要求", officers: ["石审", "宋审"]),
          .recordOpinion(
            step: file.currentStep ?? 0, .agree, text: "符合要求", officers: ["石审", "宋审"]),
        ]
      case .inProduction: [.produceCertificate(number: "")]
      case .awaitingRelease:
        [
          .handOver(.applicant, witness: ""),
          .post(carrier: "邮政", waybill: "EA1234", address: "示范县城关镇人民路1号"),
        ]
      case .posted: [.confirmDelivery(signedBy: "王示例")]
      case .declined, .inSpecialProcedure, .suspended, .awaitingExaminationCorrection,
        .referredUpward, .concluded, .withdrawn, .terminated, nil:
        []
      }
    let rare: [CaseCommand] = [.withdraw(reason: "不再办理"), .suspend(cause: "等待"), .resume]
    let all = usual + usual + usual + usual + rare + also
    return all.randomElement(using: &random) ?? .claim
  }

  private mutating func seat(for file: CaseFile) -> Seat {
    let clerks: [Clerk] =
      switch file.stage {
      case .awaitingRelease, .posted: [.release]
      case .underExamination where file.step?.kind == .decision: [.approver]
      case .underExamination, .inProduction:
        [file.awaited.first.map { Scenario.examiner(of: $0) } ?? .examiner, .approver]
      default: [.counterClerk]
      }
    return Seat(clerk: clerks.randomElement(using: &random) ?? .counterClerk)
  }
}

extension ImplementationSheet {
  static let tested: [ItemID: ImplementationSheet] = [
    "SJ05": .foodLicence, "SJ20": .businessRecord, "SJ30": .jointApproval, "SJ40": .coolingOff,
    "SJ50": .referral,
  ]
}
