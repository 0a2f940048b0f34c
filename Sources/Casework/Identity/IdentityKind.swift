/// The papers by which a person or an organisation is known.
package enum IdentityKind: String, Hashable, Sendable, Codable, CaseIterable {
  case residentID, creditCode
  case hongKongMacauPermit, taiwanPermit, hkmtResidence
  case passport, foreignPassport, foreignPermanentResidence
  case hongKongMacauTravelPermit, taiwanTravelPermit
  case militaryID, birthCertificate, other
}

extension IdentityKind {
  package var label: Words {
    switch self {
    case .residentID: Words("居民身份证", "Resident ID card")
    case .creditCode: Words("统一社会信用代码", "Unified social credit code")
    case .hongKongMacauPermit:
      Words("港澳居民来往内地通行证", "Mainland travel permit (Hong Kong, Macau)")
    case .taiwanPermit: Words("台湾居民来往大陆通行证", "Mainland travel permit (Taiwan)")
    case .hkmtResidence:
      Words("港澳台居民居住证", "Residence permit (Hong Kong, Macau, Taiwan)")
    case .passport: Words("中国护照", "Chinese passport")
    case .foreignPassport: Words("外国护照", "Foreign passport")
    case .foreignPermanentResidence:
      Words("外国人永久居留身份证", "Foreign permanent resident ID card")
    case .hongKongMacauTravelPermit:
      Words("往来港澳通行证", "Travel permit to Hong Kong and Macau")
    case .taiwanTravelPermit: Words("往来台湾通行证", "Travel permit to Taiwan")
    case .militaryID: Words("军官证(士兵证)", "Military ID")
    case .birthCertificate: Words("出生医学证明", "Birth certificate")
    case .other: Words("其他证件", "Other paper")
    }
  }

  /// The code of the kind in the exchange with other systems (GA/T 2000.156).
  package var code: String {
    switch self {
    case .residentID: "111"
    case .creditCode: "001"
    case .hongKongMacauPermit: "516"
    case .taiwanPermit: "511"
    case .hkmtResidence: "154"
    case .passport, .foreignPassport: "414"
    case .foreignPermanentResidence: "553"
    case .hongKongMacauTravelPermit: "513"
    case .taiwanTravelPermit: "517"
    case .militaryID: "114"
    case .birthCertificate: "117"
    case .other: "990"
    }
  }

  /// Whether the number belongs to an organisation, whose name is public.
  package var isOfOrganisation: Bool { self == .creditCode }

  /// Whether the number ends in a check digit, so that a wrong one is surely mistyped.
  package var hasCheckDigit: Bool {
    switch self {
    case .residentID, .creditCode, .hkmtResidence, .foreignPermanentResidence: true
    case .hongKongMacauPermit, .taiwanPermit, .passport, .foreignPassport,
      .hongKongMacauTravelPermit, .taiwanTravelPermit, .militaryID, .birthCertificate, .other:
      false
    }
  }
}
