import FoundationEssentials
import TestSupport
import Testing

/// Many processes at work on one store. YICHUANG_CROWD=64 makes the crowd larger than it is here, and
/// YICHUANG_KILLS=200 the killing longer.
@Suite(.serialized)
struct CrowdTests {
  private let yichuang: Yichuang
  init() throws { yichuang = try Yichuang() }

  private static func number(_ name: String, else usual: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? usual
  }

  /// The numbers of the documents of all answers, by the series they belong to.
  private func documents(_ answers: [String]) -> [String: [Int]] {
    var series: [String: [Int]] = [:]
    for answer in answers {
      guard let start = answer.firstRange(of: "\"documents\":[")?.upperBound,
        let end = answer[start...].firstIndex(of: "]")
      else { continue }
      for quoted in answer[start..<end].split(separator: ",") {
        let parts = quoted.filter { $0 != "\"" }.split(separator: "〕")
        guard parts.count == 2, let number = Int(parts[1].filter(\.isNumber)) else { continue }
        series[String(parts[0]), default: []].append(number)
      }
    }
    return series
  }

  private func expectNoGap(_ answers: [String], _ comment: Comment) {
    let series = documents(answers)
    #expect(!series.isEmpty)
    for (name, numbers) in series {
      let sorted = numbers.sorted()
      let first = sorted.first ?? 0
      #expect(sorted == Array(first..<first + sorted.count), "\(name), \(comment)")
    }
  }

  @Test func `whoever is killed in the middle loses nothing that was acknowledged`() throws {
    let store = try yichuang.demo()
    let seed: UInt64 = 409
    var random = SplitMix(seed: seed)
    var answered: [String: String] = [:]
    var asked: [String] = []
    for round in 0..<Self.number("YICHUANG_KILLS", else: 3) {
      var crowd = try Crowd(yichuang, store: store, name: "k\(round)", processes: 3, acts: 12)
      let enough = Int.random(in: 1...20, using: &random)
      try crowd.start(with: 0)
      crowd.run { $0.reduce(0) { $0 + $1.count } >= enough }
      crowd.kill()
      for (lines, answers) in zip(crowd.lines, crowd.answers()) {
        for (line, answer) in zip(lines, answers) { answered[line] = answer }
        // What was under way when it was killed may be done or not.
        asked += lines.prefix(answers.count + 1)
      }
    }
    // The same act sent again is done once: whatever was acknowledged answers as it did.
    let again = try yichuang.run("do", "--store", store, input: asked.joined(separator: "\n"))
    #expect(again.status == 0 && again.lines.count == asked.count)
    #expect(!answered.isEmpty)
    for (line, answer) in zip(asked, again.lines) where answered[line] != nil {
      #expect(answered[line] == answer, "seed \(seed)")
    }
    expectNoGap(again.lines, "seed \(seed)")
    #expect(try yichuang.run("verify", store).status == 0, "seed \(seed)")
  }

  @Test func `of several who make a hall at one place at once one makes it`() throws {
    let store = yichuang.path("new.db")
    let processes = try (0..<3).map { number in
      let files = ["in", "out", "err"].map { yichuang.path("init-\(number).\($0)") }
      _ = FileManager.default.createFile(atPath: files[0], contents: nil)
      return try yichuang.start(["init", "--store", store], files)
    }
    let made = processes.map { Yichuang.wait(for: $0) }
    #expect(made.filter { $0 == 0 }.count == 1, "\(made)")
    #expect(try yichuang.run("verify", store).status == 0)
    let left = try FileManager.default.contentsOfDirectory(atPath: yichuang.home)
      .filter { $0.contains(".new-") }
    #expect(left == [])
  }

  @Test func `of many processes none is refused and none waits while others are served`() throws {
    let store = try yichuang.demo()
    var fairness: [[Int]] = []
    // A machine with more to do than this may keep somebody from even asking for a turn.
    for attempt in 1...3 where !fairness.contains(where: Self.isFair) {
      fairness.append(try serve(store, "c\(attempt)"))
    }
    #expect(fairness.contains(where: Self.isFair), "\(fairness)")
    #expect(try yichuang.run("verify", store).status == 0)
  }

  /// The least served at least half as often as the most.
  private static func isFair(_ served: [Int]) -> Bool {
    2 * (served.min() ?? 0) >= served.max() ?? 0
  }

  /// How often each of a crowd was served when the first was done.
  private func serve(_ store: String, _ name: String) throws -> [Int] {
    let count = Self.number("YICHUANG_CROWD", else: 16)
    let acts = count > 16 ? 40 : 16
    var crowd = try Crowd(yichuang, store: store, name: name, processes: count, acts: acts)
    // Everybody has been served once before it is counted how often.
    try crowd.start(with: 1)
    crowd.run { $0.contains { $0.count == acts } }
    let served = crowd.answers().map { $0.count - 1 }
    #expect(crowd.wait().allSatisfy { $0 == 0 })
    let answers = crowd.answers().flatMap { $0 }
    #expect(answers.count == crowd.lines.reduce(0) { $0 + $1.count })
    #expect(answers.allSatisfy { $0.hasPrefix("{\"ok\":true") })
    expectNoGap(answers, "\(count) processes")
    return served.sorted()
  }
}
