package import Casework
package import Deskwork
package import WorkCalendar

/// What others have done.
package enum News: Hashable, Sendable {
  /// They came, left or looked: nothing of it is on any screen, yet it may concern who sits here.
  case unseen
  case work
}

extension StreamID {
  /// Whether a screen may show what happened there.
  fileprivate var isShown: Bool {
    switch self {
    case .looks, .access: false
    case .file, .ticket, .item, .hall: true
    }
  }
}

/// Carries the console's requests out at the desk; the only part of this module that does anything.
package final class DeskClerk {
  let desk: Desk
  /// Nil while nobody has signed in.
  package private(set) var seat: Seat?
  /// Where the console stands; nil lets everybody work at their own counter.
  package let counter: CounterID?
  /// Whether it waits for the next person when one leaves.
  let isShared: Bool
  let paper: Paper
  private var newsMark: Int64?
  /// The last event when news was last looked for.
  private var newsPosition: Int64?
  /// What has been done about the cards of cases that were read, by their version.
  private var supervised: [CaseID: (version: Int, record: SupervisionRecord)] = [:]
  /// What of the hall the screens know.
  private var hallVersion: Int

  /// Without a seat it begins with nobody and asks who comes.
  package init(
    desk: Desk, seat: Seat?, counter: CounterID? = nil, paper: Paper = Paper()
  ) {
    self.desk = desk
    self.seat = seat
    self.counter = counter ?? seat?.counter
    isShared = seat == nil
    self.paper = paper
    hallVersion = desk.hallVersion
  }

  package func context(_ language: Language) throws(StoreError) -> Context {
    Context(
      language: language, seat: sitter, now: desk.now, isDemo: desk.nature.isDemo, hall: desk.hall,
      calendar: desk.calendar, departments: desk.departments, counters: desk.counters,
      clerks: desk.clerks, counts: counts() ?? [:], rulebook: desk.rulebook)
  }

  /// Whoever sits here; nobody can do nothing.
  private var sitter: Seat { seat ?? .nobody(at: counter) }

  func take(_ seat: Seat?) { self.seat = seat }

  /// Takes up what the hall has published since.
  func keepUp(_ context: inout Context) {
    _ = try? desk.keepUp()
    guard hallVersion != desk.hallVersion else { return }
    hallVersion = desk.hallVersion
    context.calendar = desk.calendar
    (context.departments, context.counters) = (desk.departments, desk.counters)
    context.clerks = desk.clerks
    context.rulebook = desk.rulebook
  }

  package var now: Moment { desk.now }

  package func counts() -> [CountKey: Int]? {
    seat.flatMap { try? desk.counts(by: $0) }
  }

  /// Whether somebody else has done something since this was last asked. What others only type is
  /// no news, and then nothing more is read.
  package func news() -> News? {
    guard let mark = try? desk.store.newsMark(), mark != newsMark else { return nil }
    newsMark = mark
    guard let position = try? desk.store.lastPosition(), position != newsPosition else {
      return nil
    }
    defer { newsPosition = position }
    guard let before = newsPosition else { return nil }
    let fresh = try? desk.store.changes(after: before, limit: 100).streams
    return fresh?.contains(where: \.isShown) == false ? .unseen : .work
  }

  /// Another person sits down in a demo hall; nil if there is nobody of that name.
  package func sit(_ id: ClerkID) -> Seat? {
    guard desk.nature.isDemo, let clerk = desk.clerks[id] else { return nil }
    if let before = seat, before.sitting != nil {
      guard let next = try? desk.signIn(id, at: clerk.counter, by: .demo) else { return nil }
      try? desk.signOut(before, .byHand)
      seat = next
    } else {
      seat = Seat(clerk: clerk, counter: clerk.counter)
    }
    return seat
  }

  /// The documents acts would issue, to be read, or why the acts cannot be done.
  func preview(_ acts: [DeskAct], late: LateEntry?, _ language: Language) -> Request {
    do throws(DeskRefusal) {
      let documents = try desk.preview(acts, by: sitter, late: late)
      let names = documents.map { $0.kind.label[language] }
      return .read(
        Reading(
          heading: Words("预览: ", "Preview: ")[language]
            + names.joined(separator: Words("、", ", ")[language]),
          text: documents.map(\.text).joined(separator: "\n\u{C}")))
    } catch {
      return .notice(Notice(.refused, desk.sentence(error, in: language)))
    }
  }

  /// What came of a request, if the pane wants to know, and what to say about it.
  package func answer(_ request: Request, _ language: Language) -> (Answer?, Notice?) {
    guard let seat else { return (nil, nil) }
    do throws(DeskRefusal) {
      if let answer = try list(request, seat) { return (answer, nil) }
      if let answer = try read(request) { return (answer, nil) }
      return try act(request, seat, language)
    } catch {
      return (.refused(error), nil)
    }
  }

  private func read(_ request: Request) throws(DeskRefusal) -> Answer? {
    do throws(StoreError) {
      switch request {
      case .items: return .items(try desk.items())
      case .tickets:
        return .tickets(
          try desk.store.tickets(
            on: desk.today, in: [.waiting, .called, .serving, .parked], limit: 200))
      case .spell(let words):
        let initials = words.map { ($0, desk.surroundings.initials($0).first ?? "") }
        return .spelled(Dictionary(initials) { first, _ in first })
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
  private func list(_ request: Request, _ seat: Seat) throws(DeskRefusal) -> Answer? {
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
      } else if let record = try? desk.file(row.id).supervision {
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

  private func act(
    _ request: Request, _ seat: Seat, _ language: Language
  ) throws(DeskRefusal) -> (Answer?, Notice?) {
    switch request {
    case .file(let id): return (.file(try open(desk.history(id, by: seat))), nil)
    case .look(let id): return (.file(try open(look(at: id))), nil)
    case .sheet(let id): return (.sheet(try desk.sheet(id)), nil)
    case .carryOut(let acts, let seen, let draft, let late):
      let outcomes: [Outcome] = try desk.carryOut(
        acts, by: seat, seen: seen, draft: draft, late: late)
      return (.done(outcomes), notice(of: outcomes, language))
    case .callNext(let queues):
      guard let counter = seat.counter else {
        throw .ticket(.roleMayNot(seat.clerk.role), nil)
      }
      return (.ticket(try desk.callNext(queues: queues, at: counter, by: seat)), nil)
    case .ticket(let command, let id):
      return (.ticket(try desk.carryOut(command, on: id, by: seat)), nil)
    case .issueTicket(let queue):
      let row = try desk.issueTicket(queue: queue, purpose: "", by: seat)
      let problem = desk.slip(for: row).flatMap { paper.slip(row, $0, language) }
      let given = Words("已发号 \(row.id)", "Number \(row.id) was given out")[language]
      return (.ticket(row), problem.map { Notice(.refused, $0) } ?? Notice(.done, given))
    case .saveDraft(let draft):
      try desk.keep(draft, by: seat)
      return (.drafts(try desk.drafts(of: seat)), nil)
    case .deleteDraft(let id):
      try desk.discard(id, by: seat)
      return (.drafts(try desk.drafts(of: seat)), nil)
    case .drafts: return (.drafts(try desk.drafts(of: seat)), nil)
    case .reprint(let document, let id, let seen):
      let outcome: Outcome = try desk.carryOut(
        .on(id, .reprint(document.kind, number: document.number)), by: seat, seen: seen)
      let problem = paper.document(document, id, true, language)
      return (.done([outcome]), problem.map { Notice(.refused, $0) })
    case .tasks, .cases, .watches, .watchCounts, .tallies, .results, .findResults,
      .resultsOfApplicant, .search, .items, .applicant, .tickets, .spell, .printSheet, .door,
      .parking,
      .printWaiting, .preview, .prove, .open, .openCase, .startIntake,
      .resumeDraft,
      .continueIntake,
      .back, .sit,
      .setLanguage, .enterLate, .quit, .press, .notice, .pick, .ask, .fill, .choose, .read:
      return (nil, nil)
    }
  }

  private func open(
    _ history: (file: CaseFile, events: [RecordedEvent])
  ) throws(DeskRefusal) -> OpenCase {
    let file = history.file
    let sheet = try desk.sheet(file.item, version: file.sheetVersion)
    return OpenCase(file: file, sheet: sheet, history: history.events)
  }

  /// A copy that cannot be written to is read without a trace.
  private func look(
    at id: CaseID
  ) throws(DeskRefusal) -> (file: CaseFile, events: [RecordedEvent]) {
    do throws(DeskRefusal) {
      return try desk.look(at: id, by: sitter)
    } catch .store(.readOnly) {
      return try desk.history(id, by: sitter)
    }
  }

  /// Prints what was issued; the act stands whatever the printer does.
  private func notice(of outcomes: [Outcome], _ language: Language) -> Notice? {
    var problems: [String] = []
    for outcome in outcomes {
      for document in outcome.documents {
        if let problem = paper.document(document, outcome.id, false, language) {
          problems.append(problem)
        }
      }
    }
    if let problem = problems.first { return Notice(.refused, problem) }
    return outcomes.isEmpty ? nil : Notice(.done, Wording.done(outcomes, language))
  }
}
