import Casework
import Deskwork
import Digests
import Testing
import TestSupport
import WorkCalendar

/// Documents read before they are issued, and the hash of those that were.
struct PreviewTests {
  private let hall: DeskHall
  init() throws { hall = try DeskHall() }

  @Test func `a document can be read before, its number left open, and nothing is taken`() throws {
    let seat = Seat(clerk: .counterClerk, counter: "W01")
    let act = DeskAct.takeIn(
      "SJ05", hall.intake(.foodLicence), .accept(deferring: [], underCommitment: false))
    let before = try hall.eventCount()
    let previewed = try hall.desk.preview([act], by: seat)
    #expect(previewed.map(\.kind) == [.acceptanceNotice, .counterHandover])
    #expect(previewed.allSatisfy { $0.text.string.hasSuffix("〔2026〕__号") })
    #expect(try hall.eventCount() == before)
    let issued = try hall.desk.carryOut(act, by: seat).documents
    #expect(issued.map(\.number) == ["市监受〔2026〕1号", "市监交〔2026〕1号"])
  }

  @Test func `what would be refused cannot be read either`() throws {
    let id = try hall.takeIn().id
    let seat = Seat(clerk: .counterClerk, counter: "W01")
    let refusal = hall.refusal {
      _ = try hall.desk.preview([.on(id, .decide(.granted, text: "", basis: ""))], by: seat)
    }
    #expect(refusal?.code == "role-may-not")
  }

  @Test func `an issued document carries the hash of its text`() throws {
    let documents = try hall.takeIn().documents
    #expect(!documents.isEmpty)
    #expect(documents.allSatisfy { $0.sha256 == Sha256.digits(of: $0.text.string) })
    let older = IssuedDocument(
      kind: .receipt, number: "1", text: PrintedText(""), issuedOn: on(2026, 3, 2), copies: 2)
    #expect(older.sha256 == nil)
  }

  @Test func `a slip says how many wait before`() throws {
    let seat = Seat(clerk: .counterClerk, counter: "W01")
    var rows: [TicketRow] = []
    for _ in 0..<3 {
      rows.append(try hall.desk.issueTicket(queue: "A", purpose: "", by: seat))
    }
    #expect(rows.map { hall.desk.slip(for: $0) } == ["A001 0", "A002 1", "A003 2"])
  }
}
