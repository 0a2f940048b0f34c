import Casework
import Deskwork
import TestSupport
import Testing

struct IntakeAfterTicketTests {
  @Test(arguments: [true, false])
  func `an application knows when the number it came with had been served`(
    isServed: Bool
  ) throws {
    let hall = try DeskHall()
    let seat = Seat(clerk: .counterClerk, counter: "W01")
    let ticket = try hall.desk.issueTicket(queue: "A", purpose: "", by: seat)
    for command in [TicketCommand.call("W01"), .arrive] + (isServed ? [.finish] : []) {
      _ = try hall.desk.carryOut(command, on: ticket.id, by: seat)
    }
    let served = hall.clock.now
    hall.clock.move(seconds: 7_200)
    var intake = hall.intake(.foodLicence)
    intake.ticket = ticket.id
    let outcome = try hall.desk.carryOut(
      .takeIn("SJ05", intake, .accept(deferring: [], underCommitment: false)), by: seat)
    #expect(outcome.file.ticketEndedAt == (isServed ? served : nil))
  }
}
