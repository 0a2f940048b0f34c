import TerminalUI

/// The keys that move through every list, the same in all of them.
enum ListKeys {
  static func bindings<State, Message: Sendable>(
    _ context: Context, message: (ListStep) -> Message
  ) -> [KeyBinding<State, Message>] {
    let group = context.say("列表", "List")
    return [
      KeyBinding(
        [.up], message(.rows(-1)), label: context.say("上一行", "Row up"),
        sentence: context.say("选上面一行", "Select the row above"), group: group),
      KeyBinding(
        [.down], message(.rows(1)), label: context.say("下一行", "Row down"),
        sentence: context.say("选下面一行", "Select the row below"), group: group),
      KeyBinding(
        [.pageUp], message(.pages(-1)), label: context.say("上一页", "Page up"),
        sentence: context.say("往上翻一页", "One page up"), group: group),
      KeyBinding(
        [.pageDown], message(.pages(1)), label: context.say("下一页", "Page down"),
        sentence: context.say("往下翻一页, 需要时再读一页", "One page down, reading more when needed"),
        group: group),
      KeyBinding(
        [.home], message(.first), label: context.say("最前", "First"),
        sentence: context.say("到最急的一件", "To the first row, the most urgent"), group: group),
      KeyBinding(
        [.end], message(.last), label: context.say("最后", "Last"),
        sentence: context.say("到已读出的最后一件", "To the last row read so far"), group: group),
    ]
  }
}
