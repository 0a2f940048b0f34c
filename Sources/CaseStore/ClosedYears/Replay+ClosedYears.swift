import Casework
import Deskwork
import SQLite

extension Replay {
  /// What cases of closed years had added to the sums; `shared` are intakes of applicants whom closed
  /// years know as well.
  func addClosedYears(_ shared: [Identity: [IntakeAct]]) throws(StoreFailure) {
    try asking { () throws(SQLiteError) in
      try addTallies()
      try addNumbers()
    }
    let known = try asking { () throws(SQLiteError) in
      try RowCursor("SELECT body FROM closed_applicant ORDER BY identity_number", in: source) {
        row throws(SQLiteError) in
        try StoredJSON.value(RememberedApplicant.self, from: try row.text(0))
      }
    }
    while let closed = try asking({ () throws(SQLiteError) in try known.next() }) {
      try remember(closed, shared)
    }
  }

  private func remember(
    _ closed: RememberedApplicant, _ shared: [Identity: [IntakeAct]]
  ) throws(StoreFailure) {
    var closed = closed
    for intake in shared[closed.known.applicant.identity] ?? [] {
      let replay = try source.replay(of: intake.id)
      let sheet = try sheet(of: replay.file)
      for it in replay.intakes where it.act == intake.act {
        closed.take(it.known(under: sheet), act: it.act)
      }
    }
    try apply([.putApplicant(closed.known)])
  }

  private func sheet(of file: CaseFile) throws(StoreFailure) -> ImplementationSheet {
    do throws(StoreError) { return try published.rules(for: file).sheet } catch {
      throw .store(error)
    }
  }

  private func addTallies() throws(SQLiteError) {
    let sums = try source.prepare(
      """
      SELECT month, department, item, measure, value, township FROM closed_tally
      ORDER BY month, department, item, measure, township
      """)
    try sums.bind([])
    while try sums.step() {
      let row = sums.row
      let values = (0..<5).map { row.value($0) }
      let township = try row.text(5)
      try target.run(
        township.isEmpty
          ? """
          INSERT INTO tally(month, department, item, measure, value) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (month, department, item, measure)
          DO UPDATE SET value = value + excluded.value
          """
          : """
          INSERT INTO township_tally(month, department, item, measure, value, township)
          VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT (township, month, department, item, measure)
          DO UPDATE SET value = value + excluded.value
          """, township.isEmpty ? values : values + [.text(township)])
    }
  }

  private func addNumbers() throws(SQLiteError) {
    let taken = try source.prepare("SELECT series, taken FROM closed_number ORDER BY series")
    try taken.bind([])
    while try taken.step() {
      let row = taken.row
      try target.count(row.text(0), by: row.value(1))
    }
  }
}
