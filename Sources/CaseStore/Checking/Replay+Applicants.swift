import Casework
import Deskwork
import SQLite

/// What is known of applicants whose cases are read one after another, though their intakes came
/// in turns.
struct ApplicantsAhead {
  private struct Known {
    var remembered: RememberedApplicant
    var lastAct: Int64
  }

  /// Those with an intake after the case that is read now.
  private var ahead: [Identity: Known] = [:]
  private var mostAhead = 1_000
  /// Those of whom closed years know something as well.
  private(set) var shared: [Identity: [IntakeAct]] = [:]

  /// Forgets those whose last intake lies before everything that is still to be read; of them nothing
  /// more will be known.
  mutating func pass(_ began: Int64) -> [KnownApplicant] {
    guard ahead.count > mostAhead else { return [] }
    let passed = ahead.filter { $0.value.lastAct < began }
    for identity in passed.keys { ahead[identity] = nil }
    mostAhead = max(1_000, 2 * ahead.count)
    return passed.values.map(\.remembered.known)
  }

  mutating func passAll() -> [KnownApplicant] {
    defer { ahead = [:] }
    return ahead.values.map(\.remembered.known)
  }

  mutating func share(_ identity: Identity, _ intake: IntakeAct) {
    shared[identity, default: []].append(intake)
  }

  /// Takes one more intake in; `earlier` is what the list has of somebody who is not ahead.
  mutating func take(
    _ known: KnownApplicant, act: Int64, knowing earlier: () throws(StoreFailure) -> KnownApplicant?
  ) throws(StoreFailure) {
    let identity = known.applicant.identity
    if ahead[identity] == nil, let earlier = try earlier() {
      ahead[identity] = Known(remembered: RememberedApplicant(earlier, act: 0), lastAct: 0)
    }
    let begun = Known(remembered: RememberedApplicant(known, act: act), lastAct: act)
    ahead[identity, default: begun].remembered.take(known, act: act)
    ahead[identity, default: begun].lastAct = max(act, ahead[identity]?.lastAct ?? 0)
  }
}

extension Replay {
  /// What is known of an applicant grows with each intake, and is written when there are no more.
  mutating func remember(
    _ intakes: [ReplayedStream.Intake], of id: CaseID
  ) throws(StoreFailure) {
    for intake in intakes {
      let identity = intake.known.applicant.identity
      if try isKnownToClosedYears(identity) {
        applicants.share(identity, IntakeAct(act: intake.act, id: id))
        continue
      }
      let target = target
      try applicants.take(intake.known, act: intake.act) { () throws(StoreFailure) in
        try Self.known(identity, in: target)
      }
    }
    try write(applicants.pass(order.pass()))
  }

  /// Those that are still ahead behind the last case.
  mutating func writeApplicants() throws(StoreFailure) {
    try write(applicants.passAll())
  }

  private func write(_ applicants: [KnownApplicant]) throws(StoreFailure) {
    try apply(applicants.map { .putApplicant($0) })
  }

  private func isKnownToClosedYears(_ identity: Identity) throws(StoreFailure) -> Bool {
    guard hasClosedYears else { return false }
    return try asking { () throws(SQLiteError) in
      try RememberedApplicant.stored(identity, in: source) != nil
    }
  }

  private static func known(
    _ identity: Identity, in target: Connection
  ) throws(StoreFailure) -> KnownApplicant? {
    let query = ListQuery.applicant(identity)
    return try asking { () throws(SQLiteError) in
      try target.first(query.sql, query.values) { row throws(SQLiteError) in
        try StoredJSON.value(KnownApplicant.self, from: try row.text(0))
      }
    }
  }
}
