package import Casework
import WorkCalendar

extension Desk {
  /// Carries an act out, acknowledged only after it is on disk.
  ///
  /// `late` says when it really happened, if that was before now.
  /// `seen` is the version the person decided on; if the case has moved on since, the act is
  /// refused with who did what. `draft` goes with the act that was typed in it.
  package func carryOut(
    _ act: DeskAct, by seat: Seat, seen: Int? = nil, draft: DraftID? = nil, late: LateEntry? = nil
  ) throws(DeskRefusal) -> Outcome {
    let outcomes = try carryOut([act], by: seat, seen: seen, draft: draft, late: late)
    guard let outcome = outcomes.first else { throw .crowded }
    return outcome
  }

  /// Carries several acts out together: all of them or none.
  package func carryOut(
    _ acts: [DeskAct], by seat: Seat, seen: Int? = nil, draft: DraftID? = nil,
    late: LateEntry? = nil
  ) throws(DeskRefusal) -> [Outcome] {
    let carried = try carryOut(
      acts, by: seat, seen: seen, draft: draft, late: late, request: nil
    ) { _ in "" }
    switch carried {
    case .done(let outcomes): return outcomes
    case .repeated: return []
    }
  }

  /// Carries out what a caller has named with a request of its own: the same request is done once
  /// and answers again what it answered then.
  package func carryOut(
    _ acts: [DeskAct], by seat: Seat, seen: Int?, draft: DraftID? = nil, late: LateEntry? = nil,
    request: RequestID?,
    answer: ([Outcome]) -> String
  ) throws(DeskRefusal) -> Carried {
    let result = inTurn(decidesInLine: true) { () throws(DeskRefusal) -> Decided in
      try self.decided(acts, seat, seen, draft, late, request, answer)
    }
    let decided = try result.get()
    if let ends = decided.ends, case .done(let outcomes) = decided.carried {
      for outcome in outcomes {
        if let end = ends[.file(outcome.id)] {
          let known = decided.projections.last { $0.row.id == outcome.id }
          kept.keep(outcome.file, through: end, projection: known)
        }
      }
      if let late { witnessed.remove(late) }
    }
    return decided.carried
  }

  /// What became of acts, and where their cases end then; nil if nothing was appended.
  private struct Decided {
    var carried: Carried
    var ends: [StreamID: StreamBeginning]?
    /// What the lists know of the cases then.
    var projections: [CaseProjection] = []
  }

  private func decided(
    _ acts: [DeskAct], _ seat: Seat, _ seen: Int?, _ draft: DraftID?, _ late: LateEntry?,
    _ request: RequestID?, _ answer: ([Outcome]) -> String
  ) throws(DeskRefusal) -> Decided {
    if let request, let answer = try self.answer(to: request) {
      return Decided(carried: .repeated(answer))
    }
    // What was published while one waited holds for this act.
    try asking { () throws(StoreError) in _ = try self.keepUp() }
    let seat = try standing(seat)
    try demandWitness(of: late)
    for _ in 0..<Self.attempts {
      var work = Worksheet(desk: self, occasion: try occasionInTurn(seat, late: late))
      for act in acts { try work.carryOut(act, seen: seen) }
      if let draft { work.batch.changes.append(.deleteDraft(draft)) }
      if let request {
        work.batch.request = request
        work.batch.answer = answer(work.outcomes)
      }
      let done = Carried.done(work.outcomes)
      if work.batch.appends.isEmpty, work.batch.changes.isEmpty, request == nil {
        return Decided(carried: done)
      }
      let batch = work.batch
      switch try asking({ () throws(StoreError) in try store.append(batch) }) {
      case .committed(_, let ends):
        return Decided(carried: done, ends: ends, projections: work.projections)
      case .repeated(let answer): return Decided(carried: .repeated(answer))
      case .conflict: continue
      }
    }
    throw .crowded
  }

  /// How often a lost race is run again.
  private static var attempts: Int { 3 }

  /// The answer an earlier run of the same request was given.
  package func answer(to request: RequestID) throws(DeskRefusal) -> String? {
    try asking { () throws(StoreError) in try store.answer(to: request) }
  }

  /// `decidesInLine` is for a body that does nothing but ask and append.
  func inTurn<Answer>(
    decidesInLine: Bool = false, _ body: () throws(DeskRefusal) -> Answer
  ) -> Result<Answer, DeskRefusal> {
    func answer() -> Result<Answer, DeskRefusal> {
      do throws(DeskRefusal) {
        return .success(try body())
      } catch {
        return .failure(error)
      }
    }
    do throws(StoreError) {
      return decidesInLine ? try store.deciding(answer) : try store.inTurn(answer)
    } catch {
      return .failure(.store(error))
    }
  }
}

/// What became of acts that carried a request.
package enum Carried: Hashable, Sendable {
  case done([Outcome])
  /// Done before; this is what it answered.
  case repeated(String)
}
