import Casework
import Deskwork
import TerminalUI

extension TicketsPane {
  static func keys(_ context: Context) -> KeyTable<State, Message> {
    KeyTable(calling(context) + intake(context) + moving(context))
  }

  private static func calling(_ context: Context) -> [KeyBinding<State, Message>] {
    let group = context.say("叫号", "Tickets")
    return [
      KeyBinding(
        [.function(6)], .calledNext, label: context.say("叫下一个", "Call next"),
        sentence: context.say(
          "叫本窗口队列里等得最久的人", "Call whoever has waited longest in this counter's queue"),
        group: group, priority: 2, availability: { mayCallNext($0, context) }),
      KeyBinding(
        [.enter], .entered, label: context.say("叫号/到了/继续", "Call/arrived/resume"),
        sentence: context.say(
          "等候的:叫号;已叫的:人到了;办理中的:收件;草稿:继续填写",
          "Waiting: call; called: has arrived; being served: take in; draft: go on"),
        group: group, priority: 3, availability: { mayEnter($0, context) }),
      KeyBinding(
        [.character(" ")], .calledAgain, label: context.say("再叫", "Call again"),
        sentence: context.say("再叫一次选中的号", "Call the selected number once more"),
        group: group, priority: 5,
        availability: { state in
          may(state, context) { context.seat.counter.map { .call($0) } }
        }),
      KeyBinding(
        [.function(7)], .parked, label: context.say("挂起", "Park"),
        sentence: context.say(
          "请人先去办别的,稍后再叫", "Let the person do something first and call again later"),
        group: group, priority: 7,
        availability: { state in may(state, context) { .park(reason: "") } }),
      KeyBinding(
        [.function(4)], .passed, label: context.say("过号", "No-show"),
        sentence: context.say("叫了没人来", "Called, and nobody came"), group: group, priority: 8,
        availability: { state in may(state, context) { .pass } }),
      KeyBinding(
        [.function(3)], .finished, label: context.say("办完", "Done"),
        sentence: context.say("这个号办完了,人走了", "The number has been served and the person has left"),
        group: group, priority: 9, availability: { state in may(state, context) { .finish } }),
      KeyBinding(
        [.control("u")], .freed, label: context.say("收回号", "Free a number"),
        sentence: context.say(
          "把被叫走又没办的号放回原来的位置, 须写理由",
          "Put a number that was called and left back at its old place, with a reason"),
        group: group,
        availability: { state in
          guard let row = state.selected, row.state != .waiting else {
            return .unavailable(context.say("选中的号没有被叫走", "The selected number is not called"))
          }
          return may(state, context) { .free(reason: "-") }
        }),
      KeyBinding(
        [.control("n")], .gaveNumber, label: context.say("发号", "Give a number"),
        sentence: context.say(
          "给来人一个号, 打印号票", "Give somebody a number of a queue and print the slip"),
        group: group, priority: 10),
    ]
  }

  private static func intake(_ context: Context) -> [KeyBinding<State, Message>] {
    let group = context.say("收件", "Intake")
    return [
      KeyBinding(
        [.function(10)], .startedIntake, label: context.say("收件", "Take in"),
        sentence: context.say("为窗口前的人开始收件", "Start an intake for the person at the counter"),
        group: group, priority: 4, availability: { mayTakeIn($0, context) }),
      KeyBinding(
        [.function(8)], .startedWithoutTicket, label: context.say("无号收件", "No ticket"),
        sentence: context.say("不凭号开始收件", "Start an intake without a ticket"),
        group: group, priority: 6, availability: { _ in mayTakeIn(context) }),
      KeyBinding(
        [.delete], .discarded, label: context.say("弃草稿", "Discard"),
        sentence: context.say("放弃选中的草稿", "Discard the selected draft"), group: group,
        availability: { state in
          state.selectedDraft == nil
            ? .unavailable(context.say("选中的不是草稿", "The selected row is no draft")) : .available
        }),
    ]
  }

