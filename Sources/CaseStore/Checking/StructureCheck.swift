import Dispatch
import SQLite
import Synchronization

/// Whether SQLite finds files whole, every page and every entry of an index: found out by a connection
/// of its own, while others read what lies in them.
final class StructureCheck: Sendable {
  private let findings: [Finding]

  init(of stores: [SQLiteStore]) {
    findings = stores.map { Finding($0.path) }
    let findings = findings
    // A queue of its own: those who read the events wait for none of it.
    DispatchQueue(label: "structure").async {
      for finding in findings { finding.find() }
    }
  }

  /// Whether the first file is known to be damaged by now, so that nothing in it is worth reading.
  var hasFaults: Bool { findings.first?.known?.isEmpty == false }

  /// What is wrong with the file at this place among them; waits until that is known. Where no second
  /// connection can be had the store's own one looks.
  func faults(at index: Int, of store: SQLiteStore) throws(SQLiteError) -> [String] {
    if let faults = findings[index].awaited { return faults }
    return try store.connection.structuralFaults(withIndexes: true)
  }

  private final class Finding: Sendable {
    private let path: String
    private let found = Mutex<[String]?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    init(_ path: String) { self.path = path }

    func find() {
      let faults = try? SQLiteStore.connectForReading(path).structuralFaults(withIndexes: true)
      found.withLock { $0 = faults }
      isDone.signal()
    }

    var known: [String]? { found.withLock { $0 } }

    var awaited: [String]? {
      isDone.wait()
      isDone.signal()
      return known
    }
  }
}
