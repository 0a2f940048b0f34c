package import Casework
import WorkCalendar

/// What the lists know of a case: a function of the case and its sheet, never truth of its own. Held
/// once, from the act that has made it to the next.
package final class CaseProjection: Sendable {
  package let row: CaseRow
  package let tasks: [TaskRow]
  package let result: ResultRow?
  package let reaches: CaseReaches
  /// Whose answer each follow-up order about it waits for, the hall's own counters left out.
  let ordered: [DepartmentID]

  /// Nil before the case has been received.
  package init?(_ file: borrowing CaseFile, sheet: borrowing ImplementationSheet) {
    guard let row = CaseRow(file, sheet: sheet) else { return nil }
    self.row = row
    tasks = TaskRow.tasks(of: file, row: row)
    result = ResultRow(file, row: row, sheet: sheet)
    reaches = CaseReaches(file, row: row)
    ordered = file.supervision.orders.filter(\.awaitsAnswer).compactMap(\.department)
  }

  /// What an act changes in the read models.
  ///
  /// `readings` gives every reading of a text in pinyin.
  package static func changes(
    from before: CaseFile?, to after: CaseFile, under rules: CaseRules,
    readings: (String) -> [Spelling]
  ) -> [ReadModelChange] {
    guard let new = CaseProjection(after, sheet: rules.sheet) else { return [] }
    let old = before.flatMap { CaseProjection($0, sheet: rules.sheet) }
    return changes(from: before, old, to: after, new, under: rules, readings: readings)
  }

  /// The same where both are known already.
  static func changes(
    from before: CaseFile?, _ old: CaseProjection?, to after: CaseFile, _ new: CaseProjection,
    under rules: CaseRules, readings: (String) -> [Spelling]
  ) -> [ReadModelChange] {
    if let old, new == old { return [] }
    var changes: [ReadModelChange] = []
    changes.reserveCapacity(24)
    changes.append(.putCase(new.row))
    if new.reaches != old?.reaches { changes.append(.replaceReaches(new.reaches)) }
    // Most acts change what is watched, and the store compares: what was watched before is not worked
    // out anew.
    changes.append(.replaceWatches(after.id, after.listedWatches(under: rules)))
    for sum in tallies(from: before, to: after) { changes.append(.tally(sum.key, by: sum.value)) }
    if new.tasks != old?.tasks ?? [] { changes.append(.replaceTasks(after.id, new.tasks)) }
    if new.result != old?.result { changes.append(.replaceResult(after.id, new.result)) }
    addCounts(from: old, to: new, &changes)
    if old.map({ !new.isFound(as: $0) }) ?? true {
      changes.append(.index(after.id, SearchTexts(new, sheet: rules.sheet, readings: readings)))
    }
    return changes
  }

  /// What supervision watches from now on, if that is something else.
  package static func watches(
    from before: CaseFile?, under earlier: CaseRules, to after: CaseFile, under rules: CaseRules
  ) -> [ReadModelChange] {
    let watches = after.listedWatches(under: rules)
    let old = before?.listedWatches(under: earlier) ?? []
    return watches == old ? [] : [.replaceWatches(after.id, watches)]
  }

  /// Whether a search finds it as it found an earlier one.
  private func isFound(as old: CaseProjection) -> Bool {
    row.number == old.row.number && row.applicantName == old.row.applicantName
      && row.applicantIdentity == old.row.applicantIdentity
      && reaches.reaches == old.reaches.reaches
  }

  private static func tallies(from before: CaseFile?, to after: CaseFile) -> [TallySum] {
    var sums = after.tallies
    if let before {
      for sum in before.tallies { sums.add(-sum.value, to: sum.key) }
      sums.removeAll { $0.value == 0 }
    }
    sums.sort { $0.key < $1.key }
    return sums
  }

  /// Only what differs, what is counted no longer before what is counted now.
  private static func addCounts(
    from old: CaseProjection?, to new: CaseProjection, _ changes: inout [ReadModelChange]
  ) {
    var gone = old?.keys ?? []
    var come: [CountKey] = []
    for key in new.keys {
      if let same = gone.firstIndex(of: key) { gone.remove(at: same) } else { come.append(key) }
    }
    for key in gone { changes.append(.count(key, by: -1)) }
    for key in come { changes.append(.count(key, by: 1)) }
  }

  private var keys: [CountKey] {
    var keys: [CountKey] = []
    keys.reserveCapacity(12)
    keys.append(.stage(row.stage))
    for task in tasks { keys.append(.inbox(task.department)) }
    for department in ordered { keys.append(.orders(department)) }
    if result != nil { keys.append(.results) }
    for reach in reaches.reaches {
      keys.append(.stageWithin(reach, row.stage))
      if result != nil { keys.append(.resultsWithin(reach)) }
    }
    return keys
  }
}

extension CaseProjection: Equatable {
  package static func == (one: CaseProjection, other: CaseProjection) -> Bool {
    one.row == other.row && one.tasks == other.tasks && one.result == other.result
      && one.reaches == other.reaches && one.ordered == other.ordered
  }
}

