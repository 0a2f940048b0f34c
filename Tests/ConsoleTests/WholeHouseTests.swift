import Casework
import Deskwork
import Testing
import WorkCalendar

@Suite struct WholeHouseTests {
  /// A resident ID card renewed: taken in, decided, produced, handed over.
  private static let stations: [(who: String, keys: String, stage: CaseStage)] = [
    (
      "counter",
      "<F8>GA03<Enter><Scan:539901199511050244> 1<Enter><Enter>13800001111<Enter>"
        + "<Space><Down><Space><F10>2<C-y>", .underExamination
    ),
    ("approver", "<F9>3 <Scan:YC202603110001> <F6>1<F10><C-y>", .inProduction),
    ("examiner", "<F9>2 <Scan:YC202603110001> <F6>GA20260001<F10><C-y>", .awaitingRelease),
    ("release", "<F9>4 <Scan:YC202603110001> <F6><F10><C-y>", .concluded),
  ]

  @Test func `one person walks a case through the whole house`() throws {
    let hall = try ConsoleHall.atWork()
    var sitting = try ConsoleSitting(ConsoleDriver(hall, as: "wangfang"))
    for station in Self.stations {
      let text = try sitting.press(station.keys)
      #expect(
        try hall.desk.file("YC202603110001").stage == station.stage, "\(station.who)\n\(text)")
    }
    let file = try hall.desk.file("YC202603110001")
    #expect(file.receivedBy == "wangfang" && file.decidedBy == "luowenbin")
    #expect(file.lastStamp?.clerk == "sunli" && file.lastStamp?.counter == "B01")
    #expect(file.documents.map(\.kind).contains(.serviceRecord))
  }
}
