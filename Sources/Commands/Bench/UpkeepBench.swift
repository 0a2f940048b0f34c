import CaseStore
import Casework
import Deskwork
import HallFiles

/// What reads a whole store again.
struct UpkeepBench {
  let host: BenchHost
  let store: BenchStore

  func run() throws(Complaint) -> [Measured] {
    var (verified, rebuilt): ([Double], [Double]) = ([], [])
    let start = Stopwatch.now
    // A small hall takes several turns, a large one a single one.
    repeat {
      let (report, microseconds) = try verify()
      verified.append(Double(report.events) / microseconds * 1_000_000)
      rebuilt.append(Double(report.events) / (try rebuild()) * 1_000_000)
    } while verified.count < min(3, host.plan.rounds)
      && Stopwatch.microseconds(since: start) < Double(host.plan.seconds) * 1_000_000
    ProgressLine.clear()
    return [
      Measured(.verifyEvents, store.size, verified),
      Measured(.rebuildEvents, store.size, rebuilt),
    ] + (store.madeIn.map { [Measured(.makeStore, store.size, [$0])] } ?? [])
  }

  private func verify() throws(Complaint) -> (VerifyReport, Double) {
    let (path, data) = (store.path, host.data)
    let (report, microseconds) = try complaining { () throws(StoreError) in
      try Stopwatch.time { () throws(StoreError) in
        try SQLiteStore.verify(
          copyAt: path, readings: data.readings, progress: ProgressLine.show)
      }
    }
    guard report.isSound else {
      throw .other(
        Words(
          "\(path) 核对不符，所测不可信；请删去它再测。",
          "\(path) does not verify, so nothing it shows can be trusted; remove it and measure again."
        ))
    }
    return (report, microseconds)
  }

  private func rebuild() throws(Complaint) -> Double {
    let (path, data) = (store.path, host.data)
    let open = try complaining { () throws(StoreError) in try SQLiteStore.open(at: path) }
    return try Stopwatch.time { () throws(Complaint) in try open.rebuild(with: data) }.microseconds
  }
}
