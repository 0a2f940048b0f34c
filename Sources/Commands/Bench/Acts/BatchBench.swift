import CaseStore
import Casework
import Deskwork

/// Accepting as a script does that asks for batches, each in one transaction; paper left out.
struct BatchBench {
  let host: BenchHost
  let store: BenchStore

  func run() throws(Complaint) -> [Measured] {
    let hall = try host.hall(store, keeping: KeptFiles.ofScript)
    let acts = try BenchActs(host.application, at: hall)
    var run = DoRun(hall: hall, seat: acts.seat, printer: nil, language: host.language)
    let lines = min(200, 10 * host.plan.rounds)
    var rates: [Double] = []
    for _ in 0..<max(2, host.plan.rounds / 5) {
      let cases = try takeIn(lines, acts, hall)
      let acceptances = cases.enumerated().map { number, id in
        LineReader.Line.text("{\"do\":\"accept\",\"case\":\"\(id)\"}", number: number + 1)
      }
      let (answers, microseconds) = Stopwatch.time { run.answers(to: acceptances) }
      if let refusal = answers.first(where: { $0.status != .done }) {
        throw .other(Words(refusal.value.line, refusal.value.line))
      }
      rates.append(Double(answers.count) / microseconds * 1_000_000)
    }
    return [Measured(.batchActs, store.size, rates)]
  }

  private func takeIn(
    _ count: Int, _ acts: BenchActs, _ hall: OpenHall
  ) throws(Complaint) -> [CaseID] {
    var taken: Result<[CaseID], DeskRefusal> = .success([])
    try complaining { () throws(StoreError) in
      try hall.store.together {
        taken = Result { () throws(DeskRefusal) in
          var ids: [CaseID] = []
          for _ in 0..<count { ids.append(try acts.takeIn()) }
          return ids
        }
      }
    }
    return try host.complaining(at: hall.desk) { () throws(DeskRefusal) in try taken.get() }
  }
}
