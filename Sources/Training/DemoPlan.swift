import Casework
import WorkCalendar

/// Which cases a demo hall is to have: every halt in every department that can have it, in turn.
struct DemoPlan {
  /// A case of the hall before it begins.
  struct Arrival {
    var at: Moment
    var course: Course
    /// Open minutes between two of its acts.
    var pace: Int
  }

  let sheets: [ImplementationSheet]
  let departments: [DepartmentID]
  let hours: OpeningHours
  let calendar: WorkCalendar
  /// The working days of the demo, the last one first.
  let days: [LocalDate]
  let until: Moment
  let seed: UInt64
  let cases: Int
  let wishes: [DemoWish]
  /// When a case received so many working days ago is due, by item.
  private let dues: [ItemID: [LocalDate]]
  /// The items each wish can be met with.
  private let fitting: [[ImplementationSheet]]

  /// How many days before its moment the demo begins.
  static let length = 60

  init(
    sheets: [ImplementationSheet], hours: OpeningHours, calendar: WorkCalendar, until: Moment,
    seed: UInt64, cases: Int, wishes: [DemoWish] = DemoWish.all
  ) {
    self.sheets = sheets
    self.hours = hours
    self.calendar = calendar
    self.until = until
    self.seed = seed
    self.cases = cases
    self.wishes = wishes
    departments = Array(Set(sheets.map(\.department))).sorted()
    let days = (0...Self.length).map { until.date.advanced(by: -$0) }.filter {
      let open = Self.openMinutes(on: $0, before: until, hours, calendar)
      return open >= Self.leastMinutes
    }
    self.days = days
    dues = Dictionary(
      sheets.map { sheet in
        (sheet.id, days.map { calendar.dueDate(of: sheet.committedLimit, from: $0).on })
      }, uniquingKeysWith: { first, _ in first })
    fitting = wishes.map { wish in sheets.filter { wish.fits($0, within: days.count) } }
  }

  /// The cases in the order of time; what each is to be follows from its index alone.
  func order() -> [(at: Moment, index: Int)] {
    guard !days.isEmpty, !sheets.isEmpty else { return [] }
    return (0..<max(0, cases)).map { (arrival($0).at, $0) }.sorted {
      ($0.at, $0.index) < ($1.at, $1.index)
    }
  }

  func arrival(_ index: Int) -> Arrival {
    var chance = Chance(seed: seed, stream: UInt64(index) &+ 1 << 32)
    let (kind, round) = (index % wishes.count, index / wishes.count)
    let wish = wishes[kind]
    let first = (kind * 7 + round) % departments.count
    let sheet = sheet(kind, from: first, round, &chance)
    let age = age(of: wish, sheet, round, &chance)
    let course = course(wish, sheet, index, round, &chance)
    let (at, minutes) = moment(age, &chance)
    let waiting = sheet.waitingDays * Self.minutesOfDay
    let free = max(0, age * Self.minutesOfDay + Self.minutesOfDay / 2 - minutes - waiting)
    let pace = min(wish.longestPace, free * 6 / 10 / course.expectedActs)
    return Arrival(at: at, course: course, pace: max(2, pace))
  }

  static let minutesOfDay = 420
  /// A day too short for anything to happen is no day of the demo.
  private static let leastMinutes = 20
}

extension DemoPlan {
  /// An item of the department; where it has none that fits, of the others in turn.
  private func sheet(
    _ wish: Int, from first: Int, _ round: Int, _ chance: inout Chance
  ) -> ImplementationSheet {
    let fitting = fitting[wish]
    let own = fitting.filter { $0.department == departments[first] }
    if let sheet = chance.pick(among: own) { return sheet }
    let able = departments.filter { department in
      fitting.contains { $0.department == department }
    }
    guard !able.isEmpty else { return sheets[first % sheets.count] }
    let others = fitting.filter { $0.department == able[round % able.count] }
    return chance.pick(among: others) ?? sheets[first % sheets.count]
  }

  /// How many working days ago the case came in.
  private func age(
    of wish: DemoWish, _ sheet: ImplementationSheet, _ round: Int, _ chance: inout Chance
  ) -> Int {
    let oldest = days.count - 1
    let due = dues[sheet.id] ?? []
    let today = until.date
    let fitting: [Int]
    switch wish.urgency {
    case .any:
      let range = wish.ages
      let needed = wish.isBeforeDecision || wish.isOnTheSpot ? 0 : sheet.waitingDays + 3
      let earliest = min(oldest, max(range.lowerBound, needed))
      return earliest + chance.below(min(oldest, max(earliest, range.upperBound)) - earliest + 1)
    case .inTime:
      fitting = due.indices.filter { today.days(until: due[$0]) > 2 && $0 >= wish.ages.lowerBound }
    case .near:
      fitting = due.indices.filter { (0...2).contains(today.days(until: due[$0])) }
    case .past:
      fitting = due.indices.filter { (-9 ... -1).contains(today.days(until: due[$0])) }
    }
    return chance.pick(among: fitting) ?? min(oldest, wish.ages.lowerBound)
  }

