import CaseStore
import Casework
import Deskwork
import FoundationEssentials
import SQLite
import TestSupport
import Testing

struct WrongFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ text: String, to name: String) throws -> String {
    try text.write(toFile: folder.path(name), atomically: false, encoding: .utf8)
    return folder.path(name)
  }

  /// What is said to who looks only, and to who wants to work.
  private func refusals(_ path: String) -> [StoreError?] {
    [
      refusal { () throws(StoreError) in _ = try SQLiteStore.openReadOnly(at: path) },
      refusal { () throws(StoreError) in _ = try SQLiteStore.open(at: path) },
    ]
  }

  private func refusal(_ body: () throws(StoreError) -> Void) -> StoreError? {
    do throws(StoreError) {
      try body()
      return nil
    } catch {
      return error
    }
  }

  @Test func `what is no store is left alone`() throws {
    let letter = try write(String(repeating: "这是一封信。", count: 300), to: "letter.txt")
    let empty = try write("", to: "empty.db")
    let other = folder.path("other.db")
    _ = try Connection(path: other, mode: .create, applicationID: 5)
    for path in [letter, empty, other, folder.path] {
      #expect(refusals(path) == [.notAStore(path: path), .notAStore(path: path)])
    }
    let none = folder.path("none.db")
    #expect(refusals(none) == [.missing(path: none), .missing(path: none)])
    #expect(try String(contentsOfFile: letter, encoding: .utf8).hasPrefix("这是一封信。"))
  }

  @Test func `nothing is made over something`() throws {
    let letter = try write("这是一封信。", to: "letter.txt")
    for path in [letter, folder.path] {
      #expect(throws: StoreError.exists(path: path)) {
        try SQLiteStore.create(at: path, nature: TestHall.nature)
      }
    }
    #expect(try String(contentsOfFile: letter, encoding: .utf8) == "这是一封信。")
    let nowhere = folder.path("nowhere/hall.db")
    let error = #expect(throws: StoreError.self) {
      try SQLiteStore.create(at: nowhere, nature: TestHall.nature)
    }
    guard case .cannotOpen(nowhere, _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a store of a later version is refused by the name of its step`() throws {
    let path = try FinishedHall(acts: 60).path
    let connection = try Connection(path: path, mode: .readWrite, applicationID: 0x7963_6831)
    try connection.transaction { () throws(SQLiteError) in
      try connection.run("INSERT INTO migrations(name) VALUES ('holograms')")
    }
    let newer = StoreError.newer(path: path, migration: "holograms")
    #expect(refusals(path) == [newer, newer])
  }

  @Test func `a store that was never finished is damaged`() throws {
    let path = try FinishedHall(acts: 60).path
    let connection = try Connection(path: path, mode: .readWrite, applicationID: 0x7963_6831)
    try connection.transaction { () throws(SQLiteError) in
      try connection.run("DELETE FROM store_nature")
    }
    for case .damaged? in refusals(path) { return }
    Issue.record("opened")
  }

  /// While SQLite looks at the file the events are read already; what that led to is told by nobody.
  @Test func `a page overwritten by hand is found, and nothing else is told`() throws {
    let path = try FinishedHall(acts: 370).path
    let whole = try #require(FileManager.default.contents(atPath: path))
    let pages = whole.count / 4096
    for page in [pages / 5, pages / 2, pages * 2 / 3, pages - 2] {
      var bytes = whole
      bytes.replaceSubrange(
        4096 * page..<4096 * (page + 1), with: [UInt8](repeating: 0x5A, count: 4096))
      try bytes.write(to: URL(filePath: path))
      do throws(StoreError) {
        let store = try SQLiteStore.openReadOnly(at: path)
        let report = try store.verify(readings: TestReadings.of)
        let areOfStructure = report.faults.allSatisfy { fault in
          if case .structure = fault { true } else { false }
        }
        if report.faults.isEmpty || !areOfStructure { Issue.record("\(page): \(report.faults)") }
      } catch {
        guard case .damaged = error else {
          Issue.record("\(page): \(error)")
          return
        }
      }
    }
  }

  private static let sayings: [(SQLiteError.Kind, StoreError)] = [
    (.full, .diskFull), (.readOnly, .readOnly(path: "/x")),
    (.networkFileSystem, .networkFileSystem(path: "/x")),
    (.turnNotReached(heldBy: nil), .lockedTooLong(seconds: 10, holder: nil)),
    (
      .turnNotReached(heldBy: TurnSignature(process: 7, name: "")),
      .lockedTooLong(seconds: 10, holder: TurnHolder(process: 7, clerk: nil))
    ),
    (
      .turnNotReached(heldBy: TurnSignature(process: 7, name: "wangfang")),
      .lockedTooLong(seconds: 10, holder: TurnHolder(process: 7, clerk: "wangfang"))
    ),
    (.busy, .lockedTooLong(seconds: 10, holder: nil)), (.corrupt, .damaged(detail: "so")),
    (.mistyped(column: 2), .damaged(detail: "so")), (.fileMissing, .missing(path: "/x")),
    (.alreadyExists, .exists(path: "/x")), (.isDirectory, .notAStore(path: "/x")),
    (.notADatabase, .notAStore(path: "/x")), (.empty, .notAStore(path: "/x")),
    (.otherProgram(applicationID: 3), .notAStore(path: "/x")),
    (.newerSchema(["later"]), .newer(path: "/x", migration: "later")),
    (.olderSchema(["later"]), .older(path: "/x")),
    (.inputOutput, .diskFault(path: "/x", detail: "so")),
    (.cannotOpen, .cannotOpen(path: "/x", detail: "so")),
    (.damagedLog, .damagedLog(path: "/x")), (.foreignLog, .foreignLog(path: "/x")),
    (.unreadLog, .unreadLog(path: "/x")),
    (.transactionLost, .other(detail: "so")),
  ]

  @Test func `what the library says is said in the store's words`() {
    for (kind, expected) in Self.sayings {
      let error = SQLiteError(kind: kind, message: "so")
      #expect(StoreError(error, path: "/x", patience: 10) == expected)
    }
  }
}
