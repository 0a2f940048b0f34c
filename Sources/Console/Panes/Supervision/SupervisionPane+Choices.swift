import Casework
import Deskwork
import TerminalUI

extension SupervisionPane {
  /// Takes what was chosen of a list; false if it was none of ours.
  static func pick(_ state: inout State, _ choice: String) -> Bool {
    let parts = choice.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let value = String(parts[1])
    switch parts[0] {
    case "department": state.scope = value.isEmpty ? .all : .department(DepartmentID(value))
    case "rule": state.rule = SupervisionRuleCode(rawValue: value)
    default: return false
    }
    return true
  }

  /// The departments by how many cards show against them.
  static func departments(_ state: State, _ context: Context) -> Choice {
    let cards = { (id: DepartmentID) in
      state.counts.filter { $0.department == id }.reduce(0) { $0 + $1.count }
    }
    let departments = context.departments.keys
      .map { (id: $0, cards: cards($0), inbox: context.counts[.inbox($0)] ?? 0) }
      .sorted { ($1.cards, $1.inbox, $0.id) < ($0.cards, $0.inbox, $1.id) }
    return Choice(
      heading: context.say("看哪个部门", "Which department"),
      options: [
        .init(context.say("全部部门", "All departments"), onChosen: [.pick("department=")])
      ]
        + departments.map { department in
          .init(
            context.name(department.id),
            detail: context.say(
              "提醒和牌 \(department.cards)  待办 \(department.inbox)",
              "\(department.cards) cards, \(department.inbox) in the inbox"),
            onChosen: [.pick("department=\(department.id)")])
        })
  }

  static func rules(_ state: State, _ context: Context) -> Choice {
    let words = context.cardWords()
    return Choice(
      heading: context.say("看哪条规则", "Which rule"),
      options: [.init(context.say("全部规则", "All rules"), onChosen: [.pick("rule=")])]
        + SupervisionRuleCode.allCases.map { code in
          let count = state.counts.filter { $0.rule == code }.reduce(0) { $0 + $1.count }
          let isInForce = context.rulebook?.rule(code)?.isInForce ?? false
          return .init(
            context.say(words.title(code)), detail: "\(count)",
            reason: isInForce ? nil : context.say("这条规则没有启用", "This rule is not in force"),
            onChosen: [.pick("rule=\(code.rawValue)")])
        })
  }
}

extension SupervisionRecord {
  /// Open orders whose card has cleared since.
  func ordersWithout(_ cards: [Card]) -> [FollowUp] {
    orders.filter { order in order.isOpen && !cards.contains { $0.key == order.card } }
  }
}

extension Context {
  /// The words of cards, with the names a case gives to its steps.
  func cardWords(about open: OpenCase? = nil) -> CardWords {
    CardWords(
      names: names(about: open), rulebook: rulebook, calendar: calendar, today: today)
  }

  /// The cards a case shows today.
  func cards(of open: OpenCase) -> [Card] {
    let history = open.history.compactMap { record -> (CaseEvent, Stamp)? in
      guard case .file(let event) = record.event else { return nil }
      return (event, record.stamp)
    }
    return open.file.cards(on: today, history: history, under: rules(under: open.sheet))
  }
}
