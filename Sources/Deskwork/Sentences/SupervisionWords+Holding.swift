package import Casework
import WorkCalendar

extension CardWords {
  package func holder(_ holder: Holder) -> Words {
    switch holder {
    case .counter: Words("综合窗口", "the counter")
    case .applicant: Words("申请人", "the applicant")
    case .department(let id): names.department(id)
    case .authorityAbove: Words("上级机关", "the authority above")
    case .procedure: Words("特别程序或中止", "a procedure or suspension")
    case .release: Words("出件窗口", "the release counter")
    }
  }

  /// 市监局(石审)、消防大队; nil if nobody held it.
  package func holders(_ held: [Holding]) -> Words? {
    guard !held.isEmpty else { return nil }
    let each = held.map { holding in
      let holder = holder(holding.holder)
      guard let clerk = holding.clerk.map(names.clerk) else { return holder }
      return Words("\(holder.zh)(\(clerk.zh))", "\(holder.en) (\(clerk.en))")
    }
    return Words(
      each.map(\.zh).joined(separator: "、"), each.map(\.en).joined(separator: ", "))
  }

  /// 历时：综合窗口 1 个工作日，市监局 9 个工作日.
  package func heldDays(_ days: [HeldDays]) -> Words? {
    guard !days.isEmpty else { return nil }
    let each = days.map { held in
      let holder = holder(held.holder)
      return Words("\(holder.zh) \(held.days) 个工作日", "\(holder.en) \(counted(held.days))")
    }
    return Words(
      "各方历时：\(each.map(\.zh).joined(separator: "，"))。",
      "Held so far: \(each.map(\.en).joined(separator: ", ")).")
  }

  /// Where supervision stands with a card; nil while nothing has been done.
  package func state(_ card: Card) -> Words? {
    let number = card.order?.order ?? 0
    let replyBy = card.order?.replyBy.on ?? today
    let (zh, en) = (day(replyBy, .zh), day(replyBy, .en))
    return switch card.state {
    case .open: nil
    case .ordered:
      Words(
        "已督办(第 \(number) 号)，\(zh) 前答复。", "Follow-up order \(number): an answer is due by \(en).")
    case .orderOverdue:
      Words(
        "督办第 \(number) 号应于 \(zh) 前答复，仍未答复，可升级。",
        "Follow-up order \(number) was to be answered by \(en) and is not; it may be escalated.")
    case .escalated:
      Words(
        "督办第 \(number) 号已升级到二级，\(zh) 前答复。",
        "Follow-up order \(number) is with the second level; an answer is due by \(en).")
    case .answered:
      Words("督办第 \(number) 号已答复，待办结。", "Follow-up order \(number) is answered, and to be closed.")
    case .appealed:
      Words("部门已申诉，待裁定。", "It is appealed against, and to be ruled on.")
    }
  }

  /// 红牌 J01 办件超期：3/10 黄牌，3/11 红牌，3/13 解除(原因已消除).
  package func line(_ past: PastCard) -> Words {
    let title = title(past.key.rule)
    let subject = subject(past.key)
    let raised = past.raised.map { raised in
      Words(
        "\(day(raised.on, .zh)) \(raised.level.label.zh)",
        "\(raised.level.label.en) \(day(raised.on, .en))")
    }
    let end = cleared(past)
    return Words(
      "\(title.zh)" + (subject.map { "(\($0.zh))" } ?? "") + "："
        + (raised.map(\.zh) + [end.zh]).joined(separator: "，"),
      "\(title.en)" + (subject.map { " (\($0.en))" } ?? "") + ": "
        + (raised.map(\.en) + [end.en]).joined(separator: ", "))
  }

  private func cleared(_ past: PastCard) -> Words {
    guard let on = past.clearedOn, let clearing = past.clearing else {
      return Words("未解除", "still shown")
    }
    let why =
      switch clearing {
      case .causeEnded: Words("原因已消除", "its cause ended")
      case .ruled(let ruling):
        Words("裁定\(ruling.label.zh)", "ruled: \(ruling.label.en.lowercased())")
      case .orderClosed(let outcome):
        Words("督办办结：\(outcome.label.zh)", "order closed: \(outcome.label.en.lowercased())")
      }
    return Words("\(day(on, .zh)) 解除(\(why.zh))", "cleared \(day(on, .en)) (\(why.en))")
  }
}
