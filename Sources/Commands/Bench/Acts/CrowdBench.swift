import Casework

/// Many processes that write without pause, beside one that has the store for itself.
struct CrowdBench {
  let host: BenchHost
  let store: BenchStore

  private var seconds: Double { Double(host.plan.seconds) / 2 }

  /// Alone, together, alone again: a machine that gets busier meanwhile shows.
  func run() throws(Complaint) -> [Measured] {
    let before = try play(1)
    let together = try play(host.plan.crowd)
    let after = try play(1)
    let alone = [rate(before), rate(after)]
    let served = together.map { Double($0.times.count) }
    let fairness = (served.min() ?? 0) / max(1, served.max() ?? 0) * 100
    let size = store.size
    return [
      Measured(.crowdAlone, size, alone), Measured(.crowdTotal, size, [rate(together)]),
      Measured(.crowdShare, size, alone.map { rate(together) / max($0, 0.001) * 100 }),
      Measured(.crowdWait, size, together.flatMap(\.times)),
      Measured(.crowdFairness, size, [fairness]),
      Measured(.crowdRefused, size, [Double(together.reduce(0) { $0 + $1.refused })]),
    ]
  }

  private func play(_ processes: Int) throws(Complaint) -> [BenchCrew.Work] {
    let task = BenchPart.Task(.crowd, milliseconds: Int(seconds * 1_000))
    return try BenchCrew(processes, task, on: store, host).work()
  }

  private func rate(_ works: [BenchCrew.Work]) -> Double {
    Double(works.reduce(0) { $0 + $1.times.count }) / seconds
  }
}

/// As many seats as a hall has, each of which does something and thinks for about two seconds.
struct SeatBench {
  let host: BenchHost
  let store: BenchStore

  /// Few, so that processes are not what is measured.
  private static let processes = 6

  func run() throws(Complaint) -> [Measured] {
    let processes = min(Self.processes, host.plan.seats)
    let task = BenchPart.Task(
      .seats, milliseconds: 1_000 * host.plan.seconds, seats: host.plan.seats / processes)
    let works = try BenchCrew(processes, task, on: store, host).work()
    return [
      Measured(.seatAct, store.size, works.flatMap(\.times)),
      Measured(.seatRefused, store.size, [Double(works.reduce(0) { $0 + $1.refused })]),
    ]
  }
}
