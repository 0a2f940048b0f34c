import Casework
import Deskwork
import TestSupport
import Testing
import WorkCalendar

struct DeskTests {
  private let hall: DeskHall
  init() throws { hall = try DeskHall() }

  @Test func `who decides on an old version is told who was first and what they did`() throws {
    let id = try hall.takeIn().id
    let seen = try hall.desk.file(id).version
    try hall.act(.claim, on: id, as: .secondExaminer, seen: seen)
    let refusal = hall.refusal { try hall.act(.claim, on: id, as: .examiner, seen: seen) }
    guard case .movedOn(id, seen, let now, by: let clerk, at: _, did: let did) = refusal else {
      Issue.record("not refused as moved on: \(String(describing: refusal))")
      return
    }
    #expect(clerk == Clerk.secondExaminer.id && now == seen + 1)
    #expect(did.shortName == "taskClaimed")
  }

  @Test func `a second press of the same key is no conflict and writes nothing`() throws {
    let id = try hall.takeIn().id
    let seen = try hall.desk.file(id).version
    try hall.act(.claim, on: id, as: .examiner, seen: seen)
    let before = try hall.eventCount()
    let again = try hall.act(.claim, on: id, as: .examiner, seen: seen)
    #expect(again.events == [])
    #expect(try hall.eventCount() == before)
  }

  @Test func `the same request is done once and answers again what it answered`() throws {
    let seat = Seat(clerk: .counterClerk, counter: "W01")
    let act = DeskAct.takeIn(
      "SJ05", hall.intake(.foodLicence), .accept(deferring: [], underCommitment: false))
    func send() throws -> Carried {
      try hall.desk.carryOut([act], by: seat, seen: nil, request: "request-1") {
        $0.first?.id.rawValue ?? ""
      }
    }
    guard case .done(let outcomes) = try send() else {
      Issue.record("the first time was no first time")
      return
    }
    let before = try hall.eventCount()
    #expect(try send() == .repeated(outcomes.first?.id.rawValue ?? "-"))
    #expect(try hall.eventCount() == before)
  }

  @Test func `a refused act writes nothing and takes no number`() throws {
    let before = try hall.eventCount()
    let refusal = hall.refusal {
      try hall.takeIn(.foodLicence, .decideOnTheSpot(text: "准予"))
    }
    #expect(refusal?.code == "not-decided-on-the-spot")
    #expect(try hall.eventCount() == before)
    #expect(try hall.takeIn().id == "YC202603020001")
  }

  @Test func `case numbers follow without a gap and begin anew each day`() throws {
    let first = try (0..<3).map { _ in try hall.takeIn(of: .person).id }
    hall.clock.move(days: 1)
    let next = try hall.takeIn().id
    #expect(first == ["YC202603020001", "YC202603020002", "YC202603020003"])
    #expect(next == "YC202603030001")
  }

