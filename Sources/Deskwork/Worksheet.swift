import Casework
import Digests
import WorkCalendar

/// One act being worked out: what it would append, before anything is written.
struct Worksheet {
  let desk: Desk
  let occasion: Occasion
  var batch: Batch
  var outcomes: [Outcome] = []
  /// What the lists know of the cases it has changed, in the order of its acts.
  var projections: [CaseProjection] = []
  /// For looking at documents before they are issued.
  var leavesNumbersOpen = false
  /// Numbers already taken by this act, by series.
  private var taken: [String: Int] = [:]
  /// What is known of applicants after this act.
  private var applicants: [Identity: KnownApplicant] = [:]

  init(desk: Desk, occasion: Occasion) {
    self.desk = desk
    self.occasion = occasion
    batch = Batch(stamp: occasion.stamp)
  }

  mutating func carryOut(_ act: DeskAct, seen: Int?) throws(DeskRefusal) {
    switch act {
    case .takeIn(let item, let intake, let ending):
      let sheet = try desk.sheet(item)
      let numbers = try numbers(for: sheet)
      var commands: [CaseCommand] = [.receive(numbers, intake)]
      if let ending { commands.append(ending.command) }
      try carryOut(commands, on: numbers.id, sheet: sheet, before: nil)
    case .on(let id, let command):
      let changed = outcomes.last { $0.id == id }
      let file = if let changed { changed.file } else { try desk.file(id) }
      guard file.isWithin(occasion.clerk.reach) else { throw .outOfReach(id) }
      if let seen, changed == nil { try demand(file, at: seen, for: command) }
      let sheet = try desk.sheet(file.item, version: file.sheetVersion)
      try carryOut([command], on: id, sheet: sheet, before: file)
    }
  }

  private mutating func carryOut(
    _ commands: [CaseCommand], on id: CaseID, sheet: ImplementationSheet, before: CaseFile?
  ) throws(DeskRefusal) {
    var file = before ?? CaseFile(id: id)
    let version = file.version
    let common = desk.rules(under: sheet)
    var rules = try rules(common, for: file)
    var events: [CaseEvent] = []
    for command in commands {
      if case .receive(_, let intake) = command {
        rules.ticketEndedAt = try ticketEndedAt(intake.ticket)
      }
      let filled = try filled(command, file: file, sheet: sheet)
      let decided: [CaseEvent]
      do throws(Refusal) {
        decided = try file.decide(filled, occasion, under: rules)
      } catch {
        throw .refused(error, before?.id)
      }
      for event in decided {
        if case .accepted(let it) = event, it.quotaPlace != nil {
          _ = try next(Series.quota(of: sheet.id))
        }
        file.evolve(event, occasion.stamp)
      }
      events += decided
    }
    let documents = try issueDocuments(after: events, &file, sheet: sheet)
    if !leavesNumbersOpen { desk.store.expect(documents) }
    for document in documents { events.append(.documentIssued(document)) }
    if !events.isEmpty {
      batch.appends.append(
        .init(stream: .file(id), expecting: version, events: events.map { .file($0) }))
      try project(from: before, to: file, events: events, under: common)
    }
    outcomes.append(
      Outcome(
        id: file.id, version: file.version, events: events, documents: documents, file: file))
  }

  /// When the number had been served that an application comes with; nil while it still is.
  private func ticketEndedAt(_ ticket: TicketID?) throws(DeskRefusal) -> Moment? {
    guard let ticket else { return nil }
    let records = try asking { () throws(StoreError) in
      try desk.store.events(of: .ticket(occasion.today, ticket), after: 0)
    }
    guard let last = records.last, last.event == .ticket(.served) else { return nil }
    return last.stamp.at
  }

  private mutating func project(
    from before: CaseFile?, to file: CaseFile, events: [CaseEvent], under rules: CaseRules
  ) throws(DeskRefusal) {
    if let new = CaseProjection(file, sheet: rules.sheet) {
      let changes = CaseProjection.changes(
        from: before, before.flatMap { projection(of: $0, under: rules) }, to: file, new,
        under: rules, readings: desk.surroundings.readings)
      if batch.changes.isEmpty { batch.changes = changes } else { batch.changes += changes }
      projections.append(new)
    }
    if events.contains(where: \.bringsMaterials), let identity = file.intake?.applicant.identity {
      let known = KnownApplicant(after: file, sheet: rules.sheet, knowing: try applicant(identity))
      applicants[identity] = known
      batch.changes.append(.putApplicant(known))
    }
    for event in events {
      if let message = OutgoingMessage.message(about: event, of: file) {
        batch.outgoing.append(message)
      }
    }
  }

