import Casework
import Deskwork

extension Form {
  /// What is asked, and then carried out, once the form is complete.
  func submission(_ context: Context) -> [Request] {
    switch purpose {
    case .handOver, .post, .confirmDelivery: releaseSubmission(context)
    case .beside(let beside): besideSubmission(beside, context)
    case .lateEntry: lateEntrySubmission(context)
    case .opinion, .returnToStep, .decide, .specialProcedure, .endSpecialProcedure, .suspend,
      .examinationCorrection, .noteDefects, .referUpward, .answerReferral, .extend, .certificate,
      .giveBack, .freeClaim,
      .withdraw, .terminate:
      departmentSubmission(context)
    }
  }
}