extension CaseRow {
  /// Nil before the case has been received.
  init?(_ file: borrowing CaseFile, sheet: borrowing ImplementationSheet) {
    guard let stage = file.stage, let intake = file.intake, let receivedOn = file.receivedOn
    else { return nil }
    id = file.id
    version = file.version
    number = file.number
    item = file.item
    itemName = sheet.name
    department = file.department
    handling = sheet.handling
    applicantName = intake.applicant.name
    applicantIdentity = intake.applicant.identity
    self.stage = stage
    let step = file.step
    let record = file.stepRecord
    stepName = step?.name
    stepNumber = step == nil ? 0 : (file.currentStep ?? -1) + 1
    stepCount = file.route.count
    answered = record?.opinions.count ?? 0
    parties = step?.parties.count ?? 0
    let holder = step.map { file.awaited.first ?? $0.lead ?? file.department }
    let claim = record?.claims.first { $0.department == holder } ?? record?.claims.first
    self.holder = holder
    claimedBy = claim?.clerk
    heldSince = claim?.at.date ?? record?.startedOn
    self.receivedOn = receivedOn
    receivedBy = file.receivedBy ?? ""
    acceptedOn = file.acceptance?.acceptedOn
    due = file.due
    statutoryDue = file.statutoryDue
    isStopped = file.openStop != nil && stage.isBeforeDecision
    isDeferred = !file.deferredOutstanding.isEmpty
    isUnderCommitment = file.isUnderCommitment
    channel = intake.channel
    endedOn = stage.isEnded ? file.endedOn : nil
    quotaPlace = stage.isBeforeDecision ? file.acceptance?.quotaPlace : nil
    isEnteredLate = !file.lateActs.isEmpty
  }
}

extension CaseFile {
  var endedOn: LocalDate? {
    switch ending {
    case .concluded(let day): day
    case .withdrawn(let day, _, _): day
    case .terminated(let day, _): day
    case nil: declined?.declinedOn
    }
  }
}

extension TaskRow {
  static func tasks(of file: CaseFile, row: CaseRow) -> [TaskRow] {
    guard let step = file.step, let record = file.stepRecord, let index = file.currentStep,
      row.stage.isBeforeDecision || row.stage == .inProduction
    else { return [] }
    return step.parties.filter { record.opinion(of: $0.department) == nil }.map { party in
      let claim = record.claim(of: party.department)
      return TaskRow(
        department: party.department, part: party.part, role: party.role, kind: step.kind,
        step: index, stepDue: record.due(of: party.department), claimedBy: claim?.clerk,
        claimedAt: claim?.at, activeAt: claim?.activeAt, row: row)
    }.sorted { $0.department < $1.department }
  }
}

extension ResultRow {
  init?(_ file: borrowing CaseFile, row: CaseRow, sheet: borrowing ImplementationSheet) {
    guard row.stage == .awaitingRelease || row.stage == .posted, let decision = file.decision,
      let intake = file.intake
    else { return nil }
    self.row = row
    verdict = decision.verdict
    resultName = file.certificate?.name ?? sheet.result.name.zh
    certificateNumber = file.certificate?.number ?? ""
    pickUpCode = file.pickUpCode
    readyOn = file.certificate?.producedOn ?? decision.decidedOn
    delivery = intake.delivery
    waybill = file.posted?.waybill ?? ""
  }
}

extension SearchTexts {
  init(
    _ it: CaseProjection, sheet: ImplementationSheet, readings: (String) -> [Spelling]
  ) {
    let row = it.row
    caseNumber = row.number
    shortNumber = row.id.rawValue
    applicantName = row.applicantName
    identityNumber = row.applicantIdentity.number
    nameReadings = readings(row.applicantName)
    itemName = sheet.name.zh
    itemInitials = sheet.initials
    itemReadings = readings(sheet.name.zh)
    reaches = it.reaches.reaches
  }
}

extension KnownApplicant {
  /// What the hall knows of an applicant after one more intake.
  package init(
    after file: CaseFile, sheet: ImplementationSheet, knowing earlier: KnownApplicant?
  ) {
    let intake = file.intake
    applicant =
      intake?.applicant ?? earlier?.applicant
      ?? .init(
        kind: .person, name: "", identity: Identity(kind: .other, number: ""))
    lastSeenOn = file.receivedOn ?? earlier?.lastSeenOn ?? .init(dayNumber: 0)
    let seenOn = lastSeenOn
    let fresh = (intake?.materials ?? []).filter(\.isInHand).compactMap { material in
      sheet.material(material.number).map {
        MaterialOnFile(name: $0.name.zh, item: sheet.id, seenOn: seenOn, id: file.id)
      }
    }
    let kept = (earlier?.materials ?? []).filter { old in
      !fresh.contains { $0.name == old.name }
    }
    materials = (fresh + kept).sorted { $0.name < $1.name }
  }
}
