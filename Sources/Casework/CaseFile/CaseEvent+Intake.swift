package import WorkCalendar

extension CaseEvent {
  package struct Received: Hashable, Sendable, Codable {
    package var caseNumber: String
    package var item: ItemID
    package var sheetVersion: Int
    package var department: DepartmentID
    /// What the applicant quotes to ask about the case.
    package var queryCode: String
    /// What the applicant shows to fetch the result; told only when it is ready.
    package var pickUpCode: String
    package var intake: Intake
    package var receivedOn: LocalDate
    package var noticeDue: DueDate
    /// When the number it came with had already been served.
    package var ticketEndedAt: Moment?
    /// The Chinese name of the town that took it in and sent it up; nil at the hall itself.
    package var township: String?

    package init(
      caseNumber: String, item: ItemID, sheetVersion: Int, department: DepartmentID,
      queryCode: String, pickUpCode: String, intake: Intake, receivedOn: LocalDate,
      noticeDue: DueDate, ticketEndedAt: Moment? = nil, township: String? = nil
    ) {
      self.caseNumber = caseNumber
      self.item = item
      self.sheetVersion = sheetVersion
      self.department = department
      self.queryCode = queryCode
      self.pickUpCode = pickUpCode
      self.intake = intake
      self.receivedOn = receivedOn
      self.noticeDue = noticeDue
      self.ticketEndedAt = ticketEndedAt
      self.township = township
    }
  }

  package struct MaterialsSupplied: Hashable, Sendable, Codable {
    package var materials: [MaterialReceived]
    package var fields: [FieldValue]
    package var suppliedOn: LocalDate
    /// The day the five days of the notice count from: this one after a notice, else receipt.
    package var noticeFrom: LocalDate
    package var noticeDue: DueDate
  }

  package struct CorrectionRequested: Hashable, Sendable, Codable {
    package var defects: [Defect]
    package var correctBy: DueDate
    /// 1 for the one notice the law allows; more is a matter for supervision.
    package var round: Int
  }

  package struct Declined: Hashable, Sendable, Codable {
    package var ground: DeclineGround
    package var reason: String
    package var basis: String
    /// Whom to turn to instead, if another organ is competent.
    package var competentOrgan: String
    package var declinedOn: LocalDate
  }
}

/// One thing wrong with a material, and what the applicant has to do.
package struct Defect: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case missing, incorrect, expired, other
  }

  package var material: Int
  package var kind: Kind
  package var remark: String

  package init(material: Int, kind: Kind, remark: String) {
    self.material = material
    self.kind = kind
    self.remark = remark
  }
}

/// Why an application is not taken on (Law 32).
package enum DeclineGround: String, Hashable, Sendable, Codable, CaseIterable {
  case noPermitNeeded, notThisOrgan, conditionsNotMet, other
}
