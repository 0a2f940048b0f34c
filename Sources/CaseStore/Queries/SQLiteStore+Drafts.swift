package import Casework
package import Deskwork
import SQLite
import WorkCalendar

extension SQLiteStore {
  package func save(_ draft: Draft) throws(StoreError) {
    try writing(
      """
      INSERT OR REPLACE INTO draft(id, clerk, counter, form, title, body, saved_at, saved_second)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        SQLiteValue(draft.id), SQLiteValue(draft.clerk), SQLiteValue(draft.counter),
        .text(draft.form), .text(draft.title), .text(draft.body), SQLiteValue(draft.savedAt),
        SQLiteValue(draft.savedAt.epochSeconds),
      ])
  }

  package func drafts(of clerk: ClerkID) throws(StoreError) -> [Draft] {
    try rows(.drafts(of: clerk)) { row throws(SQLiteError) in
      Draft(
        id: try row.name(0), clerk: try row.name(1), counter: try row.nameIfAny(2),
        form: try row.text(3), title: try row.text(4), body: try row.text(5),
        savedAt: try row.moment(6))
    }
  }

  package func delete(_ id: DraftID) throws(StoreError) {
    try writing("DELETE FROM draft WHERE id = ?", [SQLiteValue(id)])
  }

  func writing(_ sql: String, _ values: [SQLiteValue]) throws(StoreError) {
    try using { connection throws(SQLiteError) in
      try connection.transaction { () throws(SQLiteError) in try connection.run(sql, values) }
    }
  }
}
