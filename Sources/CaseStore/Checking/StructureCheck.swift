import Dispatch
import SQLite
import Synchronization

/// Whether SQLite finds files whole, every page and every entry of an index: found out by a connection
/// of its own, while others read what lies in them.
final class StructureCheck: Sendable {
  private let findings: [Finding]

  /// On threads of their own: those who read the events wait for none of it.
  init(of stores: [SQLiteStore]) {
    findings = stores.map { Finding($0.path) }
    let findings = findings
    DispatchQueue(label: "structure").async {
      for finding in findings {
        finding.find()
        if Self.hasFaults(findings) { return }
      }
    }
    // Nobody reads the pages of a file in their order, and a disk is quick only with that.
    DispatchQueue(label: "reading ahead").async {
      for finding in findings { finding.readAhead() }
    }
  }

  private static func hasFaults(_ findings: [Finding]) -> Bool {
    findings.first?.known?.isEmpty == false
  }

  /// Whether the first file is known to be damaged by now, so that nothing is worth reading, nor any of
  /// the other files looked at.
  var hasFaults: Bool { Self.hasFaults(findings) }

  /// What is wrong with the file at this place among them; waits until that is known. Where no second
  /// connection can be had the store's own one looks.
  func faults(at index: Int, of store: SQLiteStore) throws(SQLiteError) -> [String] {
    if let faults = findings[index].awaited { return faults }
    return try store.connection.structuralFaults(withIndexes: true)
  }

  private final class Finding: Sendable {
    private struct Found {
      var faults: [String]?
      var isOver = false
    }

    private let path: String
    private let found = Mutex(Found())
    private let isDone = DispatchSemaphore(value: 0)

    init(_ path: String) { self.path = path }

    func find() {
      let faults = try? SQLiteStore.connectForReading(path).structuralFaults(withIndexes: true)
      found.withLock { $0 = Found(faults: faults, isOver: true) }
      isDone.signal()
    }

    func readAhead() {
      guard !isOver, let connection = try? SQLiteStore.connectForReading(path) else { return }
      connection.readAhead { isOver }
    }

    private var isOver: Bool { found.withLock { $0.isOver } }

    var known: [String]? { found.withLock { $0.faults } }

    var awaited: [String]? {
      isDone.wait()
      isDone.signal()
      return known
    }
  }
}
