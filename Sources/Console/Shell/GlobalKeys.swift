import Casework
import TerminalUI

/// The keys that mean the same on every screen.
enum GlobalKeys {
  enum Message: Hashable, Sendable {
    case help, palette, back, changePerson, lock, park, bringBack, parked, changeLanguage, open(
      PaneID), redraw, refresh,
      changeDisplay, printWaiting, quit

    /// Whether it is done whatever dialog is open, because somebody has come up.
    var worksOverDialogs: Bool {
      switch self {
      case .lock, .park, .bringBack, .parked: true
      case .help, .palette, .back, .changePerson, .changeLanguage, .open, .redraw, .refresh,
        .changeDisplay, .printWaiting, .quit:
        false
      }
    }
  }

  private static func parking(_ context: Context) -> [KeyBinding<ConsoleState, Message>] {
    let group = context.say("到处可用", "Everywhere")
    return [
      KeyBinding(
        [.alt("g")], .park, label: context.say("挂起工位", "Lay aside"),
        sentence: context.say(
          "有人插进来：放下手上的一切，先办别的；可以放几层",
          "Somebody comes up: lay everything in hand aside and begin anew, several deep"),
        group: group,
        availability: { console in
          guard console.isWorthKeeping else {
            return .unavailable(console.context.say("手上没有可挂起的", "There is nothing in hand"))
          }
          return console.parked.count < ConsoleState.mostParked
            ? .available
            : .unavailable(
              console.context.say(
                "已挂起 \(console.parked.count) 个工位；先接回一个",
                "\(console.parked.count) desks are laid aside; bring one back first"))
        }),
      KeyBinding(
        [.alt("b")], .bringBack, label: context.say("接着办", "Bring back"),
        sentence: context.say(
          "回到最后放下的：屏、件、光标和填到一半的表；断线后也用它",
          "Back to what was laid aside last: screen, case, cursor and form; after a dropped line too"
        ),
        group: group, availability: hasParked),
      KeyBinding(
        [.alt("v")], .parked, label: context.say("看挂起的", "Laid aside"),
        sentence: context.say("列出挂起的工位，选一个接回", "List the desks laid aside and bring one back"),
        group: group, availability: hasParked),
    ]
  }

  private static let hasParked: @Sendable (ConsoleState) -> Availability = { console in
    console.parked.isEmpty
      ? .unavailable(console.context.say("没有挂起的工位", "No desk is laid aside")) : .available
  }

  /// Only such keys are looked up before a dialog gets them.
  static func mayInterrupt(_ key: Key) -> Bool {
    switch key {
    case .alt, .function(11): true
    default: false
    }
  }

  static func table(_ context: Context) -> KeyTable<ConsoleState, Message> {
    let group = context.say("到处可用", "Everywhere")
    let panes = PaneID.allCases.compactMap { pane in
      pane.digit.map { digit in
        KeyBinding<ConsoleState, Message>(
          [.character(digit), .alt(digit)], .open(pane), label: Wording.name(pane, context),
          sentence: context.say(
            "打开 \(Wording.name(pane, context))", "Open \(Wording.name(pane, context))"),
          group: group)
      }
    }
    return KeyTable(
      [
        KeyBinding(
          [.function(1)], .help, label: context.say("说明", "Help"),
          sentence: context.say("说明这一屏和它的每个键", "Explain this screen and each of its keys"),
          group: group, priority: 0),
        KeyBinding(
          [.function(2), .control("p")], .palette, label: context.say("命令", "Acts"),
          sentence: context.say(
            "按名称、拼音或键找到任何一件事", "Find any act by its name, pinyin or key"),
          group: group, priority: 1),
        KeyBinding(
          [.escape, .function(12)], .back, label: context.say("返回", "Back"),
          sentence: context.say("退回一层;填写的内容已存草稿", "One step back; what was typed is kept"),
          group: group, priority: 90),
        KeyBinding(
          [.function(9)], .changePerson, label: context.say("换人", "Person"),
          sentence: context.say(
            "换一个人坐在这里；演示时任选，平时凭编号和密码",
            "Let somebody else sit here: freely in the demo, else by ID and password"),
          group: group, priority: 91),
        KeyBinding(
          [.alt("x"), .function(11)], .lock, label: context.say("锁屏", "Lock"),
          sentence: context.say(
            "离开一会儿：盖住屏幕，填写的内容原样留着",
            "Away for a moment: cover the screen; what was typed stays as it is"),
          group: group, priority: 92),
      ] + parking(context) + panes + [
        KeyBinding(
          [.control("g")], .changeLanguage, label: context.say("English", "中文"),
          sentence: context.say("切换到英文", "Switch to Chinese"), group: group),
        KeyBinding(
          [.function(5)], .refresh, label: context.say("刷新", "Refresh"),
          sentence: context.say("重新读取这一屏", "Read this screen anew"), group: group),
        KeyBinding(
          [.alt("p")], .printWaiting, label: context.say("打印等候的", "Print waiting"),
          sentence: context.say(
            "打印机修好后, 打印等候的文书", "Print the sheets that wait since the printer failed"),
          group: group),
        KeyBinding(
          [.alt("n")], .changeDisplay, label: context.say("窄带显示", "Thin display"),
          sentence: context.say(
            "慢线路用: 没有颜色和光标条，明细等光标停下才跟上；再按换回",
            "For a slow line: no colours, no bar, details once the cursor rests; again: as usual"),
          group: group),
        KeyBinding(
          [.control("l")], .redraw, label: context.say("重画", "Redraw"),
          sentence: context.say("整屏重画", "Draw the whole screen again"), group: group),
        KeyBinding(
          [.control("q")], .quit, label: context.say("退出", "Quit"),
          sentence: context.say("退出本程序", "Leave the program"), group: group),
      ])
  }
}
