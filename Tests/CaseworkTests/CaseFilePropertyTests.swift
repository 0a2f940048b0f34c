import Casework
import TestSupport
import Testing
import WorkCalendar

/// What holds whatever people do, in whatever order.
@Suite struct CaseFilePropertyTests {
  static let seeds: Range<UInt64> = 0..<64

  /// Acts that cannot be the same act twice.
  static let neverTheSame: Set<String> = [
    "give-back",  // What has been given back is nobody's: the refusal tells the second clerk so.
    "reprint",  // Every sheet of paper that leaves the printer is on record.
  ]

  @Test(arguments: seeds)
  func `an act that was carried out has nothing more to say`(seed: UInt64) throws {
    var it = RandomCase(seed: seed)
    for _ in 0..<60 {
      guard let step = it.go(), !Self.neverTheSame.contains(step.command.name) else { continue }
      let again = try it.scenario.act(step.command, as: step.clerk)
      if !again.isEmpty { Issue.record("\(step.command) says again \(Scenario.names(again))") }
    }
  }

  @Test(arguments: seeds)
  func `a case is what its history makes it`(seed: UInt64) throws {
    var it = RandomCase(seed: seed)
    for _ in 0..<60 { _ = it.go() }
    let file = it.scenario.file
    #expect(CaseFile(id: file.id, replaying: it.scenario.history) == file)
    #expect(file.version == it.scenario.history.count)
  }

  @Test(arguments: seeds)
  func `a due date never moves earlier`(seed: UInt64) throws {
    var it = RandomCase(seed: seed)
    var (committed, statutory): (DueDate?, DueDate?) = (nil, nil)
    for _ in 0..<60 {
      guard let step = it.go() else { continue }
      let file = it.scenario.file
      if let before = committed, let now = file.committedDue, now.on < before.on {
        Issue.record("\(step.command) moves \(before.on) to \(now.on)")
      }
      if let before = statutory, let now = file.statutoryDue, now.on < before.on {
        Issue.record("\(step.command) moves the statutory date \(before.on) to \(now.on)")
      }
      (committed, statutory) = (file.committedDue, file.statutoryDue)
    }
  }

  @Test(arguments: seeds)
  func `the days that count are as many as the limit gives`(seed: UInt64) throws {
    var it = RandomCase(seed: seed)
    for _ in 0..<60 where it.go() != nil {
      let file = it.scenario.file
      guard let acceptance = file.acceptance, acceptance.committedLimit.unit == .workingDays,
        let due = file.committedDue, file.openStop == nil,
        file.stops.allSatisfy({ $0.to ?? .distantFuture <= due.on })
      else { continue }
      let calendar = it.scenario.calendar
      let stopped = file.stops.map {
        calendar.workingDays(after: $0.from, through: $0.to ?? $0.from)
      }.reduce(0, +)
      let counted = calendar.workingDays(after: acceptance.acceptedOn, through: due.on) - stopped
      #expect(counted == acceptance.committedLimit.amount + file.extensionDays)
    }
  }

  @Test(arguments: seeds)
  func `nobody does what another has to do`(seed: UInt64) throws {
    var it = RandomCase(seed: seed)
    for _ in 0..<60 {
      let before = it.scenario.file
      guard let step = it.go() else { continue }
      for event in step.events {
        if case .decided(let decided) = event, !decided.isOnTheSpot {
          #expect(!before.tookIn.contains(step.clerk.id) && step.clerk.department == "SJ")
        }
        if case .opinionRecorded(let opinion) = event {
          #expect(step.clerk.department == opinion.department)
        }
        if ["handedOver", "posted"].contains(event.shortName) {
          #expect(!before.handledBy.contains(step.clerk.id))
        }
      }
    }
  }

  @Test(arguments: seeds)
  func `events can be read in any order`(seed: UInt64) throws {
    var events: [(CaseEvent, Stamp)] = []
    for other in 0..<4 as Range<UInt64> {
      var it = RandomCase(seed: seed &* 4 &+ other)
      for _ in 0..<40 { _ = it.go() }
      events += it.scenario.history
    }
    var random = SplitMix(seed: seed)
    events.shuffle(using: &random)
    var file = CaseFile(id: "YC202603020007")
    for (event, stamp) in events {
      file.evolve(event, stamp)
      _ = (file.due, file.awaited, file.step, file.stepRecord, file.openStop)
      let rules = CaseRules(sheet: .foodLicence, calendar: .published2024To2026)
      let occasion = Occasion(clerk: .examiner, at: stamp.at)
      _ = file.refusal(of: .claim, occasion, under: rules)
      _ = file.refusal(of: .resume, occasion, under: rules)
    }
    #expect(file.version == events.count)
  }

  @Test func `the seeds reach every stage`() {
    var reached: Set<CaseStage> = []
    for seed in UInt64(0)..<400 where reached.count < CaseStage.allCases.count {
      var it = RandomCase(seed: seed)
      for _ in 0..<60 {
        _ = it.go()
        if let stage = it.scenario.file.stage { reached.insert(stage) }
      }
    }
    #expect(reached == Set(CaseStage.allCases))
  }
}
