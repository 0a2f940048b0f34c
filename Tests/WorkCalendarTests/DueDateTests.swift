import Testing
import WorkCalendar

/// A line of the table of worked examples.
struct WorkedExample: CustomTestStringConvertible {
  var limit: TimeLimit
  var start: LocalDate
  var stops: [ClockStop]
  var due: DueDate
  let testDescription: String

  init?(_ line: Substring) {
    let fields = line.split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ") }
    guard fields.count == 5,
      let unit = fields[0].first.flatMap({ TimeLimit.Unit(rawValue: String($0)) }),
      let start = fields[1].first.flatMap({ LocalDate($0) }),
      let amount = fields[2].first.flatMap({ Int($0) }),
      let due = fields[4].first.flatMap({ LocalDate($0) })
    else { return nil }
    limit = TimeLimit(amount: amount, unit: unit)
    self.start = start
    stops = fields[3].compactMap { text in
      let ends = text.split(separator: "/")
      return LocalDate(ends[0]).map { ClockStop(from: $0, to: LocalDate(ends[1])) }
    }
    self.due = DueDate(on: due, isProvisional: fields[4].last == "~")
    testDescription = String(line)
  }
}

struct DueDateTests {
  let calendar = Published.calendar
  static let lines = Published.lines(ofFixture: "due-dates.txt")

  @Test func `every worked example can be read`() {
    #expect(Self.lines.compactMap(WorkedExample.init).count == 34)
  }

  @Test(arguments: lines.compactMap(WorkedExample.init))
  func `a limit ends where the worked example says`(example: WorkedExample) throws {
    let due = try calendar.dueDate(of: example.limit, from: example.start, stops: example.stops)
    #expect(due == example.due)
    if example.stops.isEmpty {
      #expect(calendar.dueDate(of: example.limit, from: example.start) == example.due)
    }
  }

  @Test(
    arguments: [
      (1, .halfDays, "2026-11-24"), (2, .halfDays, "2026-11-24"), (3, .halfDays, "2026-11-25"),
      (8, .openHours, "2026-11-24"), (9, .openHours, "2026-11-25"), (7, .onTheSpot, "2026-11-23"),
      (2, .unspecified, "2026-11-25"), (0, .workingDays, "2026-11-23"),
      (5, .calendarDays, "2026-11-30"),
      (1, .months, "2026-12-23"), (-3, .workingDays, "2026-11-23"),
      (-3, .calendarDays, "2026-11-23"),
    ] as [(Int, TimeLimit.Unit, String)])
  func `each unit is counted in its own way`(amount: Int, unit: TimeLimit.Unit, due: String) throws
  {
    let limit = TimeLimit(amount: amount, unit: unit)
    #expect(calendar.dueDate(of: limit, from: try day("2026-11-23")).on == (try day(due)))
  }

  @Test func `a month that ends in a holiday moves to the next working day`() throws {
    let limit = TimeLimit(amount: 3, unit: .months)
    #expect(calendar.dueDate(of: limit, from: try day("2026-07-04")).on == (try day("2026-10-08")))
  }

  @Test func `an extension counts on from the old due date`() throws {
    let old = calendar.workingDay(20, after: try day("2024-04-22")).on
    #expect(
      calendar.workingDay(10, after: old) == calendar.workingDay(30, after: try day("2024-04-22")))
  }

  @Test func `certain comes before provisional on the same day`() throws {
    let sure = DueDate(on: try day("2026-12-31"), isProvisional: false)
    let unsure = DueDate(on: try day("2026-12-31"), isProvisional: true)
    #expect([unsure, sure].min() == sure)
    #expect(unsure < DueDate(on: try day("2027-01-04"), isProvisional: false))
  }

  @Test func `a limit that nobody set has no end to ask for`() {
    #expect(!TimeLimit(amount: 0, unit: .unspecified).isSpecified)
    #expect(TimeLimit.onTheSpot.isSpecified)
  }
}
