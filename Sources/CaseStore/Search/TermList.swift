/// Terms in the order in which they came, each once: as the one text the index takes, so that none of
/// them is a string of its own.
struct TermList: Sendable {
  /// Others that are found here and not added once more.
  private final class Others: Sendable {
    let list: TermList

    init(_ list: TermList) { self.list = list }
  }

  /// The terms with a space behind each.
  private var letters: [UInt8] = []
  /// Where each ends.
  private var ends: [Int] = []
  /// By what its letters come to, one more than the place of a term; 0 where none is. There are twice
  /// as many as terms, so that one looked for is soon found or found missing.
  private var slots = [UInt32](repeating: 0, count: 256)
  private let others: Others?

  init(besides others: TermList? = nil) {
    self.others = others.map { Others($0) }
    letters.reserveCapacity(1_024)
    ends.reserveCapacity(128)
  }

  /// As the index takes them.
  var text: String { String(decoding: letters.dropLast(), as: UTF8.self) }

  var terms: [String] {
    ends.indices.map { String(decoding: letters[range(of: $0)], as: UTF8.self) }
  }

  func forEach(_ body: (Span<UInt8>) -> Void) {
    let letters = letters.span
    for index in ends.indices { body(letters.extracting(range(of: index))) }
  }

  /// A term, behind its mark.
  mutating func add(_ term: Span<UInt8>, marked mark: UInt8? = nil) {
    let start = letters.count
    if let mark { letters.append(mark) }
    for index in term.indices { letters.append(term[index]) }
    let added = start..<letters.count
    let sum = Self.sum(of: letters.span.extracting(added))
    let slot = slot(of: added, sum, in: letters)
    guard slots[slot] == 0, others?.list.holds(added, sum, in: letters) != true else {
      return letters.removeLast(added.count)
    }
    letters.append(UInt8(ascii: " "))
    ends.append(added.upperBound)
    slots[slot] = UInt32(ends.count)
    if 2 * ends.count > slots.count { grow() }
  }

  private func range(of index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1] + 1)..<ends[index]
  }

  private func holds(_ term: Range<Int>, _ sum: UInt, in text: [UInt8]) -> Bool {
    slots[slot(of: term, sum, in: text)] != 0
  }

  /// Where a term is, or would be.
  private func slot(of term: Range<Int>, _ sum: UInt, in text: [UInt8]) -> Int {
    var slot = Int(sum % UInt(slots.count))
    while slots[slot] != 0 {
      if isTerm(Int(slots[slot]) - 1, term, in: text) { return slot }
      slot = slot + 1 == slots.count ? 0 : slot + 1
    }
    return slot
  }

  private func isTerm(_ index: Int, _ term: Range<Int>, in text: [UInt8]) -> Bool {
    let known = range(of: index)
    guard known.count == term.count else { return false }
    let (letters, text) = (letters.span, text.span)
    for place in 0..<term.count
    where letters[known.lowerBound + place] != text[term.lowerBound + place] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: 2 * slots.count)
    for index in ends.indices {
      let term = range(of: index)
      let sum = Self.sum(of: letters.span.extracting(term))
      slots[slot(of: term, sum, in: letters)] = UInt32(index + 1)
    }
  }

  /// FNV-1a, folded: the upper bits know of all letters as well.
  private static func sum(of letters: Span<UInt8>) -> UInt {
    var sum: UInt = 0xcbf2_9ce4_8422_2325
    for index in letters.indices { sum = (sum ^ UInt(letters[index])) &* 0x100_0000_01b3 }
    return sum ^ sum >> 32
  }
}
