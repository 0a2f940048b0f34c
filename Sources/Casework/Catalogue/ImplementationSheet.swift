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
  /// To whom acceptance and decision are reported within a working day; nil if to nobody.
  package var reportsTo: Words?

  package init(
    id: ItemID, version: Int, name: Words, initials: String, department: DepartmentID,
    kind: ItemKind, handling: HandlingKind, codes: ItemCodes, statutoryLimit: TimeLimit,
    committedLimit: TimeLimit, conditions: [Words], materials: [MaterialRequirement],
    fields: [FieldRequirement], fee: Fee, result: ResultKind, deliveryMethods: [DeliveryMethod],
    route: [RouteStep], specialProcedures: [SpecialProcedureAllowance],
    allowsNotifiedCommitment: Bool, allowsExaminationCorrection: Bool, hasQuota: Bool,
    allowsTownshipIntake: Bool, audience: Audience, scope: Words, onSiteVisits: Int, basis: String,
    source: String, note: String, reportsTo: Words? = nil
  ) {
    self.id = id
    self.version = version
    self.name = name
    self.initials = initials
    self.department = department
    self.kind = kind
    self.handling = handling
    self.codes = codes
    self.statutoryLimit = statutoryLimit
    self.committedLimit = committedLimit
    self.conditions = conditions
    self.materials = materials
    self.fields = fields
    self.fee = fee
    self.result = result
    self.deliveryMethods = deliveryMethods
    self.route = route
    self.specialProcedures = specialProcedures
    self.allowsNotifiedCommitment = allowsNotifiedCommitment
    self.allowsExaminationCorrection = allowsExaminationCorrection
    self.hasQuota = hasQuota
    self.allowsTownshipIntake = allowsTownshipIntake
    self.audience = audience
    self.scope = scope
    self.onSiteVisits = onSiteVisits
    self.basis = basis
    self.source = source
    self.note = note
    self.reportsTo = reportsTo
  }

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

  package init(basic: String, implementation: String, handling: String) {
    self.basic = basic
    self.implementation = implementation
    self.handling = handling
  }
}

/// What kind of power an item exercises; a table value, since provinces add their own.
package struct ItemKind: Hashable, Sendable, Codable {
  package var code: String
  package var name: Words

  package init(code: String, name: Words) {
    self.code = code
    self.name = name
  }

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
  /// The published standard in fen, where it is one amount.
  package var amountInFen: Int?

  package init(isCharged: Bool, summary: Words, amountInFen: Int? = nil) {
    self.isCharged = isCharged
    self.summary = summary
    self.amountInFen = amountInFen
  }
}

/// What an applicant gets in the end.
package struct ResultKind: Hashable, Sendable, Codable {
  package enum Form: String, Hashable, Sendable, Codable { case certificate, approval, other }

  package var name: Words
  package var form: Form
  /// As printed, empty if the result does not expire.
  package var validity: Words

  package init(name: Words, form: Form, validity: Words) {
    self.name = name
    self.form = form
    self.validity = validity
  }
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

  package init(
    key: String, label: Words, kind: Kind, isRequired: Bool, choices: [Words]? = nil,
    maximumLength: Int
  ) {
    self.key = key
    self.label = label
    self.kind = kind
    self.isRequired = isRequired
    self.choices = choices
    self.maximumLength = maximumLength
  }
}

/// A special procedure that the sheet lists; nothing else may stop the clock (Law 45).
package struct SpecialProcedureAllowance: Hashable, Sendable, Codable {
  package var kind: SpecialProcedureKind
  package var name: Words
  package var basis: String

  package init(kind: SpecialProcedureKind, name: Words, basis: String) {
    self.kind = kind
    self.name = name
    self.basis = basis
  }
}

package enum SpecialProcedureKind: String, Hashable, Sendable, Codable, CaseIterable {
  case hearing, tender, auction, inspection, testing, quarantine, appraisal, expertReview
  case onSiteInspection, publicNotice, consultation
}