  /// Worked out when the desk left the case so, unless somebody else has.
  private func projection(of file: CaseFile, under rules: CaseRules) -> CaseProjection? {
    if let known = desk.kept[file.id]?.projection, known.row.version == file.version {
      return known
    }
    return CaseProjection(file, sheet: rules.sheet)
  }

  private func applicant(_ identity: Identity) throws(DeskRefusal) -> KnownApplicant? {
    if let known = applicants[identity] { return known }
    return try asking { () throws(StoreError) in try desk.store.applicant(identity) }
  }

  /// The person decided on what they saw; whoever was first since then is named.
  private func demand(
    _ file: CaseFile, at seen: Int, for command: CaseCommand
  ) throws(DeskRefusal) {
    guard file.version != seen else { return }
    guard seen < file.version else { throw .noSuchVersion(seen: seen, now: file.version) }
    let rules = try desk.rules(for: file)
    // What already holds is no conflict: a second press of the same key.
    if let events = try? file.decide(command, occasion, under: rules), events.isEmpty { return }
    let later = try desk.history(file.id).events.filter { $0.version > seen }
    guard let first = later.first(where: \.isAnAct) ?? later.first,
      case .file(let did) = first.event
    else { throw .crowded }
    throw .movedOn(
      file.id, seen: seen, now: file.version, by: first.stamp.clerk, at: first.stamp.at, did: did)
  }
}

extension Worksheet {
  /// The next number of a series, as this act would take it.
  private mutating func next(_ series: String) throws(DeskRefusal) -> Int {
    let number = try last(series) + 1
    taken[series] = number
    batch.numbers.append(.init(series: series, number: number))
    return number
  }

  private func last(_ series: String) throws(DeskRefusal) -> Int {
    if let number = taken[series] { return number }
    return try asking { () throws(StoreError) in try desk.store.lastNumber(of: series) }
  }

  /// The rules for one case, with its place in the order of acceptance if the item has a quota.
  private func rules(
    _ common: CaseRules, for file: CaseFile
  ) throws(DeskRefusal) -> CaseRules {
    guard common.sheet.hasQuota else { return common }
    var rules = common
    let sheet = common.sheet
    rules.nextQuotaPlace = try last(Series.quota(of: sheet.id)) + 1
    if let place = file.acceptance?.quotaPlace {
      rules.earlierInQuota = try asking { () throws(StoreError) in
        try desk.store.earlierInQuota(of: sheet.id, before: place)
      }
    }
    return rules
  }

  private mutating func numbers(for sheet: ImplementationSheet) throws(DeskRefusal) -> CaseNumbers {
    // Numbers follow the record, so that what was entered late cannot pass for older.
    let day = occasion.at.date
    let date = Series.digits(of: day)
    let short = try next(Series.cases(on: day))
    let national = try next(Series.cases(of: sheet.codes.implementation, on: day))
    let id = CaseID(desk.hall.code + date + padded(short, 4))
    return CaseNumbers(
      id: id, number: sheet.codes.implementation + date + padded(national, 4),
      queryCode: desk.surroundings.code("query/\(id)"),
      pickUpCode: desk.surroundings.code("pick-up/\(id)"))
  }

  /// A certificate without a number of its own gets the next one of its department.
  private mutating func filled(
    _ command: CaseCommand, file: CaseFile, sheet: ImplementationSheet
  ) throws(DeskRefusal) -> CaseCommand {
    switch command {
    case .decideOnTheSpot(let text, "") where sheet.result.form == .certificate:
      return .decideOnTheSpot(text: text, certificateNumber: try certificateNumber(file, sheet))
    case .produceCertificate(""):
      return .produceCertificate(number: try certificateNumber(file, sheet))
    default:
      return command
    }
  }

