import CaseStore
import Casework
import Deskwork
import Glibc

/// Accepting a case, and by turns the same statements alone on a twin of the store.
struct AcceptBench {
  let host: BenchHost
  let store: BenchStore

  /// In bytes; the twin of a larger store takes too long to copy.
  private static let largestTwin: Int64 = 4 << 30
  /// Until every statement has been prepared.
  private static let unmeasured = 3

  func run() throws(Complaint) -> [Measured] {
    let path = store.path + ".twin"
    SQLiteStore.discard(path)
    defer { SQLiteStore.discard(path) }
    let twin = try twin(at: path)
    let hall = try host.hall(store)
    let acts = try BenchActs(host.application, at: hall)
    var (alone, raw): ([Double], [Double]) = ([], [])
    for round in 0..<(4 * host.plan.rounds + Self.unmeasured) {
      let times = try act(acts, hall, twin)
      guard round >= Self.unmeasured else { continue }
      alone.append(times.act)
      if let statements = times.statements { raw.append(statements) }
    }
    guard !raw.isEmpty else { return [Measured(.acceptAct, store.size, alone)] }
    return [
      Measured(.acceptAct, store.size, alone), Measured(.acceptRaw, store.size, raw),
      Measured(.acceptRatio, store.size, zip(alone, raw).map { $0 / $1 * 100 }),
    ]
  }

  /// The twin does everything the store did, the taking in as well: else it would be another store.
  private func act(
    _ acts: BenchActs, _ hall: OpenHall, _ twin: StoreTwin?
  ) throws(Complaint) -> (act: Double, statements: Double?) {
    let (id, taking) = try host.complaining(at: hall.desk) { () throws(DeskRefusal) in
      try hall.store.recording { () throws(DeskRefusal) in try acts.takeIn() }
    }
    let (accepted, act) = try host.complaining(at: hall.desk) { () throws(DeskRefusal) in
      try Stopwatch.time { () throws(DeskRefusal) in
        try hall.store.recording { () throws(DeskRefusal) in try acts.accept(id) }
      }
    }
    guard let twin else { return (act, nil) }
    return try complaining { () throws(StoreError) in
      try twin.doAgain(taking)
      let (_, statements) = try Stopwatch.time { () throws(StoreError) in
        try twin.doAgain(accepted.work)
      }
      return (act, statements)
    }
  }

  private func twin(at path: String) throws(Complaint) -> StoreTwin? {
    let own = store.path
    let bytes = try complaining { () throws(StoreError) in
      Int64(try SQLiteStore.open(at: own).size())
    }
    guard bytes <= Self.largestTwin, SQLiteStore.room(beside: path) > 2 * bytes else {
      host.tell(
        "\(store.size.text) 件的大厅太大，不另抄一份；只测受理本身。",
        "The hall of \(store.size.text) cases is too large for a twin; the act alone is measured.")
      return nil
    }
    return try complaining { () throws(StoreError) in try StoreTwin(copying: own, to: path) }
  }
}
