import Casework
import WorkCalendar

/// The words that may stand where a file chooses one of a few.
enum AllowedValues {
  /// Nil where any text may stand; the names are the keys on the way, without positions.
  static func at(_ names: [String]) -> [String]? {
    switch (names.dropLast().last, names.last) {
    case (_, "handling"): HandlingKind.allCases.map(\.rawValue)
    case (_, "audience"): ["persons", "organisations", "both"]
    case (_, "unit"): TimeLimit.Unit.allCases.map(\.rawValue)
    case (_, "role"): ClerkRole.allCases.map(\.rawValue)
    case (_, "part"): ["lead", "consulted"]
    case (_, "need"): ["required", "optional", "deferrable"]
    case (_, "medium"): ["paper", "electronic", "paperOrElectronic", "paperAndElectronic"]
    case ("materials", "source"): ["applicant", "government", "agency"]
    case (_, "share"): ["none", "electronicCertificate", "sharedData", "commitment"]
    case (_, "form"): ["certificate", "approval", "other"]
    case (_, "deliveryMethods"): DeliveryMethod.allCases.map(\.rawValue)
    case ("fields", "kind"): ["text", "number", "date", "choice", "phone"]
    case ("route", "kind"):
      ["examination", "waitingPeriod", "referral", "decision", "certificate", "followUp"]
    case ("specialProcedures", "kind"): SpecialProcedureKind.allCases.map(\.rawValue)
    case (nil, "kind"): ["general", "release", "department", "township"]
    case ("rules", "code"): SupervisionRuleCode.allCases.map(\.rawValue)
    case ("levels", "of"): SupervisionMatter.allCases.map(\.rawValue)
    case (_, "when"): Threshold.Measure.allCases.map(\.rawValue)
    case ("week", _): Weekday.allCases.map(\.rawValue)
    default: nil
    }
  }
}
