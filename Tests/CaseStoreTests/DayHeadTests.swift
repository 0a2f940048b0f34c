import Casework
import Deskwork
import SQLite
import TestSupport
import Testing
import WorkCalendar

@testable import CaseStore

struct DayHeadTests {
  private let line = HeadLine(
    DayHead(
      events: 56_789, streams: 1_234,
      digest: "3f2a9c01bb270011223344556677889900112233445566778899aabbccddeeff"),
    on: on(2026, 11, 21))

  @Test func `a head fits on one printed line, however large the hall`() {
    #expect(
      line.text.hasPrefix("2026-11-21 e56789 s1234 3f2a 9c01 bb27 0011 2233 4455 6677 8899 /"))
    let large = DayHead(
      events: 9_999_999_999, streams: 9_999_999_999, digest: String(repeating: "f", count: 64))
    #expect(HeadLine(large, on: on(2026, 11, 21)).text.count <= 80)
  }

  @Test(arguments: [
    (" 2026-11-21E56789S1234 3F2A9C01 BB270011 22334455 66778899", ""),
    ("2026年11月21日 e56789 s1234 3f2a-9cOl-bb27-OOll-2233-4455-6677-8899", " "),
    ("２０２６-１１-２１ ｅ５６７８９ s1234 3f2a 9c01 bb27 0011 zz33 4455 6677 8899", "\n"),
  ])
  func `a line is read however it was typed`(_ typed: String, _ end: String) throws {
    let check = line.text.suffix(4)
    #expect(try HeadLine(reading: typed + end + check) == line)
  }

  @Test func `a line that cannot be read says where`() {
    let cases: [(String, HeadLine.Problem)] = [
      ("", .tooShort(found: 0)),
      ("2026-11-21 e56789 s1234", .tooShort(found: 7)),
      ("2026-13-21" + line.text.dropFirst(10), .noDay),
      (line.text.replacing("e56789", with: "x56789"), .noCounts),
      (line.text.replacing("bb27", with: "bx27"), .noDigit("x", group: 3)),
    ]
    for (text, problem) in cases {
      #expect(throws: problem, "\(text)") { try HeadLine(reading: text) }
    }
  }

  @Test func `every single sign that was misread is told from a record that was changed`() throws {
    let signs = Array(line.text)
    let head = DayHead(
      events: 56_789, streams: 1_234,
      digest: "3f2a9c01bb270011223344556677889900112233445566778899aabbccddeeff")
    var random = SplitMix(seed: 11)
    for place in signs.indices where signs[place].isHexDigit && signs[place] != "e" {
      var typed = signs
      repeat {
        typed[place] = Array("0123456789").randomElement(using: &random) ?? "0"
      } while typed[place] == signs[place]
      guard let read = try? HeadLine(reading: String(typed)) else { continue }
      let now =
        read.events == head.events
        ? head : DayHead(events: read.events, streams: 7, digest: String(repeating: "0", count: 64))
      switch read.verdict(now, last: 99_999_999) {
      case .misread, .sameButMisread: break
      case .same, .tailLost, .streamsDiffer, .changed:
        Issue.record("\(String(typed)) passes for a line of its own")
      }
    }
  }

  /// A hall that works on three days, the clock of which the test moves.
  private final class Days {
    let hall: TestHall
    private let clock: Clock

    final class Clock: @unchecked Sendable { var now = TestClock.start }

    init() throws {
      let clock = Clock()
      self.clock = clock
      hall = try TestHall(.file, now: { clock.now })
    }

    func ticket(_ day: Int) throws {
      clock.now = Moment(date: on(2026, 3, day), hour: 10, minute: 0)
      _ = try hall.desk.issueTicket(queue: "A", purpose: "", by: Seat(clerk: .counterClerk))
    }

    /// As a clock set back would have stamped it.
    func ticketBefore(_ day: Int) throws {
      let issued = HallEvent.ticket(.issued(TicketIssued(queue: "B", purpose: "")))
      let stamp = Stamp(
        clerk: "C01", at: Moment(date: on(2026, 3, day), hour: 15, minute: 0))
      _ = try hall.store.append(
        Batch(
          stamp: stamp,
          appends: [
            StreamAppend(
              stream: .ticket(on(2026, 3, day), "B001"), expecting: 0, events: [issued])
          ]))
    }

    func head(_ day: Int? = nil) throws -> DayHead? {
      try SQLiteStore.openReadOnly(at: hall.path).head(on: day.map { on(2026, 3, $0) })
    }

    func verify(_ lines: HeadLine...) throws -> [HeadVerdict?] {
      let report = try SQLiteStore.openReadOnly(at: hall.path)
        .verify(readings: TestReadings.of, heads: lines.map(\.events))
      return lines.map { line in
        report.heads[line.events].map { line.verdict($0, last: report.lastPosition) }
      }
    }
  }

  @Test func `a past day's head is what was printed then, whatever came later`() throws {
    let days = try Days()
    try days.ticket(2)
    let second = try days.head()
    try days.ticket(3)
    try days.ticket(3)
    let third = try days.head()
    try days.ticket(5)
    #expect(try days.head(2) == second)
    #expect(try days.head(3) == third)
    #expect(try days.head(4) == third)
    #expect(try days.head(1) == nil)
    #expect(try days.head(5) == days.head())
    let lines = try [2, 3].map { day in
      HeadLine(try #require(try days.head(day)), on: on(2026, 3, day))
    }
    #expect(try days.verify(lines[0], lines[1]) == [.same, .same])
  }

  @Test func `a clock set back gives the day a second line, and both hold`() throws {
    let days = try Days()
    try days.ticket(3)
    let printed = HeadLine(try #require(try days.head(3)), on: on(2026, 3, 3))
    try days.ticket(4)
    try days.ticketBefore(3)
    let again = HeadLine(try #require(try days.head(3)), on: on(2026, 3, 3))
    #expect(again.events == printed.events + 2)
    #expect(try days.verify(printed, again) == [.same, .same])
    let report = try SQLiteStore.openReadOnly(at: days.hall.path)
      .verify(readings: TestReadings.of)
    #expect(report.timesSetBack == [again.events])
  }

  @Test func `what is entered late belongs to the day it was written on`() throws {
    let hall = try FinishedHall(acts: 60)
    let store = try SQLiteStore.openReadOnly(at: hall.path)
    #expect(try store.head(on: on(2026, 3, 1)) == nil)
    #expect(try store.head(on: on(2026, 3, 2)) == store.head())
  }

  @Test func `verify works out the same head`() throws {
    let hall = try FinishedHall(acts: 60)
    let store = try SQLiteStore.openReadOnly(at: hall.path)
    let head = try #require(try store.head())
    let report = try store.verify(readings: TestReadings.of, heads: [head.events, 40])
    #expect(report.head == head.digest && report.heads[head.events] == head)
    #expect(report.heads[40]?.events == 40)
    #expect(report.heads[40] != head)
  }

  @Test func `the heads are found through the index alone`() throws {
    let connection = try Connection(
      path: FinishedHall(acts: 60).path, mode: .readOnly, applicationID: 0x7963_6831)
    let query = ListQuery.heads(through: 9)
    let plan = try connection.query("EXPLAIN QUERY PLAN " + query.sql, query.values) {
      row throws(SQLiteError) in try row.text(3)
    }.joined(separator: "\n")
    #expect(plan.contains("USING COVERING INDEX") && !plan.contains("TEMP B-TREE"), "\(plan)")
  }
}
