import Casework
import WorkCalendar

/// What a number turned out to be.
struct NumberFinding {
  /// Every kind it holds as; if there is none, the one it was most likely meant to be.
  struct Reading {
    var kind: NumberKind
    var number: String
    var problem: CodeProblem?
  }

  var readings: [Reading]
  private let text: String

  init(_ text: String, as asked: NumberKind?, on today: LocalDate) {
    self.text = text
    let likely = asked.map { [$0] } ?? NumberKind.likely(for: text)
    let all = likely.map { kind in
      let number = kind.read(text)
      return Reading(kind: kind, number: number, problem: kind.problem(with: number, on: today))
    }
    let holding = all.filter { $0.problem == nil }
    readings = holding.isEmpty ? Array(all.prefix(1)) : holding
  }

  var holds: Bool { readings.contains { $0.problem == nil } }

  var json: JSONValue {
    guard let first = readings.first else { return ["valid": false, "reason": "length"] }
    var members: [JSONValue.Member] = [.init("kind", .text(first.kind.name))]
    members.append(.init("valid", .bool(first.problem == nil)))
    if let problem = first.problem {
      members.append(.init("reason", .text(problem.reason.rawValue)))
    }
    return .object(members)
  }

  func text(_ language: Language) -> String {
    guard !readings.isEmpty else {
      return Words(
        "\(mask(text))：看不出是哪一种号码；用 --kind 指明。",
        "\(mask(text)): nothing this program knows looks like it; name it with --kind.")[language]
    }
    // What may be a person's number is masked as whatever else it holds.
    let isPersonal = readings.contains { $0.kind.isPersonal }
    return readings.map { $0.text(language, isMasked: isPersonal) }.joined(separator: "\n")
  }
}

extension NumberFinding.Reading {
  func text(_ language: Language, isMasked: Bool) -> String {
    let shown = isMasked ? mask(number) : number
    let name = kind.label[language]
    if let problem {
      return Words(
        "\(shown)  \(name)：不成立，\(problem.sentence.zh)",
        "\(shown)  \(name): does not hold. \(problem.sentence.en)")[language]
    }
    let verdict = Words("\(shown)  \(name)：成立", "\(shown)  \(name): holds")[language]
    let facts = kind.facts(of: number).map { "  " + $0[language] }
    return ([verdict] + facts).joined(separator: "\n")
  }
}

/// The beginning and the end of a number, so that its owner knows it again and nobody else does.
private func mask(_ number: String) -> String {
  Identity(kind: .other, number: number).maskedNumber
}
