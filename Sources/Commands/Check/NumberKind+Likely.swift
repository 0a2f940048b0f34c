import Casework
import WorkCalendar

extension NumberKind {
  /// What a bare number may be, the likeliest first, by its length and its characters alone.
  static func likely(for text: String) -> [NumberKind] {
    if text.contains("字第") { return [.paper(.militaryID)] }
    if text.contains("〔") || text.hasSuffix("号") { return [.other(.documentNumber)] }
    let number = NumberKind.paper(.residentID).read(text)
    let digits = number.utf8.filter { (0x30...0x39).contains($0) }.count
    let hyphens = text.filter { $0 == "-" }.count
    if hyphens > 0, digits + hyphens == text.count {
      return hyphens == 4 ? [.other(.projectCode)] : [.other(.landline), .other(.projectCode)]
    }
    guard number.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return [] }
    return likely(length: number.count, digits: digits, number)
  }

  private static func likely(length: Int, digits: Int, _ number: String) -> [NumberKind] {
    let isAllDigits = digits == length
    switch length {
    case 43, 42, 44: return [.other(.caseNumber)]
    case 33, 32: return [.other(.handlingCode)]
    case 30, 31: return [.other(.implementationCode)]
    case 17...19: return eighteen(number)
    case 15 where isAllDigits: return [.other(.oldResidentID), .other(.registrationNumber)]
    case 12 where digits >= 11: return [.other(.itemCode)]
    case 11 where isAllDigits: return [.other(.mobile)]
    case 6 where isAllDigits: return [.other(.postcode)]
    default:
      let papers: [IdentityKind] = [
        .hongKongMacauPermit, .taiwanPermit, .passport, .hongKongMacauTravelPermit,
        .taiwanTravelPermit, .foreignPermanentResidence, .birthCertificate,
      ]
      let fitting =
        papers.map(NumberKind.paper) + [.other(.shortNumber), .other(.organisationCode)]
      let holding = fitting.filter { $0.problem(with: number, on: .distantFuture) == nil }
      let isPassport = holding.isEmpty && digits >= 4 && (5...18).contains(length)
      return isPassport ? [.paper(.foreignPassport)] : holding
    }
  }

  /// Digits alone are a person's, letters an organisation's; a number that holds settles it.
  private static func eighteen(_ number: String) -> [NumberKind] {
    let person: [NumberKind] = [
      .paper(.hkmtResidence), .paper(.residentID), .paper(.foreignPermanentResidence),
    ]
    let isPersons =
      number.dropLast().allSatisfy(\.isNumber)
      && (number.last?.isNumber == true || number.last == "X") && !number.hasPrefix("9")
    guard isPersons else { return [.paper(.creditCode)] + person }
    return (number.hasPrefix("8") ? person : [.paper(.residentID)]) + [.paper(.creditCode)]
  }
}
