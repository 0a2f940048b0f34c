import TestSupport
import Testing
import WorkCalendar

struct ClockStopTests {
  let calendar = Published.calendar

  private func stop(_ from: String, _ to: String?) throws -> ClockStop {
    ClockStop(from: try day(from), to: try to.map(day))
  }

  @Test func `no due date is known while the clock stands still`() throws {
    let stops = [try stop("2026-11-25", nil)]
    #expect(try calendar.dueDate(workingDays: 5, from: try day("2026-11-23"), stops: stops) == nil)
  }

  @Test func `a stop after the limit has run out changes nothing`() throws {
    let start = try day("2026-11-23")
    let due = calendar.workingDay(5, after: start)
    for late in [try stop("2026-11-30", nil), try stop("2026-12-01", "2026-12-09")] {
      #expect(try calendar.dueDate(workingDays: 5, from: start, stops: [late]) == due)
    }
  }

  @Test func `stopping and resuming on one day costs nothing`() throws {
    let start = try day("2026-11-23")
    let due = try calendar.dueDate(
      workingDays: 5, from: start, stops: [stop("2026-11-25", "2026-11-25")])
    #expect(due == calendar.workingDay(5, after: start))
  }

  @Test func `calendar days stand still as well`() throws {
    let limit = TimeLimit(amount: 10, unit: .calendarDays)
    let due = try calendar.dueDate(
      of: limit, from: day("2026-11-02"), stops: [stop("2026-11-04", "2026-11-10")])
    #expect(due?.on == (try day("2026-11-18")))
  }

  @Test func `a stop that runs into an unpublished year makes the date provisional`() throws {
    let due = try calendar.dueDate(
      workingDays: 5, from: day("2026-12-28"), stops: [stop("2026-12-29", "2027-02-01")])
    #expect(due == DueDate(on: try day("2027-02-11"), isProvisional: true))
  }

  @Test func `nonsense is refused by its name`() throws {
    let start = try day("2026-11-23")
    let early = try stop("2026-11-20", "2026-11-24")
    let backward = try stop("2026-11-26", "2026-11-25")
    let first = try stop("2026-11-24", "2026-11-27")
    let second = try stop("2026-11-26", "2026-11-30")
    let open = try stop("2026-11-24", nil)
    let cases: [(Int, [ClockStop], CalendarRefusal)] = [
      (5, [early], .stopBeforeStart(early)), (5, [backward], .stopEndsBeforeItBegins(backward)),
      (5, [second, first], .stopsOverlap(first, second)),
      (5, [open, second], .stopsOverlap(open, second)),
      (-1, [], .negativeAmount(-1)),
    ]
    for (amount, stops, refusal) in cases {
      #expect(throws: refusal) {
        try calendar.dueDate(workingDays: amount, from: start, stops: stops)
      }
      #expect(throws: refusal) {
        try calendar.count(limit: .workingDays(amount), from: start, stops: stops)
      }
    }
  }

  @Test(arguments: 0..<64 as Range<UInt64>)
  func `ruler and due date agree, and a stop never brings the date forward`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<10 {
      let start = LocalDate(dayNumber: .random(in: 17_000...20_900, using: &random))
      let unit = TimeLimit.Unit.allCases.randomElement(using: &random) ?? .workingDays
      let limit = TimeLimit(amount: .random(in: 0...60, using: &random), unit: unit)
      let stops = someStops(after: start, using: &random)
      let due = try calendar.dueDate(of: limit, from: start, stops: stops)
      let ruler = try calendar.count(limit: limit, from: start, stops: stops)
      let dates = ruler.map(\.date)
      let ordinals = ruler.compactMap(\.ordinal)
      let isRight =
        dates == (0..<dates.count).map { start.advanced(by: $0) }
        && ordinals == Array(0..<ordinals.count).map { $0 + 1 }
        && (due == nil ? stops.contains { $0.to == nil } : due?.on == dates.last)
        && (due.map { $0.on >= calendar.dueDate(of: limit, from: start).on } ?? true)
      if !isRight {
        Issue.record("\(limit) from \(start) with \(stops): \(String(describing: due)), \(dates)")
      }
    }
  }

  @Test(arguments: 0..<32 as Range<UInt64>)
  func `more days, another stop, or a later start never bring the date forward`(seed: UInt64) throws
  {
    var random = SplitMix(seed: seed)
    for _ in 0..<10 {
      let start = LocalDate(dayNumber: .random(in: 12_500...20_900, using: &random))
      let unit = TimeLimit.Unit.allCases.randomElement(using: &random) ?? .workingDays
      let limit = TimeLimit(amount: .random(in: 0...60, using: &random), unit: unit)
      let stops = someStops(after: start, using: &random).filter { $0.to != nil }
      func due(_ limit: TimeLimit, _ start: LocalDate, _ stops: [ClockStop]) throws -> LocalDate {
        try #require(try calendar.dueDate(of: limit, from: start, stops: stops)).on
      }
      let base = try due(limit, start, stops)
      var longer = limit
      longer.amount += .random(in: 1...10, using: &random)
      let last = stops.last?.to ?? start
      let added = ClockStop(from: last, to: last.advanced(by: .random(in: 0...30, using: &random)))
      let isRight =
        try due(longer, start, stops) >= base && due(limit, start, stops + [added]) >= base
        && due(limit, start.advanced(by: 1), []) >= due(limit, start, [])
      if !isRight { Issue.record("\(limit) from \(start) with \(stops) and \(added)") }
    }
  }

  private func someStops(after start: LocalDate, using random: inout SplitMix) -> [ClockStop] {
    var day = start
    return (0..<Int.random(in: 0...3, using: &random)).map { index in
      let from = day.advanced(by: .random(in: 0...20, using: &random))
      let to = from.advanced(by: .random(in: 0...30, using: &random))
      day = to
      let isOpen = index == 2 && Bool.random(using: &random)
      return ClockStop(from: from, to: isOpen ? nil : to)
    }
  }
}
