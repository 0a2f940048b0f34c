import CSQLite

/// What SQLite holds for each open file: first what it knows itself, then whose it is; the file of the
/// real disk lies behind it.
struct FileHead {
  var base: sqlite3_file
  var disk: UnsafeRawPointer
  var file: UInt8

  static let size = 64
}

typealias OpenFile = UnsafeMutablePointer<sqlite3_file>
private typealias Layer = UnsafeMutablePointer<sqlite3_vfs>

private func disk(of layer: Layer?) -> FaultyDisk {
  guard let data = layer?.pointee.pAppData else { preconditionFailure("a disk without its test") }
  return Unmanaged<FaultyDisk>.fromOpaque(data).takeUnretainedValue()
}

/// An open file taken apart.
private struct Opened {
  let disk: FaultyDisk
  let file: DiskCall.File
  let real: OpenFile
  let methods: sqlite3_io_methods

  init(_ opened: OpenFile?) {
    guard let opened else { preconditionFailure("no file") }
    let start = UnsafeMutableRawPointer(opened)
    let head = start.assumingMemoryBound(to: FileHead.self).pointee
    disk = Unmanaged<FaultyDisk>.fromOpaque(head.disk).takeUnretainedValue()
    file = DiskCall.File(rawValue: head.file) ?? .other
    real = (start + FileHead.size).assumingMemoryBound(to: sqlite3_file.self)
    methods = real.pointee.pMethods.pointee
  }

  func call(_ kind: DiskCall.Kind, _ offset: Int64 = 0, _ length: Int = 0) -> DiskCall {
    DiskCall(kind: kind, file: file, offset: offset, length: length)
  }
}

func openFile(
  _ layer: UnsafeMutablePointer<sqlite3_vfs>?, _ path: UnsafePointer<CChar>?, _ opened: OpenFile?,
  _ flags: Int32, _ answer: UnsafeMutablePointer<Int32>?
) -> Int32 {
  let disk = disk(of: layer)
  guard let opened else { return SQLITE_MISUSE }
  opened.pointee.pMethods = nil
  let file: DiskCall.File =
    if flags & SQLITE_OPEN_MAIN_DB != 0 {
      .main
    } else if flags & SQLITE_OPEN_WAL != 0 {
      .log
    } else if flags & SQLITE_OPEN_MAIN_JOURNAL != 0 {
      .journal
    } else {
      .other
    }
  let start = UnsafeMutableRawPointer(opened)
  let real = (start + FileHead.size).assumingMemoryBound(to: sqlite3_file.self)
  return disk.carry(DiskCall(kind: .open, file: file)) {
    let code = disk.real.pointee.xOpen(disk.real, path, real, flags, answer)
    guard code == SQLITE_OK else { return code }
    start.assumingMemoryBound(to: FileHead.self).pointee = FileHead(
      base: sqlite3_file(pMethods: UnsafePointer(fileMethods)),
      disk: UnsafeRawPointer(Unmanaged.passUnretained(disk).toOpaque()), file: file.rawValue)
    return code
  }
}

func deleteFile(
  _ layer: UnsafeMutablePointer<sqlite3_vfs>?, _ path: UnsafePointer<CChar>?, _ alsoFolder: Int32
) -> Int32 {
  let disk = disk(of: layer)
  return disk.carry(DiskCall(kind: .delete, file: DiskCall.File(path))) {
    disk.real.pointee.xDelete(disk.real, path, alsoFolder)
  }
}

func accessFile(
  _ layer: UnsafeMutablePointer<sqlite3_vfs>?, _ path: UnsafePointer<CChar>?, _ flags: Int32,
  _ answer: UnsafeMutablePointer<Int32>?
) -> Int32 {
  let disk = disk(of: layer)
  return disk.carry(DiskCall(kind: .access, file: DiskCall.File(path))) {
    disk.real.pointee.xAccess(disk.real, path, flags, answer)
  }
}

