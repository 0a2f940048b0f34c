import Casework
import Deskwork
import SQLite
import WorkCalendar

/// Carries out what an act changes in the read models; always inside a transaction.
struct ReadModelWriter {
  let connection: Connection
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
    case .count(let key, let difference): try count(key, by: difference)
    case .tally(let key, let difference): try tally(key, by: difference)
    case .replaceWatches(let id, let watches): try replace(id, watches)
    case .putLook(let look): try put(look)
    case .index(let id, let texts): try SearchIndex(connection: connection).put(texts, for: id)
    case .deleteDraft(let id):
      try connection.run("DELETE FROM draft WHERE id = ?", [SQLiteValue(id)])
    case .putSitting(let sitting): try put(sitting)
    case .putPassword(let clerk, let hash, let at): try put(hash, of: clerk, at: at)
    }
  }

  private func put(_ row: CaseRow) throws(SQLiteError) {
    try connection.run(
      """
      INSERT INTO case_row(
        place, urgency, id, version, number, item, item_name_zh, item_name_en, department, handling,
        applicant_name, identity_kind, identity_number, stage, step_name_zh, step_name_en,
        step_number, step_count, answered, parties, holder, claimed_by, held_since, received_on,
        received_by, accepted_on, due_on, due_is_provisional, statutory_due_on,
        statutory_due_is_provisional, is_stopped, is_deferred, is_under_commitment, channel,
        ended_on, quota_place, is_entered_late)
      VALUES (
        ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
        ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET
        urgency = excluded.urgency, version = excluded.version, number = excluded.number,
        item = excluded.item, item_name_zh = excluded.item_name_zh,
        item_name_en = excluded.item_name_en, department = excluded.department,
        handling = excluded.handling, applicant_name = excluded.applicant_name,
        identity_kind = excluded.identity_kind, identity_number = excluded.identity_number,
        stage = excluded.stage, step_name_zh = excluded.step_name_zh,
        step_name_en = excluded.step_name_en, step_number = excluded.step_number,
        step_count = excluded.step_count, answered = excluded.answered,
        parties = excluded.parties, holder = excluded.holder, claimed_by = excluded.claimed_by,
        held_since = excluded.held_since, received_on = excluded.received_on,
        received_by = excluded.received_by, accepted_on = excluded.accepted_on,
        due_on = excluded.due_on, due_is_provisional = excluded.due_is_provisional,
        statutory_due_on = excluded.statutory_due_on,
        statutory_due_is_provisional = excluded.statutory_due_is_provisional,
        is_stopped = excluded.is_stopped, is_deferred = excluded.is_deferred,
        is_under_commitment = excluded.is_under_commitment, channel = excluded.channel,
        ended_on = excluded.ended_on, quota_place = excluded.quota_place,
        is_entered_late = excluded.is_entered_late
      """, [SQLiteValue(place), SQLiteValue(row.urgency)] + row.values)
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

  private func count(_ key: CountKey, by difference: Int) throws(SQLiteError) {
    try connection.run(
      """
      INSERT INTO counter_value(key, value) VALUES (?, ?)
      ON CONFLICT (key) DO UPDATE SET value = value + excluded.value
      """, [.text(key.text), SQLiteValue(difference)])
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
