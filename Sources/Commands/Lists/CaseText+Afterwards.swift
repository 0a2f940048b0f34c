import Casework
import Deskwork
import WorkCalendar

/// What stands beside the route, as people read it.
extension CaseText {
  var lateEntries: String {
    let rows = file.lateActs.map { late in
      [
        late.entry.act, late.entry.happenedAt.spoken, late.recordedAt.spoken,
        clerk(late.recordedBy),
        clerk(late.entry.witness)
          + (late.entry.witnessProvedAt == nil ? "" : say("（当面输入密码）", " (by password)")),
        late.entry.documentNumber,
        late.entry.reason,
      ]
    }
    return part(
      say("补录", "Entered late"),
      [
        say("事情", "act"), say("发生", "happened"), say("记录", "recorded"), say("录入人", "by"),
        say("见证人", "witness"), say("依据", "paper"), say("原因", "reason"),
      ], rows)
  }

  var fees: String {
    var rows: [[String]] = []
    if let demanded = file.fees.demanded {
      rows.append([
        say("应缴", "asked"), yuan(demanded.fen), demanded.demandedOn.description,
        say("期限 ", "pay by ") + shown(demanded.payBy), demanded.reduction,
      ])
    }
    for paid in file.fees.payments {
      rows.append([
        say("已缴", "paid"), yuan(paid.fen), paid.paidOn.description, paid.receipt, "",
      ])
    }
    return part(say("收费（元）", "Fees (yuan)"), ["", "", "", "", ""], rows)
  }

  var afterwards: String {
    var rows: [[String]] = []
    if let checkBy = file.decision?.checkBy {
      rows.append([
        say("承诺核查", "commitment check"),
        file.commitmentCheck?.checkedOn.description ?? say("期限 ", "by ") + shown(checkBy),
        file.commitmentCheck.map {
          ($0.isFulfilled ? say("属实", "fulfilled") : say("不属实", "not fulfilled")) + " " + $0.text
        } ?? say("还没有核查", "not checked yet"),
      ])
    }
    for report in file.reports {
      rows.append([
        say("报送", "reported") + " " + report.act.label[language],
        report.confirmedOn.description, report.receipt,
      ])
    }
    if let rating = file.rating {
      rows.append([
        say("评价", "rating"), rating.given.givenOn.description,
        "\(rating.given.grade.label[language]) \(rating.given.channel.label[language]) "
          + rating.given.detail,
      ])
      for (label, answer) in [
        (say("回访", "called back"), rating.calledBack),
        (say("整改", "put right"), rating.rectified),
      ] {
        if let answer { rows.append([label, answer.on.description, answer.text]) }
      }
    }
    return part(say("办后", "Afterwards"), ["", "", ""], rows)
  }

  var notedDefects: String {
    let rows = file.notedDefects.flatMap { noted in
      noted.defects.map { [name(noted.department), "\($0.material)", $0.remark] }
    }
    return part(
      say("各部门发现的问题（未告知）", "Defects found, not yet told"),
      ["", say("材料", "material"), say("问题", "defect")], rows)
  }

  var followUps: String {
    var rows: [[String]] = []
    for order in file.supervision.orders {
      let about = "\(order.order) \(order.card.text)"
      rows.append([
        about, order.orderedBy.at.spoken, clerk(order.orderedBy.clerk),
        say("督办 ", "order to ") + (order.department.map { name($0) } ?? say("大厅", "the hall"))
          + say("，回复期限 ", ", answer by ") + shown(order.replyBy) + ": " + order.text,
      ])
      for (label, remark) in order.answers.map({ (say("回复", "answer"), Optional($0)) }) + [
        (say("升级", "escalated"), order.escalated),
        (order.outcome?.label[language] ?? say("办结", "closed"), order.closed),
      ] {
        guard let remark else { continue }
        rows.append([
          about, remark.by.at.spoken, clerk(remark.by.clerk), label + ": " + remark.text,
        ])
      }
    }
    for appeal in file.supervision.appeals {
      rows.append([
        appeal.card.text, appeal.by.at.spoken, clerk(appeal.by.clerk),
        say("申诉", "appeal") + ": " + appeal.ground,
      ])
    }
    for ruling in file.supervision.settlements {
      rows.append([
        ruling.card.text, ruling.by.at.spoken, clerk(ruling.by.clerk),
        ruling.ruling.label[language] + ": " + ruling.text,
      ])
    }
    return part(say("监察", "Supervision"), ["", "", "", ""], rows)
  }

  var looked: String {
    let rows = looks.map { [$0.at.spoken, $0.counter?.rawValue ?? "-", clerk($0.clerk)] }
    return part(say("查看", "Looked into by"), ["", "", ""], rows)
  }

  func clerk(_ id: ClerkID) -> String { desk.clerks[id]?.name[language] ?? id.rawValue }

  private func shown(_ due: DueDate) -> String {
    due.on.description + (due.isProvisional ? say("（预估）", " (provisional)") : "")
  }
}

extension Moment {
  /// Day, hours and minutes.
  var spoken: String { "\(date) \(clock)" }
}
