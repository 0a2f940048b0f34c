import Casework
import Console
import Deskwork
import TerminalUI
import TestSupport
import Testing
import WorkCalendar

/// From the bytes of the line to the cells of the screen.
@Suite struct KeyFuzzTests {
  private static let pieces: [[UInt8]] =
    (HostileText.odd + HostileText.unseen + [
      "\u{1B}[A", "\u{1B}[B", "\u{1B}OP", "\u{1B}[15~", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}1",
      "\u{1B}4", "\u{1B}8", "\u{1B}", "\r", "\t", "\u{1B}[Z", "\u{1B}[5~", "\u{1B}[6~", "\u{10}",
      "\u{19}", "\u{12}", "\u{1A}", "\u{7F}", "\u{15}", "8", "/", "spjy", "gtgs", "GA01", "1", "2",
      "539901197909230115\r", "*YC202602250001*\r", " ", "\u{1B}[21~", "\u{1B}[17~", "\u{1B}[13~",
      "\u{1B}[3~", "演示", "？", "１",
    ]).map { Array($0.utf8) }

  @Test func `no bytes at no size break the screen`() {
    Fuzz("console", rounds: 2).run(
      make: { random in
        let text = (0..<60).flatMap { _ in random.pick(Self.pieces) }
        return [UInt8(random.below(8)), UInt8(random.below(256)), UInt8(random.below(256))]
          + random.mutated(text, with: Self.pieces, times: 6)
      },
      check: { bytes in
        guard bytes.count > 3 else { return nil }
        let clerk = AnyKeyTests.clerks[Int(bytes[0]) % AnyKeyTests.clerks.count]
        let driver = ConsoleDriver(
          try .atWork(), as: clerk, columns: Int(bytes[1]) / 2 + 40, rows: Int(bytes[2]) / 6 + 12,
          ambiguous: 1 + Int(bytes[2] % 2))
        var decoder = KeyDecoder(deliversMouse: true)
        var events: [TerminalEvent] = []
        for (index, piece) in chunks(bytes.dropFirst(3)).enumerated() {
          events += (decoder.feed(piece) + decoder.flush()).map { .key($0) }
          if index % 9 == 8 {
            let wide = Size(columns: Int(piece.first ?? 0), rows: Int(piece.last ?? 0) / 4)
            events.append(.resized(wide))
          }
          if index % 7 == 6 { events.append(.ticked) }
        }
        for frame in try driver.run(events).frames {
          if let problem = problem(of: frame) { return problem + "\n" + frame.text }
        }
        return nil
      })
  }

  private func chunks(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    stride(from: bytes.startIndex, to: bytes.endIndex, by: 11).map {
      bytes[$0..<min($0 + 11, bytes.endIndex)]
    }
  }

  private func problem(of frame: CellGrid) -> String? {
    if let caret = frame.caret, !frame.area.contains(caret), !frame.area.isEmpty {
      return "the caret is outside"
    }
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns {
        let cell = frame[row: row, column: column]
        if cell.isTrailing, column == 0 || cell.glyph != .blank { return "half a glyph" }
        guard case .scalar(let scalar, let mark) = cell.glyph else { continue }
        for scalar in [scalar] + [mark].compactMap({ $0 })
        where scalar.isControl || scalar.isLayoutControl {
          return "U+\(String(scalar.value, radix: 16)) at row \(row), column \(column)"
        }
      }
    }
    return nil
  }
}
