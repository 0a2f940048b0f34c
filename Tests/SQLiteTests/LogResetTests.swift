import FaultyDisk

import SQLite
import Testing

/// The schedule in which SQLite before 3.51.3 damages a file: a checkpoint has read how long the log
/// is, and before it goes on somebody else writes, which begins the log anew.
struct LogResetTests {
  private let folder: TemporaryFolder
  private let disk = FaultyDisk()

  init() throws { folder = try TemporaryFolder() }

  private struct Ending {
    /// Words that were committed, and words that are there.
    var committed: [String] = []
    var found: [String] = []
    var faults: [String] = []
  }

  private func connect(takesTurns: Bool, layer: String? = nil) throws(SQLiteError) -> Connection {
    var handling = FileHandling()
    (handling.layer, handling.takesTurns) = (layer, takesTurns)
    return try Connection(
      path: folder.path("hall.db"), mode: .create, applicationID: 77, patience: .zero,
      handling: handling)
  }

  private func play(takesTurns: Bool) throws -> Ending {
    let writer = try connect(takesTurns: takesTurns)
    let checkpointer = try connect(takesTurns: takesTurns, layer: disk.name)
    var committed: [String] = []
    func write(_ count: Int) throws(SQLiteError) {
      for _ in 0..<count {
        let word = "\(committed.count) " + String(repeating: "字", count: 400)
        try writer.add(word)
        committed.append(word)
      }
    }
    try writer.transaction { () throws(SQLiteError) in
      try writer.run("CREATE TABLE word(id INTEGER PRIMARY KEY, text TEXT UNIQUE) STRICT")
      try writer.run("CREATE TABLE step(count INTEGER NOT NULL) STRICT")
      try writer.run("INSERT INTO step VALUES (0)")
    }
    try write(30)
    let length = writer.logLength
    try writer.checkpointIfNeeded(pages: 0)
    disk.done = { call in
      guard call.kind == .unfetch else { return }
      disk.done = { _ in }
      // The gap. With the turn the writer is refused here, and comes again when it is over.
      try? write(1)
    }
    try checkpointer.checkpointIfNeeded(pages: 0)
    // The log grows to the length at which its end is taken for moved, and then begins anew.
    while writer.logLength + 20 < length { try write(1) }
    while writer.logLength < length {
      try writer.transaction { () throws(SQLiteError) in
        try writer.run("UPDATE step SET count = count + 1")
      }
    }
    try write(20)
    // Whoever wrote has the pages in memory still; somebody else sees what is in the file.
    let reader = try folder.open("hall.db", .readOnly)
    let found = (try? reader.words()) ?? []
    return Ending(committed: committed, found: found, faults: try reader.structuralFaults())
  }

  @Test(
    .enabled(
      if: SQLiteLibrary.hasLogResetFault,
      "SQLite \(SQLiteLibrary.version) no longer lets a checkpoint and a write overlap like this"))
  func `without the turn the file is damaged`() throws {
    let ending = try play(takesTurns: false)
    #expect(ending.found != ending.committed || !ending.faults.isEmpty)
  }

  @Test func `with the turn the same schedule leaves it whole`() throws {
    let ending = try play(takesTurns: true)
    #expect(ending.committed.count >= 50)
    #expect(ending.found == ending.committed)
    #expect(ending.faults == [])
  }
}