  @Test func `documents are numbered for each department, kind and year`() throws {
    let numbers = try (0..<2).flatMap { _ in try hall.takeIn().documents.map(\.number) }
    #expect(
      numbers == ["市监受〔2026〕1号", "市监交〔2026〕1号", "市监受〔2026〕2号", "市监交〔2026〕2号"])
    #expect(try hall.takeIn().file.documents.first?.text.string == "D02 市监受〔2026〕3号")
  }

  @Test func `an applicant who comes again is known with what the hall has seen`() throws {
    let outcome = try hall.takeIn()
    let known = try #require(try hall.store.applicant(Applicant.restaurant.identity))
    #expect(known.applicant == .restaurant)
    #expect(known.materials.contains { $0.name == "营业执照" && $0.id == outcome.id })
    let today = try #require(outcome.file.receivedOn)
    #expect(known.materialsStillValid(on: today.addingMonths(12)) == known.materials)
    #expect(known.materialsStillValid(on: today.addingMonths(13)) == [])
  }

  @Test func `the results of one applicant go out in one act, all of them or none`() throws {
    let ready = try [hall.ready(of: .person), hall.ready(of: .person)]
    let examined = try hall.takeIn(of: .person).id
    let seat = Seat(clerk: .release, counter: "W09")
    func handOver(_ ids: [CaseID]) throws -> [Outcome] {
      try hall.desk.carryOut(ids.map { .on($0, .handOver(.applicant, witness: "")) }, by: seat)
    }
    let refusal = hall.refusal { _ = try handOver(ready + [examined]) }
    #expect(refusal?.code == "not-awaited")
    #expect(try ready.allSatisfy { try hall.desk.file($0).stage == .awaitingRelease })
    #expect(try handOver(ready).map(\.file.stage) == [.concluded, .concluded])
    #expect(try hall.store.results(of: Applicant.person.identity) == [])
  }

  @Test func `two counters never call the same person`() throws {
    let other = try hall.anotherDesk()
    let seats = [
      Seat(clerk: .counterClerk, counter: "W01"), Seat(clerk: .secondCounter, counter: "W02"),
    ]
    for _ in 0..<2 { _ = try hall.desk.issueTicket(queue: "A", purpose: "", by: seats[0]) }
    let first = try hall.desk.callNext(queues: ["A"], at: "W01", by: seats[0])
    let second = try other.callNext(queues: ["A"], at: "W02", by: seats[1])
    #expect([first.id, second.id] == ["A001", "A002"])
    let refusal = hall.refusal { _ = try other.callNext(queues: ["A"], at: "W02", by: seats[1]) }
    #expect(refusal == .ticket(.nobodyWaits(queue: "A"), nil))
  }

  @Test func `the same request about a number is done once`() throws {
    let seat = Seat(clerk: .counterClerk, counter: "W01")
    func carryOut(_ act: TicketAct, _ request: RequestID) throws -> CarriedTicket {
      try hall.desk.carryOut(act, by: seat, seen: nil, request: request) { "\($0.id) \($0.state)" }
    }
    let issue = TicketAct.issue(queue: "A", purpose: "")
    let first = try carryOut(issue, "one")
    #expect(try carryOut(issue, "one") == .repeated("A001 waiting"))
    #expect(try carryOut(issue, "two") != first)
    _ = try carryOut(.callNext(queues: ["A"], "W01"), "three")
    #expect(try carryOut(.callNext(queues: ["A"], "W01"), "three") == .repeated("A001 called"))
    #expect(try hall.store.events(of: .ticket(hall.desk.today, "A001"), after: 0).count == 2)
  }

  @Test func `who acts on an old version of a number is told who was first`() throws {
    let seats = [
      Seat(clerk: .counterClerk, counter: "W01"), Seat(clerk: .secondCounter, counter: "W02"),
    ]
    let id = try hall.desk.issueTicket(queue: "A", purpose: "", by: seats[0]).id
    _ = try hall.desk.callNext(queues: ["A"], at: "W02", by: seats[1])
    for (seen, code) in [(1, "moved-on"), (3, "no-such-version"), (2, "called-by")] {
      let refusal = hall.refusal {
        _ = try hall.desk.carryOut(
          .on(id, .call("W01")), by: seats[0], seen: seen, request: nil, answer: { _ in "" })
      }
      #expect(refusal?.code == code)
    }
  }

  @Test func `a certificate without a number gets the next one of its department`() throws {
    let ids = try [hall.ready(of: .person), hall.ready(of: .restaurant)]
    let numbers = try ids.map { try hall.desk.file($0).certificate?.number }
    #expect(numbers == ["市监证字2026000001", "市监证字2026000002"])
  }

  @Test func `a draft is gone once what was typed in it has been carried out`() throws {
    let draft = Draft(
      id: "draft", clerk: "C01", counter: "W01", form: "intake", title: "食品经营许可新办", body: "{}",
      savedAt: hall.clock.now)
    try hall.store.save(draft)
    _ = try hall.desk.carryOut(
      .takeIn("SJ05", hall.intake(.foodLicence), nil), by: Seat(clerk: .counterClerk),
      draft: draft.id)
    #expect(try hall.store.drafts(of: "C01") == [])
  }

  @Test func `the dashboard counts what the lists hold`() throws {
    _ = try hall.takeIn(.jointApproval)
    _ = try hall.ready(of: .person)
    let counts = try hall.store.counts()
    #expect(counts[.stage(.underExamination)] == 1 && counts[.stage(.awaitingRelease)] == 1)
    #expect(counts[.inbox("XF")] == 1 && counts[.inbox("ZR")] == 1 && counts[.results] == 1)
  }
}
