import Casework
import Deskwork
import Testing
import Training
import WorkCalendar

struct DoScriptTests {
  private static let script = Result {
    try DoScript.examples(
      try TrainingHall.reference.get(), names: try TrainingHall.names.get())
  }

  @Test func `the script uses every command a case knows`() throws {
    var names: Set<String> = []
    for act in try Self.script.get() {
      switch act.deed {
      case .takeIn(_, _, let ending, _): names.formUnion([ending?.command.name].compactMap { $0 })
      case .on(_, let command): names.insert(command.name)
      case .handOverSeveral, .issueTicket, .ticket: break
      }
    }
    let missing = Set(Self.everyCommand).subtracting(names)
    #expect(missing == [])
  }

  @Test func `the script brings cases through every stage`() throws {
    let stages = try ScriptRun(Self.script.get()).stages
    #expect(stages == Set(CaseStage.allCases))
  }

  @Test func `the script takes in an item of every handling kind in the catalogue`() throws {
    let run = try ScriptRun(Self.script.get())
    #expect(run.handling == Set(try TrainingHall.reference.get().sheets.map(\.handling)))
  }

  private static let everyCommand = [
    "accept", "request-correction", "decline", "decide-on-the-spot", "supply-materials", "lapse",
    "supply-deferred-material", "claim", "give-back", "record-opinion", "return-to-step",
    "start-special-procedure", "end-special-procedure", "suspend", "resume",
    "request-examination-correction", "supply-examination-correction", "refer-upward",
    "answer-referral", "extend", "decide", "produce-certificate", "hand-over", "post",
    "confirm-delivery", "withdraw", "terminate", "note-defects", "check-commitment",
    "confirm-report", "order-follow-up", "answer-follow-up", "escalate-follow-up",
    "close-follow-up", "appeal-card", "settle-card", "rate", "call-back", "rectify", "demand-fee",
    "record-payment",
  ]
}

/// The script carried out in a hall that has other cases already.
private struct ScriptRun {
  private(set) var stages: Set<CaseStage> = []
  private(set) var handling: Set<HandlingKind> = []

  init(_ acts: [ScriptedAct]) throws {
    let clock = SimulatedClock(DemoHall.moment)
    let desk = try TrainingHall.founded(clock)
    var ids: [String: CaseID] = [:]
    for act in acts {
      if act.workingDaysLater > 0 {
        let day = desk.calendar.workingDay(act.workingDaysLater, after: desk.today).on
        clock.advance(to: Moment(date: day, hour: 9, minute: 0))
      }
      let seat = Seat(try desk.clerk(act.clerk))
      switch act.deed {
      case .takeIn(let item, let intake, let ending, let label):
        let outcome = try desk.carryOut(.takeIn(item, intake, ending), by: seat)
        ids["$" + label] = outcome.id
        handling.insert(try desk.sheet(item).handling)
        note(outcome)
      case .on(let label, let command):
        note(try desk.carryOut(.on(try #require(ids[label]), command), by: seat))
      case .handOverSeveral(let labels, let recipient):
        let acts = labels.compactMap { ids[$0] }.map {
          DeskAct.on($0, .handOver(recipient, witness: ""))
        }
        for outcome in try desk.carryOut(acts, by: seat) { note(outcome) }
      case .issueTicket, .ticket: break
      }
    }
  }

  private mutating func note(_ outcome: Outcome) {
    if let stage = outcome.file.stage { stages.insert(stage) }
  }
}
