/// A terminal as far as the console may make use of one: what it shows, and whatever came that it
/// does not know, for nothing the program sends may be that.
package struct TerminalScreen {
  package let columns: Int
  package let rows: Int
  package private(set) var titles: [String] = []
  package private(set) var bells = 0
  /// How often it was asked for a sign of life (CSI 5 n).
  package private(set) var questions = 0
  /// How often it was asked what it is (CSI c).
  package private(set) var identifications = 0
  package private(set) var unknown: [String] = []
  private var cells: [[String]]
  private var row = 0
  private var column = 0
  private var saved = (0, 0)
  private var top = 0
  private var bottom: Int
  private var pending: [UInt8] = []
  private var last = " "
  private var isDrawing = false
  private let width = GlyphWidth(ambiguous: 1)

  package init(columns: Int = 80, rows: Int = 24) {
    (self.columns, self.rows, bottom) = (columns, rows, rows - 1)
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  package var lines: [String] { cells.map { $0.joined() } }
  package var text: String { lines.joined(separator: "\n") }

  /// The bytes of the rows that have changed, as a file of plain text would have them: without the blanks
  /// at their ends.
  package func textBytes(changedSince before: [String]) -> Int {
    zip(lines, before).filter { $0 != $1 }.reduce(0) { sum, pair in
      let end = pair.0.lastIndex { $0 != " " }.map { pair.0.index(after: $0) }
      return sum + pair.0[..<(end ?? pair.0.startIndex)].utf8.count
    }
  }

  /// The row that shows a text; empty if none does.
  package func row(with part: String) -> String { lines.first { $0.contains(part) } ?? "" }

  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    var rest = pending[...]
    while let length = step(rest) { rest = rest.dropFirst(length) }
    pending = Array(rest)
  }

  /// How many bytes were understood; nil if more have to come first.
  private mutating func step(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    switch first {
    case 0x1B: return escape(bytes)
    case 0x07: bells += 1
    case 0x08: column = max(0, column - 1)
    case 0x09: column = min(columns - 1, (column / 8 + 1) * 8)
    case 0x0A: lineFeed()
    case 0x0D: column = 0
    case 0x0E, 0x0F, 0x00: isDrawing = first == 0x0E
    case ..<0x20, 0x7F: unknown.append("control \(first)")
    default:
      switch KeyDecoder.utf8(bytes) {
      case .incomplete: return nil
      case .invalid: unknown.append("byte \(first)")
      case .scalar(let scalar, let length):
        put(scalar)
        return length
      }
    }
    return 1
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let wide = isDrawing ? 1 : width.columns(of: scalar)
    if wide < 0 || scalar.isControl || scalar.isLayoutControl {
      unknown.append("U+\(String(scalar.value, radix: 16))")
    }
    if wide == 0 {
      if column > 0 { cells[row][column - 1].unicodeScalars.append(scalar) }
      return
    }
    if column + max(1, wide) > columns {
      column = 0
      lineFeed()
    }
    last = isDrawing ? "-" : String(scalar)
    write(last, max(1, wide))
  }

  private mutating func write(_ text: String, _ wide: Int) {
    guard column + wide <= columns else { return }
    cells[row][column] = text
    if wide == 2 { cells[row][column + 1] = "" }
    column += wide
    // The other half of what was overwritten.
    if column < columns, cells[row][column].isEmpty { cells[row][column] = " " }
  }

  private mutating func lineFeed() {
    if row == bottom { scroll(1) } else { row = min(rows - 1, row + 1) }
  }

  private mutating func scroll(_ count: Int) {
    let blank = Array(repeating: " ", count: columns)
    for _ in 0..<min(rows, abs(count)) {
      cells.remove(at: count > 0 ? top : bottom)
      cells.insert(blank, at: count > 0 ? bottom : top)
    }
  }
}

