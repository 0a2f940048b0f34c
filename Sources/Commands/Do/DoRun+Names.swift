import Casework
import Deskwork
import WorkCalendar

/// What the words of a line stand for: people, counters, cases, moments.
extension DoRun {
  func seat(of line: DoLine) throws(Problem) -> Seat {
    var found = seat
    do throws(DeskRefusal) {
      if let id = line.clerk {
        let clerk = try hall.desk.clerk(id)
        found = Seat(clerk: clerk, counter: clerk.counter)
      }
      if let counter = line.counter {
        guard hall.desk.counters[counter] != nil else { throw .noSuchCounter(counter) }
        found?.counter = counter
      }
    } catch {
      throw .refused(error, item: nil)
    }
    guard let found else {
      throw .other(
        code: "clerk-missing",
        Words(
          "真实大厅要知道是谁在操作；请在本行加 \"as\"，或给 do 加 --as。",
          "A real hall has to know who acts; add \"as\" to the line, or --as to do."))
    }
    return found
  }

  func counter(of seat: Seat) throws(Problem) -> CounterID {
    guard let counter = seat.counter else {
      throw .other(
        code: "counter-missing",
        Words(
          "\(seat.clerk.name.zh)没有固定窗口；请加 \"counter\"。",
          "\(seat.clerk.name.en) has no counter; add \"counter\"."))
    }
    return counter
  }

  /// How many days a line may move the demo's clock: a slip in the year is not taken back.
  private static let farthest = 1_000

  func moveClock(_ line: DoLine) throws(Problem) {
    guard line.at != nil || line.workingDaysLater != nil else { return }
    guard let clock = hall.demoClock else {
      throw .other(
        code: "clock-of-the-host",
        Words(
          "真实大厅只认主机时钟；请去掉 at 和 workingDaysLater。",
          "A real hall knows the host's clock alone; leave at and workingDaysLater out."))
    }
    if let moment = line.at, moment.date > clock.now.date.advanced(by: Self.farthest) {
      throw .other(
        code: "clock-too-far",
        Words(
          "\(moment) 太远，一次最多拨 \(Self.farthest) 天；请核对年份。",
          "\(moment) is too far away, \(Self.farthest) days at most; check the year."))
    }
    if let moment = line.at, !clock.move(to: moment) {
      throw .other(
        code: "clock-backwards",
        Words(
          "时钟已过 \(moment)，不能倒拨；请写更晚的时刻。",
          "The clock has passed \(moment) and cannot go back; give a later moment."))
    }
    if let days = line.workingDaysLater {
      let desk = hall.desk
      let day = desk.calendar.workingDay(days, after: clock.now.date).on
      let opens = desk.hall.openingHours.hours(on: day, in: desk.calendar).map(\.opens).min()
      _ = clock.move(
        to: Moment(date: day, hour: opens?.hour ?? 9, minute: opens?.minute ?? 0))
    }
  }

  /// A label of an earlier line, or the text itself.
  func named(_ text: String) throws(Problem) -> String {
    guard text.hasPrefix("$") else { return text }
    guard let name = labels[text] else {
      let label = quoted(String(text.dropFirst()))
      throw .malformed(
        Malformed(
          "前面没有一行取过「\(label)」这个名字。",
          "No line before this one has the label \"\(label)\"."))
    }
    return name
  }

  func id(_ reference: DoLine.CaseReference) throws(Problem) -> CaseID {
    let text = try named(reference.text)
    do throws(DeskRefusal) {
      return try CaseFinder(desk: hall.desk).find(text)
    } catch {
      throw .refused(error, item: nil)
    }
  }

  func command(_ draft: CommandDraft, on id: CaseID) throws(Problem) -> CaseCommand {
    switch draft {
    case .ready(let command): return command
    case .opinion(let step, let verdict, let text, let officers):
      var index = step
      if index == nil {
        do throws(DeskRefusal) {
          index = try hall.desk.file(id).currentStep
        } catch {
          throw .refused(error, item: nil)
        }
      }
      return .recordOpinion(step: index ?? 0, verdict, text: text, officers: officers)
    case .specialProcedure(let kind, let end, let days, let reason):
      let planned = end ?? hall.desk.today.advanced(by: days ?? 0)
      return .startSpecialProcedure(kind, plannedEnd: planned, reason: reason)
    }
  }

  func command(
    _ deed: DoLine.TicketDeed, _ seat: Seat
  ) throws(Problem) -> TicketCommand {
    switch deed {
    case .call: .call(try counter(of: seat))
    case .arrive: .arrive
    case .pass: .pass
    case .finish: .finish
    case .park(let reason): .park(reason: reason)
    case .free(let reason): .free(reason: reason)
    }
  }
}
