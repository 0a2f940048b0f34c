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

  package init(
    row: CaseRow, verdict: Verdict, resultName: String, certificateNumber: String,
    pickUpCode: String, readyOn: LocalDate, delivery: DeliveryPreference, waybill: String
  ) {
    self.row = row
    self.verdict = verdict
    self.resultName = resultName
    self.certificateNumber = certificateNumber
    self.pickUpCode = pickUpCode
    self.readyOn = readyOn
    self.delivery = delivery
    self.waybill = waybill
  }

  package var id: CaseID { row.id }
}
