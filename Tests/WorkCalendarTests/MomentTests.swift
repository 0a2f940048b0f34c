import TestSupport
import Testing
import WorkCalendar

struct MomentTests {
  @Test(arguments: [
    ("2026-11-23T09:00", "2026-11-23T09:00:00+08:00", 1_795_395_600),
    ("2026-11-23T09:00:05", "2026-11-23T09:00:05+08:00", 1_795_395_605),
    ("2026-11-23T01:00:00Z", "2026-11-23T01:00:00+00:00", 1_795_395_600),
    ("2026-11-22T20:30:00-04:30", "2026-11-22T20:30:00-04:30", 1_795_395_600),
    ("1969-12-31T23:59:59+00:00", "1969-12-31T23:59:59+00:00", -1),
  ])
  func `a moment keeps the clock it was read from`(text: String, written: String, seconds: Int)
    throws
  {
    let moment = try #require(Moment(text))
    #expect(moment.description == written)
    #expect(moment.epochSeconds == Int64(seconds))
  }

  @Test(arguments: [
    "2026-11-23", "2026-11-23T", "2026-11-23T9:00", "2026-11-23T24:00", "2026-11-23T09:60",
    "2026-11-23T09:00:60", "2026-11-23T09:00+8", "2026-11-23T09:00+08:60", "2026-11-23T09:00+19:00",
    "2026-11-23T09:00Zx", "2026-02-30T09:00", "2026-11-23 09:00", "2026-11-23T09:00:00.5", "T09:00",
    "2026-11-23T09", "2026-11-23T09:00:00:00", "2026-11-23T09:00 +08:00", "",
  ])
  func `a text that is not a moment is none`(text: String) {
    #expect(Moment(text) == nil)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `a moment is read back from what it writes`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for _ in 0..<300 {
      let moment = Moment(
        epochSeconds: .random(in: -70_000_000_000...260_000_000_000, using: &random),
        offsetMinutes: .random(in: -1200...1200, using: &random))
      let again = Moment(moment.description)
      if again != moment { Issue.record("\(moment) came back as \(String(describing: again))") }
    }
  }

  @Test func `the date turns at local midnight`() throws {
    let before = try #require(Moment("2026-12-31T23:59:59"))
    let after = before.adding(seconds: 1)
    #expect(before.date == (try day("2026-12-31")))
    #expect(after.date == (try day("2027-01-01")))
    #expect((after.hour, after.minute, after.second) == (0, 0, 0))
    #expect(before < after)
    #expect(after.adding(seconds: .max) > after)
    #expect(Moment(epochSeconds: .min).description.hasPrefix("0001-01-0"))
  }
}
