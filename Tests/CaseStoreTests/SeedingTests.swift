import Casework
import Deskwork
import SQLite
import TestSupport
import Testing
import WorkCalendar

@testable import CaseStore

/// A store while it is made: nobody knows of it yet.
struct SeedingTests {
  private static func pragma(_ name: String, _ store: SQLiteStore) throws -> SQLiteValue? {
    try store.connection.first("PRAGMA \(name)") { row throws(SQLiteError) in row.value(0) }
  }

  @Test func `it keeps no log while it is made, and one like any other afterwards`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("hall.db")
    let names = ["journal_mode", "synchronous", "cache_size"]
    let store = try SQLiteStore.create(at: path, nature: StoreNature(isDemo: false, secret: "s"))
    let usual = try names.map { try Self.pragma($0, store) }
    try store.beginSeeding(withoutLog: true)
    #expect(try Self.pragma("journal_mode", store) == "memory")
    #expect(try Self.pragma("synchronous", store) == 0)
    try store.connection.transaction { () throws(SQLiteError) in
      try store.connection.run("INSERT INTO number(series, last) VALUES ('case/20260311', 7)")
    }
    try store.finishSeeding()
    #expect(try names.map { try Self.pragma($0, store) } == usual && usual[0] == "wal")
    let other = try SQLiteStore.openReadOnly(at: path)
    #expect(try other.lastNumber(of: "case/20260311") == 7)
  }

  @Test func `what goes wrong while it is made is taken back`() throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore.create(
      at: folder.path("hall.db"), nature: StoreNature(isDemo: false, secret: "s"))
    try store.beginSeeding(withoutLog: true)
    #expect(throws: SQLiteError.self) {
      try store.connection.transaction { () throws(SQLiteError) in
        try store.connection.run("INSERT INTO number(series, last) VALUES ('case/20260311', 7)")
        throw SQLiteError(kind: .other, message: "undone")
      }
    }
    try store.finishSeeding()
    #expect(try store.lastNumber(of: "case/20260311") == 0)
  }
}
