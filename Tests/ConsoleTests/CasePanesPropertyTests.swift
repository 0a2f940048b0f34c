import Casework
import Console
import TerminalUI
import TestSupport
import Testing

@Suite struct CasePanesPropertyTests {
  private static let keys: [Key] = [
    .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .enter, .escape, .tab, .backTab,
    .backspace, .delete, .function(1), .function(2), .function(3), .function(4), .function(5),
    .function(6), .function(7), .function(8), .function(10), .control("n"), .control("b"),
    .control("r"), .control("d"), .control("y"), .control("g"), .character(" "), .character("1"),
    .character("2"), .character("3"), .character("/"), .character("批"), .character("x"),
    .paste("经营场所\n与平面图一致"), .scan("YC202603090001"), .mouse(row: 3, column: 4),
  ]

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `no key on no size of screen brings inbox, case or form down`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let people: [ClerkID] = ["xujing", "machunmei", "songxinhe", "wangfang", "zhenghaitao"]
    let clerk = people[Int(seed) % people.count]
    var events: [TerminalEvent] = [.key(.character("3"))]
    for _ in 0..<120 {
      if Int.random(in: 0..<12, using: &random) == 0 {
        let size = Size(
          columns: Int.random(in: 0...250, using: &random),
          rows: Int.random(in: 0...80, using: &random))
        events.append(.resized(size))
      }
      events.append(.key(Self.keys[Int.random(in: 0..<Self.keys.count, using: &random)]))
    }
    let run = try ConsoleDriver(.atWork(), as: clerk).run(events)
    for frame in run.frames {
      #expect(frame.caret.map { frame.area.contains($0) } ?? true)
    }
  }
}
