import Casework
import Deskwork
import SQLite
import WorkCalendar

/// Carries out what an act changes in the read models; always inside a transaction.
struct ReadModelWriter {
  let connection: Connection
  /// Takes up what is added to sums; whoever ends the transaction writes them.
  let sums: GatheredSums
  /// Where a new case stands among all of the hall; nil for behind the last one.
  var place: Int64?

  func apply(_ change: ReadModelChange) throws(SQLiteError) {
    switch change {
    case .putCase(let row): try put(row)
    case .replaceTasks(let id, let rows): try replace(id, rows)
    case .replaceResult(let id, let row): try replace(id, row)
    case .replaceReaches(let it): try replace(it)
    case .putTicket(let row): try put(row)
    case .putApplicant(let known): try put(known)
    case .putReference(let event): try publish(event)
    case .count(let key, let difference): sums.add(difference, to: key)
    case .tally(let key, let difference): sums.add(difference, to: key)
    case .replaceWatches(let id, let watches): try replace(id, watches)
    case .putLook(let look): try put(look)
    case .index(let id, let texts): try SearchIndex(connection: connection).put(texts, for: id)
    case .deleteDraft(let id):
      try connection.run("DELETE FROM draft WHERE id = ?", [SQLiteValue(id)])
    case .putSitting(let sitting): try put(sitting)
    case .putPassword(let clerk, let hash, let at): try put(hash, of: clerk, at: at)
    }
  }

  /// Most acts leave a case where it stands in the lists: then no index is written.
  private func put(_ row: CaseRow) throws(SQLiteError) {
    let query = ListQuery.standing(of: row.id)
    let known = try connection.first(query.sql, query.values) {
      stored throws(SQLiteError) in (try stored.integer(0), try CaseRow.Standing(stored, from: 1))
    }
    guard let (place, standing) = known else {
      return try connection.run(
        CaseRow.insertion, row.values(at: self.place))
    }
    if standing == CaseRow.Standing(row) {
      try connection.run(CaseRow.updateInPlace, row.valuesInPlace(at: place))
    } else {
      try connection.run(CaseRow.movement, row.valuesMoved(at: place))
    }
  }

  private func replace(_ id: CaseID, _ rows: [TaskRow]) throws(SQLiteError) {
    try connection.run("DELETE FROM task WHERE case_id = ?", [SQLiteValue(id)])
    for row in rows {
      try connection.run(
        """
        INSERT INTO task(
          department, case_id, urgency, part, role, kind, step, step_due_on,
          step_due_is_provisional, claimed_by, claimed_at, active_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, row.values)
    }
  }

  private func replace(_ id: CaseID, _ row: ResultRow?) throws(SQLiteError) {
    guard let row else {
      return try connection.run("DELETE FROM result WHERE case_id = ?", [SQLiteValue(id)])
    }
    try connection.run(
      """
      INSERT OR REPLACE INTO result(
        case_id, ready_on, verdict, name, certificate_number, pick_up_code, delivery_method,
        delivery_address, waybill, identity_kind, identity_number)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, row.values)
  }

  private func put(_ row: TicketRow) throws(SQLiteError) {
    try connection.run(
      """
      INSERT OR REPLACE INTO ticket(
        id, day, queue, purpose, state, issued_at, called_at, counter, clerk, call_count, version,
        issued_second, changed_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, row.values)
  }

  private func put(_ known: KnownApplicant) throws(SQLiteError) {
    let identity = known.applicant.identity
    try connection.run(
      "INSERT OR REPLACE INTO applicant(identity_kind, identity_number, body) VALUES (?, ?, ?)",
      [
        SQLiteValue(identity.kind), SQLiteValue(identity.number),
        .utf8(try StoredJSON.text(known)),
      ])
  }
}

extension ReadModelWriter {
  private func publish(_ event: ReferenceEvent) throws(SQLiteError) {
    switch event {
    case .hallOpened(let it):
      try connection.run(
        "INSERT OR REPLACE INTO hall(id, body) VALUES (1, ?)", [.utf8(try StoredJSON.text(it))])
    case .departmentRegistered(let it):
      try connection.run(
        "INSERT OR REPLACE INTO department(id, body) VALUES (?, ?)",
        [SQLiteValue(it.id), .utf8(try StoredJSON.text(it))])
    case .counterOpened(let it):
      try connection.run(
        "INSERT OR REPLACE INTO counter(id, body) VALUES (?, ?)",
        [SQLiteValue(it.id), .utf8(try StoredJSON.text(it))])
    case .clerkEnrolled(let it): try put(it)
    case .clerkChanged(let it): try put(it.clerk)
    case .accessKeyGranted(let it): try put(it)
    case .accessKeyWithdrawn(let it):
      try connection.run(
        "DELETE FROM access_key WHERE fingerprint = ?", [.text(it.fingerprint)])
    case .clockCorrected: break
    case .yearClosed(let it): try put(it)
    case .calendarPublished(let it):
      try connection.run(
        "INSERT OR REPLACE INTO calendar_year(year, body) VALUES (?, ?)",
        [SQLiteValue(it.year), .utf8(try StoredJSON.text(it))])
    case .rulebookPublished(let it):
      try connection.run(
        "INSERT OR REPLACE INTO rulebook(id, body) VALUES (1, ?)",
        [.utf8(try StoredJSON.text(it))])
    case .sheetPublished(let it): try publish(it)
    }
  }

  /// Earlier versions stay: a case keeps the one it was taken in under.
  private func publish(_ sheet: ImplementationSheet) throws(SQLiteError) {
    try connection.run(
      "INSERT OR REPLACE INTO sheet(item, version, body) VALUES (?, ?, ?)",
      [SQLiteValue(sheet.id), SQLiteValue(sheet.version), .utf8(try StoredJSON.text(sheet))])
    let row = ItemRow(sheet)
    try connection.run(
      """
      INSERT INTO item(
        id, version, name_zh, name_en, initials, code, department, handling,
        allows_township_intake)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET
        version = excluded.version, name_zh = excluded.name_zh, name_en = excluded.name_en,
        initials = excluded.initials, code = excluded.code, department = excluded.department,
        handling = excluded.handling, allows_township_intake = excluded.allows_township_intake
      WHERE excluded.version >= item.version
      """,
      [
        SQLiteValue(row.id), SQLiteValue(row.version), .text(row.name.zh), .text(row.name.en),
        .text(row.initials), .text(row.code), SQLiteValue(row.department),
        SQLiteValue(row.handling), SQLiteValue(row.allowsTownshipIntake),
      ])
  }
}
