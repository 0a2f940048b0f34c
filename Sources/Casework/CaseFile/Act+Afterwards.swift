import WorkCalendar

/// What stands beside the route: fees, commitments, reports to the authority above, ratings.
extension Act {
  func fee(_ command: FeeCommand) throws(Refusal) -> [CaseEvent] {
    switch command {
    case .demand(let fen, let reduction): return try demandFee(fen, reduction: reduction)
    case .recordPayment(let fen, let receipt): return try recordPayment(fen, receipt: receipt)
    }
  }

  private func demandFee(_ fen: Int, reduction: String) throws(Refusal) -> [CaseEvent] {
    if let demanded = file.fees.demanded {
      guard demanded.fen == fen else { throw .feeAlreadyDemanded(demanded.fen) }
      return []
    }
    try demandAccepted()
    // Law 58: nothing is charged but what a law names.
    guard sheet.fee.isCharged else { throw .feeNotCharged }
    guard (1...Self.largestFee).contains(fen) else { throw .amountWrong }
    if let standard = sheet.fee.amountInFen {
      if fen > standard { throw .feeAboveStandard(standard) }
      if fen < standard { try text(reduction, else: .reasonMissing) }
    }
    return [
      .fee(
        .demanded(
          .init(
            fen: fen, reduction: reduction, demandedOn: today,
            payBy: calendar.workingDay(StatutoryLimits.payment, after: today))))
    ]
  }

  /// What was paid is recorded as it was paid; supervision compares it with the standard.
  private func recordPayment(_ fen: Int, receipt: String) throws(Refusal) -> [CaseEvent] {
    if file.fees.payments.contains(where: { $0.receipt == receipt && $0.fen == fen }) { return [] }
    try demandAccepted()
    guard (1...Self.largestFee).contains(fen) else { throw .amountWrong }
    try text(receipt, else: .documentNumberMissing)
    return [.fee(.paid(.init(fen: fen, receipt: receipt, paidOn: today)))]
  }

  /// A hundred million yuan: more is a slip of the hand.
  private static var largestFee: Int { 10_000_000_000 }

  func checkCommitment(
    isFulfilled: Bool, text: String, officers: [String]
  ) throws(Refusal) -> [CaseEvent] {
    if let check = file.commitmentCheck {
      guard check.isFulfilled == isFulfilled, check.text == text else {
        throw .commitmentAlreadyChecked
      }
      return []
    }
    guard clerk.department == file.department else { throw .notYourDepartment(file.department) }
    guard file.decision?.checkBy != nil else { throw .notUnderCommitment }
    if !isFulfilled { try self.text(text, else: .reasonMissing) }
    let present = present(officers)
    let wanted = file.route.first { $0.kind == .followUp }?.officers ?? 0
    guard present.count >= wanted else { throw .officersMissing(wanted) }
    return [
      .commitmentChecked(
        .init(isFulfilled: isFulfilled, text: text, officers: present, checkedOn: today))
    ]
  }

  func confirmReport(_ act: ReportedAct, receipt: String) throws(Refusal) -> [CaseEvent] {
    if file.reports.contains(where: { $0.act == act }) { return [] }
    if clerk.role != .generalCounter, clerk.department != file.department {
      throw .notYourDepartment(file.department)
    }
    guard sheet.reportsTo != nil else { throw .reportingNotRequired }
    guard file.unconfirmedReports().contains(where: { $0.act == act }) else {
      throw .notAwaited(try stage())
    }
    try text(receipt, else: .documentNumberMissing)
    return [.reportConfirmed(.init(act: act, receipt: receipt, confirmedOn: today))]
  }

  /// Everything a department finds wrong goes into the one notice of all departments.
  func noteDefects(_ defects: [Defect]) throws(Refusal) -> [CaseEvent] {
    let (index, _, department) = try part(.examination)
    let noted = defects.sorted { ($0.material, $0.remark) < ($1.material, $1.remark) }
    let before = file.notedDefects.first { $0.department == department }?.defects ?? []
    if before == noted { return [] }
    try demandFree(department)
    guard sheet.allowsExaminationCorrection else { throw .examinationCorrectionNotAllowed }
    for defect in noted where sheet.material(defect.material) == nil {
      throw .unknownMaterial(defect.material)
    }
    for defect in noted { try text(defect.remark, else: .reasonMissing) }
    return [.defectsNoted(.init(step: index, department: department, defects: noted))]
  }

  private func demandAccepted() throws(Refusal) {
    let stage = try stage()
    guard file.acceptance != nil else {
      if stage.isEnded { throw .caseEnded(stage) }
      throw .notYetAccepted
    }
  }
}

extension Act {
  func rate(_ command: RatingCommand) throws(Refusal) -> [CaseEvent] {
    switch command {
    case .give(let grade, let detail, let channel):
      return try giveRating(grade, detail: detail, channel)
    case .callBack(let text):
      if file.rating?.calledBack?.text == text { return [] }
      try demandBadRating()
      try self.text(text, else: .reasonMissing)
      return [.rated(.calledBack(.init(text: text, on: today)))]
    case .rectify(let text):
      if file.rating?.rectified?.text == text { return [] }
      try demandBadRating()
      try self.text(text, else: .reasonMissing)
      return [.rated(.rectified(.init(text: text, on: today)))]
    }
  }

  private func giveRating(
    _ grade: RatingGrade, detail: String, _ channel: RatingChannel
  ) throws(Refusal) -> [CaseEvent] {
    if let given = file.rating?.given {
      guard given.grade == grade, given.detail == detail else { throw .alreadyRated }
      return []
    }
    let stage = try stage()
    guard stage.isEnded || file.decision != nil else { throw .notAwaited(stage) }
    // A bad rating says what was wrong.
    if grade.isBad { try text(detail, else: .reasonMissing) }
    return [
      .rated(
        .given(
          .init(
            grade: grade, detail: detail, channel: channel, givenOn: today,
            callBackBy: grade.isBad
              ? calendar.workingDay(StatutoryLimits.ratingCallBack, after: today) : nil,
            rectifyBy: grade.isBad
              ? calendar.workingDay(StatutoryLimits.ratingRectification, after: today) : nil)))
    ]
  }

  private func demandBadRating() throws(Refusal) {
    if clerk.role != .hallManager, clerk.department != file.department {
      throw .notYourDepartment(file.department)
    }
    guard let rating = file.rating, rating.given.grade.isBad else { throw .notRatedBadly }
  }
}
