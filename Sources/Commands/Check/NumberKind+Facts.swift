import Casework
import WorkCalendar

extension NumberKind {
  /// What a number that holds says about its owner.
  func facts(of number: String) -> [Words] {
    switch self {
    case .paper(let kind): kind.facts(of: number)
    case .other(let other): other.facts(of: number)
    }
  }
}

extension IdentityKind {
  fileprivate func facts(of number: String) -> [Words] {
    switch self {
    case .residentID, .hkmtResidence:
      guard let id = ResidentID(number, on: .distantFuture), let born = id.birthDate else {
        return []
      }
      return [
        id.sex == .male
          ? Words("\(born)出生，男", "born on \(born), male")
          : Words("\(born)出生，女", "born on \(born), female")
      ]
    case .creditCode:
      guard let code = CreditCode(number) else { return [] }
      let area = number.dropFirst(2).prefix(6)
      return [
        Words(
          "区划 \(area)，组织机构代码 \(code.organisationCode)",
          "region \(area), organisation code \(code.organisationCode)")
      ]
    case .hongKongMacauPermit, .taiwanPermit, .passport, .foreignPassport,
      .foreignPermanentResidence, .hongKongMacauTravelPermit, .taiwanTravelPermit, .militaryID,
      .birthCertificate, .other:
      return []
    }
  }
}

extension NumberKind.Other {
  fileprivate func facts(of number: String) -> [Words] {
    switch self {
    case .oldResidentID:
      let whole = ResidentID.lookUpNumber(forOld: number) ?? ""
      return [Words("仅供查询；18位号码是 \(whole)", "for look-ups only; with 18 digits it is \(whole)")]
    case .itemCode: return (try? ItemCode(number)).map { [$0.words] } ?? []
    case .implementationCode:
      return (try? ImplementationCode(number)).map { [$0.words] } ?? []
    case .handlingCode:
      guard let code = try? HandlingCode(number) else { return [] }
      let serial = Words("办理项 \(code.serial)", "way of handling \(code.serial)")
      return Self.implementationCode.facts(of: code.implementation) + [serial]
    case .caseNumber:
      guard let code = try? CaseNumber(number), let day = code.receivedOn else { return [] }
      return Self.implementationCode.facts(of: code.implementation)
        + [Self.taken(on: day, code.serial)]
    case .shortNumber:
      guard let code = try? ShortNumber(number), let day = code.receivedOn else { return [] }
      return [Words("大厅 \(code.hall)", "hall \(code.hall)"), Self.taken(on: day, code.serial)]
    case .documentNumber:
      guard let it = try? DocumentNumber(number) else { return [] }
      return [
        Words(
          "\(it.word)，\(it.year)年第\(it.serial)号", "\(it.word), number \(it.serial) of \(it.year)")
      ]
    case .organisationCode, .registrationNumber, .policeID, .studentID, .householdRegister,
      .drivingLicence, .travelDocument, .residencePermit, .mobile, .landline, .phone, .postcode,
      .projectCode:
      return []
    }
  }

  private static func taken(on day: LocalDate, _ serial: String) -> Words {
    Words("\(day)收件，当日第\(serial)件", "received on \(day), number \(serial) of that day")
  }
}

extension ItemCode {
  fileprivate var words: Words {
    Words(
      "省 \(province)，类型 \(type)，部门 \(organ)，主项 \(mainItem)，子项 \(subItem)",
      "province \(province), type \(type), organ \(organ), item \(mainItem), sub-item \(subItem)")
  }
}

extension ImplementationCode {
  fileprivate var words: Words {
    let level = level?.label ?? Words("", "")
    return Words(
      "实施主体 \(authority)，\(level.zh)，基本编码 \(itemCode)",
      "authority \(authority), \(level.en), item code \(itemCode)")
  }
}
