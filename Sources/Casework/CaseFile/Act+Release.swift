import WorkCalendar

/// What happens at the release counter.
extension Act {
  func handOver(to recipient: Recipient, witness: String) throws(Refusal) -> [CaseEvent] {
    if file.handedOver?.recipient == recipient { return [] }
    try demandUninvolved()
    try demand(.awaitingRelease)
    try text(recipient.name, else: .signatureMissing)
    if let problem = recipient.identity.problem(on: today) {
      throw .recipientIdentityWrong(problem)
    }
    guard isEntitled(recipient) else { throw .recipientNotApplicant }
    return [
      .handedOver(.init(recipient: recipient, handedOverOn: today, witness: witness)),
      .concluded(.init(concludedOn: today)),
    ]
  }

  func post(carrier: String, waybill: String, address: String) throws(Refusal) -> [CaseEvent] {
    if let posted = file.posted, posted.waybill == waybill { return [] }
    try demandUninvolved()
    try demand(.awaitingRelease)
    guard sheet.deliveryMethods.contains(.post) else { throw .deliveryByPostNotOffered }
    try text(waybill, else: .waybillMissing)
    try text(address, else: .addressMissing)
    return [
      .posted(.init(carrier: carrier, waybill: waybill, address: address, postedOn: today))
    ]
  }

  func takePostBack(reason: String) throws(Refusal) -> [CaseEvent] {
    if file.stage == .awaitingRelease, file.postReturned?.reason == reason { return [] }
    try demandUninvolved()
    try demand(.posted)
    try text(reason, else: .reasonMissing)
    return [.postReturned(.init(reason: reason, returnedOn: today))]
  }

  func confirmDelivery(signedBy: String) throws(Refusal) -> [CaseEvent] {
    if file.stage == .concluded, file.posted != nil { return [] }
    try demandUninvolved()
    try demand(.posted)
    try text(signedBy, else: .signatureMissing)
    return [
      .delivered(.init(signedBy: signedBy, deliveredOn: today)),
      .concluded(.init(concludedOn: today)),
    ]
  }

  func reprint(_ kind: DocumentKind, number: String) throws(Refusal) -> [CaseEvent] {
    guard file.documents.contains(where: { $0.kind == kind && $0.number == number }) else {
      throw .noSuchDocument(number)
    }
    return [.documentReprinted(.init(kind: kind, number: number))]
  }

  /// Who had a part in the decision does not hand its result out.
  private func demandUninvolved() throws(Refusal) {
    // A station of one hands out at once what it was delegated to decide on the spot.
    let isOnTheSpot = file.decision?.isOnTheSpot ?? false
    if clerk.role == .townshipOperator, isOnTheSpot { return }
    if file.handledBy.contains(clerk.id) { throw .tookPartInDecision(clerk.id) }
  }

  /// Whether the person may have the result: the applicant, or whoever acts for it.
  private func isEntitled(_ recipient: Recipient) -> Bool {
    guard let intake = file.intake else { return false }
    switch recipient.relation {
    case .applicant:
      return intake.applicant.kind == .person
        && recipient.identity.number == intake.applicant.identity.number
    case .legalRepresentative:
      return intake.applicant.kind == .organisation
        && (intake.applicant.legalRepresentative.isEmpty
          || intake.applicant.legalRepresentative == recipient.name)
    case .agent:
      // Without an agent on file, whoever brings a letter of authority: the clerk sees the letter.
      return intake.agent == nil || intake.agent?.identity.number == recipient.identity.number
    }
  }
}
