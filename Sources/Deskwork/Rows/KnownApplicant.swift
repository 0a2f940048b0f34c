package import Casework
package import WorkCalendar

/// Somebody who has applied before, with what the hall has seen of theirs.
package struct KnownApplicant: Hashable, Sendable, Codable {
  package struct MaterialOnFile: Hashable, Sendable, Codable {
    package var name: String
    package var item: ItemID
    package var seenOn: LocalDate
    package var id: CaseID

    package init(
      name: String, item: ItemID, seenOn: LocalDate, id: CaseID
    ) {
      self.name = name
      self.item = item
      self.seenOn = seenOn
      self.id = id
    }
  }

  package var applicant: Applicant
  package var lastSeenOn: LocalDate
  package var materials: [MaterialOnFile]

  package init(
    applicant: Applicant, lastSeenOn: LocalDate, materials: [MaterialOnFile]
  ) {
    self.applicant = applicant
    self.lastSeenOn = lastSeenOn
    self.materials = materials
  }

  /// How long a material that was compared with its original may be used again.
  package static let reuseMonths = 12

  package func materialsStillValid(on today: LocalDate) -> [MaterialOnFile] {
    materials.filter { $0.seenOn.addingMonths(Self.reuseMonths) >= today }
  }
}
