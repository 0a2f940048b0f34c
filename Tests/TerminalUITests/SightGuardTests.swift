import TerminalUI
import Testing

struct SightGuardTests {
  private static let keys: [Key] = [.enter, .control("y")]

  @Test func `only what comes behind the terminal's sign answers a question`() {
    var sight = SightGuard()
    #expect(sight.kept(Self.keys, reported: nil, at: 0) == Self.keys)
    sight.announce()
    #expect(sight.isAwaitingPaint && sight.kept(Self.keys, reported: nil, at: 10) == [])
    #expect(sight.painted(at: 20) && !sight.isAwaitingPaint && !sight.painted(at: 21))
    #expect(sight.kept(Self.keys, reported: nil, at: 900) == [])
    #expect(sight.kept(Self.keys, reported: 1, at: 2_500) == [.control("y")])
    #expect(sight.kept(Self.keys, reported: nil, at: 2_600) == Self.keys)
    #expect(sight.remaining(at: 2_600) == nil)
  }

  @Test func `a terminal that never answers is waited for once, then given a moment of silence`() {
    var sight = SightGuard()
    sight.announce()
    #expect(sight.painted(at: 0) && sight.remaining(at: 0) == 5_000)
    sight.expire(at: 4_999)
    #expect(sight.kept(Self.keys, reported: nil, at: 4_999) == [])
    sight.expire(at: 5_000)
    #expect(sight.kept(Self.keys, reported: nil, at: 5_001) == Self.keys)
    sight.announce()
    #expect(sight.painted(at: 6_000) && sight.remaining(at: 6_000) == 350)
    #expect(sight.kept([.enter], reported: nil, at: 6_300) == [])
    sight.expire(at: 6_400)
    #expect(sight.remaining(at: 6_400) == 250)
    sight.expire(at: 6_650)
    #expect(sight.kept([.enter], reported: nil, at: 6_660) == [.enter])
  }

  @Test func `the sign is told from keys however its bytes arrive`() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("a\u{1B}[0nb".utf8)) == [.character("a"), .character("b")])
    #expect(decoder.keysBeforeSign == 1)
    #expect(decoder.feed(Array("a\u{1B}[0".utf8)) == [.character("a")])
    #expect(decoder.keysBeforeSign == nil)
    #expect(decoder.feed(Array("nb".utf8)) == [.character("b")] && decoder.keysBeforeSign == 0)
  }
}
