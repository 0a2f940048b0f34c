package import Casework
package import Deskwork
import WorkCalendar

/// A script that takes cases of every kind through their whole life.
package struct DoScript {
  let desk: Desk
  private let clock: SimulatedClock
  let staff: Staff
  private let people: People
  private var acts: [ScriptedAct] = []
  private var daysLater = 0
  private var lives: [Life] = []

  /// A case of the script, from its first line to its last.
  private struct Life {
    var label: String
    var walk: Walk
    var next: Move?
    var file: CaseFile?
  }

  /// The script for a hall, tried out in memory before it is handed out.
  package static func examples(
    _ reference: HallReference, names: DemoNames
  ) throws(DeskRefusal) -> [ScriptedAct] {
    var script = try DoScript(reference, names)
    try script.callPeople()
    try script.live()
    try script.handOverTogether()
    try script.doAfterwards()
    return script.acts
  }

  private init(_ reference: HallReference, _ names: DemoNames) throws(DeskRefusal) {
    let clock = SimulatedClock(DemoHall.moment)
    self.clock = clock
    let store = MemoryStore(nature: StoreNature(isDemo: true, secret: ""))
    do throws(StoreError) {
      try Founding.found(
        reference, in: store, stamp: Stamp(clerk: Founding.founder, at: clock.now))
      desk = try Desk(
        store: store,
        surroundings: Surroundings(
          now: { clock.now }, render: { PrintedText($0.number) }, readings: { _ in [] },
          code: { _ in "" }))
    } catch {
      throw .store(error)
    }
    staff = Staff(desk.clerks.values)
    // Other people than those of the demo hall, whatever its seed.
    people = People(names: names, areaCode: reference.hall.areaCode, seed: 0x5C81_9700)
    lives = ScriptCourses(sheets: reference.sheets).courses.enumerated().map { index, course in
      Life(
        label: "case-" + padded(index + 1, 2),
        walk: Walk(
          course, staff: staff, people: people,
          chance: Chance(seed: 0x5C81_9700, stream: UInt64(index))))
    }
  }
}

extension DoScript {
  /// Every case as far as it goes today, then the clock moves on to the next day one waits for.
  private mutating func live() throws(DeskRefusal) {
    for index in lives.indices { try begin(index) }
    while let day = lives.compactMap({ $0.next?.notBefore }).min() {
      moveOn(to: day)
      for index in lives.indices { try live(index) }
    }
  }

  private mutating func begin(_ index: Int) throws(DeskRefusal) {
    guard let move = lives[index].walk.takeIn(on: desk.today),
      case .takeIn(let item, let intake, let ending) = move.act
    else { return }
    let label = lives[index].label
    try carryOut(move, of: index, as: .takeIn(item, intake, ending, label: label))
    try live(index)
  }

  private mutating func live(_ index: Int) throws(DeskRefusal) {
    while let move = lives[index].next, move.notBefore ?? .distantPast <= desk.today {
      guard case .on(_, let command) = move.act else { return }
      try carryOut(move, of: index, as: .on("$" + lives[index].label, command))
    }
  }

  private mutating func carryOut(
    _ move: Move, of index: Int, as deed: ScriptedAct.Deed
  ) throws(DeskRefusal) {
    lives[index].next = nil
    let outcome: Outcome
    do throws(DeskRefusal) {
      outcome = try desk.carryOut(move.act, by: Seat(move.clerk))
    } catch {
      // A catalogue of one's own may rule something out; the case then stays where it is.
      guard case .refused = error else { throw error }
      return
    }
    record(deed, by: move.clerk)
    lives[index].file = outcome.file
    lives[index].next = lives[index].walk.next(outcome.file)
  }

  private mutating func record(_ deed: ScriptedAct.Deed, by clerk: Clerk) {
    acts.append(
      ScriptedAct(
        deed: deed, clerk: clerk.id, workingDaysLater: daysLater, today: desk.today))
    daysLater = 0
  }

  /// A few days more than needed, since elsewhere in the year other holidays lie between.
  mutating func moveOn(to day: LocalDate) {
    let later = desk.calendar.workingDay(onOrAfter: day.advanced(by: 3))
    daysLater = max(1, desk.calendar.workingDays(after: desk.today, through: later))
    clock.advance(to: Moment(date: later, hour: 9, minute: 0))
  }
}

extension DoScript {
  /// A case of the script as it has become.
  struct Told {
    var label: String
    var file: CaseFile
    var sheet: ImplementationSheet
  }

  /// The first case that fits.
  func told(_ fits: (CaseFile, ImplementationSheet) -> Bool) -> Told? {
    lives.lazy.compactMap { life in
      life.file.map { Told(label: life.label, file: $0, sheet: life.walk.sheet) }
    }.first { fits($0.file, $0.sheet) }
  }

  /// One more act on a case; left out where a catalogue of one's own rules it out.
  mutating func add(
    _ command: CaseCommand, on told: Told, by clerk: Clerk?
  ) throws(DeskRefusal) {
    guard let clerk, let index = lives.firstIndex(where: { $0.label == told.label }) else { return }
    let outcome: Outcome
    do throws(DeskRefusal) {
      outcome = try desk.carryOut(.on(told.file.id, command), by: Seat(clerk))
    } catch {
      guard case .refused = error else { throw error }
      return
    }
    record(.on("$" + told.label, command), by: clerk)
    lives[index].file = outcome.file
  }
}

extension DoScript {
  private mutating func callPeople() throws(DeskRefusal) {
    guard let clerk = staff.counters.first, let counter = clerk.counter,
      let queue = desk.counters[counter]?.queue, !queue.isEmpty
    else { return }
    let seat = Seat(clerk)
    let deeds: [[TicketCommand]] = [
      [.call(counter), .arrive, .finish],
      [.call(counter), .park(reason: "回去取材料"), .call(counter), .arrive, .finish],
      [.call(counter), .pass],
    ]
    for (index, commands) in deeds.enumerated() {
      let label = "ticket-\(index + 1)"
      let purpose = people.names.ticketPurposes.first ?? ""
      let row = try desk.issueTicket(queue: queue, purpose: purpose, by: seat)
      record(.issueTicket(queue: queue, purpose: purpose, label: label), by: clerk)
      for command in commands {
        _ = try desk.carryOut(command, on: row.id, by: seat)
        record(.ticket("$" + label, command), by: clerk)
      }
    }
  }

  /// The results of one applicant that lie ready go out in one act.
  private mutating func handOverTogether() throws(DeskRefusal) {
    let ready = lives.filter { $0.file?.stage == .awaitingRelease }
    guard ready.count > 1, let intake = ready.first?.file?.intake, let clerk = staff.release.first
    else { return }
    let recipient = Recipient(
      name: intake.applicant.name, relation: .applicant, identity: intake.applicant.identity)
    let acts = ready.compactMap(\.file).map { file in
      DeskAct.on(file.id, .handOver(recipient, witness: ""))
    }
    _ = try desk.carryOut(acts, by: Seat(clerk))
    record(.handOverSeveral(ready.map { "$" + $0.label }, recipient), by: clerk)
  }
}
