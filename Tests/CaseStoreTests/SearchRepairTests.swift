import CaseStore
import Casework
import Deskwork
import FaultyDisk
import SQLite
import TestSupport
import Testing

/// The search index holds nothing that cannot be made anew, whatever has become of it.
struct SearchRepairTests {
  @Test(arguments: [
    "UPDATE search_data SET block = x'5A5A5A5A5A5A' WHERE id = 10", "DELETE FROM search_data",
    "UPDATE search_data SET block = zeroblob(20) WHERE id > 10", "DROP TABLE search_data",
    "DROP TABLE search_idx", "DROP TABLE search_config",
    "UPDATE search_config SET v = 99 WHERE k = 'version'",
  ])
  func `a damaged index is found by verify and made anew by rebuild`(_ damage: String) throws {
    let path = try FinishedHall(acts: 60).path
    // Everything is indexed, nothing waits.
    try SQLiteStore.open(at: path).rebuild(readings: TestReadings.of)
    let before = try SQLiteStore.open(at: path).search("王", limit: 500)
    #expect(before.count > 2)
    #expect(tamper(with: path, damage))
    let (store, other) = (try SQLiteStore.open(at: path), try SQLiteStore.open(at: path))
    let found = try store.verify(readings: TestReadings.of)
    #expect(!found.isSound)
    for fault in found.faults {
      guard case .list("search_word", _, _) = fault else { throw Unexpected(fault: fault) }
    }
    try store.rebuild(readings: TestReadings.of)
    #expect(try store.verify(readings: TestReadings.of).faults == [])
    #expect(try store.search("王", limit: 500) == before)
    // Whoever works on meanwhile has read something since, and knows the new tables.
    #expect(try !other.items().isEmpty)
    #expect(try other.search("王", limit: 500) == before)
    #expect(try other.verify(readings: TestReadings.of).isSound)
  }

  private struct Unexpected: Error {
    var fault: StoreFault
  }
}
