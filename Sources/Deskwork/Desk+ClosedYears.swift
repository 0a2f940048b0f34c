package import Casework
import WorkCalendar

/// Years that are over get a file of their own for what is finished.
extension Desk {
  /// Refuses whoever may not close a year, and a year that is not over.
  package func permitClosing(_ year: Int, by seat: Seat) throws(DeskRefusal) {
    try asking { () throws(StoreError) in _ = try keepUp() }
    try permit(.closeYear, by: try standing(seat))
    guard year < today.year else { throw .yearNotOver(year) }
  }

  /// The cases that ended in a year or before and with which nothing is left to be done, page by
  /// page, the last ended first.
  package func finishedCases(
    by year: Int, after cursor: Cursor?, limit: Int
  ) throws(DeskRefusal) -> (ids: [CaseID], next: Cursor?) {
    guard let lastDay = LocalDate(year: year, month: 12, day: 31) else { return ([], nil) }
    let first = Cursor(urgency: CaseRow.urgency(endedOn: lastDay), id: "")
    let page = try asking { () throws(StoreError) in
      try store.cases(CaseFilter(), after: cursor ?? first, limit: limit)
    }
    var ids: [CaseID] = []
    for row in page.rows {
      let file = try file(row.id)
      if file.isFinished(under: try rules(for: file)) { ids.append(row.id) }
    }
    return (ids, page.next)
  }

  /// Journals that a year has its file; nothing may be taken out of the store before.
  package func record(_ closed: YearClosed, by seat: Seat) throws(DeskRefusal) {
    try publish(.closeYear, by: seat) { seat throws(DeskRefusal) in
      let batch = try batch(publishing: [.yearClosed(closed)], by: seat, at: try momentOfAct())
      return ((), batch)
    }
  }

  /// Whether a case lies in a closed year.
  package func isClosed(_ id: CaseID) throws(DeskRefusal) -> Bool {
    try asking { () throws(StoreError) in try store.closedYear(of: id) } != nil
  }

  /// Lets a document of a closed year be printed once more; that is recorded with whoever prints it,
  /// for the case itself takes up no more events.
  package func reprint(
    _ document: IssuedDocument, of id: CaseID, by seat: Seat
  ) throws(DeskRefusal) {
    let seat = try standing(seat)
    try permit(.reprint, by: seat)
    let file = try history(id, by: seat).file
    guard file.documents.contains(document) else {
      throw .refused(.noSuchDocument(document.number), id)
    }
    try record(
      .reprinted(Reprinted(id: id, kind: document.kind, number: document.number)),
      of: seat.clerk.id, at: seat.counter)
  }
}

extension CaseFile {
  /// It has ended, and nothing can be waited for any more: no result, fee, check, report, order,
  /// appeal or card.
  package func isFinished(under rules: CaseRules) -> Bool {
    guard let stage, stage.isEnded else { return false }
    let isPaid = fees.demanded.map { fees.paidFen >= $0.fen } ?? true
    let isReported = rules.sheet.reportsTo == nil || unconfirmedReports().isEmpty
    let isContent = rating.map { !$0.given.grade.isBad || $0.rectified != nil } ?? true
    let isSettled =
      supervision.orders.allSatisfy { !$0.isOpen }
      && supervision.appeals.allSatisfy { supervision.settlement(of: $0.card) != nil }
    return isPaid && isReported && isContent && isSettled && !awaitsCommitmentCheck
      && listedWatches(under: rules).isEmpty
  }
}
