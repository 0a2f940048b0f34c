import Testing

/// What only one may have, asked for by several processes at the same moment.
struct ProcessRaceTests {
  private let yichuang: Yichuang
  private let store: String

  init() throws {
    yichuang = try Yichuang()
    store = try yichuang.demo()
  }

  private static let counters = [
    ("wangfang", "A01"), ("limin", "A02"), ("zhaoxiaoyan", "A03"), ("chenzhiqiang", "A04"),
  ]

  /// Everybody is given the acts once all are at the store; the answers of each.
  private func race(_ acts: [[String]]) throws -> [[String]] {
    // Refused, but by a desk that has opened the store.
    let first = "{\"do\":\"claim\",\"case\":\"9999-0001\"}"
    var crowd = Crowd(yichuang, store: store, lines: acts.map { [first] + $0 })
    try crowd.start(with: 1)
    crowd.run { _ in false }
    _ = crowd.wait()
    let answers = crowd.answers().map { Array($0.dropFirst()) }
    try #require(zip(answers, acts).allSatisfy { $0.count == $1.count }, "\(answers)")
    return answers
  }

  private func value(_ name: String, in answer: String) -> Substring? {
    answer.firstRange(of: "\"\(name)\":\"").map { range in
      answer[range.upperBound...].prefix { $0 != "\"" }
    }
  }

  private func issue(_ count: Int) throws -> [Substring] {
    let line =
      "{\"do\":\"issue-ticket\",\"queue\":\"A\",\"purpose\":\"办理营业执照\",\"as\":\"wangfang\"}\n"
    let answers = try yichuang.run(
      "do", "--store", store, input: String(repeating: line, count: count)
    ).lines
    return answers.compactMap { value("ticket", in: $0) }
  }

  @Test func `one number is called by one counter, and the others read who has it`() throws {
    let tickets = try issue(12)
    try #require(tickets.count == 12)
    let answers = try race(
      Self.counters.map { clerk, counter in
        tickets.map {
          "{\"do\":\"call-ticket\",\"ticket\":\"\($0)\",\"as\":\"\(clerk)\",\"counter\":\"\(counter)\"}"
        }
      })
    for number in tickets.indices {
      let (done, refused) = answers.map { $0[number] }.reduce(into: ([String](), [String]())) {
        if $1.hasPrefix("{\"ok\":true") { $0.0.append($1) } else { $0.1.append($1) }
      }
      #expect(done.count == 1, "\(tickets[number])")
      for answer in refused {
        #expect(value("refusal", in: answer) == "called-by", "\(answer)")
        #expect(answer.contains("2026-"), "since when: \(answer)")
      }
    }
    #expect(try yichuang.run("verify", store).status == 0)
  }

  @Test func `whoever calls the next number gets one that nobody else has`() throws {
    _ = try issue(8)
    let answers = try race(
      Self.counters.map { clerk, counter in
        Array(
          repeating:
            "{\"do\":\"call-ticket\",\"as\":\"\(clerk)\",\"counter\":\"\(counter)\"}", count: 2)
      })
    let called = answers.flatMap { $0 }.compactMap { value("ticket", in: $0) }
    #expect(called.count == 8 && Set(called).count == 8, "\(answers)")
  }

  @Test func `one task is claimed by one examiner, and the other reads who has it`() throws {
    let free = try yichuang.run(
      "list", "--store", store, "--json", "--stage", "underExamination"
    ).output.split(separator: "{").map(String.init).filter {
      $0.contains("\"claimedBy\":null") && $0.contains("\"step\":\"")
    }
    let clerks = try yichuang.run("clerk", "list", "--store", store, "--json").output
      .split(separator: "\"clerk\":\"").map(String.init).filter {
        $0.contains("\"role\":\"examiner\"")
      }
    var races = 0
    for one in free {
      guard let department = value("holder", in: one), let id = value("case", in: one) else {
        continue
      }
      let examiners = clerks.filter { value("department", in: $0) == department }
        .map { $0.prefix { $0 != "\"" } }
      guard examiners.count > 1 else { continue }
      let answers = try race(
        examiners.map { ["{\"do\":\"claim\",\"case\":\"\(id)\",\"as\":\"\($0)\"}"] }
      ).flatMap { $0 }
      // A step may be an approver's.
      let isTheirs = answers.contains { value("refusal", in: $0) != "step-is-for-approver" }
      guard isTheirs else { continue }
      let losers = answers.filter { !$0.hasPrefix("{\"ok\":true") }
      #expect(losers.count == examiners.count - 1, "\(answers)")
      #expect(losers.allSatisfy { value("refusal", in: $0) == "claimed-by" }, "\(answers)")
      races += 1
    }
    #expect(races > 0)
    #expect(try yichuang.run("verify", store).status == 0)
  }
}
