package import Casework
import Deskwork

/// What is done at the desk and leaves a trace: acts, drafts, a case opened to be read.
extension DeskClerk {
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

  func act(
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
    case .reprint(let document, let id, _) where try desk.isClosed(id):
      try desk.reprint(document, of: id, by: seat)
      return (nil, paper.document(document, id, true, language).map { Notice(.refused, $0) })
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

  /// The documents acts would issue, to be read, or why the acts cannot be done.
  func preview(_ acts: [DeskAct], late: LateEntry?, _ language: Language) -> Request {
    do throws(DeskRefusal) {
      let documents = try desk.preview(acts, by: sitter, late: late)
      let names = documents.map { $0.kind.label[language] }
      return .read(
        Reading(
          heading: Words("预览: ", "Preview: ")[language]
            + names.joined(separator: Words("、", ", ")[language]),
          text: documents.map(\.text.string).joined(separator: "\n\u{C}")))
    } catch {
      return .notice(Notice(.refused, desk.sentence(error, in: language)))
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
      return try aheadOfDisk { () throws(DeskRefusal) in try desk.look(at: id, by: sitter) }
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
