import Casework
import Deskwork
import TerminalUI

extension IntakePane {
  static func keys(_ context: Context) -> KeyTable<State, Message> {
    KeyTable(form(context) + materials(context) + moving(context))
  }

  private static func form(_ context: Context) -> [KeyBinding<State, Message>] {
    let group = context.say("收件", "Intake")
    return [
      KeyBinding(
        [.function(10)], .exitsWanted, label: context.say("办结", "End"),
        sentence: context.say(
          "到四个出口;再按一次选定光标处的出口", "Go to the endings; once more takes the one under the cursor"),
        group: group, priority: 2, availability: { hasItem($0, context) }),
      KeyBinding(
        [.control("a")], .agentWanted, label: context.say("代办人", "Agent"),
        sentence: context.say("有人代办:填写代办人", "Somebody acts for the applicant: enter the agent"),
        group: group, priority: 9, availability: { isNew($0, context) }),
      KeyBinding(
        [.control("d")], .repeatedLast, label: context.say("同上件", "Repeat"),
        sentence: context.say("填入上一件同一栏的内容", "Fill in what stood in this blank last time"),
        group: group,
        availability: { state in
          state.last == nil
            ? .unavailable(context.say("这次还没有上一件", "There is no last intake yet")) : .available
        }),
      KeyBinding(
        [.control("t")], .putDown, label: context.say("放下", "Put down"),
        sentence: context.say("存为草稿,另起一件", "Keep it as a draft and begin another"),
        group: group, priority: 10,
        availability: { state in
          state.form.isWorthKeeping
            ? .available : .unavailable(context.say("还没有填写内容", "Nothing has been entered yet"))
        }),
      KeyBinding(
        [.function(3)], .resumed, label: context.say("接着办", "Resume"),
        sentence: context.say("接着办放下的一件", "Go on with one that was put down"), group: group,
        priority: 11,
        availability: { state in
          state.drafts.contains { $0.id != state.form.draft }
            ? .available : .unavailable(context.say("没有放下的件", "Nothing was put down"))
        }),
      KeyBinding(
        [.alt("l")], .lateEntry, label: context.say("补录", "Late entry"),
        sentence: context.say(
          "这次收件此前已发生: 写明时间、原因、依据和共同负责人; 再按取消",
          "This intake happened earlier: when, why, by which paper, who vouches; again turns it off"
        ),
        group: group),
      KeyBinding(
        [.control("s")], .sameApplicant, label: context.say("同人再办", "Same person"),
        sentence: context.say("同一申请人再办一件", "Another application of the same applicant"),
        group: group,
        availability: { state in
          state.receipt != nil && state.last != nil
            ? .available
            : .unavailable(context.say("办完一件之后才能接着办", "Only after an intake has ended"))
        }),
    ]
  }

  private static func materials(_ context: Context) -> [KeyBinding<State, Message>] {
    let group = context.say("材料", "Materials")
    return [
      KeyBinding(
        [.character(" ")], .marked, label: context.say("收到", "Received"),
        sentence: context.say(
          "材料按要求的份数收到、已核原件;选择栏换一个值", "Material received as asked for and compared; a choice turns"),
        group: group, priority: 3),
      KeyBinding(
        [.function(4)], .material(.defective), label: context.say("不合格", "Defect"),
        sentence: context.say(
          "材料不合格:写明缺陷,上下键选常用语", "Not in order: say what is wrong, arrows offer usual words"),
        group: group, priority: 4, availability: { mayBeDefective($0, context) }),
      KeyBinding(
        [.function(7)], .material(.deferred), label: context.say("容缺", "Defer"),
        sentence: context.say("可容缺的材料稍后补交", "A deferrable material may come later"), group: group,
        priority: 5, availability: { mayDefer($0, context) }),
      KeyBinding(
        [.function(8)], .material(.shared), label: context.say("共享", "Share"),
        sentence: context.say(
          "由大厅共享取得,申请人免交", "Fetched by the hall, the applicant need not bring it"),
        group: group, priority: 6, availability: { mayShare($0, context) }),
      KeyBinding(
        [.control("e")], .material(.electronic), label: context.say("电子", "Electronic"),
        sentence: context.say("收到电子证照或电子文件", "Received as an electronic certificate or file"),
        group: group, priority: 8, availability: { mayBeElectronic($0, context) }),
      KeyBinding(
        [.control("k")], .material(.committed), label: context.say("承诺", "Commit"),
        sentence: context.say("以告知承诺书代替", "Replaced by a signed notification-commitment"),
        group: group, availability: { mayCommit($0, context) }),
      KeyBinding(
        [.control("o")], .compared, label: context.say("核原件", "Compared"),
        sentence: context.say("已与原件核对,或还没有", "Compared with the original, or not yet"),
        group: group, availability: { onReceived($0, context) }),
      KeyBinding(
        [.control("x")], .material(.notNeeded), label: context.say("不需要", "Not needed"),
        sentence: context.say("选交的材料本件不需要", "An optional material that this case does not need"),
        group: group, availability: { mayBeLeftOut($0, context) }),
      KeyBinding(
        [.delete, .backspace], .cleared, label: context.say("缺", "Missing"),
        sentence: context.say("收回标记:没有收到", "Take the mark back: not received"), group: group,
        availability: { onMaterial($0, context) }),
      KeyBinding(
        [.control("r")], .reused, label: context.say("沿用已有", "On file"),
        sentence: context.say("沿用一年内核对过的材料", "Take over materials compared within a year"),
        group: group, priority: 7,
        availability: { state in
          state.form.onFile(context).isEmpty
            ? .unavailable(context.say("没有可以沿用的材料", "Nothing on file fits")) : .available
        }),
    ]
  }

  private static func moving(_ context: Context) -> [KeyBinding<State, Message>] {
    let group = context.say("移动", "Moving")
    return [
      KeyBinding(
        [.enter], .movedOn, label: context.say("下一空项", "Next blank"),
        sentence: context.say("到下一个未填的栏;在出口上:选定", "To the next empty blank; on an ending: take it"),
        group: group),
      KeyBinding(
        [.tab], .stepped(by: 1), label: context.say("下一栏", "Next"),
        sentence: context.say("到下一栏", "To the next blank"), group: group),
      KeyBinding(
        [.backTab], .stepped(by: -1), label: context.say("上一栏", "Previous"),
        sentence: context.say("到上一栏", "To the blank before"), group: group),
      KeyBinding(
        [.down], .moved(by: 1), label: context.say("往下", "Down"),
        sentence: context.say(
          "下一栏;在清单和常用语里:下一个", "The next blank; in a list or among usual words: the next one"),
        group: group),
      KeyBinding(
        [.up], .moved(by: -1), label: context.say("往上", "Up"),
        sentence: context.say(
          "上一栏;在清单和常用语里:上一个", "The blank before; in a list or among usual words: the one before"),
        group: group),
      KeyBinding(
        [.pageDown], .movedPart(by: 1), label: context.say("下一部分", "Next part"),
        sentence: context.say("到下一部分", "To the next part of the page"), group: group),
      KeyBinding(
        [.pageUp], .movedPart(by: -1), label: context.say("上一部分", "Previous part"),
        sentence: context.say("到上一部分", "To the part before"), group: group),
    ]
  }
}
