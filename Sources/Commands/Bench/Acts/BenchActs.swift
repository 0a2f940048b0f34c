import Casework
import Deskwork
import HallFiles
import Training
import WorkCalendar

/// An application that is taken in and accepted again and again.
struct BenchActs {
  let desk: Desk
  let seat: Seat
  private let item: ItemID
  private var intake: Intake
  private let acceptance: CaseCommand

  /// Out of a line of `do` that takes an application in and accepts it. Each `member` of a crew has an
  /// applicant of its own, as counters have; the first has that of the line.
  init(_ line: String, at hall: OpenHall, member: Int = 0) throws(Complaint) {
    desk = hall.desk
    do throws(Malformed) {
      guard let value = try LineReader.Line.text(line, number: 1).json() else {
        throw Self.noApplication
      }
      let line = try DoLine(value)
      guard case .takeIn(let item, let intake, let ending) = line.deed, let ending,
        let clerk = line.clerk.flatMap({ hall.desk.clerks[$0] })
      else { throw Self.noApplication }
      (self.item, self.intake, acceptance) = (item, intake, ending.command)
      self.intake.applicant.identity = intake.applicant.identity.neighbour(member, on: desk.today)
      seat = Seat(clerk)
    } catch {
      throw .other(error.words)
    }
  }

  private static var noApplication: Malformed {
    Malformed("应为一行收件并受理的 do 命令。", "A line of do that takes in and accepts was expected.")
  }

  /// Taken in and not yet accepted.
  func takeIn() throws(DeskRefusal) -> CaseID {
    try desk.carryOut(.takeIn(item, intake, nil), by: seat).id
  }

  func accept(_ id: CaseID) throws(DeskRefusal) {
    _ = try desk.carryOut(.on(id, acceptance), by: seat)
  }

  /// Takes one in and accepts it by turns: whoever calls it writes without end.
  func another(_ open: inout CaseID?) throws(DeskRefusal) {
    if let id = open {
      open = nil
      try accept(id)
    } else {
      open = try takeIn()
    }
  }
}

extension Identity {
  /// Of somebody born on the same day at the same place, or founded there, counted from this one on;
  /// the same where the paper is another.
  fileprivate func neighbour(_ distance: Int, on today: LocalDate) -> Identity {
    let (start, length): (Int, Int)
    switch kind {
    case .residentID: (start, length) = (14, 3)
    case .creditCode: (start, length) = (14, 2)
    default: return self
    }
    guard distance > 0, let order = Int(number.dropFirst(start).prefix(length)) else { return self }
    let orders = length == 3 ? 1_000 : 100
    let digits = "\(orders + (order + distance) % orders)".dropFirst()
    return Self.endings(18 - start - length).lazy
      .map { Identity(kind: kind, number: number.prefix(start) + digits + $0) }
      .first { $0.problem(on: today) == nil } ?? self
  }

  /// Everything so many check digits may be.
  private static func endings(_ length: Int) -> [String] {
    guard length > 0 else { return [""] }
    return endings(length - 1).flatMap { rest in
      "0123456789ABCDEFGHJKLMNPQRTUWXY".map { rest + String($0) }
    }
  }
}

extension HallData {
  /// The first application of the examples that is accepted as it is.
  func application(in language: Language) throws(Complaint) -> String {
    let reference = try complaining { () throws(HallFileError) in
      try folder.loadQuarantining().reference
    }
    let names = try complaining { () throws(HallFileError) in
      try folder.demoNames()
    }
    let acts: [ScriptedAct]
    do throws(DeskRefusal) {
      acts = try DoScript.examples(reference, names: names)
    } catch {
      throw .refused(error, error.sentence(in: language, names: SpokenNames()))
    }
    let application = acts.first { act in
      guard case .takeIn(_, _, .accept([], underCommitment: false), _) = act.deed else {
        return false
      }
      return act.workingDaysLater == 0
    }
    guard let application else {
      throw .other(
        Words(
          "数据文件夹的事项没有一项能直接受理，量不了办理的快慢；请用自带的 Data。",
          "No item of the data folder can be accepted as it comes, so acts cannot be measured; use the Data that comes along."
        ))
    }
    return application.json.line
  }
}
