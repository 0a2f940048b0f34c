import CaseStore
import Casework
import Deskwork

/// Measures the program against its goals.
struct BenchCommand {
  let invocation: Invocation

  func run() throws(Complaint) -> ExitStatus {
    if let part = invocation.set(BenchPart.variable) {
      return try BenchPart(part, invocation).run()
    }
    let plan = try complaining { () throws(UsageProblem) in try BenchPlan(invocation) }
    let host = try BenchHost(invocation, plan)
    let stores = try BenchStore.all(host)
    var measured: [Measured] = []
    for row in plan.rows { measured += try Self.measure(row, stores, host) }
    let report = BenchReport(
      plan: plan, sizes: stores.map(\.size), measured: measured, language: invocation.language)
    invocation.output.say(invocation.isJSON ? report.json.line : report.text)
    return .done
  }

  /// What compares sizes takes turns between them, so that a busy moment of the machine meets all.
  private static func measure(
    _ row: BenchRow, _ stores: [BenchStore], _ host: BenchHost
  ) throws(Complaint) -> [Measured] {
    switch row {
    case .start: return try StartBench(host: host).run(stores)
    case .lists: return try ReadingBench.run(stores, host)
    case .keys, .idle, .accept, .batch, .crowd, .seats, .upkeep, .size:
      var measured: [Measured] = []
      for store in stores {
        host.tell(row, store.size)
        measured += try measure(row, store, host)
      }
      return measured
    }
  }

  private static func measure(
    _ row: BenchRow, _ store: BenchStore, _ host: BenchHost
  ) throws(Complaint) -> [Measured] {
    switch row {
    case .start, .lists: []
    case .keys: try KeyBench(host: host, store: store).run()
    case .idle: try IdleBench(host: host, store: store).run()
    case .accept: try AcceptBench(host: host, store: store).run()
    case .batch: try BatchBench(host: host, store: store).run()
    case .crowd: try CrowdBench(host: host, store: store).run()
    case .seats: try SeatBench(host: host, store: store).run()
    case .upkeep: try UpkeepBench(host: host, store: store).run()
    case .size: try SizeBench(host: host, store: store).run()
    }
  }
}
