import Casework
import WorkCalendar

/// Says what a number is and whether it holds: one for a person, or one a line for a program.
struct NumberCheckCommand {
  let invocation: Invocation

  func run() throws(Complaint) -> ExitStatus {
    let today = HostClock.now.date
    let asked = try complaining { () throws(UsageProblem) in try kind() }
    guard let text = invocation.arguments.operands.first else {
      guard invocation.isJSON, asked == nil else {
        throw .usage(.operandMissing(.check, "NUMBER"))
      }
      return AnswerLines(invocation: invocation).run { value throws(Malformed) in
        let question = try NumberQuestion(value)
        return Self.json(question.kind.problem(with: question.number, on: today))
      }
    }
    let finding = NumberFinding(text, as: asked, on: today)
    if invocation.isJSON {
      invocation.output.say(finding.json.line)
    } else {
      invocation.output.say(finding.text(invocation.language))
    }
    return finding.holds ? .done : .refused
  }

  static func json(_ problem: CodeProblem?) -> JSONValue {
    guard let problem else { return ["valid": true] }
    return ["valid": false, "reason": .text(problem.reason.rawValue)]
  }

  private func kind() throws(UsageProblem) -> NumberKind? {
    guard let name = invocation.arguments[.kind] else { return nil }
    guard let kind = NumberKind(name) else {
      throw .valueExpected(.kind, name, NumberQuestion.knownKinds)
    }
    return kind
  }
}

/// One line of JSON: a number, and what it is meant to be.
struct NumberQuestion {
  var kind: NumberKind
  var number: String

  init(_ value: JSONValue) throws(Malformed) {
    var members = try Members(value)
    let name = try members.text("kind")
    guard let kind = NumberKind(name) else {
      throw members.wrong("kind", Self.knownKinds)
    }
    self.kind = kind
    number = try members.rawText("number")
    try members.finish()
  }

  static let knownKinds: Words = {
    let names = NumberKind.all.map(\.name).joined(separator: ", ")
    return Words("这些之一：\(names)", "one of: \(names)")
  }()
}