  private static func moving(_ context: Context) -> [KeyBinding<State, Message>] {
    let group = context.say("移动", "Moving")
    return [
      KeyBinding(
        [.up, .character("k")], .moved(by: -1), label: context.say("上一行", "Row above"), group: group
      ),
      KeyBinding(
        [.down, .character("j")], .moved(by: 1), label: context.say("下一行", "Row below"),
        group: group),
      KeyBinding([.pageUp], .paged(by: -1), label: context.say("上一页", "Page up"), group: group),
      KeyBinding([.pageDown], .paged(by: 1), label: context.say("下一页", "Page down"), group: group),
      KeyBinding([.home], .paged(by: -99), label: context.say("最前", "First"), group: group),
      KeyBinding([.end], .paged(by: 99), label: context.say("最后", "Last"), group: group),
    ]
  }

  private static func mayCallNext(_ state: State, _ context: Context) -> Availability {
    guard context.seat.clerk.may(.callTicket) else {
      return refused(.roleMayNot(context.seat.clerk.role), context)
    }
    let queues = context.queues
    guard !queues.isEmpty else {
      return .unavailable(context.say("这个座位不叫号", "This seat calls no numbers"))
    }
    // Whoever stands at the counter is not left behind with an open number.
    let mine = state.tickets.first { $0.state == .serving && $0.clerk == context.seat.clerk.id }
    if let mine {
      return .unavailable(
        context.say(
          "\(mine.id) 还在办理; F3 办完,或 F7 请其稍候",
          "\(mine.id) is being served; F3 finishes it, F7 parks it"))
    }
    let isWaiting = state.tickets.contains { $0.state == .waiting && queues.contains($0.queue) }
    return isWaiting ? .available : refused(.nobodyWaits(queue: queues.joined()), context)
  }

  private static func mayEnter(_ state: State, _ context: Context) -> Availability {
    if state.selectedDraft != nil { return .available }
    guard let row = state.selected else { return nothingSelected(context) }
    switch row.state {
    case .waiting, .parked, .passed:
      return may(state, context) { context.seat.counter.map { .call($0) } }
    case .called: return may(state, context) { .arrive }
    case .serving, .served:
      guard row.clerk == context.seat.clerk.id else { return may(state, context) { .finish } }
      return mayTakeIn(state, context)
    }
  }

  /// What the rules of the number itself say.
  private static func may(
    _ state: State, _ context: Context, _ command: () -> TicketCommand?
  ) -> Availability {
    guard let row = state.selected else { return nothingSelected(context) }
    guard let command = command() else {
      return .unavailable(context.say("这个座位不叫号", "This seat calls no numbers"))
    }
    do throws(TicketRefusal) {
      _ = try row.ticket.decide(command, context.occasion, under: context.lapses)
      return .available
    } catch {
      return refused(error, context)
    }
  }

  private static func mayTakeIn(_ state: State, _ context: Context) -> Availability {
    let mayAtAll = mayTakeIn(context)
    guard mayAtAll == .available else { return mayAtAll }
    guard state.intakeTicket(context) != nil else {
      return .unavailable(
        context.say(
          "窗口前没有叫到的号;先叫号,或按 F8 无号收件", "No number is at the counter; call one, or press F8"))
    }
    return .available
  }

  private static func mayTakeIn(_ context: Context) -> Availability {
    let clerk = context.seat.clerk
    return clerk.may(.receive)
      ? .available
      : .unavailable(
        Refusal.roleMayNot(clerk.role).sentence(in: context.language, names: context.names()))
  }

  private static func nothingSelected(_ context: Context) -> Availability {
    .unavailable(context.say("没有选中号", "No number is selected"))
  }

  private static func refused(_ refusal: TicketRefusal, _ context: Context) -> Availability {
    .unavailable(refusal.sentence(in: context.language, names: context.names()))
  }
}
