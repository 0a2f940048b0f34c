package import WorkCalendar

/// Everything with a number that can be looked at for itself: papers, phones, codes.
package enum NumberKind: Hashable, Sendable {
  case paper(IdentityKind)
  case other(Other)

  package enum Other: String, Hashable, Sendable, CaseIterable {
    /// The fifteen digits used before 1999, for look-ups only.
    case oldResidentID
    case organisationCode, registrationNumber
    /// Papers of which only length and characters are known.
    case policeID, studentID, householdRegister, drivingLicence, travelDocument, residencePermit
    case mobile, landline, phone, postcode
    case itemCode, implementationCode, handlingCode, caseNumber, shortNumber, documentNumber
    case projectCode
  }

  /// By its name (residentID), or by its code in the exchange with other systems (111).
  package init?(_ name: String) {
    if let kind = IdentityKind(rawValue: name) {
      self = .paper(kind)
    } else if let other = Other(rawValue: name) {
      self = .other(other)
    } else if let kind = Self.byExchangeCode[name] {
      self = kind
    } else {
      return nil
    }
  }

  package static let all: [NumberKind] =
    IdentityKind.allCases.map(NumberKind.paper) + Other.allCases.map(NumberKind.other)

  package var name: String {
    switch self {
    case .paper(let kind): kind.rawValue
    case .other(let other): other.rawValue
    }
  }

  /// The kinds of paper in exchange files (GA/T 2000.156).
  private static let byExchangeCode: [String: NumberKind] = [
    "111": .paper(.residentID), "112": .paper(.residentID), "113": .other(.householdRegister),
    "114": .paper(.militaryID), "115": .other(.policeID), "117": .paper(.birthCertificate),
    "133": .other(.studentID), "154": .paper(.hkmtResidence), "233": .paper(.militaryID),
    "335": .other(.drivingLicence), "411": .paper(.passport), "412": .paper(.passport),
    "413": .paper(.passport), "414": .paper(.passport), "415": .other(.travelDocument),
    "420": .paper(.foreignPassport), "421": .paper(.foreignPassport),
    "511": .paper(.taiwanPermit), "513": .paper(.hongKongMacauTravelPermit),
    "516": .paper(.hongKongMacauPermit), "517": .paper(.taiwanTravelPermit),
    "553": .paper(.foreignPermanentResidence), "554": .other(.residencePermit),
    "990": .paper(.other), "001": .paper(.creditCode), "002": .other(.organisationCode),
    "003": .other(.registrationNumber),
  ]
}

extension NumberKind {
  /// The first thing wrong with a number, taken as it is spelt; nil if it holds.
  ///
  /// Small letters and blanks at the ends are forgiven, everything else counts.
  package func problem(with text: String, on today: LocalDate) -> CodeProblem? {
    let number = spelt(text)
    switch self {
    case .paper(let kind):
      if kind == .hongKongMacauPermit, number.utf8.count == 11,
        !String(number.suffix(2)).hasOnlyDigits
      {
        return CodeProblem(.characters)
      }
      return Identity(kind: kind, number: number).problem(on: today).map { CodeProblem($0) }
    case .other(let other): return other.problem(in: number)
    }
  }

  /// What a clerk has typed or pasted, read as the desks read it: half-width, without blanks.
  package func read(_ text: String) -> String {
    switch self {
    case .paper(let kind): return Identity(kind: kind, number: text).number
    case .other(let other):
      let number = text.halfWidth.trimmingBlanks
      switch other {
      case .documentNumber, .policeID, .studentID: return number
      case .mobile, .landline, .phone, .projectCode:
        return String(number.filter { !$0.isWhitespace })
      case .oldResidentID, .organisationCode, .registrationNumber, .householdRegister,
        .drivingLicence, .travelDocument, .residencePermit, .postcode, .itemCode,
        .implementationCode, .handlingCode, .caseNumber, .shortNumber:
        return number.compact
      }
    }
  }

  /// Whether the number belongs to a person, so that it is masked wherever it is said again.
  package var isPersonal: Bool {
    switch self {
    case .paper(let kind): !kind.isOfOrganisation
    case .other(let other): other.isPersonal
    }
  }

  package var label: Words {
    switch self {
    case .paper(let kind): kind.label
    case .other(let other): other.label
    }
  }

  private var isFreeText: Bool {
    switch self {
    case .paper(.militaryID), .paper(.other), .other(.policeID), .other(.studentID),
      .other(.documentNumber):
      true
    case .paper, .other: false
    }
  }

