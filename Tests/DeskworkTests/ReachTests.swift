import Casework
import Deskwork
import TestSupport
import Testing
import WorkCalendar

/// The hall is seen whole from its counters; a department and a town see what is their matter.
struct ReachTests {
  private let hall: DeskHall
  /// The market department's alone, one of three departments, and one the town took in.
  private let (own, joint, ofTheTown): (CaseID, CaseID, CaseID)

  init() throws {
    var sheet = ImplementationSheet.businessRecord
    (sheet.id, sheet.allowsTownshipIntake) = ("SJ21", true)
    hall = try DeskHall([sheet])
    own = try hall.takeIn().id
    joint = try hall.takeIn(.jointApproval).id
    ofTheTown = try hall.takeIn(sheet, as: .township, nil).id
  }

  private func seen(by clerk: Clerk) throws -> Set<CaseID> {
    Set(
      try hall.desk.cases(CaseFilter(), by: Seat(clerk: clerk), after: nil, limit: 10).rows
        .map(\.id))
  }

  private static let expectations: [(Clerk, Int)] = [
    (.counterClerk, 0b111), (.release, 0b111), (.supervisor, 0b111), (.hallManager, 0b111),
    (.examiner, 0b111), (.fireExaminer, 0b010), (.landExaminer, 0b010), (.township, 0b100),
    (.otherTownship, 0),
  ]

  @Test(arguments: expectations)
  func `each sees its own matters, in lists and searches and when opening`(
    clerk: Clerk, mask: Int
  ) throws {
    let all = [own, joint, ofTheTown]
    let expected = Set(all.indices.filter { mask & (1 << $0) != 0 }.map { all[$0] })
    #expect(try seen(by: clerk) == expected)
    let seat = Seat(clerk: clerk)
    #expect(Set(try hall.desk.search("YC2026", by: seat, limit: 9).map(\.id)) == expected)
    for id in all {
      let refusal = hall.refusal { _ = try hall.desk.look(at: id, by: seat) }
      #expect(refusal == (expected.contains(id) ? nil : .outOfReach(id)))
      #expect(hall.refusal { _ = try hall.desk.history(id, by: seat) } == refusal)
    }
    let looked = try all.flatMap { try hall.store.looks(of: $0, limit: 9) }
    #expect(Set(looked.map(\.id)) == expected)
  }

  @Test func `nobody acts on what is not their matter, whatever the act`() throws {
    let before = try hall.eventCount()
    let acts: [(Clerk, CaseCommand, CaseID)] = [
      (.fireExaminer, .claim, own), (.township, .withdraw(reason: "不办了"), own),
      (.otherTownship, .accept(deferring: [], underCommitment: false), ofTheTown),
      (.landExaminer, .noteDefects([]), ofTheTown),
      (.township, .handOver(.legalRepresentative, witness: ""), joint),
    ]
    for (clerk, command, id) in acts {
      #expect(hall.refusal { try hall.act(command, on: id, as: clerk) } == .outOfReach(id))
    }
    #expect(try hall.eventCount() == before)
  }

  @Test func `a town releases what it took in, and nothing else`() throws {
    try hall.act(
      .decideOnTheSpot(text: "准予登记", certificateNumber: ""), on: ofTheTown, as: .township)
    let atTheHall = try hall.takeIn(.businessRecord, .decideOnTheSpot(text: "准予登记")).id
    let seat = Seat(clerk: .township)
    #expect(try hall.desk.results(by: seat, after: nil, limit: 9).rows.map(\.id) == [ofTheTown])
    #expect(try hall.desk.result(atTheHall, by: seat) == nil)
    let code = try hall.desk.file(atTheHall).pickUpCode
    #expect(try hall.desk.results(pickUpCode: code, by: seat).allSatisfy { $0.id == ofTheTown })
    let identity = Applicant.restaurant.identity
    #expect(try hall.desk.results(of: identity, by: seat).map(\.id) == [ofTheTown])
    #expect(
      Set(try hall.desk.results(of: identity, by: Seat(clerk: .release)).map(\.id))
        == [ofTheTown, atTheHall])
    let handOver = CaseCommand.handOver(.legalRepresentative, witness: "")
    #expect(
      hall.refusal { try hall.act(handOver, on: atTheHall, as: .township) }
        == .outOfReach(atTheHall))
    try hall.act(handOver, on: ofTheTown, as: .township)
  }

  @Test func `the figures of a town are of what it took in, those of a department its own`() throws
  {
    let month = YearMonth(of: hall.desk.today)
    func received(_ clerk: Clerk) throws -> Int {
      try hall.desk.tallies(from: month, through: month, by: Seat(clerk: clerk))
        .filter { $0.key.measure == .received }.reduce(0) { $0 + $1.value }
    }
    #expect(try received(.supervisor) == 3)
    #expect(try received(.examiner) == 3)
    #expect(try received(.fireExaminer) == 0)
    #expect(try received(.township) == 1)
    #expect(try received(.otherTownship) == 0)
  }

  @Test func `what is known of an applicant is for those who take in`() throws {
    let identity = Applicant.restaurant.identity
    #expect(try hall.desk.applicant(identity, by: Seat(clerk: .counterClerk)) != nil)
    #expect(try hall.desk.applicant(identity, by: Seat(clerk: .examiner)) == nil)
  }

  @Test func `a reach is read back as it was stored`() {
    let all: [Reach] = [.hall, .department("SJ"), .township("青山镇"), .township("a/b")]
    for reach in all { #expect(Reach(reach.text) == reach) }
    let keys = all.dropFirst().flatMap {
      [CountKey.stageWithin($0, .received), .resultsWithin($0)]
    }
    for key in keys + [.orders("SJ"), .inbox("SJ")] { #expect(CountKey(key.text) == key) }
    #expect(Reach("village/x") == nil && CountKey("stage-within/received") == nil)
  }
}