  private mutating func certificateNumber(
    _ file: CaseFile, _ sheet: ImplementationSheet
  ) throws(DeskRefusal) -> String {
    // The same act again takes no second number.
    if let certificate = file.certificate { return certificate.number }
    let word = desk.departments[sheet.department]?.documentWord ?? sheet.department.rawValue
    let serial = try next(Series.certificates(of: sheet.department, in: occasion.at.date.year))
    return "\(word)证字\(occasion.at.date.year)\(padded(serial, 6))"
  }

  /// A document may quote the number of the one before it: `file` takes each up as it is issued.
  private mutating func issueDocuments(
    after events: [CaseEvent], _ file: inout CaseFile, sheet: ImplementationSheet
  ) throws(DeskRefusal) -> [IssuedDocument] {
    let kinds = DocumentRules.documents(after: events, file: file)
    guard !kinds.isEmpty else { return [] }
    guard let department = desk.departments[file.department] else { throw .noSuchItem(file.item) }
    let published = PublishedFacts(
      sheet: sheet, department: department, departments: desk.departmentsInOrder, hall: desk.hall)
    var issued: [IssuedDocument] = []
    for kind in kinds {
      let year = occasion.at.date.year
      let serial = try next(Series.documents(kind, of: department.id, in: year))
      let number =
        "\(department.documentWord)\(kind.numberWord)〔\(year)〕\(leavesNumbersOpen ? "__" : "\(serial)")号"
      let facts = DocumentFacts(
        kind: kind, number: number, file: file, published: published, clerk: occasion.clerk,
        counterName: occasion.counter.flatMap { desk.counters[$0]?.name.zh } ?? "",
        at: occasion.at, isDemo: desk.nature.isDemo,
        columns: DocumentRules.columns(of: kind, at: occasion.counter.flatMap { desk.counters[$0] })
      )
      guard let text = desk.surroundings.render(facts) else { throw .templateMissing(kind) }
      let document = IssuedDocument(
        kind: kind, number: number, text: text.sealed { Sha256.digits(of: $0) },
        issuedOn: occasion.at.date, copies: DocumentRules.copies)
      file.evolve(.documentIssued(document), occasion.stamp)
      issued.append(document)
    }
    return issued
  }
}

extension CaseEvent {
  /// Whether it may have brought something that can be used again for the same applicant.
  package var bringsMaterials: Bool {
    switch self {
    case .received, .materialsSupplied, .examinationCorrectionSupplied,
      .deferredMaterialSupplied:
      true
    case .correctionRequested, .declined, .accepted, .stepStarted, .taskClaimed, .taskGivenBack,
      .opinionRecorded, .stepReturned, .specialProcedureStarted, .specialProcedureEnded,
      .suspended, .resumed, .examinationCorrectionRequested, .referredUpward, .referralAnswered,
      .extended, .decided, .certificateProduced, .handedOver, .posted, .postReturned,
      .delivered, .concluded,
      .withdrawn, .terminated, .documentIssued, .documentReprinted, .enteredLate,
      .deadlinesRecomputed, .defectsNoted, .commitmentChecked, .reportConfirmed, .supervised,
      .rated, .fee:
      false
    }
  }
}

extension RecordedEvent {
  /// Something a person did, not what followed from it.
  var isAnAct: Bool {
    guard case .file(let event) = event else { return false }
    switch event {
    case .documentIssued, .documentReprinted, .stepStarted, .enteredLate, .deadlinesRecomputed:
      return false
    case .received, .materialsSupplied, .correctionRequested, .declined, .accepted, .taskClaimed,
      .taskGivenBack, .opinionRecorded, .stepReturned, .specialProcedureStarted,
      .specialProcedureEnded, .suspended, .resumed, .examinationCorrectionRequested,
      .examinationCorrectionSupplied, .referredUpward, .referralAnswered, .extended,
      .deferredMaterialSupplied, .decided, .certificateProduced, .handedOver, .posted,
      .postReturned,
      .delivered, .concluded, .withdrawn, .terminated, .defectsNoted, .commitmentChecked,
      .reportConfirmed, .supervised, .rated, .fee:
      return true
    }
  }
}
