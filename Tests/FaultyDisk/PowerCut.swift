/// The files of a database as a power cut leaves them: everything that was synced, and of the rest
/// whichever sectors happened to arrive.
package struct PowerCut {
  /// Of one file: what is safe, and what may be lost.
  private struct Platter {
    var safe: [UInt8]?
    var unsafe: [Entry] = []
    /// For each process how much was on its way when its sync began.
    var begun: [Int32: Int] = [:]
  }

  private static let sector = 512
  private var platters: [DiskCall.File: Platter] = [:]
  /// What stood in the file that says how far the log is safe, as often as somebody looked.
  package private(set) var notes: [[UInt8]] = []
  /// The names that were acknowledged before the cut.
  package private(set) var acknowledged: [String] = []

  /// Before the first entry: the files as they lay there, all of them safe.
  package init(_ files: [DiskCall.File: [UInt8]]) {
    for (file, bytes) in files { platters[file] = Platter(safe: bytes) }
  }

  package mutating func take(_ entry: Entry) {
    var platter = platters[entry.file] ?? Platter()
    switch entry.kind {
    case .acknowledged: acknowledged.append(entry.text)
    case .noted: notes.append(entry.bytes)
    case .write, .truncate, .delete: platter.unsafe.append(entry)
    case .syncBegun: platter.begun[entry.process] = platter.unsafe.count
    case .syncEnded:
      let count = platter.begun.removeValue(forKey: entry.process) ?? 0
      for entry in platter.unsafe.prefix(count) { Self.apply(entry, to: &platter.safe) { true } }
      platter.unsafe.removeFirst(count)
      // Another may have begun before this one and end after it: what it waits for is safe already.
      platter.begun = platter.begun.mapValues { max(0, $0 - count) }
    }
    platters[entry.file] = platter
  }

  /// What is found when the power is back; of what was not synced this part arrived (0 to 1).
  package func files(
    arrived part: Double, using random: inout some RandomNumberGenerator
  ) -> [DiskCall.File: [UInt8]] {
    var files: [DiskCall.File: [UInt8]] = [:]
    for (file, platter) in platters.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      var bytes = platter.safe
      for entry in platter.unsafe {
        Self.apply(entry, to: &bytes) { Double.random(in: 0..<1, using: &random) < part }
      }
      files[file] = bytes
    }
    return files
  }

  private static func apply(_ entry: Entry, to bytes: inout [UInt8]?, arrives: () -> Bool) {
    switch entry.kind {
    case .write:
      var start = Int(entry.offset)
      let end = start + entry.bytes.count
      while start < end {
        let next = min(end, (start / sector + 1) * sector)
        if arrives() { put(entry, start..<next, into: &bytes) }
        start = next
      }
    case .truncate:
      guard arrives(), let old = bytes else { return }
      let length = Int(entry.offset)
      bytes = Array(old.prefix(length))
      extend(&bytes, to: length)
    case .delete: if arrives() { bytes = nil }
    case .syncBegun, .syncEnded, .acknowledged, .noted: break
    }
  }

  private static func put(_ entry: Entry, _ place: Range<Int>, into bytes: inout [UInt8]?) {
    extend(&bytes, to: place.upperBound)
    let from = place.lowerBound - Int(entry.offset)
    bytes?.withUnsafeMutableBytes { target in
      entry.bytes.withUnsafeBytes { source in
        UnsafeMutableRawBufferPointer(rebasing: target[place])
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[from..<from + place.count]))
      }
    }
  }

  private static func extend(_ bytes: inout [UInt8]?, to length: Int) {
    let missing = length - (bytes?.count ?? 0)
    if missing > 0 { bytes = (bytes ?? []) + [UInt8](repeating: 0, count: missing) }
  }
}
