import TerminalUI
import Testing

struct ScanDetectorTests {
  /// Feeds `text` with a pause before each key and answers what came out, as notation.
  private func typed(_ text: String, pause: Int) throws -> String {
    var detector = ScanDetector()
    var now = 1_000
    var keys: [Key] = []
    for key in try Key.keys(from: text) {
      now += pause
      keys += detector.take([key], at: now)
    }
    keys += detector.expire(at: now + 1_000)
    return keys.map(\.notation).joined(separator: " ")
  }

  @Test(arguments: [
    ("0309-0008 <Enter>", 2, "<Scan:0309-0008>"),
    ("53010219900101001X <Tab>", 0, "<Scan:53010219900101001X>"),
    ("0309-0008 <Enter>", 40, "0 3 0 9 - 0 0 0 8 <Enter>"),
    ("12345 <Enter>", 2, "1 2 3 4 5 <Enter>"),
    ("12345678 <Down>", 2, "1 2 3 4 5 6 7 8 <Down>"),
    ("1234证 5678 <Enter>", 2, "1 2 3 4 证 5 6 7 8 <Enter>"),
    ("spjyxkabc <Enter>", 2, "s p j y x k a b c <Enter>"),
  ])
  func `only a long fast burst is a scan`(text: String, pause: Int, keys: String) throws {
    #expect(try typed(text, pause: pause) == keys)
  }

  @Test func `a letter is never held, a digit only for a moment`() {
    var detector = ScanDetector()
    let letter = detector.take([.character("j")], at: 0)
    #expect(letter == [.character("j")] && detector.remaining(at: 0) == nil)
    let digit = detector.take([.character("5")], at: 100) + detector.expire(at: 119)
    #expect(digit == [] && detector.remaining(at: 105) == 15)
    let released = detector.expire(at: 120)
    #expect(released == [.character("5")])
  }

  @Test func `a burst without end is let go`() {
    var detector = ScanDetector()
    let keys = detector.take(Array(repeating: .character("7"), count: 300), at: 0)
    let rest = detector.expire(at: 50)
    #expect(keys.count + rest.count == 300)
  }

  /// Feeds `text`, each character by itself, and takes what is handed out early; what is held back is
  /// asked for again.
  private func early(_ text: String, pause: Int, holdingBack: Bool = false) throws -> String {
    var detector = ScanDetector()
    var now = 1_000
    var keys: [String] = []
    for key in try Key.keys(from: text) {
      now += pause
      keys += detector.take([key], at: now).map(\.notation)
      if let first = detector.takeEarly() {
        keys.append("early:" + first.notation)
        if holdingBack { detector.holdBack() }
      }
      let again = detector.takeEarly()
      #expect(again == nil)
    }
    keys += detector.expire(at: now + 1_000).map(\.notation)
    return keys.joined(separator: " ")
  }

  @Test(arguments: [
    ("5", 0, "early:5"), ("5 3", 40, "early:5 early:3"), ("5 3", 4, "early:5 3"),
    ("5 <Enter>", 4, "early:5 <Enter>"), ("j 5", 4, "j early:5"),
    ("0309-0008 <Enter>", 4, "early:0 <Scan:0309-0008>"),
    ("0309-0008", 4, "early:0 3 0 9 - 0 0 0 8"),
  ])
  func `the first character can be had early, and a scan has it once more`(
    text: String, pause: Int, keys: String
  ) throws {
    #expect(try early(text, pause: pause) == keys)
  }

  @Test(arguments: [
    ("5", "early:5 5"), ("5 3", "early:5 5 3"), ("0309-0008 <Enter>", "early:0 <Scan:0309-0008>"),
  ])
  func `what was handed out early and held back comes again, unless it was a scan`(
    text: String, keys: String
  ) throws {
    #expect(try early(text, pause: 4, holdingBack: true) == keys)
  }

  @Test func `of characters that come together none is handed out early`() {
    var detector = ScanDetector()
    let keys = detector.take([.character("5"), .character("3")], at: 0)
    let first = detector.takeEarly()
    #expect(keys == [] && first == nil)
  }
}
