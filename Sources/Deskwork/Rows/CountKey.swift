package import Casework
package import WorkCalendar

/// What a counter of the dashboard counts.
package enum CountKey: Hashable, Sendable {
  case stage(CaseStage)
  case inbox(DepartmentID)
  /// Follow-up orders that wait for the answer of a department.
  case orders(DepartmentID)
  case results
  /// The same, of what is within a reach.
  case stageWithin(Reach, CaseStage)
  case resultsWithin(Reach)
  /// People who wait with a number of a day; yesterday's are nobody's work any more.
  case waiting(queue: String, on: LocalDate)

  package var text: String {
    switch self {
    case .stage(let stage): "stage/" + stage.rawValue
    case .inbox(let department): "inbox/" + department.rawValue
    case .orders(let department): "orders/" + department.rawValue
    case .results: "results"
    case .stageWithin(let reach, let stage): "stage-within/" + stage.rawValue + "/" + reach.text
    case .resultsWithin(let reach): "results-within/" + reach.text
    case .waiting(let queue, let day): "waiting/\(day)/\(queue)"
    }
  }

  package init?(_ text: String) {
    guard let (kind, rest) = text[...].parted else {
      guard text == "results" else { return nil }
      self = .results
      return
    }
    switch kind {
    case "stage":
      guard let stage = CaseStage(rawValue: String(rest)) else { return nil }
      self = .stage(stage)
    case "inbox": self = .inbox(DepartmentID(String(rest)))
    case "orders": self = .orders(DepartmentID(String(rest)))
    case "stage-within":
      guard let (word, within) = rest.parted, let stage = CaseStage(rawValue: String(word)),
        let reach = Reach(within)
      else { return nil }
      self = .stageWithin(reach, stage)
    case "results-within":
      guard let reach = Reach(rest) else { return nil }
      self = .resultsWithin(reach)
    case "waiting":
      guard let (word, queue) = rest.parted, let day = LocalDate(word) else { return nil }
      self = .waiting(queue: String(queue), on: day)
    default: return nil
    }
  }
}

extension CountKey {
  /// As the screens of a reach know it on a day; nil for what they do not show.
  package func shown(within reach: Reach, on today: LocalDate) -> CountKey? {
    switch self {
    case .waiting(_, let day): day == today ? self : nil
    case .stage, .results: reach == .hall ? self : nil
    case .inbox(let department), .orders(let department):
      reach == .hall || reach == .department(department) ? self : nil
    case .stageWithin(let its, let stage): reach == its ? .stage(stage) : nil
    case .resultsWithin(let its): reach == its ? .results : nil
    }
  }

  /// The stored texts of everything that is shown within a reach on a day: those that are known
  /// beforehand, and how the others begin.
  package static func texts(
    within reach: Reach, on today: LocalDate
  ) -> (whole: [String], beginnings: [String]) {
    let waiting = "waiting/\(today)/"
    switch reach {
    case .hall: return ([results.text], ["inbox/", "orders/", "stage/", waiting])
    case .department, .township:
      var keys: [CountKey] = [.resultsWithin(reach)]
      keys += CaseStage.allCases.map { .stageWithin(reach, $0) }
      if case .department(let id) = reach { keys += [.inbox(id), .orders(id)] }
      return (keys.map(\.text), [waiting])
    }
  }
}

extension Substring {
  /// What stands before the first stroke and after it.
  fileprivate var parted: (Substring, Substring)? {
    guard let stroke = utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    return (self[..<stroke], self[utf8.index(after: stroke)...])
  }
}
