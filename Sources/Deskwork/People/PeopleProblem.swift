package import Casework

/// Why somebody is not enrolled, changed or given a key.
package enum PeopleProblem: Hashable, Sendable {
  /// IDs go into command lines and file names, so they are plain.
  case idMalformed
  case idTaken(ClerkID)
  case nameMissing
  /// Too long, or with characters that cannot be seen.
  case textUnusable
  case departmentExpected(ClerkRole)
  case departmentNotExpected(ClerkRole)
  case noSuchDepartment(DepartmentID)
  case townshipExpected
  case townshipNotExpected(ClerkRole)
  case noSuchTownship(String)
  /// Nobody would be left to let people in.
  case lastHallManager(ClerkID)
  /// There is a hall manager, so the founding is over.
  case founded
  case key(PublicKey.Flaw)
  case keyTaken(by: ClerkID)
  case noSuchKey

  package var code: String {
    switch self {
    case .idMalformed: "clerk-id-malformed"
    case .idTaken: "clerk-id-taken"
    case .nameMissing: "name-missing"
    case .textUnusable: "text-unusable"
    case .departmentExpected: "department-expected"
    case .departmentNotExpected: "department-not-expected"
    case .noSuchDepartment: "no-such-department"
    case .townshipExpected: "township-expected"
    case .townshipNotExpected: "township-not-expected"
    case .noSuchTownship: "no-such-township"
    case .lastHallManager: "last-hall-manager"
    case .founded: "founded"
    case .key(.empty): "key-empty"
    case .key(.severalLines): "key-several"
    case .key(.isPrivate): "key-private"
    case .key(.algorithm): "key-algorithm"
    case .key(.damaged): "key-damaged"
    case .key(.tooShort): "key-too-short"
    case .keyTaken: "key-taken"
    case .noSuchKey: "no-such-key"
    }
  }
}
