import Casework
import Deskwork
import WorkCalendar

/// What stands beside the route, as programs read it.
extension CaseJSON {
  var lateEntries: JSONValue {
    .array(
      file.lateActs.map { late in
        .object([
          .init("act", .text(late.entry.act)),
          .init("happenedAt", JSONValue(late.entry.happenedAt)),
          .init("recordedAt", JSONValue(late.recordedAt)),
          .init("recordedBy", JSONValue(late.recordedBy)),
          .init("witness", JSONValue(late.entry.witness)),
          .init("witnessProvedAt", late.entry.witnessProvedAt.map { JSONValue($0) } ?? .null),
          .init("reason", .text(late.entry.reason)),
          .init("documentNumber", .text(late.entry.documentNumber)),
        ])
      })
  }

  var fee: JSONValue {
    let fees = file.fees
    guard fees.demanded != nil || !fees.payments.isEmpty else { return .null }
    return .object([
      .init("demandedFen", fees.demanded.map { .number($0.fen) } ?? .null),
      .init("reduction", JSONValue(fees.demanded?.reduction)),
      .init("demandedOn", JSONValue(fees.demanded?.demandedOn)),
      .init("payBy", .due(fees.demanded?.payBy)), .init("paidFen", .number(fees.paidFen)),
      .init(
        "payments",
        .array(
          fees.payments.map { paid in
            .object([
              .init("fen", .number(paid.fen)), .init("receipt", .text(paid.receipt)),
              .init("paidOn", JSONValue(paid.paidOn)),
            ])
          })),
    ])
  }

  var rating: JSONValue {
    guard let rating = file.rating else { return .null }
    return .object([
      .init("grade", .number(rating.given.grade.rawValue)),
      .init("channel", .text(rating.given.channel.rawValue)),
      .init("detail", .text(rating.given.detail)),
      .init("givenOn", JSONValue(rating.given.givenOn)),
      .init("callBackBy", .due(rating.given.callBackBy)),
      .init("rectifyBy", .due(rating.given.rectifyBy)),
      .init("calledBack", answer(rating.calledBack)),
      .init("rectified", answer(rating.rectified)),
    ])
  }

  private func answer(_ answer: RatingAnswer?) -> JSONValue {
    guard let answer else { return .null }
    return .object([.init("on", JSONValue(answer.on)), .init("text", .text(answer.text))])
  }

  var reports: JSONValue {
    .array(
      file.reports.map { report in
        .object([
          .init("act", .text(report.act.rawValue)), .init("receipt", .text(report.receipt)),
          .init("confirmedOn", JSONValue(report.confirmedOn)),
        ])
      })
  }

  var commitmentCheck: JSONValue {
    guard let check = file.commitmentCheck else { return .null }
    return .object([
      .init("isFulfilled", .bool(check.isFulfilled)), .init("text", .text(check.text)),
      .init("officers", .array(check.officers.map { .text($0) })),
      .init("checkedOn", JSONValue(check.checkedOn)),
    ])
  }

  var notedDefects: JSONValue {
    .array(
      file.notedDefects.map { noted in
        .object([
          .init("department", JSONValue(noted.department)),
          .init("step", .number(noted.step + 1)),
          .init(
            "defects",
            .array(
              noted.defects.map { defect in
                .object([
                  .init("material", .number(defect.material)),
                  .init("kind", .text(defect.kind.rawValue)), .init("remark", .text(defect.remark)),
                ])
              })),
        ])
      })
  }

  var looked: JSONValue {
    .array(
      looks.map { look in
        .object([
          .init("at", JSONValue(look.at)), .init("clerk", JSONValue(look.clerk)),
          .init("counter", JSONValue(look.counter)),
        ])
      })
  }
}

/// What supervision and the departments did about the cards of the case.
extension CaseJSON {
  var supervision: JSONValue {
    let record = file.supervision
    return .object([
      .init("followUps", .array(record.orders.map { followUp($0) })),
      .init(
        "appeals",
        .array(
          record.appeals.map { appeal in
            .object(
              [.init("card", .text(appeal.card.text)), .init("ground", .text(appeal.ground))]
                + said(by: appeal.by))
          })),
      .init(
        "rulings",
        .array(
          record.settlements.map { ruling in
            .object(
              [
                .init("card", .text(ruling.card.text)),
                .init("ruling", .text(ruling.ruling.rawValue)), .init("text", .text(ruling.text)),
              ] + said(by: ruling.by))
          })),
    ])
  }

  private func followUp(_ order: SupervisionRecord.FollowUp) -> JSONValue {
    .object(
      [
        .init("order", .number(order.order)), .init("card", .text(order.card.text)),
        .init("department", JSONValue(order.department)), .init("text", .text(order.text)),
        .init("replyBy", .due(order.replyBy)), .init("tier", .number(order.tier)),
        .init("isOpen", .bool(order.isOpen)),
        .init("answers", .array(order.answers.map { remark($0) })),
        .init("escalated", remark(order.escalated)), .init("closed", remark(order.closed)),
        .init("outcome", JSONValue(order.outcome?.rawValue)),
      ] + said(by: order.orderedBy))
  }

  private func remark(_ remark: SupervisionRecord.Remark?) -> JSONValue {
    guard let remark else { return .null }
    return .object([.init("text", .text(remark.text))] + said(by: remark.by))
  }

  private func said(by stamp: Stamp) -> [JSONValue.Member] {
    [.init("at", JSONValue(stamp.at)), .init("by", JSONValue(stamp.clerk))]
  }
}
