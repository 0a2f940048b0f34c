import Casework
import Deskwork
import TerminalUI

extension FilePane {
  static func keys(_ context: Context) -> KeyTable<State, Message> {
    KeyTable(acts(context) + moves(context))
  }

  private static func acts(_ context: Context) -> [KeyBinding<State, Message>] {
    let group = context.say("办理", "Acts")
    return [
      KeyBinding(
        [.function(4)], .claimed, label: context.say("领取", "Claim"),
        sentence: context.say("领取本件; 自己领的再按就退回", "Claim the case; your own is given back"),
        group: group, priority: 10, availability: { of($0, context, \.claimReason) }),
      KeyBinding(
        [.function(6)], .mainAct, label: context.say("办理", "Handle"),
        sentence: context.say(
          "办这一步的事: 收件、签意见、作决定、上报、制证、出件", "Do what the step asks, at whichever desk it is"),
        group: group, priority: 11, availability: { of($0, context, \.mainReason) }),
      KeyBinding(
        [.function(7)], .correction, label: context.say("补正", "Correct"),
        sentence: context.say(
          "审查中要求申请人补正, 事项允许时才可以", "Ask the applicant for a correction, where the item allows it"),
        group: group, priority: 15, availability: { of($0, context, \.correctionReason) }),
      KeyBinding(
        [.function(8)], .specialProcedure, label: context.say("特别程序", "Special"),
        sentence: context.say(
          "开始或结束特别程序, 期间停止计时", "Start or end a special procedure; the clock stands still"),
        group: group, priority: 16, availability: { of($0, context, \.specialProcedureReason) }),
      KeyBinding(
        [.function(3)], .more, label: context.say("更多", "More"),
        sentence: context.say(
          "退回、延长、中止、终止、撤回、收费、评价、核查、报送、监察、补录",
          "Send back, extend, suspend, terminate, withdraw, fees, ratings, checks, cards, late entry"
        ),
        group: group, priority: 14, availability: { of($0, context) { _ in nil } }),
      KeyBinding(
        [.alt("l")], .lateEntry, label: context.say("补录", "Late entry"),
        sentence: context.say(
          "下一项办理此前已发生: 写明时间、原因、依据和共同负责人; 再按取消",
          "The next act happened earlier: when, why, by which paper, who vouches; again turns it off"
        ),
        group: group, availability: { of($0, context) { _ in nil } }),
    ]
  }

  private static func of(
    _ state: State, _ context: Context, _ reason: (CaseActs) -> String?
  ) -> Availability {
    guard let acts = acts(state, context) else {
      return .unavailable(context.say("没有打开的件", "No case is open"))
    }
    return reason(acts).map { .unavailable($0) } ?? .available
  }

  private static func moves(_ context: Context) -> [KeyBinding<State, Message>] {
    let group = context.say("本件", "This case")
    func move(_ keys: [Key], _ message: Message, _ zh: String, _ en: String) -> KeyBinding<
      State, Message
    > {
      KeyBinding(
        keys, message, label: context.say(zh, en), sentence: context.say(zh, en), group: group)
    }
    return [
      KeyBinding(
        [.tab, .right], .sectionMoved(by: 1), label: context.say("换页", "section"),
        sentence: context.say("下一部分: 概况、材料、流程、时限、文书、经过", "The next part of the case"),
        group: group, priority: 12),
      move([.backTab, .left], .sectionMoved(by: -1), "上一部分", "The part before"),
      KeyBinding(
        [.control("n")], .neighbour(by: 1), label: context.say("下件", "next"),
        sentence: context.say("列表里的下一件, 不用退回列表", "The next case of the list, without going back"),
        group: group, priority: 13, availability: neighbours(context)),
      KeyBinding(
        [.control("b")], .neighbour(by: -1), label: context.say("上件", "previous"),
        sentence: context.say("列表里的上一件", "The case before in the list"), group: group, priority: 17,
        availability: neighbours(context)),
      KeyBinding(
        [.enter], .entered, label: context.say("看明细", "look closer"),
        sentence: context.say(
          "在概况和时限页看期限逐日怎么数、试算; 在文书页读选中的文书",
          "In overview and clocks the count day by day; among papers read the document"),
        group: group, availability: detail(context)),
      KeyBinding(
        [.control("k"), .character("?")], .proved, label: context.say("期限", "clock"),
        sentence: context.say(
          "看为什么是这一天: 逐日计算和试算", "See why it is that day: the count day by day, and what if"),
        group: group, priority: 18, availability: { of($0, context) { _ in nil } }),
      KeyBinding(
        [.control("r")], .printed, label: context.say("打印", "print"),
        sentence: context.say(
          "打印选中期限的计算说明; 在文书页补打选中的文书, 文号不变, 记入经过",
          "Print the count of the selected clock, or the selected document again under its number"),
        group: group, availability: selection(context)),
      move([.down], .moved(by: 1), "往下", "down"),
      move([.up], .moved(by: -1), "往上", "up"),
      move([.pageDown], .movedPages(1), "往下一屏", "a page down"),
      move([.pageUp], .movedPages(-1), "往上一屏", "a page up"),
      move([.home], .movedToFirst, "到开头", "to the beginning"),
      move([.end], .movedToLast, "到末尾", "to the end"),
    ]
  }

  private static func neighbours(_ context: Context) -> @Sendable (State) -> Availability {
    { state in
      state.neighbours.count > 1
        ? .available
        : .unavailable(context.say("打开它的列表里只有这一件", "The list it came from has only this case"))
    }
  }

  private static func detail(_ context: Context) -> @Sendable (State) -> Availability {
    { state in
      state.section == .overview ? of(state, context) { _ in nil } : selection(context)(state)
    }
  }

  private static func selection(_ context: Context) -> @Sendable (State) -> Availability {
    { state in
      switch state.section {
      case .clocks:
        state.clocks.selected == nil
          ? .unavailable(context.say("还没有期限", "There is no clock yet")) : .available
      case .documents:
        state.document == nil
          ? .unavailable(context.say("还没有文书", "There are no documents yet")) : .available
      case .overview, .materials, .route, .history:
        .unavailable(
          context.say("先用左右键转到时限页或文书页", "Go to clocks or papers first (left, right)"))
      }
    }
  }
}
