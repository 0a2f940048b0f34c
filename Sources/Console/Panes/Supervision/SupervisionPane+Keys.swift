import Casework
import Deskwork
import TerminalUI

extension SupervisionPane {
  static func keys(_ context: Context) -> KeyTable<State, Message> {
    let group = context.say("监察", "Supervision")
    return KeyTable(
      [
        KeyBinding(
          [.enter], .opened, label: context.say("打开", "Open"),
          sentence: context.say("打开办件，看谁做了什么、期限怎么算", "Open the case: who did what, and every date"),
          group: group, priority: 10,
          availability: { state in
            state.selectedID == nil ? .unavailable(nothingSelected(context)) : .available
          }),
        KeyBinding(
          [.function(6)], .handled, label: context.say("处理", "Handle"),
          sentence: context.say(
            "对选中的牌: 督办、升级、办结、裁定，或答复督办、申诉",
            "About the card: order a follow-up, escalate, close, rule, or answer it, appeal"),
          group: group, priority: 11,
          availability: { state in
            cardActs(state, context) == nil
              ? .unavailable(context.say("请先选中一张牌", "Select a card first")) : .available
          }),
        KeyBinding(
          [.tab], .turned, label: context.say("牌/件", "Cards/cases"),
          sentence: context.say("在牌和全部在办件之间切换", "Turn between cards and all open cases"),
          group: group, priority: 12),
        KeyBinding(
          [.function(4)], .departmentAsked, label: context.say("部门", "Department"),
          sentence: context.say("只看一个部门的", "Show one department only"), group: group,
          priority: 13),
        KeyBinding(
          [.function(3)], .ruleAsked, label: context.say("规则", "Rule"),
          sentence: context.say("只看一条规则的牌", "Show the cards of one rule only"), group: group,
          priority: 14, availability: { ofCards($0, context) }),
        KeyBinding(
          [.right], .levelMoved(by: 1), label: context.say("更重", "Graver"),
          sentence: context.say(
            "只看更重的: 黄牌以上、红牌以上、超法定", "Only graver ones: yellow, red, past the law"),
          group: group, priority: 16, availability: { ofCards($0, context) }),
        KeyBinding(
          [.left], .levelMoved(by: -1), label: context.say("更轻", "Milder"),
          sentence: context.say("把较轻的也显示出来", "Show milder ones as well"), group: group,
          priority: 17, availability: { ofCards($0, context) }),
        KeyBinding(
          [.character(" ")], .explained, label: context.say("依据", "Why"),
          sentence: context.say(
            "这张牌的规则、计算、过线时在谁手里、各方历时",
            "Its rule, its count, who held the case when it crossed, and for how long"),
          group: group, priority: 15, availability: { ofCards($0, context) }),
        KeyBinding(
          [.function(7)], .freed, label: context.say("收回领取", "Free the claim"),
          sentence: context.say(
            "把被领走的任务放回部门待办，须写理由", "Put a claimed task back into its inbox, with a reason"),
          group: group, priority: 18,
          availability: { state in
            guard let open = state.openSelected else {
              return .unavailable(nothingSelected(context))
            }
            let claimed = open.file.stepRecord?.claims.first?.department
            let reason = context.reason(
              against: .freeClaim(claimed ?? open.file.department, reason: "-"), on: open)
            return reason.map { .unavailable($0) } ?? .available
          }),
      ] + ListKeys.bindings(context) { .moved($0) })
  }

  private static func nothingSelected(_ context: Context) -> String {
    context.say("请先用上下键选中一件", "Select a case with the arrows first")
  }

  private static func ofCards(_ state: State, _ context: Context) -> Availability {
    state.section == .cards
      ? .available
      : .unavailable(context.say("先按 Tab 转到牌", "Turn to the cards with Tab first"))
  }

  /// What can be done about the selected card.
  static func cardActs(_ state: State, _ context: Context) -> CardActs? {
    guard state.section == .cards, let row = state.cards.selected, let open = state.openSelected
    else { return nil }
    return CardActs(
      open: open, card: row.watch.card, department: row.watch.department, context: context)
  }

  static func selectedCard(_ state: State, _ context: Context) -> Card? {
    guard let key = state.cards.selected?.watch.card, let open = state.openSelected else {
      return nil
    }
    return context.cards(of: open).first { $0.key == key }
  }
}
