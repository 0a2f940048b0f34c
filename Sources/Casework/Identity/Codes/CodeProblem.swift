/// What is wrong with a code, and in which part of it.
package struct CodeProblem: Error, Hashable, Sendable {
  package var reason: IdentityProblem
  /// The part it is wrong in; nil where it is the code as a whole.
  package var part: Words?

  package init(_ reason: IdentityProblem, in part: Words? = nil) {
    self.reason = reason
    self.part = part
  }

  package var sentence: Words {
    guard let part else { return reason.sentence }
    let said = reason == .date ? Words("日期不存在", "There is no such day") : reason.sentence
    return Words("\(part.zh)：\(said.zh)", "\(part.en): \(said.en)")
  }

  /// A code as people write it, in the one spelling it is kept in.
  static func demandNone(
    in text: String, _ problem: (String) -> CodeProblem?
  ) throws(CodeProblem) -> String {
    let code = text.halfWidth.compact
    if let problem = problem(code) { throw problem }
    return code
  }

  /// Length before characters, then the region, the date, the check digit, wherever each is found.
  static func first(_ problems: [CodeProblem?]) -> CodeProblem? {
    let found = problems.compactMap { $0 }
    for reason in IdentityProblem.allCases {
      if let problem = found.first(where: { $0.reason == reason }) { return problem }
    }
    return nil
  }
}

extension String {
  /// The characters in places from..<to; the code has been found long enough.
  func part(_ from: Int, _ to: Int) -> String {
    String(dropFirst(from).prefix(to - from))
  }

  var hasOnlyDigits: Bool { utf8.allSatisfy(\.isDigit) }
}
