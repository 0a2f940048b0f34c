/// Where a case stands. The texts are stored and used on the command line.
package enum CaseStage: String, Hashable, Sendable, Codable, CaseIterable {
  /// Taken in, not yet accepted; five working days to accept, decline or tell what is missing.
  case received
  case awaitingCorrection
  case declined
  case underExamination
  case inSpecialProcedure
  case suspended
  case awaitingExaminationCorrection
  case referredUpward
  /// Granted; the certificate is being produced.
  case inProduction
  /// The result lies at the release counter.
  case awaitingRelease
  case posted
  case concluded
  case withdrawn
  case terminated

  package var isEnded: Bool {
    switch self {
    case .declined, .concluded, .withdrawn, .terminated: true
    case .received, .awaitingCorrection, .underExamination, .inSpecialProcedure, .suspended,
      .awaitingExaminationCorrection, .referredUpward, .inProduction, .awaitingRelease, .posted:
      false
    }
  }

  /// Accepted and not yet decided.
  package var isBeforeDecision: Bool {
    switch self {
    case .underExamination, .inSpecialProcedure, .suspended, .awaitingExaminationCorrection,
      .referredUpward:
      true
    case .received, .awaitingCorrection, .declined, .inProduction, .awaitingRelease, .posted,
      .concluded, .withdrawn, .terminated:
      false
    }
  }

  /// The limits do not run.
  package var isStopped: Bool {
    switch self {
    case .inSpecialProcedure, .suspended, .awaitingExaminationCorrection: true
    case .received, .awaitingCorrection, .declined, .underExamination, .referredUpward,
      .inProduction, .awaitingRelease, .posted, .concluded, .withdrawn, .terminated:
      false
    }
  }
}

package enum Verdict: String, Hashable, Sendable, Codable, CaseIterable { case granted, refused }

/// A department's answer inside an examination.
package enum OpinionVerdict: String, Hashable, Sendable, Codable, CaseIterable {
  case agree, disagree, agreeWithConditions
}
