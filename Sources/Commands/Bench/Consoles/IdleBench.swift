import Casework
import Deskwork

/// Consoles nobody touches: one, and many at once.
struct IdleBench {
  let host: BenchHost
  let store: BenchStore

  func run() throws(Complaint) -> [Measured] {
    let clerk = try host.examiner(store)
    let probe = try ConsoleProbe(store, host, as: clerk)
    _ = try probe.firstScreen()
    let use = ProcessUse(process: probe.terminal.process)
    let (bursts, share) = share(of: [use]) { probe.listen(seconds: host.plan.seconds) }
    probe.leave()
    let size = store.size
    return [Measured(.idleBytes, size, [Self.bytes(bursts, seconds: host.plan.seconds)])]
      + measured(.idleCPU, share) + (try many(clerk))
  }

  private func many(_ clerk: ClerkID) throws(Complaint) -> [Measured] {
    var probes: [ConsoleProbe] = []
    for _ in 0..<host.plan.consoles { probes.append(try ConsoleProbe(store, host, as: clerk)) }
    for probe in probes { _ = try probe.firstScreen() }
    let uses = probes.map { ProcessUse(process: $0.terminal.process) }
    let (_, share) = share(of: uses) { probes.last?.listen(seconds: host.plan.seconds) ?? [] }
    let memory = uses.compactMap(\.privateMemory)
    for probe in probes { probe.leave() }
    guard !memory.isEmpty else { return measured(.consolesCPU, share) }
    return [
      Measured(.consoleMemory, store.size, memory),
      Measured(.consolesMemory, store.size, [memory.reduce(0, +)]),
    ] + measured(.consolesCPU, share)
  }

  /// The clock in the corner may change once a minute; what is sent besides counts.
  private static func bytes(_ bursts: [Burst], seconds: Int) -> Double {
    let ticks = seconds / 60 + 1
    let sizes = bursts.map { Double($0.bytes.count) }.sorted()
    return sizes.prefix(max(0, sizes.count - ticks)).reduce(0, +)
  }

  /// How many millionths of a core the processes take while `body` waits.
  private func share<Answer>(
    of uses: [ProcessUse], _ body: () -> Answer
  ) -> (answer: Answer, millionths: Double?) {
    let start = Stopwatch.now
    let before = uses.map(\.processorTime)
    let answer = body()
    let after = uses.map(\.processorTime)
    let nanoseconds = zip(before, after).compactMap { before, after in
      before.flatMap { before in after.map { $0 - before } }
    }
    guard !nanoseconds.isEmpty else { return (answer, nil) }
    let microseconds = Stopwatch.microseconds(since: start)
    return (answer, nanoseconds.reduce(0, +) / 1_000 / microseconds * 1_000_000)
  }

  /// Nothing where the machine does not tell.
  private func measured(_ measure: Measure, _ value: Double?) -> [Measured] {
    value.map { [Measured(measure, store.size, [$0])] } ?? []
  }
}
