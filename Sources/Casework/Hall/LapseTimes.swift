package import WorkCalendar

/// After how long without activity what somebody has taken for themselves stands in nobody's way.
package struct LapseTimes: Hashable, Sendable, Codable {
  /// A claimed task, in minutes in which the hall is open.
  package var claim: Int
  /// A number that was called and did not come, in minutes.
  package var call: Int
  /// A number that is being served, in minutes.
  package var service: Int

  package init(claim: Int = 480, call: Int = 15, service: Int = 120) {
    self.claim = claim
    self.call = call
    self.service = service
  }

  /// For a hall whose file does not say.
  package static let standard = LapseTimes()
}

extension CaseRules {
  /// When a claim lapses if the one who has it does nothing more; nil where the hall never opens.
  package func lapse(of claim: CaseFile.Claim) -> Moment? { lapse(since: claim.activeAt) }

  /// The same from the moment of the last activity.
  package func lapse(since active: Moment) -> Moment? {
    openingHours?.moment(afterOpenMinutes: lapses.claim, from: active, in: calendar)
  }
}

extension Ticket {
  /// When the number lapses for whoever called it; nil where nobody has it.
  package func lapse(under times: LapseTimes) -> Moment? {
    guard let changedAt else { return nil }
    switch state {
    case .called: return changedAt.adding(seconds: Int64(times.call) * 60)
    case .serving: return changedAt.adding(seconds: Int64(times.service) * 60)
    case nil, .waiting, .parked, .passed, .served: return nil
    }
  }
}
