import Casework
import TerminalUI

/// The keys that mean the same on every screen.
enum GlobalKeys {
  enum Message: Hashable, Sendable {
    case help, palette, back, changePerson, lock, changeLanguage, open(PaneID), redraw, refresh,
      printWaiting, quit

    /// Whether it is done whatever dialog is open, because somebody has come up.
    var worksOverDialogs: Bool {
      switch self {
      case .lock: true
      case .help, .palette, .back, .changePerson, .changeLanguage, .open, .redraw, .refresh,
        .printWaiting, .quit:
        false
      }
    }
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
            "按名称、拼音首字母或键找到任何一件事", "Find any act by its name, initials or key"),
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
      ] + panes + [
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
          [.control("l")], .redraw, label: context.say("重画", "Redraw"),
          sentence: context.say("整屏重画", "Draw the whole screen again"), group: group),
        KeyBinding(
          [.control("q")], .quit, label: context.say("退出", "Quit"),
          sentence: context.say("退出本程序", "Leave the program"), group: group),
      ])
  }
}
