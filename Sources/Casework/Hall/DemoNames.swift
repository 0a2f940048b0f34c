/// Invented names and wordings of which a demo hall is made.
package struct DemoNames: Hashable, Sendable, Codable {
  package var surnames: [String]
  package var femaleNames: [String]
  package var maleNames: [String]
  /// The name of an organisation is place, core, trade and form, in this order.
  package var organisationPlaces: [String]
  package var organisationCores: [String]
  package var organisationTrades: [String]
  package var organisationForms: [String]
  package var streets: [String]
  package var villages: [String]
  package var defectReasons: [String]
  package var defectRequests: [String]
  package var declineReasons: [String]
  package var correctAuthorities: [String]
  package var refusalReasons: [String]
  package var sendBackReasons: [String]
  package var withdrawalReasons: [String]
  package var specialProcedureReasons: [String]
  package var opinionsFor: [String]
  package var opinionsAgainst: [String]
  package var opinionsWithRemarks: [String]
  package var releaseRemarks: [String]
  /// The beginning of a waybill number.
  package var courierPrefixes: [String]
  package var ticketPurposes: [String]
  /// What may stand in a text blank of the form, by the key of the blank.
  package var fieldTexts: [String: [String]]

  /// The lists that need at least one entry.
  package var lists: [String: [String]] {
    [
      "surnames": surnames, "femaleNames": femaleNames, "maleNames": maleNames,
      "organisationPlaces": organisationPlaces, "organisationCores": organisationCores,
      "organisationTrades": organisationTrades, "organisationForms": organisationForms,
      "streets": streets, "villages": villages, "defectReasons": defectReasons,
      "defectRequests": defectRequests, "declineReasons": declineReasons,
      "correctAuthorities": correctAuthorities, "refusalReasons": refusalReasons,
      "sendBackReasons": sendBackReasons, "withdrawalReasons": withdrawalReasons,
      "specialProcedureReasons": specialProcedureReasons, "opinionsFor": opinionsFor,
      "opinionsAgainst": opinionsAgainst, "opinionsWithRemarks": opinionsWithRemarks,
      "releaseRemarks": releaseRemarks, "courierPrefixes": courierPrefixes,
      "ticketPurposes": ticketPurposes,
    ].merging(fieldTexts) { list, _ in list }
  }
}
