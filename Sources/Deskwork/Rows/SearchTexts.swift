/// What a case is found by.
package struct SearchTexts: Hashable, Sendable {
  package var caseNumber: String
  package var shortNumber: String
  package var applicantName: String
  package var identityNumber: String
  /// Pinyin initials of the applicant's name, every reading.
  package var nameInitials: [String]
  package var itemName: String
  package var itemInitials: String

  package init(
    caseNumber: String, shortNumber: String, applicantName: String, identityNumber: String,
    nameInitials: [String], itemName: String, itemInitials: String
  ) {
    self.caseNumber = caseNumber
    self.shortNumber = shortNumber
    self.applicantName = applicantName
    self.identityNumber = identityNumber
    self.nameInitials = nameInitials
    self.itemName = itemName
    self.itemInitials = itemInitials
  }
}
