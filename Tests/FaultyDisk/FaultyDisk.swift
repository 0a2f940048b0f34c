import CSQLite
private import Synchronization

/// A disk under SQLite that hands every call on to the real one, and refuses what a test wants refused.
/// It belongs to the connections of one thread.
package final class FaultyDisk {
  /// What a connection asks for this disk by.
  package let name: String
  /// Asked before each call.
  package var fault: (DiskCall) -> DiskFault? = { _ in nil }
  /// Told after each call that has succeeded.
  package var done: (DiskCall) -> Void = { _ in }

  let real: UnsafeMutablePointer<sqlite3_vfs>
  private static let made = Atomic(0)

  /// SQLite knows it by its name for as long as the program runs.
  package init() {
    guard let real = sqlite3_vfs_find(nil) else { preconditionFailure("SQLite has no disk") }
    self.real = real
    name = "faulty-\(Self.made.add(1, ordering: .relaxed).newValue)"
    register()
  }

  private func register() {
    let layer = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    layer.initialize(to: real.pointee)
    layer.pointee.szOsFile = Int32(FileHead.size) + real.pointee.szOsFile
    layer.pointee.pNext = nil
    layer.pointee.zName = UnsafePointer(name.withCString { sqlite3_mprintf_copy($0) })
    layer.pointee.pAppData = Unmanaged.passRetained(self).toOpaque()
    layer.pointee.xOpen = openFile
    layer.pointee.xDelete = deleteFile
    layer.pointee.xAccess = accessFile
    sqlite3_vfs_register(layer, 0)
  }

  /// Carries a call out, unless it is refused.
  func carry(_ call: DiskCall, _ body: () -> Int32) -> Int32 {
    if let fault = fault(call) { return fault.code(of: call.kind) }
    let code = body()
    if code == SQLITE_OK { done(call) }
    return code
  }
}

private func sqlite3_mprintf_copy(_ text: UnsafePointer<CChar>) -> UnsafeMutablePointer<CChar>? {
  var length = 0
  while text[length] != 0 { length += 1 }
  let copy = UnsafeMutablePointer<CChar>.allocate(capacity: length + 1)
  copy.initialize(from: text, count: length + 1)
  return copy
}

extension DiskFault {
  fileprivate func code(of call: DiskCall.Kind) -> Int32 {
    switch self {
    case .full: call == .open ? SQLITE_CANTOPEN : SQLITE_FULL
    case .inputOutput: call == .open ? SQLITE_CANTOPEN : SQLITE_IOERR | call.detail << 8
    }
  }
}

extension DiskCall.Kind {
  /// The second part of SQLite's code for an input or output error.
  fileprivate var detail: Int32 {
    switch self {
    case .read: 1
    case .write: 3
    case .sync: 4
    case .truncate: 6
    case .size: 7
    case .unlock: 8
    case .delete: 10
    case .access: 13
    case .lock: 15
    case .close: 16
    case .sharedLock: 20
    case .sharedMap: 21
    case .open, .sharedUnmap, .unfetch: 0
    }
  }
}
