import SQLite
import Testing

struct BackupTests {
  @Test func `a backup holds what was committed and belongs to the same program`() throws {
    let folder = try TemporaryFolder()
    let connection = try folder.words()
    try connection.add("甲", "乙")
    try connection.backup(into: folder.path("copy.db"))
    let copy = try folder.open("copy.db", .readOnly)
    #expect(try copy.words() == ["甲", "乙"])
    #expect(try copy.fileNumber() == connection.fileNumber() && copy.fileNumber() != 0)
    #expect(try copy.structuralFaults() == [])
  }

  @Test func `a backup never overwrites and leaves no half file`() throws {
    let folder = try TemporaryFolder()
    let connection = try folder.words()
    try folder.write([1, 2, 3], to: "taken.db")
    let taken = #expect(throws: SQLiteError.self) {
      try connection.backup(into: folder.path("taken.db"))
    }
    #expect(taken?.kind == .alreadyExists)
    #expect(folder.bytes(of: "taken.db") == [1, 2, 3])
    let nowhere = #expect(throws: SQLiteError.self) {
      try connection.backup(into: folder.path("no/copy.db"))
    }
    #expect(nowhere?.kind == .folderMissing)
  }

  @Test func `a damaged page is found`() throws {
    let folder = try TemporaryFolder()
    do {
      let connection = try folder.words()
      try connection.add(String(repeating: "页", count: 20_000))
      try connection.checkpointIfNeeded(pages: 0)
    }
    var bytes = folder.bytes(of: "hall.db")
    for place in 4096..<4106 { bytes[place] = 0xEE }
    try folder.write(bytes, to: "bad.db")
    let damaged = try folder.open("bad.db", .readOnly)
    #expect(try damaged.structuralFaults() != [])
  }
}
