package import Casework

/// What a case is found by.
package struct SearchTexts: Hashable, Sendable {
  package var caseNumber: String
  package var shortNumber: String
  package var applicantName: String
  package var identityNumber: String
  /// Every reading of the applicant's name.
  package var nameReadings: [Spelling]
  package var itemName: String
  package var itemInitials: String
  package var itemReadings: [Spelling]
  /// Within which it is looked for; the hall is not named.
  package var reaches: [Reach]

  package init(
    caseNumber: String, shortNumber: String, applicantName: String, identityNumber: String,
    nameReadings: [Spelling], itemName: String, itemInitials: String,
    itemReadings: [Spelling] = [], reaches: [Reach] = []
  ) {
    self.caseNumber = caseNumber
    self.shortNumber = shortNumber
    self.applicantName = applicantName
    self.identityNumber = identityNumber
    self.nameReadings = nameReadings
    self.itemName = itemName
    self.itemInitials = itemInitials
    self.itemReadings = itemReadings
    self.reaches = reaches
  }
}