  /// A moment of an open hour, so many working days ago, and its minute of the day.
  private func moment(_ age: Int, _ chance: inout Chance) -> (Moment, Int) {
    let day = days[min(age, days.count - 1)]
    let midnight = Moment(date: day, hour: 0, minute: 0)
    let open = Self.openMinutes(on: day, before: until, hours, calendar)
    let minute = 1 + chance.below(open - 10)
    let moment = hours.moment(afterOpenMinutes: minute, from: midnight, in: calendar) ?? midnight
    return (moment.adding(seconds: -Int64(1 + chance.below(59))), minute)
  }

  /// Open minutes of the demo's own day.
  var minutesToday: Int { Self.openMinutes(on: until.date, before: until, hours, calendar) }

  /// Of a day, as far as it lies before a moment.
  private static func openMinutes(
    on day: LocalDate, before moment: Moment, _ hours: OpeningHours, _ calendar: WorkCalendar
  ) -> Int {
    let end = day == moment.date ? moment.hour * 60 + moment.minute : 24 * 60
    return hours.hours(on: day, in: calendar).reduce(0) {
      $0 + max(0, min(end, $1.closes.minutes) - $1.opens.minutes)
    }
  }

  private func course(
    _ wish: DemoWish, _ sheet: ImplementationSheet, _ index: Int, _ round: Int,
    _ chance: inout Chance
  ) -> Course {
    var course = Course(sheet: sheet, halt: wish.halt)
    course.turn = index
    course.opening = wish.opening ?? (chance.happens(20) ? .acceptLater : .acceptAtOnce)
    course.verdict = wish.verdict
    course.detours = wish.detours.union(sidesteps(wish, sheet, &chance))
    course.isDeferred =
      course.opening != .decideOnTheSpot && sheet.allowsDeferredMaterials && chance.happens(60)
    course.isUnderCommitment =
      course.opening != .decideOnTheSpot && sheet.allowsNotifiedCommitment && !course.isDeferred
      && sheet.materials.contains { $0.share == .commitment } && chance.happens(60)
    course.isPosted =
      wish.halt == .posted
      || (sheet.deliveryMethods.contains(.post) && wish.mayPost && round % 3 == 0)
    course.takesAgent = chance.happens(25)
    course.isFromTownship = sheet.allowsTownshipIntake && chance.happens(35)
    course.declineGround =
      chance.pick(among: DeclineGround.allCases.filter { $0 != .noPermitNeeded }) ?? .other
    course.applicantIsOrganisation = isOrganisation(sheet, wish, &chance)
    course.applicant =
      wish.sharesApplicant ? round % 7 : 20 + chance.below(max(8, cases * 2 / 3))
    return course
  }

  /// What happens on the way now and then, though the wish does not ask for it.
  private func sidesteps(
    _ wish: DemoWish, _ sheet: ImplementationSheet, _ chance: inout Chance
  ) -> Set<Course.Detour> {
    guard wish.mayWander, sheet.handling != .immediate else { return [] }
    var detours: Set<Course.Detour> = []
    if !sheet.specialProcedures.isEmpty, chance.happens(25) { detours.insert(.specialProcedure) }
    if sheet.allowsExaminationCorrection, chance.happens(25) {
      detours.insert(.examinationCorrection)
    }
    if sheet.firstReturn != nil, chance.happens(15) { detours.insert(.sendBack) }
    if chance.happens(10) { detours.insert(.extending) }
    if chance.happens(10) { detours.insert(.giveBack) }
    return detours
  }

  private func isOrganisation(
    _ sheet: ImplementationSheet, _ wish: DemoWish, _ chance: inout Chance
  ) -> Bool {
    switch sheet.audience {
    case .persons: return false
    case .organisations: return true
    case .both: return wish.sharesApplicant || chance.happens(50)
    }
  }
}

extension Course {
  /// About how many acts it takes to the halt.
  var expectedActs: Int {
    let steps = sheet.route.reduce(0) { $0 + $1.parties.count * 2 }
    return 2 + (opening == .correctFirst ? 2 : 0) + steps + detours.count * 2
      + (verdict == .granted ? 2 : 1)
  }
}
