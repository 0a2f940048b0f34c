import TerminalUI
import TestSupport
import Testing

struct KeyDecoderTests {
  @Test(arguments: [
    ("a证𠮷", "a 证 𠮷"),
    ("\r\n\r\r\n\n\t\u{7F}\u{8}", "<Enter> <Enter> <Enter> <Enter> <Tab> <BS> <BS>"),
    ("\u{10}\u{1A}", "<C-p> <C-z>"),
    ("\u{1B}[A\u{1B}OB\u{1B}[1;5C\u{1B}Od", "<Up> <Down> <Right> <Left>"),
    ("\u{1B}[H\u{1B}[4~\u{1B}[7~\u{1B}OF", "<Home> <End> <Home> <End>"),
    ("\u{1B}[2~\u{1B}[3~\u{1B}[5~\u{1B}[6~\u{1B}[Z", "<Ins> <Del> <PgUp> <PgDn> <S-Tab>"),
    ("\u{1B}OP\u{1B}[11~\u{1B}[[A\u{1B}1", "<F1> <F1> <F1> <F1>"),
    ("\u{1B}[15~\u{1B}[[E\u{1B}0\u{1B}[24~", "<F5> <F5> <F10> <F12>"),
    ("\u{1B}[1;2P\u{1B}[25~\u{1B}[34~\u{1B}[23$", "<F13> <F13> <F20> <F11>"),
    ("\u{1B}x\u{1B} \u{1B}\u{1B}[A", "<M-x> <M- > <Esc> <Up>"),
    ("\u{1B}Oq\u{1B}Oz\u{1B}OM", "1 <Enter>"),
    ("\u{1B}[200~甲\r\n乙\u{1B}[31m\u{7}\u{1B}[201~q", "<Paste:甲\n乙[31m> q"),
    ("\u{1B}[<0;5;3M\u{1B}[<0;5;3m\u{1B}[M !!j", "j"),
    ("\u{1B}]11;rgb:00/00/00\u{7}\u{1B}[?1;2c\u{1B}[24;80Rk", "k"),
    ("\u{1B}[99~\u{1B}[1;\u{1}m", "<C-a> m"),
  ])
  func `each terminal's bytes mean the same keys`(bytes: String, keys: String) {
    var decoder = KeyDecoder()
    let decoded = decoder.feed(bytes.utf8) + decoder.flush()
    #expect(decoded.map(\.notation).joined(separator: " ") == keys)
  }

  @Test func `a lone Escape is a key once nothing follows`() {
    var decoder = KeyDecoder()
    let atOnce = decoder.feed([0x1B])
    #expect(atOnce == [] && decoder.awaitsMore)
    let later = decoder.flush()
    #expect(later == [.escape] && !decoder.awaitsMore)
    let bracket = decoder.feed([0x1B, 0x5B]) + decoder.flush()
    #expect(bracket == [.alt("[")])
  }

  @Test func `a sequence torn on a slow line is waited for, a character always`() {
    var decoder = KeyDecoder()
    let torn = decoder.feed("\u{1B}[15".utf8) + decoder.flush()
    #expect(torn == [] && !decoder.awaitsMore)
    let key = decoder.feed("~".utf8)
    #expect(key == [.function(5)])
    let half = decoder.feed([0xE8, 0xAF]) + decoder.flush()
    let whole = decoder.feed([0x81])
    #expect(half + whole == [.character("证")])
  }

  @Test func `a paste whose end is lost is given up after a while`() {
    var decoder = KeyDecoder()
    var keys = decoder.feed("\u{1B}[200~甲".utf8)
    for _ in 0..<40 { keys += decoder.flush() }
    keys += decoder.feed([0x6A])
    #expect(keys == [.paste("甲"), .character("j")])
  }

  @Test func `a mouse is heard only when asked for`() {
    var decoder = KeyDecoder(deliversMouse: true)
    let keys = decoder.feed("\u{1B}[<0;5;3M\u{1B}[<64;1;1M\u{1B}[<2;1;1M".utf8)
    #expect(keys == [.mouse(row: 2, column: 4), .up])
  }

  @Test func `the terminal's own sequences come before the general ones`() {
    var decoder = KeyDecoder(sequences: [
      Array("\u{1B}[A".utf8): .home, Array("\u{1B}x".utf8): .end,
    ])
    let keys = decoder.feed("\u{1B}[A\u{1B}[B\u{1B}x".utf8)
    #expect(keys == [.home, .down, .end])
  }

  @Test func `another character set is read by its own rule`() {
    var decoder = KeyDecoder(decode: twoByteCharset)
    let keys = decoder.feed([0xD6]) + decoder.feed([0xD0, 0x61, 0xFF, 0x62])
    #expect(keys == ["中", "a", "b"].map(Key.character))
    let bytes = Array("\u{1B}[200~".utf8) + [0xD6, 0xD0, 0x0D] + Array("\u{1B}[201~".utf8)
    let pasted = decoder.feed(bytes)
    #expect(pasted == [.paste("中\n")])
  }

  @Test(arguments: 0..<48 as Range<UInt64>)
  func `however the bytes are split, the keys are the same`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let bytes = stream(using: &random)
    var whole = KeyDecoder(sequences: ownSequences)
    let expected = whole.feed(bytes) + whole.flush()
    var split = KeyDecoder(sequences: ownSequences)
    var keys: [Key] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...4, using: &random)
      keys += split.feed(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    keys += split.flush()
    #expect(keys == expected)
  }

  @Test(arguments: 0..<32 as Range<UInt64>)
  func `rubbish on the line does no harm`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let alphabet: [UInt8] = [
      0x1B, 0x5B, 0x4F, 0x5D, 0x4D, 0x3B, 0x31, 0x32, 0x30, 0x7E, 0xE8, 0xFF, 0x07,
    ]
    var decoder = KeyDecoder(sequences: ownSequences, deliversMouse: true)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random)
          : alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      _ = decoder.feed(bytes)
      if Bool.random(using: &random) { _ = decoder.flush() }
    }
    for _ in 0..<50 { _ = decoder.flush() }
    let ending = decoder.feed(Array(repeating: 0x7A, count: 70))
    #expect(ending.last == .character("z"))
  }
}

private let ownSequences: [[UInt8]: Key] = [
  Array("\u{1B}OP".utf8): .function(1), Array("\u{1B}[1~x".utf8): .function(9),
]

private func stream(using random: inout SplitMix) -> [UInt8] {
  let pieces = [
    "j", "证", "𠮷", "é", "\r", "\r\n", "\n", "\u{1B}[A", "\u{1B}OP", "\u{1B}[15~", "\u{1B}[1;2P",
    "\u{1B}x",
    "\u{1B}5", "\u{1B}\u{1B}[B", "\u{1B}[200~许可 a\n证\u{1B}[201~", "\u{1B}[<0;1;1M", "\u{1B}[[C",
    "\u{1B}]0;x\u{7}", "\u{10}", "\u{1B}[M !!", "\u{1B}[999999;1x",
  ]
  return (0..<30).flatMap { _ in
    Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8)
  }
}

/// Two bytes from 0x81 on make 中; 0xFF is none of them.
@Sendable private func twoByteCharset(_ bytes: ArraySlice<UInt8>) -> MultibyteStep {
  guard let first = bytes.first, first != 0xFF else { return .invalid }
  return bytes.count < 2 ? .incomplete : .scalar("中", length: 2)
}
