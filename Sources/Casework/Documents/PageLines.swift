/// Lines as they are printed, one behind the other, each with its end.
struct PageLines: Sendable {
  static let end = UInt8(ascii: "\n")

  private var bytes: [UInt8] = []
  /// Where each line ends, its end included.
  private var ends: [Int] = []

  init(reserving capacity: Int) { bytes.reserveCapacity(capacity) }

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

  /// Others, from one of them on.
  mutating func add(_ others: PageLines, from first: Int = 0) {
    let shift = bytes.count - others.start(of: first)
    bytes += others[first..<others.count]
    for end in others.ends[first...] { ends.append(end + shift) }
  }

  /// The line is complete.
  mutating func endLine() {
    bytes.append(Self.end)
    ends.append(bytes.count)
  }

  /// Takes those at the end away that hold nothing.
  mutating func trim() {
    while let end = ends.last, end == start(of: ends.count - 1) + 1 {
      ends.removeLast()
      bytes.removeLast()
    }
  }
}
