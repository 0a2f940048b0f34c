package import Casework
package import Deskwork
package import WorkCalendar

/// One line of a script: who does what, with the cases called by labels instead of numbers.
package struct ScriptedAct: Hashable, Sendable {
  package enum Deed: Hashable, Sendable {
    case takeIn(ItemID, Intake, IntakeEnding?, label: String)
    case on(String, CaseCommand)
    case handOverSeveral([String], Recipient)
    case issueTicket(queue: String, purpose: String, label: String)
    case ticket(String, TicketCommand)
  }

  package var deed: Deed
  package var clerk: ClerkID
  /// How many working days the demo's clock moves on before it; 0 for none.
  package var workingDaysLater: Int
  /// The day on which it was tried out.
  package var today: LocalDate
}
