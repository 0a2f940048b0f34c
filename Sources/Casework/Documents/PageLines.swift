/// Lines as they are printed, one behind the other, each with its end; behind them the one that is being
/// written.
struct PageLines: Sendable {
  static let end = UInt8(ascii: "\n")

  private var bytes: [UInt8] = []
  /// Where each line ends, its end included.
  private var ends: [Int] = []
  /// Where the line begins that is being written.
  private var start = 0

  init(reserving capacity: Int, lines: Int = 0) {
    bytes.reserveCapacity(capacity)
    ends.reserveCapacity(lines)
  }

  var count: Int { ends.count }
  var byteCount: Int { bytes.count }

  subscript(lines: Range<Int>) -> ArraySlice<UInt8> {
    bytes[start(of: lines.lowerBound)..<start(of: lines.upperBound)]
  }

  private func start(of line: Int) -> Int { line == 0 ? 0 : ends[line - 1] }

  mutating func add(_ byte: UInt8, times: Int = 1) {
    bytes.append(contentsOf: repeatElement(byte, count: times))
  }

  mutating func add(_ piece: ArraySlice<UInt8>) { bytes += piece }
  mutating func add(_ piece: [UInt8]) { bytes += piece }
  mutating func add(_ piece: String.UTF8View) { bytes += piece }

  /// Others, from one of them on, where no line has been begun.
  mutating func add(_ others: PageLines, from first: Int = 0) {
    let shift = start - others.start(of: first)
    if first == 0 { bytes += others.bytes } else { bytes += others[first..<others.count] }
    for place in first..<others.count { ends.append(others.ends[place] + shift) }
    start = bytes.count
  }

  /// The line is complete.
  mutating func endLine() {
    bytes.append(Self.end)
    start = bytes.count
    ends.append(start)
  }

  /// Takes those at the end away that hold nothing.
  mutating func trim() {
    while let end = ends.last, end == start(of: ends.count - 1) + 1 {
      ends.removeLast()
      bytes.removeLast()
    }
    start = bytes.count
  }
}

/// The line that is being written.
extension PageLines {
  var begun: ArraySlice<UInt8> { bytes[start...] }
  var begunCount: Int { bytes.count - start }
  func begun(at place: Int) -> UInt8 { bytes[start + place] }

  /// Takes it away.
  mutating func takeBegun() -> [UInt8] {
    let line = Array(begun)
    bytes.removeLast(begunCount)
    return line
  }

  /// Keeps so many bytes of it.
  mutating func cutBegun(to count: Int) {
    if count < begunCount { bytes.removeLast(begunCount - count) }
  }

  /// Puts so many of a byte in place of those it begins with.
  mutating func replaceBegun(_ first: Int, by byte: UInt8, times: Int) {
    bytes.replaceSubrange(start..<start + first, with: repeatElement(byte, count: times))
  }
}
