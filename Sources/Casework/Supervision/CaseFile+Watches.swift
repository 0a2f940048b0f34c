import WorkCalendar

extension CaseFile {
  /// What supervision watches at the case now; nothing where no rules are published.
  package func watches(under rules: CaseRules) -> [Watch] {
    guard let rulebook = rules.rulebook, stage != nil else { return [] }
    let watcher = Watcher(file: self, rules: rules, rulebook: rulebook)
    let lasting = watcher.running + watcher.promises + watcher.data
    let standing = watcher.record.filter { !isAnswered($0.card) }
    return (lasting + standing).filter { supervision.settlement(of: $0.card) == nil }
      .sorted { $0.card < $1.card }
  }

  /// What the lists of supervision hold: an order that is open stays in sight though its card has
  /// cleared, until somebody closes it.
  package func listedWatches(under rules: CaseRules) -> [Watch] {
    var listed = watches(under: rules)
    if supervision.orders.isEmpty { return listed }
    for order in supervision.orders where order.isOpen {
      let day = order.orderedBy.at.date
      if let index = listed.firstIndex(where: { $0.card == order.card }) {
        listed[index].warningFrom = min(day, listed[index].warningFrom ?? day)
      } else {
        listed.append(
          Watch(
            card: order.card, department: order.department, due: order.replyBy, warningFrom: day))
      }
    }
    return listed.sorted { $0.card < $1.card }
  }

  /// What only a person can put an end to ends with the order that was given about it.
  private func isAnswered(_ card: CardKey) -> Bool {
    supervision.orders.contains { $0.card == card && !$0.isOpen }
  }
}

/// Reads off one case what the rules in force watch.
struct Watcher {
  let file: CaseFile
  let rules: CaseRules
  let rulebook: Rulebook

  var calendar: WorkCalendar { rules.calendar }

  /// A watch of a rule; nil if the rule is not in force or no level of it can ever show.
  func watch(
    _ code: SupervisionRuleCode, _ subject: String = "", _ matter: SupervisionMatter? = nil,
    of department: DepartmentID?, _ measurement: Measurement
  ) -> Watch? {
    guard let thresholds = rulebook.thresholds(of: code, matter) else { return nil }
    func from(_ level: SupervisionLevel) -> LocalDate? {
      thresholds[level].flatMap { measurement.day(level, $0) }.map { max($0, measurement.start) }
    }
    let watch = Watch(
      card: CardKey(code, subject: subject), department: department, due: measurement.due,
      warningFrom: from(.warning), yellowFrom: from(.yellow), redFrom: from(.red),
      graveFrom: from(.grave))
    return watch.from == nil ? nil : watch
  }

  func measurement(
    from start: LocalDate, due: DueDate? = nil, limit: TimeLimit? = nil
  ) -> Measurement {
    var measurement = Measurement(calendar, from: start, due: due)
    let end = limit.map { calendar.dueDate(of: $0, from: start).on } ?? due?.on ?? start
    measurement.length = max(0, calendar.workingDays(after: start, through: end))
    return measurement
  }
}
