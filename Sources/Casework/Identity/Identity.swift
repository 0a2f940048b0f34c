package import WorkCalendar

/// What is wrong with a number.
package enum IdentityProblem: String, Hashable, Sendable, Codable, CaseIterable {
  case length, characters, region, date, checkDigit

  package var sentence: Words {
    switch self {
    case .length: Words("号码长度不对", "The number has the wrong length")
    case .characters: Words("有不该出现的字符", "The number has a character that cannot stand there")
    case .region: Words("地区代码不存在", "There is no such region code")
    case .date: Words("出生日期不存在", "The date of birth cannot be right")
    case .checkDigit: Words("校验位不符", "The check digit does not fit")
    }
  }
}

/// How a number stands while it is being typed.
package enum IdentityExpectation: Hashable, Sendable {
  /// Right so far; more characters are to come.
  case unfinished
  case complete
  /// Wrong already, whatever follows.
  case wrong(IdentityProblem)
}

/// A paper and its number, spelt the way the paper spells it.
package struct Identity: Hashable, Sendable, Codable {
  package let kind: IdentityKind
  package let number: String

  package init(kind: IdentityKind, number: String) {
    self.kind = kind
    self.number = kind.normalised(number)
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      kind: try container.decode(IdentityKind.self, forKey: .kind),
      number: try container.decode(String.self, forKey: .number))
  }

  private enum CodingKeys: String, CodingKey { case kind, number }
}

extension Identity {
  /// The first thing wrong with the number, nil if it holds.
  package func problem(on today: LocalDate) -> IdentityProblem? {
    switch kind {
    case .residentID: return ResidentID.problem(in: number, on: today)
    case .creditCode: return CreditCode.problem(in: number)
    case .hkmtResidence:
      return ResidentID.problem(in: number, on: today, regions: ["810000", "820000", "830000"])
    case .hongKongMacauPermit, .taiwanPermit, .passport, .foreignPassport,
      .foreignPermanentResidence, .hongKongMacauTravelPermit, .taiwanTravelPermit, .militaryID,
      .birthCertificate, .other:
      return kind.shapes.problem(in: number)
    }
  }

  /// What can be said of a number that may not be typed to its end yet.
  package func expectation(on today: LocalDate) -> IdentityExpectation {
    guard let problem = problem(on: today) else { return .complete }
    guard problem == .length else { return .wrong(problem) }
    if number.isEmpty { return .unfinished }
    let early: IdentityProblem? =
      switch kind {
      case .residentID, .hkmtResidence: ResidentID.problem(inBeginning: number, on: today)
      case .creditCode: CreditCode.problem(inBeginning: number)
      case .hongKongMacauPermit, .taiwanPermit, .passport, .foreignPassport,
        .foreignPermanentResidence, .hongKongMacauTravelPermit, .taiwanTravelPermit, .militaryID,
        .birthCertificate, .other:
        kind.shapes.problem(inBeginning: number)
      }
    return early.map(IdentityExpectation.wrong) ?? .unfinished
  }

  /// The kind a bare number most likely is: a resident ID, a credit code, or nothing sure.
  package static func guess(_ text: String, on today: LocalDate) -> Identity? {
    for kind in [IdentityKind.residentID, .creditCode] {
      let identity = Identity(kind: kind, number: text)
      if identity.problem(on: today) == nil { return identity }
    }
    return nil
  }
}
