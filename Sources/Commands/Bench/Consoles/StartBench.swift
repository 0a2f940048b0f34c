import Casework
import Deskwork

/// From exec to the first screen of somebody who has work waiting.
struct StartBench {
  let host: BenchHost

  /// The halls take turns; the first round only fills the machine's memory.
  func run(_ stores: [BenchStore]) throws(Complaint) -> [Measured] {
    var times: [BenchSize: [Double]] = [:]
    var bytes: [BenchSize: [Double]] = [:]
    var people: [BenchSize: ClerkID] = [:]
    for store in stores {
      host.tell(.start, store.size)
      people[store.size] = try host.examiner(store)
    }
    for round in 0...max(2, host.plan.rounds / 5) {
      for store in stores {
        guard let clerk = people[store.size] else { continue }
        let probe = try ConsoleProbe(store, host, as: clerk)
        let screen = try probe.firstScreen()
        probe.leave()
        guard round > 0 else { continue }
        times[store.size, default: []].append(screen.microseconds)
        bytes[store.size, default: []].append(Double(screen.bytes.count))
      }
    }
    return stores.flatMap { store in
      [
        Measured(.firstScreen, store.size, times[store.size] ?? []),
        Measured(.firstScreenBytes, store.size, bytes[store.size] ?? []),
      ]
    }
  }
}

extension BenchHost {
  /// Whoever has the longest inbox.
  func examiner(_ store: BenchStore) throws(Complaint) -> ClerkID {
    let desk = try reader(store).desk
    let inbox = try Commands.complaining { () throws(StoreError) in try desk.busiestInbox() }
    let clerks = desk.clerks.values.filter { !$0.isDisabled }.sorted { $0.id < $1.id }
    let clerk =
      clerks.first { $0.department == inbox && $0.role == .approver }
      ?? clerks.first { $0.department == inbox && inbox != nil } ?? clerks.first
    guard let clerk else {
      throw .other(
        Words("大厅里没有人；请用自带的 Data。", "Nobody works in the hall; use the Data that comes along."))
    }
    return clerk.id
  }
}
