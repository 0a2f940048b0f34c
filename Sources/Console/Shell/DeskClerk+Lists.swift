import Casework
import Deskwork
import WorkCalendar

/// What is looked up for a screen; nothing of it is recorded.
extension DeskClerk {
  func read(_ request: Request) throws(DeskRefusal) -> Answer? {
    do throws(StoreError) {
      switch request {
      case .items: return .items(try desk.itemsAsRead())
      case .tickets:
        return .tickets(
          try desk.store.tickets(
            on: desk.today, in: [.waiting, .called, .serving, .parked], limit: 200))
      case .spell(let words):
        let readings = words.map { ($0, desk.surroundings.readings($0)) }
        return .spelled(Dictionary(readings) { first, _ in first })
      case .tasks, .cases, .watches, .watchCounts, .tallies, .results, .findResults,
        .resultsOfApplicant, .search, .applicant, .file, .look, .drafts, .door, .parking,
        .sheet,
        .carryOut, .callNext, .ticket, .issueTicket, .saveDraft, .deleteDraft, .reprint,
        .printSheet, .printWaiting, .preview, .prove,
        .open, .openCase, .startIntake, .resumeDraft, .continueIntake,
        .back, .sit, .setLanguage, .enterLate, .quit, .press, .notice,
        .pick, .ask, .fill, .choose, .read:
        return nil
      }
    } catch {
      throw .store(error)
    }
  }

  /// What concerns cases: as far as it is the matter of whoever sits here.
  func list(_ request: Request, _ seat: Seat) throws(DeskRefusal) -> Answer? {
    switch request {
    case .tasks(let filter, let after, let limit):
      return .tasks(
        try desk.tasks(filter, by: seat, after: after, limit: limit), after: after)
    case .cases(let filter, let after, let limit):
      return .cases(
        try desk.cases(filter, by: seat, after: after, limit: limit), after: after)
    case .watches(let filter, let after, let limit):
      let page = try desk.watches(filter, by: seat, after: after, limit: limit)
      return .watches(page, records(of: page), after: after)
    case .watchCounts: return .watchCounts(try desk.watchCounts(by: seat))
    case .tallies(let first, let last):
      return .tallies(try desk.tallies(from: first, through: last, by: seat))
    case .results(let after, let limit):
      return .results(try desk.results(by: seat, after: after, limit: limit), after: after)
    case .findResults(let text, let limit):
      return .foundResults(try findResults(text, seat, limit: limit), for: text)
    case .resultsOfApplicant(let identity):
      return .resultsOfApplicant(try desk.results(of: identity, by: seat), identity)
    case .search(let text, let limit):
      return .found(try desk.search(text, by: seat, limit: limit), for: text)
    case .applicant(let identity):
      return .applicant(try desk.applicant(identity, by: seat), identity)
    case .items, .tickets, .spell, .drafts, .door, .parking, .file, .look, .sheet, .carryOut,
      .callNext,
      .ticket,
      .issueTicket, .saveDraft, .deleteDraft, .reprint, .printSheet, .printWaiting, .preview,
      .prove, .open, .openCase, .startIntake, .resumeDraft, .continueIntake, .back, .sit,
      .setLanguage, .enterLate, .quit, .press, .notice, .pick, .ask, .fill, .choose, .read:
      return nil
    }
  }

  /// What has been done about the cards of the cases of a page; each version is read once.
  private func records(of page: Page<WatchRow>) -> [CaseID: SupervisionRecord] {
    var records: [CaseID: SupervisionRecord] = [:]
    for row in page.rows.map(\.row) where records[row.id] == nil {
      if let known = supervised[row.id], known.version == row.version {
        records[row.id] = known.record
      } else if let record = try? desk.supervision(of: row.id) {
        supervised[row.id] = (row.version, record)
        records[row.id] = record
      }
    }
    return records
  }

  private func findResults(
    _ text: String, _ seat: Seat, limit: Int
  ) throws(DeskRefusal) -> FoundResults {
    if text.count == 6, text.allSatisfy({ ("0"..."9").contains($0) }) {
      let ready = try desk.results(pickUpCode: text, by: seat)
      if !ready.isEmpty { return FoundResults(ready: ready, isByPickUpCode: true) }
    }
    var found = FoundResults()
    let rows = try desk.search(text, by: seat, limit: limit)
    // A number written out means that case and no other that has its digits too.
    let exact = rows.filter { $0.isNumbered(text) }
    for row in exact.isEmpty ? rows : exact {
      if let result = try desk.result(row.id, by: seat) {
        found.ready.append(result)
      } else {
        found.others.append(row)
      }
    }
    return found
  }
}
