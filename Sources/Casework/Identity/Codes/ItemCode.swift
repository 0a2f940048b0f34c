/// The twelve characters by which the whole country knows an item (511A07004003).
package struct ItemCode: Hashable, Sendable {
  package let text: String

  package init(_ text: String) throws(CodeProblem) {
    self.text = try CodeProblem.demandNone(in: text, Self.problem)
  }

  /// 00 for the whole country.
  package var province: String { text.part(0, 2) }
  /// A value of the table of types, which regions extend.
  package var type: String { text.part(2, 4) }
  package var organ: String { text.part(4, 6) }
  package var mainItem: String { text.part(6, 9) }
  package var subItem: String { text.part(9, 12) }

  static let label = Words("基本编码", "item code")

  static func problem(in code: String) -> CodeProblem? {
    guard code.utf8.count == 12 else { return CodeProblem(.length, in: label) }
    let type = code.part(2, 4).utf8
    guard code.part(0, 2).hasOnlyDigits, type.allSatisfy({ $0.isDigit || $0.isUpperLetter }),
      code.part(4, 12).hasOnlyDigits
    else { return CodeProblem(.characters, in: label) }
    let province = Int(code.part(0, 2)) ?? -1
    return province == 0 || ResidentID.provinces.contains(province) || province == corps
      ? nil : CodeProblem(.region, in: label)
  }

  /// The Xinjiang Production and Construction Corps has a code of its own.
  private static let corps = 66
}

/// Which level of government an item is exercised at.
package enum ExerciseLevel: String, Hashable, Sendable, CaseIterable {
  case country = "1"
  case province = "2"
  case city = "3"
  case county = "4"
  case township = "5"
  case village = "6"
  /// Several levels manage it together.
  case shared = "9"

  package var label: Words {
    switch self {
    case .country: Words("国家级", "national")
    case .province: Words("省级", "provincial")
    case .city: Words("市级", "municipal")
    case .county: Words("县级", "county")
    case .township: Words("镇（乡、街道）级", "township")
    case .village: Words("村（社区）级", "village")
    case .shared: Words("分级管理", "several levels")
    }
  }
}

/// The thirty-one characters of an item as one authority carries it out.
package struct ImplementationCode: Hashable, Sendable {
  package let text: String

  package init(_ text: String) throws(CodeProblem) {
    self.text = try CodeProblem.demandNone(in: text, Self.problem)
  }

  /// The authority's unified social credit code.
  package var authority: String { text.part(0, 18) }
  package var level: ExerciseLevel? { ExerciseLevel(rawValue: text.part(18, 19)) }
  package var itemCode: String { text.part(19, 31) }

  static let label = Words("实施编码", "implementation code")

  static func problem(in code: String) -> CodeProblem? {
    guard code.utf8.count == 31 else { return CodeProblem(.length, in: label) }
    let authority = CreditCode.problem(in: code.part(0, 18)).map {
      CodeProblem($0, in: IdentityKind.creditCode.label)
    }
    let level =
      ExerciseLevel(rawValue: code.part(18, 19)) == nil
      ? CodeProblem(.characters, in: Words("行使层级", "level of exercise")) : nil
    return CodeProblem.first([authority, level, ItemCode.problem(in: code.part(19, 31))])
  }
}

/// The thirty-three characters of one way to handle an item.
package struct HandlingCode: Hashable, Sendable {
  package let text: String

  package init(_ text: String) throws(CodeProblem) {
    self.text = try CodeProblem.demandNone(in: text, Self.problem)
  }

  package var implementation: String { text.part(0, 31) }
  package var serial: String { text.part(31, 33) }

  static let label = Words("业务办理项编码", "handling code")

  static func problem(in code: String) -> CodeProblem? {
    guard code.utf8.count == 33 else { return CodeProblem(.length, in: label) }
    let serial =
      code.part(31, 33).hasOnlyDigits
      ? nil : CodeProblem(.characters, in: Words("顺序号", "serial"))
    return CodeProblem.first([ImplementationCode.problem(in: code.part(0, 31)), serial])
  }
}
