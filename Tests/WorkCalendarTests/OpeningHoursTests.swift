import FoundationEssentials
import TestSupport
import Testing
import WorkCalendar

struct OpeningHoursTests {
  let calendar = Published.calendar
  let hours: OpeningHours

  init() throws {
    let text = """
      {"seasons": [
        {"from": "07-01", "to": "08-31", "week": {
          "monday": ["08:00-12:00", "15:00-18:00"], "friday": ["08:00-12:00"]}},
        {"from": "09-01", "to": "06-30", "week": {
          "monday": ["08:30-12:00", "14:00-17:30"], "tuesday": ["08:30-12:00", "14:00-17:30"],
          "wednesday": ["08:30-12:00", "14:00-17:30"], "thursday": ["08:30-12:00", "14:00-17:30"],
          "friday": ["08:30-12:00"], "saturday": ["09:00-12:00"]}}
      ]}
      """
    hours = try JSONDecoder().decode(OpeningHours.self, from: Data(text.utf8))
  }

  @Test(
    arguments: [
      ("2026-11-23", "17:30"), ("2026-07-06", "18:00"), ("2026-07-10", "12:00"),
      ("2026-11-27", "12:00"),
      ("2026-11-21", "12:00"), ("2026-11-22", nil), ("2026-10-05", nil), ("2026-09-20", "17:30"),
      ("2026-02-14", "12:00"), ("2026-01-05", "17:30"), ("2027-01-01", nil),
    ] as [(String, String?)])
  func `the hall closes as its season and the day say`(date: String, expected: String?) throws {
    #expect(hours.closingTime(on: try day(date), in: calendar)?.description == expected)
  }

  @Test(arguments: [
    ("2026-11-23T08:29", false), ("2026-11-23T08:30", true), ("2026-11-23T12:00", false),
    ("2026-11-23T17:29:59", true), ("2026-11-23T17:30", false), ("2026-10-01T10:00", false),
  ])
  func `the door opens with the minute and closes with the minute`(text: String, expected: Bool)
    throws
  {
    #expect(hours.isOpen(at: try #require(Moment(text)), in: calendar) == expected)
  }

  @Test(arguments: [
    ("2026-11-23T17:29", "2026-11-23"), ("2026-11-23T17:30", "2026-11-24"),
    ("2026-11-23T06:00", "2026-11-23"),
    ("2026-11-27T13:00", "2026-11-30"), ("2026-11-21T10:00", "2026-11-23"),
    ("2026-09-30T18:00", "2026-10-08"),
    ("2026-07-07T22:00", "2026-07-07"),
  ])
  func `what comes in online after closing or on a day off is received on the next working day`(
    text: String, expected: String
  ) throws {
    let moment = try #require(Moment(text))
    #expect(hours.receivedOn(online: moment, in: calendar) == (try day(expected)))
  }

  @Test(arguments: [
    (60, "2026-11-23T09:00", "2026-11-23T10:00"), (180, "2026-11-23T09:00", "2026-11-23T12:00"),
    (181, "2026-11-23T09:00", "2026-11-23T14:01"), (120, "2026-11-27T11:00", "2026-11-28T10:00"),
    (10, "2026-09-30T17:30", "2026-10-08T08:40"), (0, "2026-11-22T03:00", "2026-11-22T03:00"),
  ])
  func `only open minutes are counted`(minutes: Int, start: String, end: String) throws {
    let moment = try #require(Moment(start))
    #expect(hours.moment(afterOpenMinutes: minutes, from: moment, in: calendar) == Moment(end))
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `between the start and the end the hall was open for exactly so long`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let start = Moment(
      date: LocalDate(dayNumber: .random(in: 20_400...20_800, using: &random)),
      hour: .random(in: 0...23, using: &random), minute: .random(in: 0...59, using: &random))
    let minutes = Int.random(in: 1...2400, using: &random)
    let end = try #require(
      hours.moment(afterOpenMinutes: minutes, from: start, in: calendar))
    var open = 0, now = start
    while now < end {
      if hours.isOpen(at: now, in: calendar) { open += 1 }
      now = now.adding(seconds: 60)
    }
    #expect(open == minutes)
  }

  @Test func `a hall that never opens never gets there`() throws {
    let moment = try #require(Moment("2026-11-23T09:00"))
    let never = OpeningHours(seasons: [])
    #expect(never.moment(afterOpenMinutes: 1, from: moment, in: calendar) == nil)
  }

  @Test(arguments: [
    "12:00-08:00", "08:00-08:00", "8:00-12:00", "08:00", "24:01-24:02", "08:60-09:00", "",
  ])
  func `hours that cannot be are refused`(text: String) {
    #expect(OpenSpan(text) == nil)
  }

  @Test func `the hours are written as they were read`() throws {
    let again = try JSONDecoder().decode(OpeningHours.self, from: JSONEncoder().encode(hours))
    #expect(again == hours)
    #expect(DayOfYear("02-30") == nil)
    #expect(DayOfYear("02-29")?.description == "02-29")
  }
}
