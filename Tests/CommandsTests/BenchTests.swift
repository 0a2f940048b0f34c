import FoundationEssentials
import SQLite
import Testing

@testable import Commands

/// `bench` whole, over a hall that is small and for times that say nothing.
@Suite(.serialized)
struct BenchTests {
  private let yichuang: Yichuang
  init() throws { yichuang = try Yichuang() }

  /// With a hall of 20 cases that lies there already.
  private func tiny(_ folder: String, sizes: String) throws -> [String] {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let hall = "\(folder)/\(Program.version)-s7-20.db"
    try FileManager.default.moveItem(atPath: try yichuang.demo(), toPath: hall)
    try "1000000\n".write(toFile: hall + ".made", atomically: true, encoding: .utf8)
    return [
      "bench", "--sizes", sizes, "--seed", "7", "--rounds", "1", "--seconds", "1", "--consoles",
      "2", "--crowd", "2", "--seats", "2", "--folder", folder,
    ]
  }

  @Test func `every row comes out, with its goals, and is no less than nothing`() throws {
    let run = try yichuang.run(tiny(yichuang.path("halls"), sizes: "20") + ["--json"])
    #expect(run.status == 0, "\(run.remarks)")
    let json = try JSONParser.parse(#require(run.lines.first))
    let measured = try #require(json["measured"]?.elements)
    let found = Set(measured.compactMap { $0["name"]?.word.flatMap { Measure(rawValue: $0) } })
    #expect(Set(Measure.allCases).subtracting(found) == expectedAbsent)
    for one in measured {
      for figure in ["median", "p95", "p99", "least", "most", "count"] {
        let value = try #require(one[figure]?.whole)
        #expect(value >= 0, "\(one.line)")
      }
      #expect(one["cases"] == .number(20) && one["unit"]?.word != nil)
    }
  }

  /// Where the console has no thin display there is nothing to measure of it.
  private var expectedAbsent: Set<Measure> { ConsoleProbe.hasThin ? [] : [.thinCursor] }

  @Test func `two sizes are compared with each other`() throws {
    let arguments = try tiny(yichuang.path("halls"), sizes: "6,20")
    let run = try yichuang.run(arguments + ["--rows", "lists", "--json"])
    #expect(run.status == 0, "\(run.remarks)")
    #expect(run.remarks.contains("造 6 件") && !run.remarks.contains("造 20 件"))
    // The hall that was made is found again.
    let again = try yichuang.run(arguments + ["--rows", "size", "--language", "en"])
    #expect(again.status == 0 && !again.remarks.contains("making"))
    #expect(again.output.contains("bytes on disk for each case"))
    let json = try JSONParser.parse(#require(run.lines.first))
    let growth = try #require(json["growth"]?.elements)
    #expect(growth.contains { $0["name"] == "ledger-first" && $0["to"] == .number(20) })
  }

  @Test func `a hall whose lists are older is brought up to date before it is measured`() throws {
    let folder = yichuang.path("halls")
    let arguments = try tiny(folder, sizes: "20") + ["--rows", "size", "--language", "en"]
    let hall = "\(folder)/\(Program.version)-s7-20.db"
    do {
      let connection = try Connection(path: hall, mode: .readWrite, applicationID: 0x7963_6831)
      try connection.transaction { () throws(SQLiteError) in
        try connection.run("INSERT INTO rebuild_due(id) VALUES (1)")
      }
    }
    let run = try yichuang.run(arguments)
    #expect(run.status == 0, "\(run.remarks)")
    #expect(run.remarks.contains("bringing the hall of 20 cases up to date"))
    let again = try yichuang.run(arguments)
    #expect(again.status == 0 && !again.remarks.contains("up to date"), "\(again.remarks)")
  }

  @Test func `a store that is named is read and not written`() throws {
    let store = try yichuang.demo()
    let before = FileManager.default.contents(atPath: store)
    let run = try yichuang.run(
      "bench", "--rows", "lists,size", "--rounds", "2", "--store", store, "--json")
    #expect(run.status == 0 && run.output.contains("\"name\":\"search-paper\""))
    #expect(FileManager.default.contents(atPath: store) == before)
  }

  @Test func `the middle, the ends and the share of a sample`() {
    let sample = Sample((1...100).reversed().map { Double($0) })
    #expect(sample.median == 50.5 && sample.p95 == 95 && sample.p99 == 99)
    #expect(sample.least == 1 && sample.most == 100)
    #expect(Sample([7]).median == 7 && Sample([7]).p95 == 7)
    #expect(Sample([3, 1, 2]).median == 2)
    #expect(Sample([]).median == 0 && Sample([]).p99 == 0)
    #expect(Sample([30]).percent(of: Sample([20])) == 150)
    #expect(Sample([30]).percent(of: Sample([])) == nil)
  }

  @Test func `a goal holds for its figure alone`() {
    let sample = Sample([1, 2, 90])
    #expect(Goal(figure: .median, bound: .atMost(2)).isMet(by: sample))
    #expect(!Goal(figure: .p95, bound: .atMost(89)).isMet(by: sample))
    #expect(!Goal(figure: .median, bound: .atLeast(3)).isMet(by: sample))
    #expect(Goal(figure: .most, bound: .atLeast(90)).isMet(by: sample))
  }

  @Test func `a size is typed as people say it`() {
    #expect(BenchSize("1k")?.cases == 1_000 && BenchSize("1M")?.cases == 1_000_000)
    #expect(BenchSize("30")?.text == "30" && BenchSize("100k")?.text == "100k")
    for wrong in ["", "k", "0", "-1", "11M", "1.5k", "99999999999999999k"] {
      #expect(BenchSize(wrong) == nil, "\(wrong)")
    }
  }

  @Test func `figures are shown in as many digits as tell something`() {
    #expect(BenchUnit.microseconds.shown(412) == "0.412 ms")
    #expect(BenchUnit.microseconds.shown(25_000) == "25.00 ms")
    #expect(BenchUnit.microseconds.shown(12_500_000) == "12.5 s")
    #expect(
      BenchUnit.bytes.shown(4_096) == "4096 B" && BenchUnit.bytes.shown(12_582_912) == "12.0 MB")
    #expect(
      BenchUnit.millionths.shown(1_000) == "0.100%" && BenchUnit.perSecond.shown(9.96) == "10.0/s")
  }
}

extension JSONValue {
  fileprivate var elements: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  fileprivate var word: String? {
    guard case .text(let word) = self else { return nil }
    return word
  }

  fileprivate var whole: Int? {
    guard case .number(let number) = self else { return nil }
    return number
  }
}
