package import Deskwork
import Digests
import SQLite

/// A copy of a store on its way to its name. Until it is published it lies under another name, so
/// that whatever is cut short leaves nothing that looks like a copy.
package final class StoreCopy {
  /// Where it lies until it is published.
  package var part: String { file.path }
  private let source: String
  private let file: PartFile
  private var isPublished = false

  /// Writes a consistent copy of a store while the hall works on.
  package init(
    of source: String, beside part: String, progress: @escaping (Progress) -> Void = { _ in }
  ) throws(StoreError) {
    self.source = source
    let connection = try speaking(of: source) { () throws(SQLiteError) in
      let connection = try SQLiteStore.connectForReading(source)
      // What a newer version has written cannot be checked here; an older version's can.
      _ = try Schema.migrator.pending(in: connection)
      return connection
    }
    do throws(SQLiteError) {
      file = try PartFile(part)
    } catch {
      throw [.folderMissing, .busy].contains(error.kind)
        ? .cannotOpen(path: part, detail: error.message)
        : StoreError(error, path: part, patience: SQLiteStore.usualPatience)
    }
    do throws(SQLiteError) {
      let total = try connection.pageCount()
      let size = try max(1, connection.pageSize())
      let file = file
      try connection.copy(into: part) {
        progress(Progress(done: min(total, file.length / size), total: total))
      }
      try file.flush()
    } catch {
      // Its end takes the file away.
      throw StoreError(error, path: part, patience: SQLiteStore.usualPatience)
    }
  }

  deinit { if !isPublished { file.discard() } }

  /// What is wrong with the structure of the file.
  package func structuralFaults() throws(StoreError) -> [StoreFault] {
    try speaking(of: part) { () throws(SQLiteError) in
      try SQLiteStore.connect(part, .immutable).structuralFaults()
    }.map { .structure(detail: $0) }
  }

  /// Gives it its name, which nothing may have yet; answers with the SHA-256 of the file.
  package func publish(as name: String) throws(StoreError) -> String {
    let digest = try digest()
    try speaking(of: name) { () throws(SQLiteError) in try file.publish(as: name) }
    isPublished = true
    return digest
  }

  /// Puts it where a store was, at one stroke.
  func replace(_ path: String) throws(SQLiteError) {
    try file.flush()
    try Place.move(part, to: path)
    isPublished = true
    try Place.flushFolder(of: path)
  }

  /// In bytes.
  package var length: Int { file.length }

  private func digest() throws(StoreError) -> String {
    var sum = Sha256()
    try speaking(of: part) { () throws(SQLiteError) in
      try Place.read(part) { sum.update($0) }
    }
    return Sha256.hexadecimal(sum.finish())
  }
}

/// Asks SQLite about one file, its errors spoken as the store's.
func speaking<Answer>(
  of path: String, _ body: () throws(SQLiteError) -> Answer
) throws(StoreError) -> Answer {
  do throws(SQLiteError) {
    return try body()
  } catch {
    throw StoreError(error, path: path, patience: SQLiteStore.usualPatience)
  }
}
