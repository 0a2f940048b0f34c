import Casework
import Deskwork
import Glibc
import HallFiles
import WorkCalendar

/// The rules of supervision: shown as they are in force, and set anew from the data folder.
struct RulesCommand {
  let invocation: Invocation

  func run() throws(Complaint) -> ExitStatus {
    let words = invocation.arguments.operands
    if words.count > 1 { throw .usage(.surplus(words[1])) }
    switch words.first {
    case "show", nil: return try show()
    case "publish": return try publish()
    case let word?:
      throw .usage(.operandExpected(word, Words("show 或 publish", "show or publish")))
    }
  }

  private func show() throws(Complaint) -> ExitStatus {
    let hall = try OpenHall(administering: invocation)
    guard let rulebook = hall.desk.rulebook else {
      invocation.output.say(
        invocation.isJSON
          ? JSONValue.object([.init("version", .null), .init("rules", .array([]))]).line
          : invocation.say("还没有发布监察规则。", "No rules of supervision are published."))
      return .done
    }
    invocation.output.say(
      invocation.isJSON ? rulebook.json.line : rulebook.text(in: invocation.language))
    return .done
  }

  private func publish() throws(Complaint) -> ExitStatus {
    let hall = try OpenHall(working: invocation)
    let (desk, seat) = (hall.desk, try hall.seat(invocation))
    let data = try HallData(invocation)
    let read = try complaining { () throws(HallFileError) in try data.folder.rulebook() }
    guard let rulebook = read else {
      throw .usage(
        .operandExpected(
          "publish",
          Words("数据文件夹里有 supervision/rules.json", "supervision/rules.json in the data folder")))
    }
    let impact = try desk.complaining(in: invocation.language) { () throws(DeskRefusal) in
      try desk.permit(.publishRules, by: seat)
      return try desk.impact(of: rulebook)
    }
    guard !impact.changesNothing else { return say(impact, isPublished: false) }
    if !invocation.arguments.has(.yes) {
      guard isatty(STDIN_FILENO) == 1, !invocation.isJSON else { throw .usage(.yesNeeded) }
      invocation.output.say(sentence(impact))
      guard
        invocation.answersYes(
          to: invocation.say("发布以上规则？输入 y 发布：", "Publish these rules? Type y to do so:"))
      else {
        invocation.output.say(
          invocation.say("没有发布，什么也没有改变。", "Not published; nothing has changed."))
        return .refused
      }
    }
    let done = try desk.complaining(in: invocation.language) { () throws(DeskRefusal) in
      try desk.publish(rulebook, by: seat)
    }
    return say(done, isPublished: true)
  }

  private func say(_ impact: RulebookImpact, isPublished: Bool) -> ExitStatus {
    if invocation.isJSON {
      invocation.output.say(
        JSONValue.object([
          .init("ok", true), .init("published", .bool(isPublished)),
          .init("version", .number(impact.rulebook.version)),
          .init("before", levels(impact.before)), .init("after", levels(impact.after)),
        ]).line)
    } else if isPublished {
      invocation.output.say(
        sentence(impact) + "\n"
          + invocation.say(
            "已发布监察规则第\(impact.rulebook.version)版。",
            "Version \(impact.rulebook.version) of the rules is published."))
    } else {
      invocation.output.say(
        invocation.say("规则与现行的相同，没有改变。", "The rules are those in force; nothing has changed."))
    }
    return .done
  }

  private func sentence(_ impact: RulebookImpact) -> String {
    SupervisionLevel.allCases.reversed().map { level in
      let (was, now) = (impact.before[level] ?? 0, impact.after[level] ?? 0)
      return "\(level.label[invocation.language]) \(was) -> \(now)"
    }.joined(separator: invocation.say("，", ", "))
  }

  private func levels(_ counts: [SupervisionLevel: Int]) -> JSONValue {
    .object(
      SupervisionLevel.allCases.map { .init("\($0)", .number(counts[$0] ?? 0)) })
  }
}

extension Rulebook {
  fileprivate func text(in language: Language) -> String {
    let headings =
      [Words("规则", "Rule"), Words("事由", "Matter")] + SupervisionLevel.allCases.map(\.label)
    let rows = rules.flatMap { rule in
      rule.levels.enumerated().map { index, thresholds -> [String] in
        let off = rule.isInForce ? "" : Words("（停用）", " (off)")[language]
        let name = index == 0 ? "\(rule.code.rawValue) \(rule.name[language])\(off)" : ""
        return [name, thresholds.of?.label[language] ?? ""]
          + SupervisionLevel.allCases.map { thresholds[$0]?.words[language] ?? "-" }
      }
    }
    let head = Words(
      "监察规则第\(version)版，督办\(followUpReplyDays)个工作日内答复",
      "Rules of supervision, version \(version); follow-up orders are answered within \(followUpReplyDays) working days"
    )
    return head[language] + "\n\n" + table(headings.map { $0[language] }, rows)
  }

  fileprivate var json: JSONValue {
    .object([
      .init("version", .number(version)), .init("followUpReplyDays", .number(followUpReplyDays)),
      .init("rules", .array(rules.map(\.json))),
    ])
  }
}

extension SupervisionRule {
  fileprivate var json: JSONValue {
    .object([
      .init("code", .text(code.rawValue)), .init("name", .text(name.zh)),
      .init("isInForce", .bool(isInForce)),
      .init(
        "levels",
        .array(
          levels.map { thresholds in
            .object(
              (thresholds.of.map { [.init("of", .text($0.rawValue))] } ?? [])
                + SupervisionLevel.allCases.compactMap { level in
                  thresholds[level].map { .init("\(level)", $0.json) }
                })
          })),
    ])
  }
}

extension Threshold {
  fileprivate var json: JSONValue {
    .object(
      [.init("when", .text(when.rawValue))]
        + (amount.map { [.init("amount", .number($0))] } ?? []))
  }
}
