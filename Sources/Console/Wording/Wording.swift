package import Casework
import Deskwork
package import TerminalUI
package import WorkCalendar

/// The words of the shell; each pane keeps its own beside this.
package enum Wording {
  static func name(_ pane: PaneID, _ context: Context) -> String {
    switch pane {
    case .tickets: context.say("叫号", "Tickets")
    case .intake: context.say("收件", "Intake")
    case .inbox: context.say("待办", "Inbox")
    case .release: context.say("出件", "Release")
    case .supervision: context.say("监察", "Supervision")
    case .items: context.say("事项", "Items")
    case .ledger: context.say("台账", "Ledger")
    case .statistics: context.say("统计", "Statistics")
    case .file: context.say("办件", "Case")
    }
  }

  /// Short enough for eight of them in 80 columns.
  static func tab(_ pane: PaneID, _ context: Context) -> String {
    switch pane {
    case .supervision: context.say("监察", "Watch")
    case .statistics: context.say("统计", "Stats")
    case .tickets, .intake, .inbox, .release, .items, .ledger, .file: name(pane, context)
    }
  }

  package static func name(_ role: ClerkRole, _ context: Context) -> String {
    context.say(role.label)
  }

  /// What keys are called here.
  package static func caps(_ language: Language) -> KeyCaps {
    switch language {
    case .zh:
      KeyCaps([
        .enter: "回车", .character(" "): "空格", .up: "上", .down: "下", .left: "左",
        .right: "右", .pageUp: "上页",
        .pageDown: "下页",
      ])
    case .en: KeyCaps()
    }
  }

  static func clock(_ now: Moment, _ context: Context) -> String {
    let time = time(now)
    return context.say(
      "\(now.date.month)月\(now.date.day)日 \(weekday(now.date, context)) \(time)",
      "\(weekday(now.date, context)) \(padded(now.date.month, 2))-\(padded(now.date.day, 2)) \(time)"
    )
  }

  package static func weekday(_ date: LocalDate, _ context: Context) -> String {
    switch date.weekday {
    case .monday: context.say("周一", "Mon")
    case .tuesday: context.say("周二", "Tue")
    case .wednesday: context.say("周三", "Wed")
    case .thursday: context.say("周四", "Thu")
    case .friday: context.say("周五", "Fri")
    case .saturday: context.say("周六", "Sat")
    case .sunday: context.say("周日", "Sun")
    }
  }

  /// The right end of the tab row: what waits for this person, the most needed first.
  static func load(_ context: Context) -> [String] {
    let waiting = context.counts.reduce(0) { sum, count in
      if case .waiting(_, context.today) = count.key { sum + count.value } else { sum }
    }
    let waits = context.say("等候\(waiting)", "waiting \(waiting)")
    let results = context.counts[.results] ?? 0
    let ready = context.say("待领\(results)", "ready \(results)")
    switch context.seat.clerk.role {
    case .generalCounter, .townshipOperator: return [waits, ready]
    case .release: return [ready, waits]
    case .examiner, .approver:
      let inbox = context.seat.clerk.department.flatMap { context.counts[.inbox($0)] } ?? 0
      return [context.say("待办\(inbox)", "inbox \(inbox)")]
    case .supervisor, .itemManager, .hallManager:
      let open = CaseStage.allCases.filter { !$0.isEnded }
        .reduce(0) { $0 + (context.counts[.stage($1)] ?? 0) }
      return [context.say("在办\(open)", "open \(open)")]
    }
  }

  /// While an act waits for its turn to be written.
  static func saving(_ holder: TurnHolder?, _ context: Context) -> String {
    let name = holder?.clerk.flatMap { context.clerks[$0]?.name }.map { context.say($0) }
    return context.say(
      "正在保存... \(name.map { $0 + " " } ?? "别处")正在写入，随后轮到这里",
      "Saving... after \(name ?? "somebody else"), who is writing now")
  }

  /// As long as the hall lives on the room that was kept for a full disk.
  static func onReserve(_ context: Context) -> String {
    context.say(
      "磁盘已满，正用备用空间: 今天的事还能办完；请马上腾出空间",
      "DISK FULL, on the reserve: the day can still be closed; make room at once")
  }

  /// The terminal's title: where one is, never who the citizen is.
  static func title(_ context: Context) -> String {
    let place = context.name(context.seat.counter)
    let demo = context.isDemo ? context.say(" 演示", " DEMO") : ""
    return context.say("一窗", "yichuang") + (place.isEmpty ? "" : " " + place) + demo
  }

}
