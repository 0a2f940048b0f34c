import Casework
import Deskwork
import SQLite
import WorkCalendar

/// What closed years know of an applicant, each piece with the act it was seen at, so that it can be
/// put together with what other cases know in whatever order they are read.
struct RememberedApplicant: Hashable, Codable {
  private struct Seen: Hashable, Codable {
    var act: Int64
    var material: KnownApplicant.MaterialOnFile
  }

  private var act: Int64
  private var applicant: Applicant
  private var lastSeenOn: LocalDate
  private var materials: [Seen]

  init(_ known: KnownApplicant, act: Int64) {
    self.act = act
    (applicant, lastSeenOn) = (known.applicant, known.lastSeenOn)
    materials = known.materials.map { Seen(act: act, material: $0) }
  }

  /// Takes in what one act knew by itself; what is newer stays.
  mutating func take(_ known: KnownApplicant, act: Int64) {
    let newer = Set(materials.filter { $0.act > act }.map(\.material.name))
    let fresh = known.materials.filter { !newer.contains($0.name) }
    let names = Set(fresh.map(\.name))
    materials.removeAll { names.contains($0.material.name) }
    materials += fresh.map { Seen(act: act, material: $0) }
    materials.sort { $0.material.name < $1.material.name }
    guard act > self.act else { return }
    self.act = act
    (applicant, lastSeenOn) = (known.applicant, known.lastSeenOn)
  }

  var known: KnownApplicant {
    KnownApplicant(
      applicant: applicant, lastSeenOn: lastSeenOn, materials: materials.map(\.material))
  }
}

extension RememberedApplicant {
  static func stored(
    _ identity: Identity, in connection: Connection
  ) throws(SQLiteError) -> RememberedApplicant? {
    try connection.first(
      "SELECT body FROM closed_applicant WHERE identity_number = ? AND identity_kind = ?",
      [.text(identity.number), SQLiteValue(identity.kind)]
    ) { row throws(SQLiteError) in
      try StoredJSON.value(RememberedApplicant.self, from: try row.text(0))
    }
  }

  func store(in connection: Connection) throws(SQLiteError) {
    let identity = applicant.identity
    try connection.run(
      """
      INSERT OR REPLACE INTO closed_applicant(identity_kind, identity_number, body)
      VALUES (?, ?, ?)
      """,
      [
        SQLiteValue(identity.kind), .text(identity.number), .utf8(try StoredJSON.text(self)),
      ])
  }
}
