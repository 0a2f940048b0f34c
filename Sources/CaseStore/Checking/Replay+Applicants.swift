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

  /// Forgets those whose last intake lies before everything that is still to be read.
  mutating func pass(_ began: Int64) {
    guard ahead.count > mostAhead else { return }
    ahead = ahead.filter { $0.value.lastAct >= began }
    mostAhead = max(1_000, 2 * ahead.count)
  }

  mutating func share(_ identity: Identity, _ intake: IntakeAct) {
    shared[identity, default: []].append(intake)
  }

  /// What is known after one more intake; `earlier` is what the list has.
  mutating func take(
    _ known: KnownApplicant, act: Int64, knowing earlier: () throws(StoreFailure) -> KnownApplicant?
  ) throws(StoreFailure) -> KnownApplicant {
    let identity = known.applicant.identity
    var remembered = ahead[identity]?.remembered
    if remembered == nil, let earlier = try earlier() {
      remembered = RememberedApplicant(earlier, act: 0)
    }
    remembered?.take(known, act: act)
    let whole = remembered ?? RememberedApplicant(known, act: act)
    let last = max(act, ahead[identity]?.lastAct ?? 0)
    ahead[identity] = Known(remembered: whole, lastAct: last)
    return whole.known
  }
}

extension Replay {
  /// What is known of an applicant grows with each intake.
  mutating func remember(_ stream: ReplayedStream, _ id: CaseID) throws(StoreFailure) {
    for intake in stream.intakes {
      let identity = intake.known.applicant.identity
      if try isKnownToClosedYears(identity) {
        applicants.share(identity, IntakeAct(act: intake.act, id: id))
        continue
      }
      let earlier = { [self] () throws(StoreFailure) in try known(identity) }
      let whole = try applicants.take(intake.known, act: intake.act, knowing: earlier)
      try apply([.putApplicant(whole)])
    }
    applicants.pass(order.pass())
  }

  private func isKnownToClosedYears(_ identity: Identity) throws(StoreFailure) -> Bool {
    guard hasClosedYears else { return false }
    return try asking { () throws(SQLiteError) in
      try RememberedApplicant.stored(identity, in: source) != nil
    }
  }

  private func known(_ identity: Identity) throws(StoreFailure) -> KnownApplicant? {
    let query = ListQuery.applicant(identity)
    return try asking { () throws(SQLiteError) in
      try target.first(query.sql, query.values) { row throws(SQLiteError) in
        try StoredJSON.value(KnownApplicant.self, from: try row.text(0))
      }
    }
  }
}
