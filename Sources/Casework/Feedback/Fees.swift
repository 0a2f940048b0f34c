package import WorkCalendar

package enum FeeEvent: Hashable, Sendable {
  case demanded(FeeDemanded)
  case paid(FeePaid)
}

package struct FeeDemanded: Hashable, Sendable, Codable {
  package var fen: Int
  /// Why less than the standard is asked; empty for the standard.
  package var reduction: String
  package var demandedOn: LocalDate
  package var payBy: DueDate
}

package struct FeePaid: Hashable, Sendable, Codable {
  package var fen: Int
  package var receipt: String
  package var paidOn: LocalDate
}

package enum FeeCommand: Hashable, Sendable {
  /// Asks for the fee, in fen; less than the standard only with a reason.
  case demand(fen: Int, reduction: String)
  case recordPayment(fen: Int, receipt: String)
}

/// What was asked and what was paid.
package struct FeeRecord: Hashable, Sendable {
  package var demanded: FeeDemanded?
  package var payments: [FeePaid] = []

  package init() {}

  package var paidFen: Int { payments.reduce(0) { $0 + $1.fen } }
}
