import Casework
package import Deskwork
import SQLite

extension SQLiteStore {
  /// Writes the files of closed years anew that an older version of this program has written: the same
  /// record with the lists of this version. A file that is not there, or that another process is at, is
  /// left for the next time.
  package func renewClosedYears(
    readings: @escaping @Sendable (String) -> [Spelling],
    progress: @escaping (Progress) -> Void = { _ in }
  ) throws(StoreError) {
    for closed in try closedYears() {
      guard let path = try pathIfThere(of: closed) else { continue }
      // What cannot be read is for whoever asks for it.
      guard let source = try? Self.olderFile(at: path) else { continue }
      let writer = ClosedFileWriter(
        source: source, nature: settled, mark: closed.mark, readings: readings, progress: progress)
      do throws(StoreError) { try renew(closed, at: path, writer) } catch {
        guard case .closingElsewhere = error else { throw error }
      }
      closedStores[closed.name] = nil
    }
  }

  /// The file of a closed year as an older version of this program has written it; nil if it is of this.
  static func olderFile(at path: String) throws(SQLiteError) -> Connection? {
    let connection = try connect(path, .immutable)
    return try Schema.migrator.pending(in: connection).isEmpty ? nil : connection
  }

  /// What is to get the name of a closed year once it is whole; refused while another process writes it.
  static func partFile(beside path: String) throws(StoreError) -> PartFile {
    let path = path + ".part"
    do throws(SQLiteError) {
      return try PartFile(path)
    } catch {
      guard error.kind != .busy else { throw .closingElsewhere(path: path) }
      throw StoreError(error, path: path, patience: usualPatience)
    }
  }

  private func pathIfThere(of closed: YearClosed) throws(StoreError) -> String? {
    do throws(StoreError) { return try path(of: closed) } catch {
      guard case .closedFileMissing = error else { throw error }
      return nil
    }
  }

  private func renew(
    _ closed: YearClosed, at path: String, _ writer: ClosedFileWriter
  ) throws(StoreError) {
    let part = try Self.partFile(beside: path)
    var isNamed = false
    defer { if !isNamed { part.discard() } }
    try reading { _ throws(StoreFailure) in
      let streams = try asking { () throws(SQLiteError) in
        try writer.source.query(
          "SELECT stream FROM journal WHERE version = 1 AND stream GLOB 'case/*' ORDER BY position"
        ) { row throws(SQLiteError) in try row.text(0) }
      }
      let ids = streams.compactMap { stream in
        if case .file(let id)? = StreamID(stream) { id } else { nil }
      }
      try writer.write(ids, to: part.path)
    }
    let report = try Self.openClosed(at: part.path).verify(readings: writer.readings)
    guard report.isSound, report.head == closed.digest else {
      throw .closedFileForeign(path: path)
    }
    try speaking(of: path) { () throws(SQLiteError) in
      try part.flush()
      try Place.move(part.path, to: path)
      isNamed = true
      try Place.flushFolder(of: path)
      try Place.protect(path)
    }
  }
}
