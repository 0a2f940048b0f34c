package import WorkCalendar

/// How one authority carries a government service item out; published in versions, pinned by a case.
package struct ImplementationSheet: Hashable, Sendable, Codable {
  package var id: ItemID
  /// Counted from 1; a change is a new version, never an edit.
  package var version: Int
  package var name: Words
  /// Pinyin initials of the Chinese name, lower case (spjyxkxb).
  package var initials: String
  package var department: DepartmentID
  package var kind: ItemKind
  package var handling: HandlingKind
  package var codes: ItemCodes
  package var statutoryLimit: TimeLimit
  /// What the hall has promised; never longer than the statutory limit.
  package var committedLimit: TimeLimit
  package var conditions: [Words]
  package var materials: [MaterialRequirement]
  package var fields: [FieldRequirement]
  package var fee: Fee
  package var result: ResultKind
  package var deliveryMethods: [DeliveryMethod]
  package var route: [RouteStep]
  package var specialProcedures: [SpecialProcedureAllowance]
  package var allowsNotifiedCommitment: Bool
  /// Whether a department may ask for a correction after acceptance.
  package var allowsExaminationCorrection: Bool
  /// Qualified applicants are decided in the order of acceptance (Law 57).
  package var hasQuota: Bool
  package var allowsTownshipIntake: Bool
  package var audience: Audience
  package var scope: Words
  package var onSiteVisits: Int
  package var basis: String
  /// Where the content comes from; demo content is never to be shown as law.
  package var source: String
  package var note: String

  package var allowsDeferredMaterials: Bool { materials.contains { $0.isDeferrable } }
  package var allowsDecisionOnTheSpot: Bool { handling == .immediate }

  package func material(_ number: Int) -> MaterialRequirement? {
    materials.first { $0.number == number }
  }
}

/// The national codes of an item: 12, 31 and 33 characters.
package struct ItemCodes: Hashable, Sendable, Codable {
  package var basic: String
  package var implementation: String
  package var handling: String
}

/// What kind of power an item exercises; a table value, since provinces add their own.
package struct ItemKind: Hashable, Sendable, Codable {
  package var code: String
  package var name: Words

  /// An administrative licence, to which the Licensing Law applies directly.
  package var isLicence: Bool { code == "01" }
}

package enum HandlingKind: String, Hashable, Sendable, Codable, CaseIterable {
  case immediate, committed, referredUpward, joint
}

package enum Audience: String, Hashable, Sendable, Codable {
  case persons, organisations, both
}

package enum DeliveryMethod: String, Hashable, Sendable, Codable, CaseIterable {
  case counter, post
}

package struct Fee: Hashable, Sendable, Codable {
  package var isCharged: Bool
  package var summary: Words
}

/// What an applicant gets in the end.
package struct ResultKind: Hashable, Sendable, Codable {
  package enum Form: String, Hashable, Sendable, Codable { case certificate, approval, other }

  package var name: Words
  package var form: Form
  /// As printed, empty if the result does not expire.
  package var validity: Words
}

/// A blank of the application form.
package struct FieldRequirement: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable {
    case text, number, date, choice, phone
  }

  package var key: String
  package var label: Words
  package var kind: Kind
  package var isRequired: Bool
  package var choices: [Words]?
  /// In characters.
  package var maximumLength: Int
}

/// A special procedure that the sheet lists; nothing else may stop the clock (Law 45).
package struct SpecialProcedureAllowance: Hashable, Sendable, Codable {
  package var kind: SpecialProcedureKind
  package var name: Words
  package var basis: String
}

package enum SpecialProcedureKind: String, Hashable, Sendable, Codable, CaseIterable {
  case hearing, tender, auction, inspection, testing, quarantine, appraisal, expertReview
  case onSiteInspection, publicNotice, consultation
}
