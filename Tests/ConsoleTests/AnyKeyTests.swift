import Casework
import Console
import Deskwork
import TerminalUI
import TestSupport
import Testing
import WorkCalendar

@Suite struct AnyKeyTests {
  /// One person of each kind, so that every pane is somebody's home.
  static let clerks: [ClerkID] = [
    "wangfang", "xujing", "machunmei", "sunli", "duanyumin", "leiming", "qianjin", "tangyuanyuan",
  ]

  @Test(arguments: Array(0..<16) as [UInt64])
  func `no key at no size is too much for the console`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let clerk = Self.clerks[Int(seed) % Self.clerks.count]
    let language = Language.allCases[Int(seed / 8) % 2]
    let driver = ConsoleDriver(
      try .atWork(), as: clerk, language, columns: 80, rows: 24, ambiguous: 1 + Int(seed % 2))
    let events = (0..<160).map { _ in event(&random) }
    let run = try driver.run(events)
    for frame in run.frames {
      guard let caret = frame.caret else { continue }
      #expect(frame.area.contains(caret) || frame.area.isEmpty, "seed \(seed)")
    }
    let last = run.frames.last
    #expect(last?.size == run.state.size, "seed \(seed)")
  }

  private func event(_ random: inout SplitMix) -> TerminalEvent {
    switch random.next() % 20 {
    case 0:
      return .resized(
        Size(columns: Int(random.next() % 251), rows: Int(random.next() % 81)))
    case 1: return .resized(Size(columns: 80, rows: 24))
    case 2: return .ticked
    default: return .key(key(&random))
    }
  }

  private func key(_ random: inout SplitMix) -> Key {
    let plain: [Key] = [
      .enter, .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .down,
      .left, .right, .home, .end, .pageUp, .pageDown, .character(" "),
    ]
    switch random.next() % 10 {
    case 0...3: return plain[Int(random.next() % UInt64(plain.count))]
    case 4, 5: return .function(1 + Int(random.next() % 12))
    case 6: return .alt(random.next() % 9 == 0 ? "l" : Character(String(1 + random.next() % 8)))
    case 7:
      return .control(
        ["b", "n", "p", "u", "w", "y", "g", "r", "l"].randomElement(using: &random) ?? "n")
    case 8:
      let texts: [Key] = [
        .paste("演示\n示范\t甲"), .scan("*YC202602250001*"), .scan("91539901MA6KCD3T34"),
        .mouse(row: 3, column: 3), .character("é"), .character("\u{1F600}"), .character("，"),
      ]
      return texts[Int(random.next() % UInt64(texts.count))]
    default:
      return .character("0123456789abcnyspj市食张１ｊ".randomElement(using: &random) ?? "1")
    }
  }
}
