package import Casework
package import WorkCalendar

/// What a counter of the dashboard counts.
package enum CountKey: Hashable, Sendable {
  case stage(CaseStage)
  case inbox(DepartmentID)
  case results
  /// The same, of what is within a reach.
  case stageWithin(Reach, CaseStage)
  case resultsWithin(Reach)
  /// People who wait with a number of a day; yesterday's are nobody's work any more.
  case waiting(queue: String, on: LocalDate)

  package var text: String {
    switch self {
    case .stage(let stage): "stage/\(stage.rawValue)"
    case .inbox(let department): "inbox/\(department)"
    case .results: "results"
    case .stageWithin(let reach, let stage): "stage-within/\(stage.rawValue)/\(reach.text)"
    case .resultsWithin(let reach): "results-within/\(reach.text)"
    case .waiting(let queue, let day): "waiting/\(day)/\(queue)"
    }
  }

  package init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0) }
    let rest = parts.count == 2 ? parts[1] : ""
    switch (parts.first, parts.count) {
    case ("stage", 2):
      guard let stage = CaseStage(rawValue: rest) else { return nil }
      self = .stage(stage)
    case ("inbox", 2): self = .inbox(DepartmentID(rest))
    case ("results", 1): self = .results
    case ("stage-within", 2):
      let words = rest.split(separator: "/", maxSplits: 1)
      guard words.count == 2, let stage = CaseStage(rawValue: String(words[0])),
        let reach = Reach(words[1])
      else { return nil }
      self = .stageWithin(reach, stage)
    case ("results-within", 2):
      guard let reach = Reach(rest) else { return nil }
      self = .resultsWithin(reach)
    case ("waiting", 2):
      let words = rest.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      guard words.count == 2, let day = LocalDate(words[0]) else { return nil }
      self = .waiting(queue: String(words[1]), on: day)
    default: return nil
    }
  }
}
