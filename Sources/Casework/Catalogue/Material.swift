/// A document that the sheet asks for.
package struct MaterialRequirement: Hashable, Sendable, Codable {
  package enum Need: String, Hashable, Sendable, Codable {
    case required, optional, deferrable
  }
  package enum Medium: String, Hashable, Sendable, Codable {
    case paper, electronic, paperOrElectronic, paperAndElectronic
  }
  package enum Source: String, Hashable, Sendable, Codable {
    case applicant, government, agency
  }
  /// Where the hall may fetch it instead of asking.
  package enum Share: String, Hashable, Sendable, Codable {
    case none, electronicCertificate, sharedData, commitment
  }

  package var number: Int
  package var name: Words
  package var originals: Int
  package var copies: Int
  package var medium: Medium
  package var source: Source
  package var need: Need
  package var share: Share
  /// The original is looked at and handed back.
  package var checksOriginal: Bool

  package init(
    number: Int, name: Words, originals: Int, copies: Int, medium: Medium, source: Source,
    need: Need, share: Share, checksOriginal: Bool
  ) {
    self.number = number
    self.name = name
    self.originals = originals
    self.copies = copies
    self.medium = medium
    self.source = source
    self.need = need
    self.share = share
    self.checksOriginal = checksOriginal
  }

  package var isDeferrable: Bool { need == .deferrable }
  package var isShareable: Bool { share == .electronicCertificate || share == .sharedData }
}

/// What was received for one material of the sheet, and how it was found.
package struct MaterialReceived: Hashable, Sendable, Codable {
  package enum Status: String, Hashable, Sendable, Codable, CaseIterable {
    /// On paper, complete.
    case received
    /// As an electronic certificate or file.
    case electronic
    /// Fetched from another authority, so the applicant need not bring it.
    case shared
    case missing
    case defective
    /// Missing now, promised by a date (acceptance with deferred materials).
    case deferred
    /// Replaced by a signed notification-commitment.
    case committed
    /// Optional and not needed in this case.
    case notNeeded
  }

  package var number: Int
  package var status: Status
  package var originals: Int
  package var copies: Int
  /// The copy was compared with the original.
  package var isCheckedAgainstOriginal: Bool
  /// What is wrong, if it is defective; for a shared one, where it came from.
  package var remark: String

  package init(
    number: Int, status: Status, originals: Int = 0, copies: Int = 0,
    isCheckedAgainstOriginal: Bool = false, remark: String = ""
  ) {
    self.number = number
    self.status = status
    self.originals = originals
    self.copies = copies
    self.isCheckedAgainstOriginal = isCheckedAgainstOriginal
    self.remark = remark
  }

  package var isInHand: Bool {
    switch status {
    case .received, .electronic, .shared: true
    case .missing, .defective, .deferred, .committed, .notNeeded: false
    }
  }
}
