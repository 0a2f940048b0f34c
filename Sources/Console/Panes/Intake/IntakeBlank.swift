import Casework

/// A place in the intake where the cursor can stand.
enum IntakeBlank: Hashable, Sendable {
  case item
  case applicantKind, paper, number, name, phone, address, representative
  case agent, agentPaper, agentNumber, agentName, agentPhone
  /// A blank of the item's own form, by its key.
  case field(String)
  case material(Int)
  /// What is wrong with a material, and what the applicant is told about it.
  case remark(Int)
  case delivery, deliveryAddress
  /// On the page of an ending.
  case ground, reason, basis, organ, workingDays, decision
  case exits
}

extension IntakeBlank {
  /// As drafts spell it: a contract with drafts already kept.
  var spelling: String {
    switch self {
    case .field(let key): "field.\(key)"
    case .material(let number): "material.\(number)"
    case .remark(let number): "remark.\(number)"
    case .item, .applicantKind, .paper, .number, .name, .phone, .address, .representative,
      .agent, .agentPaper, .agentNumber, .agentName, .agentPhone, .delivery, .deliveryAddress,
      .ground, .reason, .basis, .organ, .workingDays, .decision, .exits:
      "\(self)"
    }
  }

  init?(spelling: some StringProtocol) {
    let parts = spelling.split(separator: ".", maxSplits: 1).map { String($0) }
    switch (parts.first, parts.count) {
    case ("field", 2): self = .field(parts[1])
    case ("material", 2):
      guard let number = Int(parts[1]) else { return nil }
      self = .material(number)
    case ("remark", 2):
      guard let number = Int(parts[1]) else { return nil }
      self = .remark(number)
    default:
      guard let blank = Self.plain.first(where: { $0.spelling == String(spelling) }) else {
        return nil
      }
      self = blank
    }
  }

  private static let plain: [IntakeBlank] = [
    .item, .applicantKind, .paper, .number, .name, .phone, .address, .representative, .agent,
    .agentPaper, .agentNumber, .agentName, .agentPhone, .delivery, .deliveryAddress, .ground,
    .reason, .basis, .organ, .workingDays, .decision, .exits,
  ]
}

extension IntakeBlank {
  /// Where a text stands that cannot be taken as it is; nil if it is not on this form.
  init?(_ blank: TextBlank) {
    switch blank {
    case .applicantName: self = .name
    case .applicantNumber: self = .number
    case .applicantPhone: self = .phone
    case .applicantAddress: self = .address
    case .legalRepresentative: self = .representative
    case .agentName: self = .agentName
    case .agentNumber: self = .agentNumber
    case .agentPhone: self = .agentPhone
    case .deliveryAddress: self = .deliveryAddress
    case .field(let key): self = .field(key)
    case .materialRemark(let number), .defectRemark(let number): self = .remark(number)
    case .reason: self = .reason
    case .basis: self = .basis
    case .organ: self = .organ
    case .decision: self = .decision
    case .opinion, .outcome, .officers, .documentNumber, .certificateNumber, .receiptNumber,
      .recipientName, .recipientNumber, .witness, .carrier, .waybill, .postalAddress,
      .ratingDetail, .remark, .lateReason, .latePaper, .purpose, .queue, .ticket:
      return nil
    }
  }
}
