import Casework
import Deskwork
import WorkCalendar

extension IntakeForm {
  /// What the form says, as the case will hold it.
  func intake(_ context: Context) -> Intake {
    if let intake = open?.file.intake { return intake }
    let agent = Agent(
      name: value(.agentName), identity: agentIdentity, phone: value(.agentPhone))
    let isGiven = hasAgent && !(agent.name.isEmpty && agent.identity.number.isEmpty)
    return Intake(
      applicant: Applicant(
        kind: applicantKind, name: value(.name), identity: identity, phone: value(.phone),
        address: value(.address),
        legalRepresentative: applicantKind == .organisation ? value(.representative) : ""),
      agent: isGiven ? agent : nil, materials: received, fields: fieldValues,
      channel: context.seat.clerk.role == .townshipOperator ? .township : .counter,
      ticket: ticket,
      delivery: DeliveryPreference(
        method: delivery, address: delivery == .post ? value(.deliveryAddress) : ""))
  }

  private var fieldValues: [FieldValue] {
    (sheet?.fields ?? []).compactMap { field in
      let value = value(.field(field.key))
      return value.isEmpty ? nil : FieldValue(key: field.key, value: field.tidy(value))
    }
  }

  /// The endings that this visit may have, in the order of their digits.
  var exits: [IntakeExit] {
    switch purpose {
    case .application: [.onTheSpot, .accept, .correction, .decline]
    case .ending: [.onTheSpot, .accept, .correction, .decline, .supply]
    case .correction: [.onTheSpot, .accept, .correction, .decline, .supply, .lapse]
    case .examinationCorrection, .deferredMaterials: [.supply]
    }
  }

  private var deferring: [Int] {
    received.filter { $0.status == .deferred }.map(\.number)
  }

  private var isUnderCommitment: Bool { received.contains { $0.status == .committed } }

  var defects: [Defect] {
    told.map { number in
      let isDefective = materials[number]?.status == .defective
      return Defect(
        material: number, kind: isDefective ? .incorrect : .missing,
        remark: value(.remark(number)))
    }
  }

  /// How an application ends, for an exit that ends one.
  func ending(_ exit: IntakeExit) -> IntakeEnding? {
    switch exit {
    case .onTheSpot: .decideOnTheSpot(text: value(.decision))
    case .accept: .accept(deferring: deferring, underCommitment: isUnderCommitment)
    case .correction:
      .requestCorrection(defects, workingDays: Int(value(.workingDays)) ?? Self.correctionDays)
    case .decline:
      .decline(
        ground, reason: value(.reason), basis: value(.basis), competentOrgan: value(.organ))
    case .supply, .lapse: nil
    }
  }

  /// What an applicant is given to correct, unless the clerk says otherwise.
  static let correctionDays = 5

  /// The commands an exit means for the case.
  func commands(_ exit: IntakeExit, _ context: Context) -> [CaseCommand] {
    let supplies: [CaseCommand] =
      hasSupplies ? [.supplyMaterials(suppliedMaterials, fields: suppliedFields)] : []
    switch (exit, purpose) {
    case (.lapse, _): return [.lapse]
    case (.supply, .examinationCorrection):
      return [.supplyExaminationCorrection(suppliedMaterials)]
    case (.supply, .deferredMaterials):
      return suppliedMaterials.map { .supplyDeferredMaterial($0) }
    case (.supply, .application): return [.receive(.provisional, intake(context))]
    case (.supply, .ending), (.supply, .correction): return supplies
    case (.onTheSpot, _), (.accept, _), (.correction, _), (.decline, _):
      let before = purpose == .application ? [.receive(.provisional, intake(context))] : supplies
      return before + (ending(exit).map { [$0.asCommand] } ?? [])
    }
  }

  /// What is carried out when the exit is confirmed.
  func acts(_ exit: IntakeExit, _ context: Context) -> [DeskAct] {
    if let id = open?.file.id { return commands(exit, context).map { .on(id, $0) } }
    guard let item else { return [] }
    return [.takeIn(item, intake(context), ending(exit))]
  }

  /// What was handed in at this visit: whatever differs from what the case has.
  var suppliedMaterials: [MaterialReceived] {
    received.filter { material in
      material.status != .missing && open?.file.intake?.material(material.number) != material
    }
  }

  /// Blanks of the item's form that were filled in at this visit.
  var suppliedFields: [FieldValue] {
    fieldValues.filter { !(open?.file.intake?.fields.contains($0) ?? false) }
  }

  var hasSupplies: Bool { !suppliedMaterials.isEmpty || !suppliedFields.isEmpty }
}

extension IntakeEnding {
  /// The command it stands for; the number of a certificate is given out by the desk.
  fileprivate var asCommand: CaseCommand {
    switch self {
    case .decideOnTheSpot(let text): .decideOnTheSpot(text: text, certificateNumber: "")
    case .accept(let deferring, let underCommitment):
      .accept(deferring: deferring, underCommitment: underCommitment)
    case .requestCorrection(let defects, let days): .requestCorrection(defects, workingDays: days)
    case .decline(let ground, let reason, let basis, let organ):
      .decline(ground, reason: reason, basis: basis, competentOrgan: organ)
    }
  }
}

extension CaseNumbers {
  /// Stands for the numbers a case gets only when it is taken in.
  static let provisional = CaseNumbers(
    id: "PROVISIONAL", number: "-", queryCode: "-", pickUpCode: "-")
}

extension FieldRequirement {
  /// A date typed as eight digits gets its hyphens.
  func tidy(_ value: String) -> String {
    guard kind == .date, value.count == 8, value.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return value
    }
    return "\(value.prefix(4))-\(value.dropFirst(4).prefix(2))-\(value.suffix(2))"
  }
}
