package import Casework

extension ReportGrouping {
  package var label: Words {
    switch self {
    case .department: Words("部门", "Department")
    case .item: Words("事项", "Item")
    case .month: Words("月份", "Month")
    }
  }
}

extension TallyMeasure {
  /// The heading of its column.
  package var label: Words {
    switch self {
    case .received: Words("收件", "received")
    case .corrected: Words("补正", "corrected")
    case .declined: Words("不予受理", "declined")
    case .accepted: Words("受理", "accepted")
    case .decided: Words("决定", "decided")
    case .granted: Words("准予", "granted")
    case .refused: Words("不予许可", "refused")
    case .onTime: Words("按时", "on time")
    case .pastPromise: Words("超承诺", "past promise")
    case .pastLaw: Words("超法定", "past law")
    case .netDays: Words("净用时", "net days")
    case .grossDays: Words("总用时", "gross days")
    case .extended: Words("延期", "extended")
    case .stopped: Words("停表", "stopped")
    case .withdrawn: Words("撤回", "withdrawn")
    case .terminated: Words("终止", "terminated")
    case .concluded: Words("办结", "concluded")
    case .lateEntries: Words("补录", "entered late")
    case .rated: Words("评价", "rated")
    case .ratedBadly: Words("差评", "rated badly")
    case .followUps: Words("督办", "follow-ups")
    }
  }
}

extension Report {
  /// What the figures mean; no figure is shown without it.
  package static let definitions: [Words] = [
    Words(
      "按时办结率 = 按时 / 决定，两位小数，四舍五入；超过承诺期限即不按时，即使仍在法定期限内。",
      "On-time rate = on time / decided, two decimals, half up; late by promise is late, even within the law."
    ),
    Words(
      "收件按收件日、不予受理按告知日、决定按决定日、办结按送达日计入月份；补录的事按发生日计入，件数另列。",
      "A case counts in the month of its receipt, decline, decision or ending; what was entered late counts when it happened, and is listed apart."
    ),
    Words(
      "不予受理、撤回、终止不算决定，另列；并联事项在牵头部门计一件。",
      "Declined, withdrawn and terminated cases are no decisions and stand apart; a joint case counts once, at its lead department."
    ),
    Words(
      "用时是从受理到决定的工作日平均数：净用时不含停表，总用时含停表；当场决定为 0 日。",
      "Days are mean working days from acceptance to decision: net without, gross with the time that stopped; on-the-spot decisions take 0."
    ),
    Words(
      "补正率 = 补正的件 / 收件；差评是 1、2 分的评价；未评价的不算满意。",
      "Correction rate = cases corrected / received; a bad rating is a 1 or 2; whoever did not rate is not counted as content."
    ),
    Words(
      "补正只计受理前的补正；延期、停表的件在决定时才计入。",
      "Only corrections before acceptance count as such; extended and stopped cases are counted when they are decided."
    ),
  ]
}
