package import Casework

extension CardWords {
  /// What of the case a card concerns; nil for the case as a whole.
  package func subject(_ card: CardKey) -> Words? {
    let parts = card.subject.split(separator: "/").map { String($0) }
    guard let first = parts.first else { return nil }
    if parts.count == 3, let number = Int(parts[1]) {
      let step = names.step(number - 1)
      let department = names.department(DepartmentID(parts[2]))
      return Words("\(step.zh) \(department.zh)", "\(step.en), \(department.en)")
    }
    if first == "report", let act = parts.last.flatMap({ ReportedAct(rawValue: $0) }) {
      return Words("\(act.label.zh)报送", "report of \(act.label.en.lowercased())")
    }
    if first == "late", let number = parts.last.flatMap({ Int($0) }) {
      return Words("第 \(number) 次补录", "late entry \(number)")
    }
    if first == "stop" { return nil }
    return Self.subjects[card.subject]
  }

  private static let subjects: [String: Words] = [
    "referral": Words("上级答复", "answer from above"),
    "notice": Words("受理前补正", "correction before acceptance"),
    "examination": Words("审查补正", "correction in the examination"),
    "late": Words("过期后延期", "extended too late"),
    "again": Words("再次延期", "extended again"),
    "declined": Words("不予受理", "declined"),
    "refused": Words("不予许可", "refused"),
    "demanded": Words("缴费通知", "fee asked for"),
    "paid": Words("实收金额", "fee paid"),
    "fields": Words("必填内容", "required blanks"),
    "order": Words("决定早于受理", "decided before acceptance"),
    "haste": Words("现场核查过快", "check on site in no time"),
    "commitment": Words("承诺不实", "commitment found false"),
    "intake": Words("叫号后收件", "intake after the number was served"),
    "call-back": Words("回访", "call back"),
    "rectify": Words("整改", "put right"),
    "check": Words("承诺核查", "commitment check"),
    "deferred": Words("容缺补交", "deferred materials"),
  ]
}

extension CardKey {
  /// The word before the day that is watched.
  var dueMark: Words {
    switch rule {
    case .overdue: TimerKind.committed.mark
    case .noticeMissed: TimerKind.notice.mark
    case .stepOverdue: subject == "referral" ? TimerKind.referral.mark : TimerKind.step.mark
    case .specialProcedureOverrun: TimerKind.specialProcedure.mark
    case .serviceOverdue: TimerKind.service.mark
    case .keyDataMissing: subject.hasPrefix("claim") ? TimerKind.step.mark : Words("报送", "report")
    case .badRatingUnanswered:
      subject == "call-back" ? Words("回访", "call back") : Words("整改", "put right")
    case .promiseUnchecked:
      subject == "check" ? TimerKind.commitmentCheck.mark : TimerKind.deferredMaterials.mark
    case .repeatedCorrection, .wrongfulExtension, .reasonsMissing, .wrongfulFee, .falsification,
      .enteredAfterwards, .outOfTurn, .resultUncollected:
      Words("期限", "due")
    }
  }
}
