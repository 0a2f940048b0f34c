private import Glibc

/// What several processes did to one database, in the order they did it, and what they acknowledged:
/// one file to which every process appends.
package struct PowerLog {
  package let path: String
  private let file: Int32

  package init?(_ path: String) {
    file = open(path, O_CREAT | O_RDWR | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { return nil }
    self.path = path
  }

  /// From now on everything this disk is told stands in the log.
  package func keep(_ disk: FaultyDisk) {
    disk.fault = { call in
      // The intention is enough: what was never written is the same as what was lost.
      if let entry = Entry(before: call) { self.append(entry) }
      return nil
    }
    disk.done = { call in if let entry = Entry(after: call) { self.append(entry) } }
  }

  /// Stands in the log only after the caller has been told that its act is on disk.
  package func acknowledge(_ name: String) {
    append(Entry(kind: .acknowledged, bytes: Array(name.utf8)))
  }

  /// What stands in a file that is not SQLite's.
  package func note(_ bytes: [UInt8]) { append(Entry(kind: .noted, bytes: bytes)) }

  private func append(_ entry: Entry) {
    let bytes = entry.coded
    // One call, so that no other process writes between.
    let written = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    precondition(written == bytes.count, "the log of the disk could not be written")
  }

  package func entries() -> [Entry] {
    var bytes = [UInt8](repeating: 0, count: Int(lseek(file, 0, SEEK_END)))
    let count = bytes.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, 0) }
    precondition(count == bytes.count, "the log of the disk could not be read")
    var entries: [Entry] = []
    var rest = bytes[...]
    while let entry = Entry(from: &rest) { entries.append(entry) }
    return entries
  }
}

/// One line of the log.
package struct Entry: Sendable {
  package enum Kind: UInt8, Sendable {
    case write, truncate, delete
    /// What was written before this began is safe once it has ended.
    case syncBegun, syncEnded
    case acknowledged, noted
  }

  package var kind: Kind
  package var file = DiskCall.File.other
  package var process: Int32 = ownProcess
  package var offset: Int64 = 0
  package var bytes: [UInt8] = []

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension Entry {
  fileprivate init?(before call: DiskCall) {
    guard call.file != .other else { return nil }
    switch call.kind {
    case .write:
      self.init(kind: .write, file: call.file, offset: call.offset, bytes: Array(call.bytes))
    case .truncate: self.init(kind: .truncate, file: call.file, offset: Int64(call.length))
    case .delete: self.init(kind: .delete, file: call.file)
    case .sync: self.init(kind: .syncBegun, file: call.file)
    case .open, .access, .close, .read, .size, .lock, .unlock, .sharedMap, .sharedLock,
      .sharedUnmap, .unfetch:
      return nil
    }
  }

  fileprivate init?(after call: DiskCall) {
    guard call.file != .other, call.kind == .sync else { return nil }
    self.init(kind: .syncEnded, file: call.file)
  }

  fileprivate var coded: [UInt8] {
    var coded = [kind.rawValue, file.rawValue]
    for number in [Int64(process), offset, Int64(bytes.count)] {
      withUnsafeBytes(of: number) { coded += $0 }
    }
    return coded + bytes
  }

  fileprivate init?(from rest: inout ArraySlice<UInt8>) {
    guard rest.count >= 26, let kind = Kind(rawValue: rest[rest.startIndex]),
      let file = DiskCall.File(rawValue: rest[rest.startIndex + 1])
    else { return nil }
    let numbers = (0..<3).map { place in
      rest.dropFirst(2 + 8 * place).prefix(8).withUnsafeBytes {
        $0.loadUnaligned(as: Int64.self)
      }
    }
    self.init(kind: kind, file: file, process: Int32(numbers[0]), offset: numbers[1])
    bytes = Array(rest.dropFirst(26).prefix(Int(numbers[2])))
    rest = rest.dropFirst(26 + bytes.count)
  }
}

private let ownProcess: Int32 = getpid()
