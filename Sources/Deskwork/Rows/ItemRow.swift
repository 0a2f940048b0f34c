package import Casework

/// A line of the catalogue, enough to find an item by.
package struct ItemRow: Hashable, Sendable {
  package var id: ItemID
  package var version: Int
  package var name: Words
  package var initials: String
  /// Every reading of its name, where somebody has asked for them.
  package var readings: [Spelling] = []
  package var code: String
  package var department: DepartmentID
  package var handling: HandlingKind
  package var allowsTownshipIntake: Bool

  package init(
    id: ItemID, version: Int, name: Words, initials: String, code: String,
    department: DepartmentID, handling: HandlingKind, allowsTownshipIntake: Bool
  ) {
    self.id = id
    self.version = version
    self.name = name
    self.initials = initials
    self.code = code
    self.department = department
    self.handling = handling
    self.allowsTownshipIntake = allowsTownshipIntake
  }

  package init(_ sheet: ImplementationSheet) {
    id = sheet.id
    version = sheet.version
    name = sheet.name
    initials = sheet.initials
    code = sheet.codes.basic
    department = sheet.department
    handling = sheet.handling
    allowsTownshipIntake = sheet.allowsTownshipIntake
  }
}
