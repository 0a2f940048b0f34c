import WorkCalendar

/// What was promised instead of done at once: checks, later materials, answers to a bad rating.
extension Watcher {
  var promises: [Watch] {
    [check, deferral, callBack, rectification].compactMap { $0 }
  }

  /// J14: a commitment that took the place of a proof has to be checked.
  private var check: Watch? {
    guard file.awaitsCommitmentCheck, let decision = file.decision, let due = decision.checkBy
    else { return nil }
    return watch(
      .promiseUnchecked, "check", .commitmentCheck, of: file.department,
      measurement(from: decision.decidedOn, due: due))
  }

  /// J14: materials that were to come later.
  private var deferral: Watch? {
    guard let acceptance = file.acceptance, let due = acceptance.deferredDue,
      !file.deferredOutstanding.isEmpty, let stage = file.stage, !stage.isEnded, !stage.isStopped
    else { return nil }
    return watch(
      .promiseUnchecked, "deferred", .deferredMaterial, of: nil,
      measurement(from: acceptance.acceptedOn, due: due))
  }

  /// J13: somebody has to call back about a bad rating.
  private var callBack: Watch? {
    guard let rating = file.rating, rating.calledBack == nil, let due = rating.given.callBackBy
    else { return nil }
    return watch(
      .badRatingUnanswered, "call-back", .callBack, of: file.department,
      measurement(from: rating.given.givenOn, due: due))
  }

  /// J13: and put right what it was about.
  private var rectification: Watch? {
    guard let rating = file.rating, rating.rectified == nil, let due = rating.given.rectifyBy
    else { return nil }
    return watch(
      .badRatingUnanswered, "rectify", .rectification, of: file.department,
      measurement(from: rating.given.givenOn, due: due))
  }
}
