import FoundationEssentials
import Glibc
import Synchronization
import Testing

@testable import SQLite

struct CopyTests {
  @Test func `a file on its way belongs to one writer, who empties what another has left`() throws {
    let folder = try TemporaryFolder()
    try folder.write([1, 2, 3], to: "copy.part")
    let first = try PartFile(folder.path("copy.part"))
    #expect(first.length == 0)
    #expect(try folder.permissions(of: "copy.part") == 0o600)
    let second = #expect(throws: SQLiteError.self) { try PartFile(folder.path("copy.part")) }
    #expect(second?.kind == .busy)
  }

  /// Another thread opens files all the while: what is closed twice may be one of those.
  @Test func `a file on its way that is refused closes no other`() async throws {
    let folder = try TemporaryFolder()
    let taken = try PartFile(folder.path("copy.part"))
    let isOver = Mutex(false)
    let opening = Task.detached {
      var lost = 0
      while !isOver.withLock({ $0 }) {
        let file = open("/dev/null", O_RDONLY | O_CLOEXEC)
        if fcntl(file, F_GETFD) == -1 { lost += 1 }
        if close(file) != 0 { lost += 1 }
      }
      return lost
    }
    for _ in 0..<4_000 { #expect(throws: SQLiteError.self) { try PartFile(taken.path) } }
    isOver.withLock { $0 = true }
    #expect(await opening.value == 0)
  }

  @Test func `a finished file never takes a name that is taken`() throws {
    let folder = try TemporaryFolder()
    try folder.write([9], to: "copy.db")
    let part = try PartFile(folder.path("copy.part"))
    let taken = #expect(throws: SQLiteError.self) {
      try part.publish(as: folder.path("copy.db"))
    }
    #expect(taken?.kind == .alreadyExists)
    #expect(folder.bytes(of: "copy.db") == [9])
    try part.publish(as: folder.path("other.db"))
    #expect(Place.identity(of: folder.path("other.db")) != nil)
    #expect(Place.identity(of: folder.path("copy.part")) == nil)
  }

  @Test func `a store becomes one file only where nobody else has it open`() throws {
    let folder = try TemporaryFolder()
    let connection = try folder.words()
    try connection.add("甲")
    do {
      let other = try folder.open("hall.db", .readOnly)
      #expect(try other.words() == ["甲"])
      let open = #expect(throws: SQLiteError.self) { try connection.becomeSoleFile() }
      #expect(open?.kind == .busy)
      #expect(!folder.bytes(of: "hall.db-wal").isEmpty)
    }
    try connection.becomeSoleFile()
    #expect(Place.identity(of: folder.path("hall.db-wal")) == nil)
    #expect(Place.identity(of: folder.path("hall.db-shm")) == nil)
    #expect(try folder.open("hall.db", .immutable).words() == ["甲"])
    #expect(try folder.open("hall.db", .readWrite).words() == ["甲"])
  }

  @Test func `a file that took the name of another while it was opened is not written`() throws {
    let folder = try TemporaryFolder()
    do {
      let connection = try folder.words()
      try connection.becomeSoleFile()
    }
    let late = try folder.open("hall.db", .readOnly)
    try FileManager.default.copyItem(
      atPath: folder.path("hall.db"), toPath: folder.path("new.db"))
    try late.demandSameFile()
    try Place.move(folder.path("new.db"), to: folder.path("hall.db"))
    let replaced = #expect(throws: SQLiteError.self) { try late.demandSameFile() }
    #expect(replaced?.kind == .busy)
  }

  @Test func `the kernel's list says which processes hold a file`() {
    let list = """
      1: FLOCK  ADVISORY  WRITE 700 fe:00:131 0 EOF
      2: POSIX  ADVISORY  READ  4711 fe:00:131 1073741826 1073742335
      2: -> POSIX  ADVISORY  WRITE 12 fe:00:131 0 EOF
      3: POSIX  ADVISORY  READ  4711 fe:00:131 128 128
      4: POSIX  ADVISORY  READ  5 fe:00:1310 128 128
      5: POSIX  ADVISORY  READ  88 fe:00:131 128 128
      nonsense
      """
    let file = Place.Identity(device: 0, number: 131)
    #expect(Place.holders(of: file, in: list) == [88, 4711])
  }
}
