import Casework
import Deskwork
import TerminalUI

extension InboxPane {
  static func keys(_ context: Context) -> KeyTable<State, Message> {
    KeyTable(acts(context) + moves(context))
  }

  private static func acts(_ context: Context) -> [KeyBinding<State, Message>] {
    let group = context.say("办理", "Acts")
    return [
      KeyBinding(
        [.function(4)], .claimed, label: context.say("领取", "Claim"),
        sentence: context.say(
          "领取选中或标记的件; 自己领的再按就退回", "Claim the selected or marked cases; your own are given back"),
        group: group, priority: 10,
        availability: { $0.marked.isEmpty ? of($0, context, \.claimReason) : .available }),
      KeyBinding(
        [.function(6)], .mainAct, label: context.say("办理", "Handle"),
        sentence: context.say(
          "办这一步的事: 签意见、作决定、上报、制证", "Do what the step asks: opinion, decision, referral, certificate"
        ),
        group: group, priority: 11, availability: { of($0, context, \.mainReason) }),
      KeyBinding(
        [.function(7)], .correction, label: context.say("补正", "Correct"),
        sentence: context.say(
          "审查中要求申请人补正, 事项允许时才可以", "Ask the applicant for a correction, where the item allows it"),
        group: group, priority: 12, availability: { of($0, context, \.correctionReason) }),
      KeyBinding(
        [.function(8)], .specialProcedure, label: context.say("特别程序", "Special"),
        sentence: context.say(
          "开始或结束特别程序, 期间停止计时", "Start or end a special procedure; the clock stands still"),
        group: group, priority: 13, availability: { of($0, context, \.specialProcedureReason) }),
      KeyBinding(
        [.function(3)], .more, label: context.say("更多", "More"),
        sentence: context.say(
          "退回环节、延长、中止、恢复、终止、撤回", "Send back, extend, suspend, resume, terminate, withdraw"),
        group: group, priority: 14, availability: { of($0, context) { _ in nil } }),
    ]
  }

  /// What the rules say of an act on the selected case.
  private static func of(
    _ state: State, _ context: Context, _ reason: (CaseActs) -> String?
  ) -> Availability {
    guard state.department(context) != nil else {
      return .unavailable(context.say("请先选一个部门(回车)", "Choose a department first (Enter)"))
    }
    guard let acts = acts(state, context) else {
      return .unavailable(context.say("请先用上下键选一件", "Select a case first"))
    }
    return reason(acts).map { .unavailable($0) } ?? .available
  }

  private static func moves(_ context: Context) -> [KeyBinding<State, Message>] {
    let group = context.say("列表", "List")
    func move(_ keys: [Key], _ message: Message, _ zh: String, _ en: String) -> KeyBinding<
      State, Message
    > {
      KeyBinding(
        keys, message, label: context.say(zh, en), sentence: context.say(zh, en), group: group)
    }
    return [
      KeyBinding(
        [.character(" ")], .marked, label: context.say("选", "mark"),
        sentence: context.say("标记几件, 再一起领取", "Mark several, then claim them together"),
        group: group,
        priority: 20, availability: markable(context)),
      KeyBinding(
        [.enter], .opened, label: context.say("开", "open"),
        sentence: context.say("打开选中的件", "Open the selected case"), group: group, priority: 21),
      KeyBinding(
        [.control("k"), .character("?")], .proved, label: context.say("期限", "clock"),
        sentence: context.say(
          "看为什么是这一天: 逐日计算和试算", "See why it is that day: the count day by day, and what if"),
        group: group, priority: 24,
        availability: { state in
          state.selectedCase == nil
            ? .unavailable(context.say("请先用上下键选一件", "Select a case first")) : .available
        }),
      KeyBinding(
        [.tab], .scopeChanged, label: context.say("全部/未领/我的", "all/free/mine"),
        sentence: context.say("换着看全部、未领、我的", "Show all, unclaimed or your own"), group: group,
        priority: 22),
      KeyBinding(
        [.character("/"), .control("f")], .filterOpened, label: context.say("筛选", "filter"),
        sentence: context.say(
          "边输边筛: 件号、事项、申请人、经办人; Esc 取消", "Narrow as you type: number, item, applicant; Esc clears"),
        group: group, priority: 23),
      KeyBinding(
        [.control("d")], .departmentWanted, label: context.say("部门", "department"),
        sentence: context.say(
          "不在部门的人选看哪个部门的待办", "Who belongs to no department chooses whose inbox to see"),
        group: group,
        availability: { _ in
          context.seat.clerk.department == nil
            ? .available
            : .unavailable(
              context.say("只能看本部门的待办", "You see the inbox of your own department"))
        }),
      move([.down, .control("n")], .moved(by: 1), "下一件", "next case"),
      move([.up, .control("b")], .moved(by: -1), "上一件", "previous case"),
      move([.pageDown], .movedPages(1), "下一页", "a page down"),
      move([.pageUp], .movedPages(-1), "上一页", "a page up"),
      move([.home], .movedToFirst, "最急的一件", "the most urgent"),
      move([.end], .movedToLast, "最后一件", "the last"),
    ]
  }

  private static func markable(_ context: Context) -> @Sendable (State) -> Availability {
    { state in
      guard let row = state.selected else {
        return .unavailable(context.say("请先用上下键选一件", "Select a case first"))
      }
      guard context.seat.clerk.department == row.department else {
        return .unavailable(context.say("只有本部门的人可以领取", "Only the department itself can claim it"))
      }
      guard let clerk = row.claimedBy, !context.hasLapsed(row) else { return .available }
      let name = context.name(clerk)
      return .unavailable(context.say("\(name)已领取, 不能标记", "\(name) has claimed it"))
    }
  }
}
