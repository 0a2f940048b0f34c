import Casework
import Deskwork

/// Who may do what, as the code has it.
struct RolesCommand {
  let invocation: Invocation

  func run() -> ExitStatus {
    invocation.output.say(
      invocation.isJSON ? Self.json.line : Self.text(in: invocation.language))
    return .done
  }

  private static let roles = ClerkRole.allCases

  static func text(in language: Language) -> String {
    [
      powers(language), section(Words("范围", "Reach"), language, reaches),
      section(
        Words("职责分离", "Two hands"), language,
        Separation.allCases.map { ($0.words, Words($0.rawValue, $0.rawValue)) }),
      section(Words("岗位对照", "Posts of a hall"), language, posts),
    ].joined(separator: "\n\n")
  }

  private static func powers(_ language: Language) -> String {
    let labels = Power.allCases.map { displayWidth($0.label[language]) }.max() ?? 0
    let names = Power.allCases.map(\.rawValue.count).max() ?? 0
    func line(_ label: String, _ name: String, _ cells: [String]) -> String {
      trimmed(
        padded(label, to: labels + 1) + padded(name, to: names + 1)
          + cells.map { padded($0, to: 3) }.joined())
    }
    let legend = roles.map { "\($0.letter[language]) \($0.label[language])" }
      .joined(separator: language == .zh ? "，" : ", ")
    let yes = language == .zh ? "是" : "x"
    let rows = Power.allCases.map { power in
      line(
        power.label[language], power.rawValue,
        roles.map { power.roles.contains($0) ? yes : "." })
    }
    return ([wrapped(legend, to: 80), "", line("", "", roles.map { $0.letter[language] })] + rows)
      .joined(separator: "\n")
  }

  private static func section(
    _ heading: Words, _ language: Language, _ lines: [(Words, Words)]
  ) -> String {
    let shown = lines.map { first, second in
      wrapped("\(first[language])  \(second[language])", to: 78)
        .split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
    }
    return ([heading[language]] + shown).joined(separator: "\n")
  }

  private static var reaches: [(Words, Words)] {
    roles.map { ($0.label, $0.reach.words) }
  }

  private static var posts: [(Words, Words)] {
    HallPost.allCases.map { post in
      let roles = post.roles.map(\.label)
      return (
        post.label,
        roles.isEmpty
          ? Words("演示大厅中任一岗位", "any role, in a demo hall")
          : Words(
            roles.map(\.zh).joined(separator: "、"), roles.map(\.en).joined(separator: ", "))
      )
    }
  }

  private static var json: JSONValue {
    func words(_ words: Words) -> JSONValue { ["zh": .text(words.zh), "en": .text(words.en)] }
    func names(_ roles: [ClerkRole]) -> JSONValue { .array(roles.map { .text($0.rawValue) }) }
    return [
      "roles": .array(
        roles.map {
          [
            "name": .text($0.rawValue), "label": words($0.label),
            "reach": .text($0.reach.text),
          ]
        }),
      "powers": .array(
        Power.allCases.map { power in
          [
            "name": .text(power.rawValue), "label": words(power.label),
            "roles": names(roles.filter { power.roles.contains($0) }),
          ]
        }),
      "separation": .array(
        Separation.allCases.map {
          ["refusal": .text($0.rawValue), "rule": words($0.words)]
        }),
      "posts": .array(
        HallPost.allCases.map { ["label": words($0.label), "roles": names($0.roles)] }),
    ]
  }
}

extension ClerkRole {
  /// At the head of a narrow column.
  fileprivate var letter: Words {
    switch self {
    case .generalCounter: Words("综", "G")
    case .examiner: Words("承", "E")
    case .approver: Words("审", "A")
    case .release: Words("出", "R")
    case .supervisor: Words("监", "S")
    case .itemManager: Words("项", "I")
    case .hallManager: Words("厅", "H")
    case .townshipOperator: Words("镇", "T")
    }
  }

  /// What somebody of the role sees, asked of the rule itself.
  fileprivate var reach: RoleReach {
    let clerk = Clerk(
      id: "", name: Words("", ""), role: self, department: "-", township: Words("-", "-"))
    return switch clerk.reach {
    case .hall: .hall
    case .department: .department
    case .township: .township
    }
  }
}

private enum RoleReach {
  case hall, department, township

  var text: String {
    switch self {
    case .hall: "hall"
    case .department: "department"
    case .township: "township"
    }
  }

  var words: Words {
    switch self {
    case .hall: Words("全大厅", "the whole hall")
    case .department:
      Words("本部门的事项，以及请本部门参加的办件", "the department's items, and cases it takes part in")
    case .township: Words("本镇收件上报的办件", "what the town took in and sent up")
    }
  }
}
