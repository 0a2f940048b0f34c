import Casework

/// A kind of case that a demo hall has to have.
struct DemoWish: Sendable {
  /// How a case before its decision stands against its date.
  enum Urgency { case any, inTime, near, past }

  var halt: Course.Halt
  /// In working days before the demo's moment.
  var ages: ClosedRange<Int>
  var urgency = Urgency.any
  var opening: Course.Opening?
  var detours: Set<Course.Detour> = []
  var verdict = Verdict.granted
  /// Whether it is one of the few applicants with several results.
  var sharesApplicant = false
  var mayPost = false
  /// Whether anything else may happen on the way.
  var mayWander = false

  var isOnTheSpot: Bool { opening == .decideOnTheSpot }

  var isBeforeDecision: Bool {
    switch halt {
    case .received, .awaitingCorrection, .declined, .lapsed, .withdrawn, .unclaimed, .claimed,
      .partlyAnswered, .atDecision, .returned, .inSpecialProcedure, .suspended,
      .awaitingExaminationCorrection, .referredUpward, .terminated:
      true
    case .inProduction, .awaitingRelease, .posted, .concluded: false
    }
  }

  func fits(_ sheet: ImplementationSheet, within days: Int) -> Bool {
    if isOnTheSpot { return sheet.allowsDecisionOnTheSpot }
    if sharesApplicant, sheet.audience == .persons { return false }
    guard sheet.canReach(halt) else { return false }
    // Certificates that take weeks, or a month of waiting, would not be ready in time.
    return isBeforeDecision || sheet.waitingDays + 6 < days
  }

  /// In open minutes between two acts.
  var longestPace: Int { isBeforeDecision ? 500 : 300 }

  /// What has become of the cases of years gone by.
  static let ended: [DemoWish] = {
    let ended = all.filter { [.concluded, .declined, .withdrawn, .terminated].contains($0.halt) }
    return ended + ended.filter { $0.halt == .concluded && $0.verdict == .granted }
  }()

  /// The stages come first, so that even a small hall has all of them.
  static let all: [DemoWish] = [
    DemoWish(halt: .received, ages: 0...4, opening: .acceptLater),
    DemoWish(halt: .awaitingCorrection, ages: 1...8),
    DemoWish(halt: .unclaimed, ages: 0...9, urgency: .inTime),
    DemoWish(
      halt: .inSpecialProcedure, ages: 3...12, urgency: .inTime, detours: [.specialProcedure]),
    DemoWish(halt: .awaitingRelease, ages: 8...24, sharesApplicant: true, mayWander: true),
    DemoWish(halt: .concluded, ages: 14...40, mayPost: true, mayWander: true),
    DemoWish(halt: .declined, ages: 2...38),
    DemoWish(halt: .suspended, ages: 4...20, detours: [.suspension]),
    DemoWish(
      halt: .awaitingExaminationCorrection, ages: 3...14, detours: [.examinationCorrection]),
    DemoWish(halt: .referredUpward, ages: 4...20, urgency: .inTime),
    DemoWish(halt: .inProduction, ages: 4...14),
    DemoWish(halt: .posted, ages: 8...24),
    DemoWish(halt: .withdrawn, ages: 5...38),
    DemoWish(halt: .terminated, ages: 10...38),
    DemoWish(halt: .claimed, ages: 1...9, urgency: .near),
    DemoWish(halt: .atDecision, ages: 3...12, urgency: .inTime),
    DemoWish(halt: .partlyAnswered, ages: 2...12, urgency: .inTime),
    DemoWish(halt: .concluded, ages: 1...30, opening: .decideOnTheSpot),
    DemoWish(halt: .awaitingRelease, ages: 8...24, sharesApplicant: true),
    DemoWish(halt: .unclaimed, ages: 3...12, urgency: .past),
    DemoWish(halt: .awaitingRelease, ages: 9...24, verdict: .refused),
    DemoWish(halt: .returned, ages: 4...14, urgency: .inTime, detours: [.sendBack]),
    DemoWish(halt: .lapsed, ages: 17...38),
    DemoWish(halt: .awaitingRelease, ages: 0...3, opening: .decideOnTheSpot),
    DemoWish(halt: .concluded, ages: 16...40, opening: .correctFirst, mayWander: true),
    DemoWish(halt: .unclaimed, ages: 1...9, urgency: .near),
    DemoWish(halt: .claimed, ages: 2...9, urgency: .inTime, detours: [.giveBack]),
    DemoWish(halt: .concluded, ages: 12...40, verdict: .refused, mayPost: true),
    DemoWish(halt: .received, ages: 3...5),
    DemoWish(halt: .received, ages: 0...0, opening: .acceptLater),
    DemoWish(halt: .unclaimed, ages: 0...0, opening: .acceptAtOnce),
    DemoWish(halt: .atDecision, ages: 4...12, urgency: .past, detours: [.extending]),
  ]
}
