import Casework

/// What the command line asks to be measured.
struct BenchPlan {
  var sizes: [BenchSize]
  var rows: [BenchRow]
  var folder: String
  /// A store that is looked at and not written.
  var store: String?
  var rounds: Int
  var seconds: Int
  var consoles: Int
  var crowd: Int
  var seats: Int
  var seed: UInt64

  init(_ invocation: Invocation) throws(UsageProblem) {
    let arguments = invocation.arguments
    store = arguments[.store]
    sizes =
      try Self.list(.sizes, in: arguments, Words("如 1k,100k,1M 的件数", "sizes such as 1k,100k,1M")) {
        BenchSize($0)
      } ?? [1_000, 100_000, 1_000_000].map { BenchSize(cases: $0) }
    let rows = try Self.list(
      .rows, in: arguments,
      Words("这些之一或几个：\(BenchRow.names)", "some of: \(BenchRow.names)")
    ) { BenchRow(rawValue: String($0)) }
    self.rows = BenchRow.allCases.filter { rows?.contains($0) ?? true }
    if store != nil {
      if let wrong = rows?.first(where: { !$0.isReading }) { throw Self.onlyReading(wrong) }
      self.rows = self.rows.filter(\.isReading)
    }
    folder = arguments[.folder] ?? (invocation.set("HOME") ?? ".") + "/.cache/yichuang/bench"
    rounds = try arguments.number(.rounds, least: 1, most: 100_000) ?? 50
    seconds = try arguments.number(.seconds, least: 1, most: 3_600) ?? 10
    consoles = try arguments.number(.consoles, least: 1, most: 1_000) ?? 100
    crowd = try arguments.number(.crowd, least: 1, most: 1_000) ?? 64
    seats = try arguments.number(.seats, least: 1, most: 10_000) ?? 300
    seed = try HallMaker.seed(arguments) ?? 1
  }

  private static func list<Element: Hashable>(
    _ option: Option, in arguments: Arguments, _ expected: Words,
    _ read: (Substring) -> Element?
  ) throws(UsageProblem) -> [Element]? {
    guard let text = arguments[option] else { return nil }
    var elements: [Element] = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let element = read(word) else { throw .valueExpected(option, text, expected) }
      if !elements.contains(element) { elements.append(element) }
    }
    return elements
  }

  private static func onlyReading(_ row: BenchRow) -> UsageProblem {
    let names = BenchRow.allCases.filter(\.isReading).map(\.rawValue).joined(separator: ",")
    return .valueExpected(
      .rows, row.rawValue,
      Words(
        "\(names)（用 --store 指定的数据库只读不写）",
        "\(names), for a store named by --store is only read"))
  }
}
