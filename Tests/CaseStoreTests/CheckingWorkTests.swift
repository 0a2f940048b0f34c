import Casework
import Deskwork
import SQLite
import Synchronization
import TestSupport
import Testing
import WorkCalendar

@testable import CaseStore

struct CheckingWorkTests {
  private struct TooMuch: Error {}

  @Test(arguments: [1, 2, 7])
  func `answers come in the order of the pieces, however many processors there are`(
    _ processors: Int
  ) {
    var pieces = (0..<500).makeIterator()
    var answers: [Int] = []
    OrderedWork(processors: processors) { (piece: Int) in
      // Some pieces are much more work than those behind them.
      (0..<(piece % 7 == 0 ? 20_000 : 1)).reduce(piece * 3) { sum, step in sum ^ step ^ step }
    }.run(next: { pieces.next() }, take: { answers.append($0) })
    #expect(answers == (0..<500).map { $0 * 3 })
  }

  @Test func `no more pieces are begun than can be held`() {
    let begun = Mutex(0)
    var (given, taken, most) = (0, 0, 0)
    OrderedWork(processors: 3) { (piece: Int) in
      begun.withLock { $0 += 1 }
      return piece
    }.run(
      next: {
        guard given < 100 else { return nil }
        given += 1
        most = max(most, given - taken)
        return given
      }, take: { _ in taken += 1 })
    #expect(most == 8 && taken == 100 && begun.withLock { $0 } == 100)
  }

  @Test(arguments: [1, 4])
  func `what goes wrong ends the work`(_ processors: Int) {
    var taken = 0
    #expect(throws: TooMuch.self) {
      try OrderedWork(processors: processors) { (piece: Int) in piece }.run(
        next: { () throws(TooMuch) in 1 },
        take: { _ throws(TooMuch) in
          taken += 1
          if taken == 5 { throw TooMuch() }
        })
    }
    #expect(taken == 5)
  }

  /// Much is written into it in one transaction, most pages many times.
  @Test func `what a check writes for itself goes to no log, and can be taken back`() throws {
    let scratch = try ScratchStore()
    let mode = try scratch.connection.first("PRAGMA journal_mode") { row throws(SQLiteError) in
      try row.text(0)
    }
    #expect(mode == "memory")
    let fill = "INSERT INTO counter_value(key, value) VALUES (?, 1)"
    #expect(throws: SQLiteError.self) {
      try scratch.connection.transaction { () throws(SQLiteError) in
        for key in ["a", "b", "a"] { try scratch.connection.run(fill, [.text(key)]) }
      }
    }
    #expect(try scratch.connection.integer("SELECT count(*) FROM counter_value") == 0)
  }

  private static let changes: [String?] = [
    nil, "UPDATE journal SET clerk = 'C02' WHERE position % 9 = 4",
    "UPDATE journal SET body = '{}' WHERE position % 50 = 3",
    "DELETE FROM journal WHERE position % 70 = 40",
    "UPDATE case_row SET stage = 'concluded' WHERE place % 5 = 3",
    "DELETE FROM sheet", "DELETE FROM search_text WHERE place > 3",
    "UPDATE journal SET kind = 'reference.hall-opened.9' WHERE stream = 'hall' AND version = 1",
  ]

  @Test(arguments: changes)
  func `with any number of processors the same is found, in the same order`(
    _ change: String?
  ) throws {
    let path = try FinishedHall(acts: 370).path
    if let change {
      let store = try Connection(path: path, mode: .readWrite, applicationID: 0x7963_6831)
      try store.transaction { () throws(SQLiteError) in
        try store.run("DROP TRIGGER IF EXISTS journal_is_never_changed")
        try store.run("DROP TRIGGER IF EXISTS journal_is_never_shortened")
        try store.run(change)
      }
    }
    let reports = try [1, 2, 5].map { processors in
      try SQLiteStore.openReadOnly(at: path)
        .verify(readings: TestReadings.of, heads: [100, 200], processors: processors)
    }
    #expect(reports[0] == reports[1] && reports[1] == reports[2])
    #expect(reports[0].isSound == (change == nil))
  }

  /// Gives the events of a hall other positions, as a clock set back would have: the case with the
  /// last name begins first, and what happened later happens in the order of the names.
  private func turnRound(_ store: Connection) throws {
    let lines = try store.query("SELECT \(JournalLine.selection) FROM journal ORDER BY position") {
      row throws(SQLiteError) in try JournalLine(row)
    }
    let isCase = { (line: JournalLine) in line.stream.hasPrefix("case/") }
    var began: [String: Int64] = [:]
    for line in lines where line.version == 1 { began[line.stream] = line.act }
    let isFirst = { (line: JournalLine) in began[line.stream] == line.act }
    let cases = lines.filter(isCase).sorted {
      $0.stream == $1.stream ? $0.version < $1.version : $0.stream < $1.stream
    }
    let streams = Set(cases.map(\.stream)).sorted(by: >)
    let firstActs = streams.flatMap { name in cases.filter { $0.stream == name && isFirst($0) } }
    let all = lines.filter { !isCase($0) } + firstActs + cases.filter { !isFirst($0) }
    var hashes: [String: String] = [:]
    try store.transaction { () throws(SQLiteError) in
      try store.run("DROP TRIGGER IF EXISTS journal_is_never_shortened")
      try store.run("DELETE FROM journal")
      for (index, old) in all.enumerated() {
        var line = old
        line.position = Int64(index) + 1
        line.act = line.position - (old.position - old.act)
        line.hash = line.hash(after: hashes[line.stream] ?? "")
        hashes[line.stream] = line.hash
        try store.insert(line)
      }
    }
  }

  @Test func `cases are put in the order they began, whatever their names say`() throws {
    let path = try FinishedHall(acts: 370).path
    let before = try Connection(path: path, mode: .readWrite, applicationID: 0x7963_6831)
    try turnRound(before)
    let store = try SQLiteStore.open(at: path)
    try store.rebuild(readings: TestReadings.of)
    #expect(try store.verify(readings: TestReadings.of).faults == [])
    let ids = try store.connection.query("SELECT id FROM case_row ORDER BY place") {
      row throws(SQLiteError) in try row.text(0)
    }
    #expect(ids == ids.sorted(by: >))
    try expectLastIntakes(of: ids, in: store)
  }

  /// What is known of an applicant is what the last intake of all said, not the one read last.
  private func expectLastIntakes(of ids: [String], in store: SQLiteStore) throws {
    var last: [Identity: (act: Int64, name: String)] = [:]
    for id in ids {
      for intake in try store.connection.replay(of: CaseID(id)).intakes {
        guard let applicant = intake.file.intake?.applicant else { continue }
        guard intake.act > last[applicant.identity]?.act ?? 0 else { continue }
        last[applicant.identity] = (intake.act, applicant.name)
      }
    }
    #expect(!last.isEmpty)
    for (identity, intake) in last {
      #expect(try store.applicant(identity)?.applicant.name == intake.name)
    }
  }
}
