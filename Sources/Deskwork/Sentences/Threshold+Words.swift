package import Casework

extension Threshold {
  /// When a level shows, as a table of the rules says it.
  package var words: Words {
    let amount = amount ?? 0
    switch when {
    case .workingDaysLeft:
      return amount == 0
        ? Words("当日", "last day") : Words("余\(amount)工作日", "\(amount) days left")
    case .percentLeft: return Words("余\(amount)%", "\(amount)% left")
    case .percentUsed: return Words("用去\(amount)%", "\(amount)% used")
    case .workingDaysOver:
      return amount == 0
        ? Words("过期", "past") : Words("超\(amount)工作日", "\(amount) days over")
    case .percentOver: return Words("超\(amount)%", "\(amount)% over")
    case .workingDaysSince: return Words("逾\(amount)工作日", "after \(amount) days")
    case .calendarDaysSince: return Words("满\(amount)日", "\(amount) calendar days")
    case .count: return Words("第\(amount)次", "time \(amount)")
    case .openMinutes: return Words("逾\(amount)分钟", "over \(amount) minutes")
    case .withinMinutes: return Words("不足\(amount)分钟", "under \(amount) minutes")
    case .always: return Words("一律", "always")
    }
  }
}

extension SupervisionMatter {
  package var label: Words {
    switch self {
    case .field: Words("必填内容", "blanks")
    case .report: Words("报送", "reports")
    case .claim: Words("领办", "claims")
    case .haste: Words("速决", "haste")
    case .lateEntry: Words("补录", "late entry")
    case .intake: Words("收件", "intake")
    case .callBack: Words("回访", "call back")
    case .rectification: Words("整改", "putting right")
    case .commitmentCheck: Words("承诺核查", "commitment check")
    case .deferredMaterial: Words("容缺补交", "deferred material")
    }
  }
}