extension DiskCall.File {
  fileprivate init(_ path: UnsafePointer<CChar>?) {
    let path = path.map { String(cString: $0) } ?? ""
    self = path.hasSuffix("-wal") ? .log : path.hasSuffix("-journal") ? .journal : .other
  }
}

nonisolated(unsafe) private let fileMethods = {
  let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
  var made = sqlite3_io_methods()
  // The third version brings the call between a checkpoint's look at the log and its work.
  made.iVersion = 3
  made.xClose = { opened in
    let it = Opened(opened)
    let code = it.methods.xClose(it.real)
    opened?.pointee.pMethods = nil
    it.disk.done(it.call(.close))
    return code
  }
  made.xRead = { opened, buffer, length, offset in
    let it = Opened(opened)
    return it.disk.carry(it.call(.read, offset, Int(length))) {
      it.methods.xRead(it.real, buffer, length, offset)
    }
  }
  made.xWrite = { opened, bytes, length, offset in
    let it = Opened(opened)
    var call = it.call(.write, offset, Int(length))
    call.bytes = UnsafeRawBufferPointer(start: bytes, count: Int(length))
    return it.disk.carry(call) { it.methods.xWrite(it.real, bytes, length, offset) }
  }
  made.xTruncate = { opened, length in
    let it = Opened(opened)
    return it.disk.carry(it.call(.truncate, 0, Int(length))) {
      it.methods.xTruncate(it.real, length)
    }
  }
  made.xSync = { opened, flags in
    let it = Opened(opened)
    return it.disk.carry(it.call(.sync)) { it.methods.xSync(it.real, flags) }
  }
  made.xFileSize = { opened, length in
    let it = Opened(opened)
    return it.disk.carry(it.call(.size)) { it.methods.xFileSize(it.real, length) }
  }
  made.xLock = { opened, kind in
    let it = Opened(opened)
    return it.disk.carry(it.call(.lock)) { it.methods.xLock(it.real, kind) }
  }
  made.xUnlock = { opened, kind in
    let it = Opened(opened)
    return it.methods.xUnlock(it.real, kind)
  }
  made.xCheckReservedLock = { opened, answer in
    let it = Opened(opened)
    return it.disk.carry(it.call(.lock)) { it.methods.xCheckReservedLock(it.real, answer) }
  }
  made.xFileControl = { opened, operation, argument in
    let it = Opened(opened)
    return it.methods.xFileControl(it.real, operation, argument)
  }
  made.xSectorSize = { opened in
    let it = Opened(opened)
    return it.methods.xSectorSize(it.real)
  }
  made.xDeviceCharacteristics = { opened in
    let it = Opened(opened)
    return it.methods.xDeviceCharacteristics(it.real)
  }
  made.xShmMap = { opened, region, size, extends, answer in
    let it = Opened(opened)
    return it.disk.carry(it.call(.sharedMap)) {
      it.methods.xShmMap(it.real, region, size, extends, answer)
    }
  }
  made.xShmLock = { opened, offset, count, flags in
    let it = Opened(opened)
    // To let go of a lock never fails.
    guard flags & SQLITE_SHM_UNLOCK == 0 else {
      return it.methods.xShmLock(it.real, offset, count, flags)
    }
    return it.disk.carry(it.call(.sharedLock)) {
      it.methods.xShmLock(it.real, offset, count, flags)
    }
  }
  made.xShmBarrier = { opened in
    let it = Opened(opened)
    it.methods.xShmBarrier(it.real)
  }
  made.xShmUnmap = { opened, deletes in
    let it = Opened(opened)
    return it.methods.xShmUnmap(it.real, deletes)
  }
  made.xFetch = { _, _, _, answer in
    answer?.pointee = nil
    return SQLITE_OK
  }
  made.xUnfetch = { opened, _, _ in
    let it = Opened(opened)
    it.disk.done(it.call(.unfetch))
    return SQLITE_OK
  }
  methods.initialize(to: made)
  return methods
}()