extension TerminalScreen {
  private mutating func escape(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count > 1 else { return nil }
    let second = bytes[bytes.startIndex + 1]
    switch second {
    case UInt8(ascii: "["): return control(bytes)
    case UInt8(ascii: "]"): return title(bytes)
    case UInt8(ascii: "("), UInt8(ascii: ")"):
      guard bytes.count > 2 else { return nil }
      let set = bytes[bytes.startIndex + 2]
      if second == UInt8(ascii: "(") { isDrawing = set == UInt8(ascii: "0") }
      return 3
    case UInt8(ascii: "7"): saved = (row, column)
    case UInt8(ascii: "8"): (row, column) = saved
    case UInt8(ascii: "M"): if row == top { scroll(-1) } else { row = max(0, row - 1) }
    case UInt8(ascii: "="), UInt8(ascii: ">"): break
    default: unknown.append("ESC \(Unicode.Scalar(second))")
    }
    return 2
  }

  /// OSC 2 (or 0) and nothing else, to its BEL.
  private mutating func title(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let end = bytes.firstIndex(of: 0x07) else { return nil }
    let text = String(decoding: bytes[(bytes.startIndex + 2)..<end], as: UTF8.self)
    if text.hasPrefix("2;") {
      titles.append(String(text.dropFirst(2)))
    } else {
      unknown.append("OSC \(text)")
    }
    return bytes.distance(from: bytes.startIndex, to: end) + 1
  }

  private mutating func control(_ bytes: ArraySlice<UInt8>) -> Int? {
    let body = bytes.dropFirst(2)
    guard let end = body.firstIndex(where: { (0x40..<0x7F).contains($0) }) else { return nil }
    let text = String(decoding: body[..<end], as: UTF8.self)
    let values = text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let final = Character(Unicode.Scalar(body[end]))
    if !carryOut(final, text, values) { unknown.append("CSI \(text)\(final)") }
    return bytes.distance(from: bytes.startIndex, to: end) + 1
  }

  private mutating func carryOut(_ final: Character, _ text: String, _ values: [Int]) -> Bool {
    let count = max(1, values.first ?? 1)
    switch final {
    case "H", "f":
      (row, column) = (
        min(rows, count) - 1, min(columns, max(1, values.dropFirst().first ?? 1)) - 1
      )
    case "A": row = max(0, row - count)
    case "B": row = min(rows - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(columns, count) - 1
    case "d": row = min(rows, count) - 1
    case "J": erase(values.first ?? 0)
    case "K": eraseInLine(values.first ?? 0)
    case "X": blank(row, column..<min(columns, column + count))
    case "P":
      cells[row].removeSubrange(column..<min(columns, column + count))
      cells[row] += Array(repeating: " ", count: columns - cells[row].count)
    case "@":
      cells[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
      cells[row].removeLast(cells[row].count - columns)
    case "L", "M":
      let old = top
      top = row
      scroll(final == "M" ? count : -count)
      top = old
    case "S", "T": scroll(final == "S" ? count : -count)
    case "b": for _ in 0..<min(count, columns) { write(last, 1) }
    case "r":
      (top, bottom) = (count - 1, min(rows, values.dropFirst().first ?? rows) - 1)
      (row, column) = (0, 0)
    case "m": return text.allSatisfy { $0.isNumber || $0 == ";" }
    case "n":
      guard text == "5" else { return false }
      questions += 1
    case "c":
      guard text.isEmpty else { return false }
      identifications += 1
    case "t": return ["22;0", "23;0", "22;0;0", "23;0;0"].contains(text)
    case "h", "l": return Self.modes.contains(text)
    default: return false
    }
    return true
  }

  private static let modes: Set<String> = [
    "?1", "?7", "?12", "?25", "?12;25", "?1049", "?2004", "?1000", "?1006", "4", "8", "?3;4", "?3",
    "?5",
  ]

  private mutating func erase(_ part: Int) {
    let all = 0..<columns
    switch part {
    case 0:
      eraseInLine(0)
      for row in min(rows, row + 1)..<rows { blank(row, all) }
    case 1:
      eraseInLine(1)
      for row in 0..<row { blank(row, all) }
    default: for row in 0..<rows { blank(row, all) }
    }
  }

  private mutating func eraseInLine(_ part: Int) {
    let range =
      part == 0 ? column..<columns : part == 1 ? 0..<min(columns, column + 1) : 0..<columns
    blank(row, range)
  }

  private mutating func blank(_ row: Int, _ range: Range<Int>) {
    for column in range { cells[row][column] = " " }
  }
}
