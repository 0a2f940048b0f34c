import Dispatch
import FoundationEssentials
import Glibc
import SQLite
import Synchronization
import Testing

/// What whoever has the turn is about to commit is told to the next in the line.
struct AnnouncementTests {
  private let folder: TemporaryFolder
  private let first: Connection

  init() throws {
    folder = try TemporaryFolder()
    first = try folder.words()
  }

  /// What the second of two has heard in the line, and whether it had come in its turn.
  private struct Heard {
    var bytes: [UInt8]?
    var hasCome: Bool?
  }

  /// `body` is carried out in the first one's turn, with the second behind it in the line.
  private func told(_ body: (Connection) throws(SQLiteError) -> Void) throws -> Heard {
    let heard = Mutex(Heard())
    let second = DispatchGroup()
    let folder = folder
    try? first.holdingTurn(inLine: { _ in }) { () throws(SQLiteError) in
      folder.next(in: second) { connection throws(SQLiteError) in
        var told: Announcement?
        try connection.holdingTurn(inLine: { told = $0 }) { () throws(SQLiteError) in
          let hasCome = told.map { connection.hasCome($0) }
          heard.withLock { $0 = Heard(bytes: told?.bytes, hasCome: hasCome) }
        }
      }
      try body(first)
    }
    second.wait()
    return heard.withLock { $0 }
  }

  /// Told within a transaction, which then goes on for as long as the second needs to hear it.
  private func addTelling(_ word: String, _ connection: Connection) throws(SQLiteError) {
    try connection.transaction { () throws(SQLiteError) in
      try connection.run("INSERT INTO word(text) VALUES (?)", [.text(word)])
      connection.announce { Array(word.utf8) }
      usleep(50_000)
    }
  }

  @Test func `the next in the line hears what is about to be committed, and that it came`() throws {
    let heard = try told { first throws(SQLiteError) in try addTelling("甲", first) }
    #expect(heard.bytes == Array("甲".utf8))
    #expect(heard.hasCome == true)
  }

  @Test func `what was told and taken back has not come`() throws {
    let heard = try told { first throws(SQLiteError) in
      try first.transaction { () throws(SQLiteError) in
        first.announce { [1] }
        usleep(50_000)
        for _ in 1...2 { try first.run("INSERT INTO word(text) VALUES ('甲')") }
      }
    }
    #expect(heard.bytes == [1])
    #expect(heard.hasCome == false)
  }

  @Test func `nor has it come if something else was committed after it`() throws {
    let heard = try told { first throws(SQLiteError) in
      try addTelling("甲", first)
      try first.add("乙")
    }
    #expect(heard.bytes == Array("甲".utf8))
    #expect(heard.hasCome == false)
  }

  @Test func `what came once is told to nobody again, and who has nobody behind tells nothing`()
    throws
  {
    _ = try told { first throws(SQLiteError) in try addTelling("甲", first) }
    let heard = try told { first throws(SQLiteError) in try first.add("乙") }
    #expect(heard.bytes == nil)
    var isAsked = false
    try first.holdingTurn(inLine: { _ in }) { () throws(SQLiteError) in
      try first.transaction { () throws(SQLiteError) in
        first.announce {
          isAsked = true
          return [1]
        }
      }
    }
    #expect(!isAsked)
  }

  @Test func `who is not told waits as long as it takes`() throws {
    let heard = try told { first throws(SQLiteError) in
      try first.transaction { () throws(SQLiteError) in first.announce { nil } }
    }
    #expect(heard.bytes == nil)
  }

  @Test(.enabled(if: ProcessInfo.processInfo.activeProcessorCount > 1))
  func `neighbours in the line keep to different processors, and to none afterwards`() throws {
    let found = Mutex<[String]>([])
    let others = DispatchGroup()
    let before = processors()
    let folder = folder
    try first.holdingTurn(inLine: { _ in }) { () throws(SQLiteError) in
      for _ in 1...2 {
        folder.next(in: others) { connection throws(SQLiteError) in
          try connection.holdingTurn(inLine: { _ in }) { () throws(SQLiteError) in
            found.withLock { $0.append(processors()) }
          }
          found.withLock { $0.append(processors()) }
        }
      }
    }
    others.wait()
    let lists = found.withLock { $0 }
    #expect(lists.count { $0 == before } == 2)
    #expect(Set(lists).count == 3)
  }
}

extension TemporaryFolder {
  /// Carries something out on another thread, which stands in the line when this returns.
  fileprivate func next(
    in group: DispatchGroup, _ body: @escaping @Sendable (Connection) throws(SQLiteError) -> Void
  ) {
    let before = bytes(of: "hall.db-queue.lock").prefix(8)
    DispatchQueue.global().async(group: group) {
      do { try body(try self.open("hall.db", .readWrite, patience: .seconds(60))) } catch {
        Issue.record(error)
      }
    }
    while bytes(of: "hall.db-queue.lock").prefix(8) == before { usleep(500) }
  }
}

/// Those this thread may run on.
private func processors() -> String {
  let status = (try? String(contentsOfFile: "/proc/thread-self/status", encoding: .utf8)) ?? ""
  return status.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed_list:") }.map(String.init)
    ?? ""
}
