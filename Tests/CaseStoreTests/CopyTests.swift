import CaseStore
import Casework
import Deskwork
import FoundationEssentials
import SQLite
import TestSupport
import Testing
import WorkCalendar

struct CopyTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func backup(_ store: String, _ name: String = "backup.db") throws -> String {
    let copy = try StoreCopy(of: store, beside: folder.path(name + ".part"))
    _ = try copy.publish(as: folder.path(name))
    return folder.path(name)
  }

  private func verify(_ path: String) throws -> VerifyReport {
    try SQLiteStore.verify(copyAt: path, readings: TestReadings.of)
  }

  private func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  private func ticket(_ hall: TestHall) throws {
    _ = try hall.desk.issueTicket(queue: "A", purpose: "", by: Seat(clerk: .counterClerk))
  }

  @Test func `a copy is of one moment, and is a store that can be worked in`() throws {
    let hall = try TestHall(.file)
    try ticket(hall)
    let copy = try StoreCopy(of: hall.path, beside: folder.path("backup.db.part"))
    try ticket(hall)
    #expect(try names(in: folder.path) == ["backup.db.part"])
    let digest = try copy.publish(as: folder.path("backup.db"))
    #expect(digest.count == 64)
    #expect(try names(in: folder.path) == ["backup.db"])
    let path = folder.path("backup.db")
    #expect(try verify(path).streams == 7)
    #expect(try names(in: folder.path) == ["backup.db"])
    let desk = try Desk(store: SQLiteStore.open(at: path), surroundings: .test())
    let next = try desk.issueTicket(queue: "A", purpose: "", by: Seat(clerk: .counterClerk))
    #expect(next.id == "A002")
    let connection = try Connection(path: path, mode: .readOnly, applicationID: 0x7963_6831)
    let mode = try connection.first("PRAGMA journal_mode") { row throws(SQLiteError) in
      try row.text(0)
    }
    #expect(mode == "wal")
  }

  @Test func `what is not published leaves nothing`() throws {
    let store = try FinishedHall(acts: 60).path
    do { _ = try StoreCopy(of: store, beside: folder.path("backup.db.part")) }
    #expect(try names(in: folder.path) == [])
    #expect(throws: StoreError.self) {
      try StoreCopy(of: store, beside: folder.path("no/backup.db.part"))
    }
    #expect(throws: StoreError.notAStore(path: folder.path)) {
      try StoreCopy(of: folder.path, beside: folder.path("backup.db.part"))
    }
    #expect(try names(in: folder.path) == [])
  }

  @Test func `a copy with its log beside it is checked, with what the log holds`() throws {
    let hall = try TestHall(.file)
    try ticket(hall)
    let path = folder.path("copied.db")
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: hall.path + suffix, toPath: path + suffix)
    }
    #expect(try verify(path).streams == 7)
  }

  @Test func `a copy that an older version has written is checked, and left as it is`() throws {
    let path = try FinishedHall(acts: 60).path
    do {
      let store = try Connection(path: path, mode: .readWrite, applicationID: 0x7963_6831)
      try store.transaction { () throws(SQLiteError) in
        try store.run("INSERT INTO rebuild_due(id) VALUES (1)")
      }
      try store.becomeSoleFile()
    }
    let before = FileManager.default.contents(atPath: path)
    let report = try verify(path)
    #expect(report.isSound && !report.hasComparedLists && report.events > 50)
    #expect(FileManager.default.contents(atPath: path) == before)
  }

  private func restore(
    _ backup: String, over path: String, losing: Bool = false
  ) throws -> StoreReplacement {
    let replacement = StoreReplacement(
      path: path, at: TestClock.start, mayLoseEvents: losing)
    let copy = try StoreCopy(of: backup, beside: path + "-restoring")
    _ = try replacement.carryOut(copy)
    return replacement
  }

  private func obstacle(
    _ backup: String, over path: String, losing: Bool = false
  ) -> StoreReplacement.Obstacle? {
    do {
      _ = try restore(backup, over: path, losing: losing)
      return nil
    } catch let error as StoreReplacement.Obstacle {
      return error
    } catch {
      Issue.record("\(error)")
      return nil
    }
  }

  @Test func `a backup as new as the store takes its place, and the store is kept`() throws {
    let store = try FinishedHall(acts: 60).path
    let backup = try backup(store)
    let done = try restore(backup, over: store)
    #expect(done.kept.hasSuffix("hall.db-replaced-20260302T090000"))
    #expect(try verify(store).isSound)
    #expect(try verify(done.kept) == verify(store))
    let again = try restore(backup, over: store)
    #expect(again.kept.hasSuffix("hall.db-replaced-20260302T090000-2"))
    let attributes = try FileManager.default.attributesOfItem(atPath: store)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `nothing is restored that would lose events, unless one wants it`() throws {
    let store = try FinishedHall.working()
    let backup = try backup(store)
    do {
      let desk = try Desk(store: SQLiteStore.open(at: store), surroundings: .test())
      for queue in ["A", "B"] {
        _ = try desk.issueTicket(queue: queue, purpose: "", by: Seat(clerk: .counterClerk))
      }
    }
    let events = try verify(store).events
    guard case .loses(let loss)? = obstacle(backup, over: store) else {
      Issue.record("restored")
      return
    }
    #expect(loss.events == 2 && loss.streams == 2 && loss.diverging == 0)
    #expect(loss.first == TestClock.start && loss.last == TestClock.start)
    #expect(try verify(store).events == events)
    let done = try restore(backup, over: store, losing: true)
    #expect(try verify(store).events == events - 2)
    #expect(try verify(done.kept).events == events)
  }

  @Test func `a store that went another way is not replaced unasked`() throws {
    let store = try FinishedHall.working()
    let other = try FinishedHall.working()
    for (path, purpose) in [(store, "办事"), (other, "咨询")] {
      let desk = try Desk(store: SQLiteStore.open(at: path), surroundings: .test())
      _ = try desk.issueTicket(queue: "Z", purpose: purpose, by: Seat(clerk: .counterClerk))
    }
    guard case .loses(let loss)? = obstacle(try backup(other), over: store) else {
      Issue.record("restored")
      return
    }
    #expect(loss.diverging == 1 && loss.events == 0)
  }

  @Test func `nothing is restored under the hands of whoever has the store open`() throws {
    let store = try FinishedHall.working()
    let backup = try backup(store)
    let desk = try Desk(store: SQLiteStore.open(at: store), surroundings: .test())
    guard case .isOpen? = obstacle(backup, over: store, losing: true) else {
      Issue.record("restored")
      return
    }
    _ = try desk.issueTicket(queue: "A", purpose: "", by: Seat(clerk: .counterClerk))
    #expect(try verify(store).isSound)
  }

  @Test func `a store that cannot be read is replaced only if asked for, and kept`() throws {
    let store = try FinishedHall.working()
    let backup = try backup(store)
    try Data("这不是数据库。".utf8).write(to: URL(filePath: store))
    guard case .unreadable? = obstacle(backup, over: store) else {
      Issue.record("restored")
      return
    }
    let done = try restore(backup, over: store, losing: true)
    #expect(try verify(store).isSound)
    #expect(FileManager.default.contents(atPath: done.kept) == Data("这不是数据库。".utf8))
  }

  @Test func `where there is no store the backup becomes it, but no log is left to creep in`()
    throws
  {
    let backup = try backup(FinishedHall.working())
    let place = folder.path("new.db")
    _ = try restore(backup, over: place)
    #expect(try verify(place).isSound)
    let gone = folder.path("gone.db")
    try Data([1, 2, 3]).write(to: URL(filePath: gone + "-wal"))
    #expect(obstacle(backup, over: gone) == .logAlone)
    let done = try restore(backup, over: gone, losing: true)
    #expect(try verify(gone).isSound)
    #expect(FileManager.default.contents(atPath: done.kept + "-wal") == Data([1, 2, 3]))
    #expect(!FileManager.default.fileExists(atPath: gone + "-wal"))
  }
}

extension FinishedHall {
  /// A store of its own that can be worked in.
  fileprivate static func working() throws -> String { try FinishedHall(acts: 60).path }
}
