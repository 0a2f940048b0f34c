import Casework
import TerminalUI

extension Key {
  /// The key without what nobody sees in it; nil if nothing is left.
  var seen: Key? {
    switch self {
    case .character(let character):
      let seen = withoutUnseen(String(character))
      // A mark by itself joins the letter before it.
      return seen.count == 1 ? seen.first.map { .character($0) } : nil
    case .paste(let text):
      let seen = withoutUnseen(text)
      return seen.isEmpty ? nil : .paste(seen)
    case .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown, .function, .control, .alt, .scan, .mouse:
      return self
    }
  }
}

extension Notice {
  /// Something that nobody sees was pasted or typed.
  static func unseen(_ context: Context) -> Notice {
    Notice(
      .refused,
      context.say(
        "贴入的文字里有看不见的字符（控制、方向或零宽字符），已去掉；请核对",
        "What was pasted held characters that nobody sees; they were left out, so look it over"))
  }

  /// A blank has no room for what was typed or pasted; nil if it had.
  static func full(_ field: TextField, _ context: Context) -> Notice? {
    guard field.surplus > 0, let most = field.maximumLength else { return nil }
    return Notice(
      .refused,
      context.say(
        "这一栏最多 \(most) 个字，多出 \(field.surplus) 个，没有放入",
        "This blank has room for \(most) characters; \(field.surplus) too many, so nothing was put in"
      ))
  }
}
