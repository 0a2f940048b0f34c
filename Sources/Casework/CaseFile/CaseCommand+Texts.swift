extension CaseCommand {
  /// Everything in it that somebody worded.
  package var texts: [SuppliedText] {
    switch self {
    case .receive(_, let intake): intake.texts
    case .accept, .lapse, .claim, .resume: []
    case .requestCorrection(let defects, _), .requestExaminationCorrection(let defects, _),
      .noteDefects(let defects):
      defects.map { .init(.defectRemark($0.material), $0.remark) }
    case .decline(_, let reason, let basis, let organ):
      [.init(.reason, reason), .init(.basis, basis), .init(.organ, organ)]
    case .decideOnTheSpot(let text, let certificate):
      [.init(.decision, text), .init(.certificateNumber, certificate)]
    case .supplyMaterials(let materials, let fields): materials.texts + fields.texts
    case .supplyExaminationCorrection(let materials): materials.texts
    case .supplyDeferredMaterial(let material): [material].texts
    case .giveBack(let reason), .freeClaim(_, let reason), .returnToStep(_, let reason),
      .withdraw(let reason),
      .takePostBack(let reason), .extend(_, let reason), .startSpecialProcedure(_, _, let reason),
      .suspend(cause: let reason), .terminate(cause: let reason):
      [.init(.reason, reason)]
    case .recordOpinion(_, _, let text, let officers), .checkCommitment(_, let text, let officers):
      [.init(.opinion, text)] + officers.map { .init(.officers, $0) }
    case .endSpecialProcedure(let outcome): [.init(.outcome, outcome)]
    case .referUpward(let organ, let opinion): [.init(.organ, organ), .init(.opinion, opinion)]
    case .answerReferral(_, let text, let number):
      [.init(.opinion, text), .init(.documentNumber, number)]
    case .decide(_, let text, let basis): [.init(.decision, text), .init(.basis, basis)]
    case .produceCertificate(let number): [.init(.certificateNumber, number)]
    case .handOver(let recipient, let witness):
      [
        .init(.recipientName, recipient.name), .init(.recipientNumber, recipient.identity.number),
        .init(.witness, witness),
      ]
    case .post(let carrier, let waybill, let address):
      [.init(.carrier, carrier), .init(.waybill, waybill), .init(.postalAddress, address)]
    case .confirmDelivery(let signedBy): [.init(.recipientName, signedBy)]
    case .reprint(_, let number): [.init(.documentNumber, number)]
    case .confirmReport(_, let receipt): [.init(.receiptNumber, receipt)]
    case .supervise(let command): [.init(.remark, command.text)]
    case .rate(.give(_, let detail, _)): [.init(.ratingDetail, detail)]
    case .rate(.callBack(let text)), .rate(.rectify(let text)): [.init(.remark, text)]
    case .fee(.demand(_, let reduction)): [.init(.reason, reduction)]
    case .fee(.recordPayment(_, let receipt)): [.init(.receiptNumber, receipt)]
    }
  }
}

extension Act {
  /// Refuses what no screen, no paper and no colleague should have to show.
  func checkTexts(of command: CaseCommand) throws(Refusal) {
    for text in command.texts + (occasion.late?.texts ?? []) {
      if let fault = text.fault { throw .textUnfit(text.blank, fault) }
    }
  }
}

extension Intake {
  fileprivate var texts: [SuppliedText] {
    var texts: [SuppliedText] = [
      .init(.applicantName, applicant.name), .init(.applicantNumber, applicant.identity.number),
      .init(.applicantPhone, applicant.phone), .init(.applicantAddress, applicant.address),
      .init(.legalRepresentative, applicant.legalRepresentative),
      .init(.deliveryAddress, delivery.address), .init(.ticket, ticket?.rawValue ?? ""),
    ]
    if let agent {
      texts += [
        .init(.agentName, agent.name), .init(.agentNumber, agent.identity.number),
        .init(.agentPhone, agent.phone),
      ]
    }
    return texts + materials.texts + fields.texts
  }
}

extension [MaterialReceived] {
  fileprivate var texts: [SuppliedText] { map { .init(.materialRemark($0.number), $0.remark) } }
}

extension [FieldValue] {
  fileprivate var texts: [SuppliedText] { map { .init(.field($0.key), $0.value) } }
}

extension LateEntry {
  fileprivate var texts: [SuppliedText] {
    [.init(.lateReason, reason), .init(.latePaper, documentNumber)]
  }
}

extension SupervisionCommand {
  fileprivate var text: String {
    switch self {
    case .orderFollowUp(_, _, let text), .answerFollowUp(_, let text),
      .escalateFollowUp(_, let text), .closeFollowUp(_, _, let text),
      .appealCard(_, ground: let text), .settleCard(_, _, let text):
      text
    }
  }
}
