import Casework
import Deskwork
import TestSupport
import Testing
import WorkCalendar

struct SentenceTests {
  private static let day = LocalDate(dayNumber: 20_523)
  private static let moment = Moment(date: day, hour: 9, minute: 41)
  private static let document = IssuedDocument(
    kind: .grantDecision, number: "市监准〔2026〕12号", text: PrintedText(""), issuedOn: day, copies: 2)
  private static let names = SpokenNames(
    clerks: ["wangfang": Words("王芳", "Wang Fang"), "liming": Words("李明", "Li Ming")],
    departments: ["scjg": Words("市监局", "Market Regulation")])
  private static let tickets: [TicketRefusal] = [
    .noSuchTicket, .alreadyIssued, .calledBy("wangfang", at: moment), .notCalled, .alreadyServed,
    .roleMayNot(.approver), .nobodyWaits(queue: "A"),
    .textUnfit(.purpose, .unseen),
  ]
  private static let stores: [StoreError] = [
    .missing(path: "hall.db"), .exists(path: "hall.db"), .notAStore(path: "notes.db"),
    .newer(path: "hall.db", migration: "ratings"), .older(path: "hall.db"),
    .damaged(detail: "page 7"), .diskFull,
    .readOnly(path: "hall.db"), .lockedTooLong(seconds: 30, holder: nil),
    .lockedTooLong(seconds: 30, holder: TurnHolder(process: 4711, clerk: nil)),
    .lockedTooLong(seconds: 30, holder: TurnHolder(process: 4711, clerk: "wangfang")),
    .networkFileSystem(path: "/mnt/share/hall.db"), .unreadLog(path: "hall.db"),
    .damagedLog(path: "hall.db"), .foreignLog(path: "hall.db"),
    .cannotOpen(path: "hall.db", detail: "permission denied"),
    .diskFault(path: "hall.db", detail: "disk I/O error"),
    .unconfirmed(path: "hall.db"),
    .closedFileMissing(name: "2024", path: "hall.db-2024.db"),
    .closedFileForeign(path: "hall.db-2024.db"), .closingElsewhere(path: "hall.db-2024.db.part"),
    .unreadableEvent(stream: "case/YC202603110001", version: 3, detail: "case.moved.1"),
    .other(detail: "disk I/O error"),
  ]
  private static let desk: [DeskRefusal] =
    [
      .refused(.notClaimed, "YC202603110007"),
      .refused(.textUnfit(.defectRemark(2), .piled), "YC202603110007"),
      .ticket(.notCalled, "A023"),
      .movedOn(
        "YC202603110007", seen: 3, now: 5, by: "liming", at: moment,
        did: .documentIssued(document)),
      .ticketMovedOn("A023", seen: 1, now: 2, by: "liming", at: moment),
      .noSuchVersion(seen: 9, now: 5), .noSuchCase("0311-9999"), .noSuchItem("item"),
      .noSuchClerk("nobody"),
      .noSuchCounter("99"), .yearNotOver(2026), .crowded, .templateMissing(.receipt),
    ] + stores.map { .store($0) } + signIns.map { .signIn($0) } + people.map { .people($0) }

  private static let signIns: [SignInProblem] = [
    .wrong, .waitFirst(seconds: 8), .keyWithdrawn, .sitsHere(since: moment),
    .witnessUnproved("qianjin"),
    .passwordTooShort(least: 8), .passwordTooLong(mostBytes: 128), .passwordUntypable, .noHash,
  ]
  private static let people: [PeopleProblem] =
    [
      .idMalformed, .idTaken("wangfang"), .nameMissing, .textUnusable,
      .departmentExpected(.examiner), .departmentNotExpected(.release), .noSuchDepartment("x"),
      .townshipExpected, .townshipNotExpected(.examiner), .noSuchTownship("青溪镇"),
      .lastHallManager("wangfang"), .founded, .keyTaken(by: "wangfang"), .noSuchKey,
    ]
    + [.empty, .severalLines, .isPrivate, .algorithm, .damaged, .tooShort(bits: 2048, least: 3072)]
    .map { .key($0) }

  @Test func `every refusal says what is so and what to do, in both languages`() {
    let refusals = Refusal.samples.map { refusal in
      entry(refusal.code) { refusal.sentence(in: $0, names: Self.names) }
    }
    let tickets = Self.tickets.map { refusal in
      entry(refusal.code) { refusal.sentence(in: $0, names: Self.names) }
    }
    let desk = Self.desk.map { refusal in
      entry(refusal.code) { refusal.sentence(in: $0, names: Self.names) }
    }
    expectGolden((refusals + tickets + desk).joined(separator: "\n"), named: "Refusals")
  }

  @Test func `no two refusals of a case share a name`() {
    #expect(Set(Refusal.samples.map(\.code)).count == Refusal.samples.count)
  }

  @Test func `a sentence is one line and ends`() {
    for language in Language.allCases {
      for sentence in Self.desk.map({ $0.sentence(in: language, names: Self.names) }) {
        #expect(!sentence.contains("\n"))
        #expect(sentence.hasSuffix(language == .zh ? "。" : "."))
      }
    }
  }

  private func entry(_ code: String, sentence: (Language) -> String) -> String {
    "\(code)\n  \(sentence(.zh))\n  \(sentence(.en))"
  }
}
