private import CSQLite

extension Connection {
  /// Reads the file from its beginning to its end and keeps nothing of it: afterwards its pages lie in
  /// memory for whoever asks for them one by one and in no order, which is several times as much work
  /// for a disk. What cannot be read they will find out themselves.
  ///
  /// By SQLite's own handle: whoever closes another one of the same file gives up all its locks.
  package func readAhead(until isOver: () -> Bool) {
    guard let size = try? pageCount() * pageSize() else { return }
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    for start in stride(from: 0, to: size, by: piece.count) {
      let code = csqlite_read_file(handle.database, &piece, Int32(piece.count), Int64(start))
      if isOver() || code != SQLITE_OK { return }
    }
  }
}
