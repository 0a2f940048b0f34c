package import Testing

import FoundationEssentials

/// Rounds of made-up input, each from a seed of its own: few in every run of the tests, as many as
/// `FUZZ_ROUNDS` says otherwise, from `FUZZ_SEED` on.
///
/// What fails is said with its seed and the smallest input that still fails. A trap ends the
/// process, so the round at work is noted in the file `FUZZ_NOTE` names.
package struct Fuzz {
  let name: String
  let rounds: Int

  /// How often a failing input may be tried smaller.
  let tries: Int

  package init(_ name: String, rounds: Int, tries: Int = 2_000) {
    (self.name, self.tries) = (name, tries)
    self.rounds = Self.number("FUZZ_ROUNDS") ?? rounds
  }

  private static let first = UInt64(number("FUZZ_SEED") ?? 0)

  private static func number(_ variable: String) -> Int? {
    ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
  }

  /// `check` answers what is wrong with an input, or nil.
  package func run(
    sourceLocation: SourceLocation = #_sourceLocation,
    make: (inout SplitMix) -> [UInt8], check: ([UInt8]) throws -> String?
  ) {
    for round in 0..<UInt64(rounds) {
      let seed = Self.first &+ round
      var random = SplitMix(seed: seed)
      let input = make(&random)
      note(seed, input)
      guard let problem = problem(of: input, check) else { continue }
      let least = smallest(input) { self.problem(of: $0, check) != nil }
      Issue.record(
        """
        \(name): seed \(seed) (FUZZ_SEED=\(seed) FUZZ_ROUNDS=1): \(problem)
        smallest input, \(least.count) of \(input.count) bytes: \(Self.spelled(least))
        \(self.problem(of: least, check) ?? "")
        """, sourceLocation: sourceLocation)
      return
    }
  }

  private func problem(of input: [UInt8], _ check: ([UInt8]) throws -> String?) -> String? {
    do { return try check(input) } catch { return "\(error)" }
  }

  private func note(_ seed: UInt64, _ input: [UInt8]) {
    guard let path = ProcessInfo.processInfo.environment["FUZZ_NOTE"] else { return }
    let text = "\(name): FUZZ_SEED=\(seed) FUZZ_ROUNDS=1\n\(Self.spelled(input))\n"
    try? Data(text.utf8).write(to: URL(filePath: "\(path).\(name.filter { $0 != " " })"))
  }

  /// Takes pieces away, ever smaller ones, as long as it still fails.
  private func smallest(_ input: [UInt8], fails: ([UInt8]) -> Bool) -> [UInt8] {
    var least = input
    var length = max(1, least.count / 2)
    var tries = tries
    while tries > 0 {
      var start = 0
      var isSmaller = false
      while start < least.count, tries > 0 {
        var without = least
        without.removeSubrange(start..<min(least.count, start + length))
        tries -= 1
        if fails(without) { (least, isSmaller) = (without, true) } else { start += length }
      }
      if length == 1, !isSmaller { break }
      length = max(1, length / 2)
    }
    return least
  }

  private static func spelled(_ bytes: [UInt8]) -> String {
    bytes.prefix(4_000).map { byte in
      (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\\")
        ? String(Unicode.Scalar(byte)) : "\\x" + String(Int(byte) + 0x100, radix: 16).suffix(2)
    }.joined()
  }
}

extension SplitMix {
  package mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

  package mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// The bytes with a few of them changed, cut out, doubled, swapped, or others put between.
  package mutating func mutated(
    _ bytes: [UInt8], with pieces: [[UInt8]] = [], times: Int = 4
  ) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<below(times + 1) {
      let place = below(bytes.count + 1)
      let end = min(bytes.count, place + below(below(4) == 0 ? 200 : 8))
      switch below(7) {
      case 0: if place < bytes.count { bytes[place] = UInt8(truncatingIfNeeded: next()) }
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: if place < bytes.count { bytes[place] ^= 1 << UInt8(below(8)) }
      case 4: bytes.insert(UInt8(truncatingIfNeeded: next()), at: place)
      case 5:
        let digits = ["0", "-1", "9", "99999999999999999999", "9223372036854775807", "1e9", "null"]
        bytes.replaceSubrange(place..<end, with: Array(pick(digits).utf8))
      default: if !pieces.isEmpty { bytes.insert(contentsOf: pick(pieces), at: place) }
      }
    }
    return bytes
  }
}

extension SplitMix {
  /// A JSON text with some of its values replaced by others of the kind, so that it stays JSON.
  package mutating func mutatedJSON(_ bytes: [UInt8], times: Int = 3) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<1 + below(times) {
      let values = Self.values(in: bytes)
      guard !values.isEmpty else { return bytes }
      let place = pick(values)
      bytes.replaceSubrange(place, with: value(insteadOf: bytes[place.lowerBound]))
    }
    return bytes
  }

  private mutating func value(insteadOf first: UInt8) -> [UInt8] {
    let numbers = [
      "0", "-1", "1", "2", "7", "99", "-99", "2147483647", "4294967296", "1000000000000",
      "9223372036854775807", "-9223372036854775808",
    ]
    let texts = [
      "", "x", "2026-02-28", "2024-02-29", "2060-12-31", "1990-01-01", "2026-03-11T10:24", "SJ",
      "none",
    ]
    if first == UInt8(ascii: "\"") {
      let odd = below(3) == 0
      return Array(
        ("\"" + (odd ? pick(HostileText.odd).filter { $0 != "\"" && $0 != "\\" } : pick(texts))
          + "\"").utf8)
    }
    if first == UInt8(ascii: "t") || first == UInt8(ascii: "f") {
      return Array((below(2) == 0 ? "true" : "false").utf8)
    }
    return Array(pick(numbers).utf8)
  }

  /// Where values stand: texts that are no keys, numbers, truths.
  private static func values(in bytes: [UInt8]) -> [Range<Int>] {
    var values: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      let start = index
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        index = min(bytes.count, index + 1)
        if index >= bytes.count || bytes[index] != UInt8(ascii: ":") {
          values.append(start..<index)
        }
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "t"),
        UInt8(ascii: "f"):
        while index < bytes.count, !",]}".utf8.contains(bytes[index]) { index += 1 }
        values.append(start..<index)
      default: index += 1
      }
    }
    return values
  }
}
