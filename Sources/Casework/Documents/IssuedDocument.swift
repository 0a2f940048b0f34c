package import WorkCalendar

/// The documents a window prints; the codes are those of the hall's document list.
package enum DocumentKind: String, Hashable, Sendable, Codable, CaseIterable {
  case receipt = "D01"
  case acceptanceNotice = "D02"
  case correctionNotice = "D03"
  case correctionReceipt = "D04"
  case declineDecision = "D05"
  case deferredMaterialUndertaking = "D06"
  case notifiedCommitment = "D07"
  case specialProcedureNotice = "D08"
  case extensionNotice = "D09"
  case suspensionNotice = "D10"
  case hearingNotice = "D11"
  case grantDecision = "D12"
  case refusalDecision = "D13"
  case terminationNotice = "D14"
  case serviceRecord = "D15"
  case feeNotice = "D16"
  case postalConfirmation = "D17"
  case counterHandover = "D18"
  case certificateHandover = "D19"
  case jointOpinionSummary = "D20"
  case satisfactionReceipt = "D21"
  /// Also the sheet a bad rating is put right by.
  case followUpOrder = "D22"

  /// The word in its number (受 in 市监受〔2026〕12号).
  package var numberWord: String {
    switch self {
    case .receipt: "收"
    case .acceptanceNotice: "受"
    case .correctionNotice: "补"
    case .correctionReceipt: "补收"
    case .declineDecision: "不受"
    case .deferredMaterialUndertaking: "容"
    case .notifiedCommitment: "诺"
    case .specialProcedureNotice: "特"
    case .extensionNotice: "延"
    case .suspensionNotice: "中"
    case .hearingNotice: "听"
    case .grantDecision: "准"
    case .refusalDecision: "不准"
    case .terminationNotice: "终"
    case .serviceRecord: "送"
    case .feeNotice: "费"
    case .postalConfirmation: "邮"
    case .counterHandover: "交"
    case .certificateHandover: "证交"
    case .jointOpinionSummary: "联"
    case .satisfactionReceipt: "评"
    case .followUpOrder: "督"
    }
  }

  /// Handed over at once and small: a receipt printer may print it.
  package var isReceipt: Bool {
    switch self {
    case .receipt, .correctionReceipt, .feeNotice, .postalConfirmation, .satisfactionReceipt: true
    case .acceptanceNotice, .correctionNotice, .declineDecision, .deferredMaterialUndertaking,
      .notifiedCommitment, .specialProcedureNotice, .extensionNotice, .suspensionNotice,
      .hearingNotice, .grantDecision, .refusalDecision, .terminationNotice, .serviceRecord,
      .counterHandover,
      .certificateHandover, .jointOpinionSummary, .followUpOrder:
      false
    }
  }
}

/// A document as it was issued; what was printed is kept word for word.
package struct IssuedDocument: Hashable, Sendable {
  package var kind: DocumentKind
  /// 市监受〔2026〕12号
  package var number: String
  package var text: PrintedText
  package var issuedOn: LocalDate
  package var copies: Int

  /// The SHA-256 of the text, in hexadecimal digits; nil in records older than this.
  package var sha256: String? { text.sha256 }

  package init(
    kind: DocumentKind, number: String, text: PrintedText, issuedOn: LocalDate, copies: Int
  ) {
    self.kind = kind
    self.number = number
    self.text = text
    self.issuedOn = issuedOn
    self.copies = copies
  }
}

extension IssuedDocument {
  /// Without its text, which may not have been worded yet.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(number)
  }
}

extension IssuedDocument: Codable {
  private enum CodingKeys: CodingKey { case copies, issuedOn, kind, number, sha256, text }

  package init(from decoder: any Decoder) throws {
    let body = try decoder.container(keyedBy: CodingKeys.self)
    let words = try body.decode(PrintedText.self, forKey: .text)
    self.init(
      kind: try body.decode(DocumentKind.self, forKey: .kind),
      number: try body.decode(String.self, forKey: .number),
      text: PrintedText(
        utf8: words.utf8, sha256: try body.decodeIfPresent(String.self, forKey: .sha256)),
      issuedOn: try body.decode(LocalDate.self, forKey: .issuedOn),
      copies: try body.decode(Int.self, forKey: .copies))
  }

  package func encode(to encoder: any Encoder) throws {
    var body = encoder.container(keyedBy: CodingKeys.self)
    try body.encode(copies, forKey: .copies)
    try body.encode(issuedOn, forKey: .issuedOn)
    try body.encode(kind, forKey: .kind)
    try body.encode(number, forKey: .number)
    try body.encodeIfPresent(sha256, forKey: .sha256)
    try body.encode(text, forKey: .text)
  }
}
