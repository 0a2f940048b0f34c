import WorkCalendar

/// J10: what has to be on record and is not.
extension Watcher {
  var data: [Watch] { reports + claims + [fields].compactMap { $0 } }

  /// Acts the authority above has not confirmed.
  private var reports: [Watch] {
    guard rules.sheet.reportsTo != nil else { return [] }
    return file.unconfirmedReports().compactMap { act, day in
      var measured = measurement(from: day)
      measured.due = calendar.workingDay(1, after: day)
      return watch(
        .keyDataMissing, "report/\(act.rawValue)", .report, of: file.department, measured)
    }
  }

  /// Tasks for which nobody stands.
  private var claims: [Watch] {
    guard let index = file.currentStep, let step = file.step, let record = file.stepRecord,
      let startedOn = record.startedOn, step.kind != .waitingPeriod,
      file.stage == .underExamination || file.stage == .inProduction
    else { return [] }
    return file.awaited.filter { record.claim(of: $0) == nil }.compactMap { department in
      guard let due = record.due(of: department) else { return nil }
      return watch(
        .keyDataMissing, "claim/\(index + 1)/\(department)", .claim, of: department,
        measurement(from: startedOn, due: due, limit: step.party(department)?.limit ?? step.limit))
    }
  }

  /// Blanks that were still empty when a step came to its end, as a deemed acceptance may leave them.
  private var fields: Watch? {
    guard let intake = file.intake, let ended = file.steps.compactMap(\.completedOn).min(),
      rules.sheet.hasEmptyBlank(in: intake.fields)
    else { return nil }
    var measured = measurement(from: ended)
    measured.due = calendar.workingDay(1, after: ended)
    return watch(.keyDataMissing, "fields", .field, of: nil, measured)
  }
}

extension ImplementationSheet {
  /// Whether a blank that has to be filled in is empty.
  fileprivate func hasEmptyBlank(in fields: [FieldValue]) -> Bool {
    self.fields.contains { wanted in
      wanted.isRequired
        && !fields.contains { $0.key == wanted.key && !$0.value.allSatisfy(\.isWhitespace) }
    }
  }
}
