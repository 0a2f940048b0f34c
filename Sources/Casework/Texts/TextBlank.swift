/// A blank that somebody fills with words of their own.
package enum TextBlank: Hashable, Sendable {
  case applicantName, applicantNumber, applicantPhone, applicantAddress, legalRepresentative
  case agentName, agentNumber, agentPhone
  case deliveryAddress
  /// Of the item's own form, by its key.
  case field(String)
  case materialRemark(Int), defectRemark(Int)
  case reason, basis, organ, opinion, decision, outcome, officers
  case documentNumber, certificateNumber, receiptNumber
  case recipientName, recipientNumber, witness
  case carrier, waybill, postalAddress
  case ratingDetail, remark
  case lateReason, latePaper
  case purpose, queue, ticket

  package var kind: TextKind {
    switch self {
    case .applicantNumber, .agentNumber, .recipientNumber, .applicantPhone, .agentPhone,
      .documentNumber, .certificateNumber, .receiptNumber, .waybill, .latePaper, .queue, .ticket:
      .number
    case .applicantName, .legalRepresentative, .agentName, .recipientName, .witness, .organ,
      .carrier, .officers:
      .name
    case .applicantAddress, .deliveryAddress, .postalAddress, .basis, .purpose, .materialRemark,
      .defectRemark:
      .line
    case .field, .reason, .opinion, .decision, .outcome, .ratingDetail, .remark, .lateReason:
      .passage
    }
  }
}

/// What somebody supplies with an act, and where it stands.
package struct SuppliedText: Hashable, Sendable {
  package var blank: TextBlank
  package var text: String

  init(_ blank: TextBlank, _ text: String) {
    self.blank = blank
    self.text = text
  }

  var fault: TextFault? { blank.kind.fault(in: text) }
}