  /// A character that cannot stand in such a number keeps its place as a question mark.
  private func spelt(_ text: String) -> String {
    let number = text.trimmingBlanks
    if isFreeText { return number }
    let allowsHyphen = isDivided
    return String(
      number.map { character in
        let isFit =
          character.isASCII && !character.isWhitespace && (allowsHyphen || character != "-")
        return isFit ? Character(character.uppercased()) : "?"
      })
  }

  private var isDivided: Bool {
    switch self {
    case .other(.landline), .other(.phone), .other(.mobile), .other(.projectCode): true
    case .paper, .other: false
    }
  }
}

extension NumberKind.Other {
  func problem(in number: String) -> CodeProblem? {
    switch self {
    case .oldResidentID: return ResidentID.problem(inOld: number).map { CodeProblem($0) }
    case .organisationCode: return RegistryCodes.organisationCodeProblem(in: number)
    case .registrationNumber: return RegistryCodes.registrationNumberProblem(in: number)
    case .policeID, .studentID: return shape(NumberShapes(textOf: 2...20), number)
    case .householdRegister: return shape(NumberShapes(anyOf: 6...18), number)
    case .drivingLicence: return shape(NumberShapes(anyOf: 8...18), number)
    case .travelDocument, .residencePermit: return shape(NumberShapes(anyOf: 5...18), number)
    case .mobile: return phone(number, isMobile: true)
    case .landline: return phone(number, isMobile: false)
    case .phone: return RegistryCodes.phoneProblem(in: number)
    case .postcode: return RegistryCodes.postcodeProblem(in: number)
    case .itemCode: return ItemCode.problem(in: number)
    case .implementationCode: return ImplementationCode.problem(in: number)
    case .handlingCode: return HandlingCode.problem(in: number)
    case .caseNumber: return CaseNumber.problem(in: number)
    case .shortNumber: return ShortNumber.problem(in: number)
    case .documentNumber:
      do throws(CodeProblem) { _ = try DocumentNumber(number) } catch { return error }
      return nil
    case .projectCode: return RegistryCodes.projectCodeProblem(in: number)
    }
  }

  private func shape(_ shapes: NumberShapes, _ number: String) -> CodeProblem? {
    shapes.problem(in: number).map { CodeProblem($0) }
  }

  private func phone(_ number: String, isMobile: Bool) -> CodeProblem? {
    if let problem = RegistryCodes.phoneProblem(in: number) { return problem }
    return PhoneNumber(number)?.isMobile == isMobile ? nil : CodeProblem(.length)
  }

  var isPersonal: Bool {
    switch self {
    case .oldResidentID, .policeID, .studentID, .householdRegister, .drivingLicence,
      .travelDocument, .residencePermit, .mobile, .landline, .phone:
      true
    case .organisationCode, .registrationNumber, .postcode, .itemCode, .implementationCode,
      .handlingCode, .caseNumber, .shortNumber, .documentNumber, .projectCode:
      false
    }
  }

  var label: Words {
    switch self {
    case .oldResidentID: Words("15位旧身份证号码", "Resident ID of fifteen digits")
    case .organisationCode: Words("组织机构代码", "Organisation code")
    case .registrationNumber: Words("工商注册号", "Business registration number")
    case .policeID: Words("警官证", "Police ID")
    case .studentID: Words("学生证", "Student ID")
    case .householdRegister: Words("户口簿", "Household register")
    case .drivingLicence: Words("驾驶证", "Driving licence")
    case .travelDocument: Words("旅行证", "Travel document")
    case .residencePermit: Words("外国人居留证", "Residence permit of a foreigner")
    case .mobile: Words("手机号码", "Mobile number")
    case .landline: Words("固定电话", "Landline number")
    case .phone: Words("电话号码", "Phone number")
    case .postcode: Words("邮政编码", "Postcode")
    case .itemCode: Words("基本编码（12位）", "Item code (12)")
    case .implementationCode: Words("实施编码（31位）", "Implementation code (31)")
    case .handlingCode: Words("业务办理项编码（33位）", "Handling code (33)")
    case .caseNumber: Words("办件编号（43位）", "Case number (43)")
    case .shortNumber: Words("短件号", "Short number of a case")
    case .documentNumber: Words("文号", "Document number")
    case .projectCode: Words("投资项目代码", "Investment project code")
    }
  }
}
