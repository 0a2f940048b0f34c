/// What a limit of a case is for. The texts are stored with every recomputed date.
package enum TimerKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// To accept, to decline or to tell everything that is missing (Law 32).
  case notice
  /// For the applicant, to put right what a notice named.
  case correction
  /// What the hall has promised.
  case committed
  /// What the law allows.
  case statutory
  case step
  /// A department's own limit inside a step.
  case party
  /// Against the time the applicant was told (Law 45).
  case specialProcedure
  /// For the applicant, to correct what was found after acceptance.
  case examinationCorrection
  /// A suspension, whose end nobody knows beforehand.
  case suspension
  /// For the higher authority to answer.
  case referral
  case deferredMaterials
  /// To check what was promised instead of proved.
  case commitmentCheck
  /// To hand over or send a decision (Law 44).
  case service
}
