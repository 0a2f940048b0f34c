import Casework
import WorkCalendar

/// The years before a demo's own two months, with cases that are all over.
///
/// Of each case that is worked out by the rules of the hall there are many that went the same way.
struct DemoPast {
  /// More cases than these are not all of the last two months.
  static let most = 5_000
  /// How many cases of a greater hall are.
  static let recent = 3_000

  let cases: Int
  /// How many went the way of each that is worked out, itself counted.
  let alike: Int
  /// Two months each, the last ones first.
  let plans: [DemoPlan]

  /// How many of so many cases lie in the past.
  static func cases(of cases: Int) -> Int { cases > most ? cases - recent : 0 }

  /// How many days before its moment a demo of so many cases begins.
  static func length(for cases: Int) -> Int {
    DemoPlan.length * (1 + periods(for: self.cases(of: cases)))
  }

  /// About a hundred thousand cases a year, for nine years at the most.
  private static func periods(for past: Int) -> Int {
    past > 0 ? min(54, max(6, past / 18_000)) : 0
  }

  init(before present: DemoPlan, cases: Int) {
    self.cases = cases
    let alike = max(10, min(100, cases / 3_000))
    self.alike = alike
    let periods = Self.periods(for: cases)
    guard periods > 0 else {
      plans = []
      return
    }
    let each = (cases / alike + periods) / periods
    plans = (1...periods).map { period in
      let end = present.until.date.advanced(by: -DemoPlan.length * period)
      return DemoPlan(
        sheets: present.sheets.filter { !$0.hasQuota }, hours: present.hours,
        calendar: present.calendar, until: Moment(date: end, hour: 17, minute: 0),
        seed: present.seed &+ UInt64(period) &* 7_919, cases: each, wishes: DemoWish.ended)
    }
  }

  /// All that are worked out, in the order of time.
  func order() -> [(at: Moment, period: Int, index: Int)] {
    plans.indices.flatMap { period in
      plans[period].order().map { (at: $0.at, period: period, index: $0.index) }
    }.sorted { ($0.at, $0.period, $0.index) < ($1.at, $1.period, $1.index) }
  }
}

/// Applicants that nobody else is, for the cases that go the same way.
struct Namesakes {
  let people: People
  private var next = 1_000_000
  /// Those that were passed over, by kind and length of their names.
  private var waiting: [Kind: [Applicant]] = [:]

  private struct Kind: Hashable {
    var isOrganisation: Bool
    var length: Int
  }

  init(_ people: People) { self.people = people }

  /// So many whose names are as long as this one's: what is printed keeps its lines.
  mutating func like(_ applicant: Applicant, _ count: Int) -> [Applicant] {
    let kind = Kind(
      isOrganisation: applicant.kind == .organisation, length: applicant.name.count)
    var found: [Applicant] = []
    var tries = 0
    while found.count < count, tries < 100 * count {
      tries += 1
      if let one = waiting[kind]?.popLast() {
        found.append(one)
        continue
      }
      let one = kind.isOrganisation ? people.organisation(next) : people.person(next)
      next += 1
      let own = Kind(isOrganisation: kind.isOrganisation, length: one.name.count)
      waiting[own, default: []].append(one)
    }
    return found
  }
}
