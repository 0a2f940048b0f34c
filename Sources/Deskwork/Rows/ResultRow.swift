package import Casework
package import WorkCalendar

/// A result that lies ready, or is on its way by post.
package struct ResultRow: Hashable, Sendable {
  package var row: CaseRow
  package var verdict: Verdict
  package var resultName: String
  package var certificateNumber: String
  package var pickUpCode: String
  package var readyOn: LocalDate
  package var delivery: DeliveryPreference
  package var waybill: String

  package var id: CaseID { row.id }
}
