import TerminalUI
import TestSupport
import Testing

struct KeyFuzzTests {
  private static let pieces: [[UInt8]] =
    [
      "\u{1B}[A", "\u{1B}OP", "\u{1B}[15~", "\u{1B}[1;2P", "\u{1B}x", "\u{1B}\u{1B}", "\u{1B}[200~",
      "\u{1B}[201~", "\u{1B}[<0;1;1M", "\u{1B}[<64;99999999999;-1M", "\u{1B}[[C", "\u{1B}]0;x\u{7}",
      "\u{1B}[M !!", "\u{1B}[0n", "\u{1B}[5;5R", "\u{1B}]52;c;eA==\u{7}", "\u{1B}P1$r\u{1B}\\",
      "证", "𠮷", "\r\n", "\u{9B}A", "\u{202E}", "*YC1\r",
    ].map { Array($0.utf8) } + [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x81, 0x30], [0]]

  @Test func `bytes become keys without trap, controls or loss, however they are split`() {
    Fuzz("keys", rounds: 400).run(
      make: { random in
        let text = (0..<random.below(30)).flatMap { _ in random.pick(Self.pieces) }
        return random.mutated(text, with: Self.pieces, times: 8)
      },
      check: { bytes in
        var whole = KeyDecoder(deliversMouse: true)
        let keys = whole.feed(bytes)
        var split = KeyDecoder(deliversMouse: true)
        var others: [Key] = []
        for byte in bytes { others += split.feed([byte]) }
        if keys != others { return "split: \(keys) and \(others)" }
        var scans = ScanDetector()
        let all = (keys + ended(&whole)).filter { !isClean($0) }
        _ = scans.take(keys, at: 0)
        return all.isEmpty ? nil : "unclean: \(all)"
      })
  }

  /// Until nothing is awaited any more; a key pressed then is that key.
  private func ended(_ decoder: inout KeyDecoder) -> [Key] {
    var keys: [Key] = []
    for _ in 0..<60 { keys += decoder.flush() }
    return keys
  }

  private func isClean(_ key: Key) -> Bool {
    switch key {
    case .character(let character): !character.unicodeScalars.contains(where: \.isControl)
    case .paste(let text): !text.unicodeScalars.contains { $0.isControl && $0 != "\n" }
    default: true
    }
  }
}
