package import Casework
package import Deskwork
import SQLite
import WorkCalendar

extension SQLiteStore {
  package func accessKeys() throws(StoreError) -> [AccessKey] {
    try rows(.accessKeys) { row throws(SQLiteError) in
      try StoredJSON.value(AccessKey.self, from: try row.text(0))
    }
  }

  package func accessKey(_ fingerprint: String) throws(StoreError) -> AccessKey? {
    try rows(.accessKey(fingerprint), unless: \.havePublished) { row throws(SQLiteError) in
      try StoredJSON.value(AccessKey.self, from: try row.text(0))
    }.first
  }

  package func passwordHash(of clerk: ClerkID) throws(StoreError) -> String? {
    try rows(.passwordHash(of: clerk)) { row throws(SQLiteError) in try row.text(0) }.first
  }

  package func sitting(_ id: SittingID) throws(StoreError) -> Sitting? {
    try rows(.sitting(id), unless: \.haveSatDown) { row throws(SQLiteError) in
      try Sitting(row)
    }.first
  }

  package func openSittings(of clerk: ClerkID?) throws(StoreError) -> [Sitting] {
    try rows(.openSittings(of: clerk)) { row throws(SQLiteError) in try Sitting(row) }
      .sorted { ($1.since, $0.id) < ($0.since, $1.id) }
  }

  package func isAlive(_ id: SittingID) -> Bool {
    presences[id] != nil || Presence.isThere(at: presencePath(id))
  }

  package func occupy(_ id: SittingID) throws(StoreError) {
    guard presences[id] == nil else { return }
    presences[id] = try using { _ throws(SQLiteError) in try Presence(at: presencePath(id)) }
  }

  package func leave(_ id: SittingID) { presences[id] = nil }

  /// An ID is made by the program, yet nothing but letters and digits gets into a path.
  private func presencePath(_ id: SittingID) -> String {
    path + "-sitting-" + id.rawValue.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
      + ".lock"
  }

  package func workspaces(of clerk: ClerkID) throws(StoreError) -> [Workspace] {
    try rows(.workspaces(of: clerk)) { row throws(SQLiteError) in
      let counter = try row.text(1)
      return Workspace(
        clerk: try row.name(0), counter: counter.isEmpty ? nil : CounterID(counter),
        place: try row.number(2), title: try row.text(3), body: try row.text(4),
        savedAt: try row.moment(5))
    }.enumerated().sorted { ($1.1.savedAt, $0.0) < ($0.1.savedAt, $1.0) }.map(\.1)
  }

  package func save(_ workspace: Workspace) throws(StoreError) {
    try writing(
      """
      INSERT OR REPLACE INTO workspace(clerk, counter, place, title, body, saved_at)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        SQLiteValue(workspace.clerk), .text(workspace.counter?.rawValue ?? ""),
        SQLiteValue(workspace.place), .text(workspace.title), .text(workspace.body),
        SQLiteValue(workspace.savedAt),
      ])
  }

  package func deleteWorkspace(
    of clerk: ClerkID, at counter: CounterID?, place: Int
  ) throws(StoreError) {
    try writing(
      "DELETE FROM workspace WHERE clerk = ? AND counter = ? AND place = ?",
      [SQLiteValue(clerk), .text(counter?.rawValue ?? ""), SQLiteValue(place)])
  }
}

extension Sitting {
  static let columns =
    "id, clerk, counter, since, fingerprint, is_locked, end, ended_at, ended_by"

  fileprivate init(_ row: borrowing Row) throws(SQLiteError) {
    self.init(
      id: try row.name(0), clerk: try row.name(1), counter: try row.nameIfAny(2),
      since: try row.moment(3), fingerprint: try row.textIfAny(4), isLocked: try row.truth(5),
      end: row.isNull(6) ? nil : try row.word(6), endedAt: try row.momentIfAny(7),
      endedBy: try row.nameIfAny(8))
  }
}

extension ReadModelWriter {
  func put(_ sitting: Sitting) throws(SQLiteError) {
    try connection.run(
      """
      INSERT OR REPLACE INTO sitting(
        id, clerk, counter, since, fingerprint, is_locked, end, ended_at, ended_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        SQLiteValue(sitting.id), SQLiteValue(sitting.clerk), SQLiteValue(sitting.counter),
        SQLiteValue(sitting.since), SQLiteValue(sitting.fingerprint),
        SQLiteValue(sitting.isLocked), SQLiteValue(sitting.end?.rawValue),
        SQLiteValue(sitting.endedAt), SQLiteValue(sitting.endedBy),
      ])
  }

  func put(_ hash: String?, of clerk: ClerkID, at moment: Moment) throws(SQLiteError) {
    guard let hash else {
      return try connection.run("DELETE FROM password WHERE clerk = ?", [SQLiteValue(clerk)])
    }
    try connection.run(
      "INSERT OR REPLACE INTO password(clerk, hash, set_at) VALUES (?, ?, ?)",
      [SQLiteValue(clerk), .text(hash), SQLiteValue(moment)])
  }

  func put(_ clerk: Clerk) throws(SQLiteError) {
    try connection.run(
      "INSERT OR REPLACE INTO clerk(id, body) VALUES (?, ?)",
      [SQLiteValue(clerk.id), .utf8(try StoredJSON.text(clerk))])
  }

  func put(_ key: AccessKey) throws(SQLiteError) {
    try connection.run(
      "INSERT OR REPLACE INTO access_key(fingerprint, clerk, body) VALUES (?, ?, ?)",
      [.text(key.fingerprint), SQLiteValue(key.clerk), .utf8(try StoredJSON.text(key))])
  }
}
