import Casework
import FoundationEssentials
import Glibc
import WorkCalendar

/// What lies around a store: who may read it, what was left there, how much room there is.
struct FileExamination {
  let path: String
  let isReal: Bool
  let reserveIsSpent: Bool

  func findings() -> [Finding] {
    var findings = [space, leftovers].compactMap { $0 }
    if exists(path) { findings.insert(permissions, at: 0) }
    if isReal, exists(path) { findings += [reserve, backup] }
    findings.append(flush)
    return findings
  }

  /// The store and everything that bears its name.
  private var names: [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return all.filter { $0.hasPrefix(name) }.sorted()
  }

  private var folder: String { FileExamination.parts(of: path).folder }
  private var name: String { FileExamination.parts(of: path).name }

  static func parts(of path: String) -> (folder: String, name: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    let name = String(parts.last ?? "")
    return (folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder, name)
  }

  private var permissions: Finding {
    var store = stat()
    _ = stat(path, &store)
    for name in names {
      let file = "\(folder)/\(name)"
      var found = stat()
      guard stat(file, &found) == 0 else { continue }
      if found.st_uid != store.st_uid {
        return Finding(
          .bad, .permissions, "\(file) 与数据库不属于同一账户；请用 chown 改正。",
          "\(file) and the store have different owners; put it right with chown.")
      }
      if found.st_mode & 0o077 != 0 {
        return Finding(
          .bad, .permissions, "\(file) 别的账户也能读写，里面有个人信息；请执行 chmod go-rwx。",
          "other accounts can read or write \(file), and it holds personal data; run chmod go-rwx on it."
        )
      }
    }
    if store.st_uid != geteuid() {
      return Finding(
        .attention, .permissions, "数据库属于另一个账户；请用那个账户运行。",
        "the store belongs to another account; run as that one.")
    }
    var around = stat()
    if stat(folder, &around) == 0, around.st_mode & 0o022 != 0, around.st_mode & 0o1000 == 0 {
      return Finding(
        .attention, .permissions, "别的账户能在 \(folder) 里换掉文件；请执行 chmod go-w。",
        "other accounts can exchange files in \(folder); run chmod go-w on it.")
    }
    return Finding(.good, .permissions, "只有本账户能读写。", "only this account reads and writes it.")
  }

  /// What a restore or a backup that was cut short has left.
  private var leftovers: Finding? {
    var found = stat()
    if stat(path, &found) == 0, found.st_nlink > 1 {
      return Finding(
        .attention, .leftovers,
        "\(path) 还有另一个名字，是中断的恢复留下的；请删除它旁边的 -replaced 文件中与它相同的一个（ls -i 可看出）。",
        "\(path) has a second name, left by a restore that was cut short; remove the -replaced file beside it that is the same one (ls -i tells)."
      )
    }
    let left = names.filter { $0.hasSuffix("-restoring") || $0.hasSuffix(".part") }
    guard let first = left.first else { return nil }
    return Finding(
      .attention, .leftovers, "\(folder)/\(first) 是中断的恢复或备份留下的；没有在恢复或备份时可以删除。",
      "\(folder)/\(first) was left by a restore or backup that was cut short; remove it unless one is running."
    )
  }

  private var space: Finding? {
    var found = statvfs()
    guard statvfs(folder, &found) == 0 else { return nil }
    let free = Int(found.f_bavail) * Int(found.f_frsize)
    let shown = Self.megabytes(free)
    if free < Self.leastSpace {
      return Finding(
        .bad, .space, "只剩 \(shown) MB，随时写不进去；请马上腾出空间。",
        "only \(shown) MB are left and writing may fail any moment; make room at once.")
    }
    if free < max(Self.goodSpace, 2 * size(path)) {
      return Finding(
        .attention, .space, "只剩 \(shown) MB；备份、核对和恢复要数据库两倍的空间，请腾出来。",
        "\(shown) MB are left; a backup, a check and a restore want twice the size of the store, so make room."
      )
    }
    return Finding(.good, .space, "还有 \(shown) MB。", "\(shown) MB are left.")
  }

  private static let leastSpace = 128 << 20
  private static let goodSpace = 1 << 30

  private static func megabytes(_ bytes: Int) -> Int { bytes >> 20 }

  private var reserve: Finding {
    guard reserveIsSpent else {
      return Finding(
        .good, .reserve, "32 MB，磁盘写满时靠它办完当天的事。",
        "32 MB; if the disk fills up, the hall can close its day on it.")
    }
    let needed = Self.leastSpace >> 20
    return Finding(
      .attention, .reserve,
      "\(path)-reserve 不在：磁盘满过，备用空间已用上，今天的事还能办完；请腾出 \(needed) MB 以上，开着的工作台一分钟内补上，否则下次打开时补上。",
      "\(path)-reserve is gone: the disk was full and the hall lives on it, the day can still be closed; free \(needed) MB or more, and a console puts it back within a minute, or the next one that opens."
    )
  }

  private var backup: Finding {
    guard let last = BackupNote(beside: path)?.madeAt else {
      return Finding(
        .attention, .backup, "没有备份的记录；请每天用 yichuang backup 备份到另一块盘。",
        "no backup is known of; make one every day with yichuang backup, on another disk.")
    }
    let hours = (HostClock.now.epochSeconds - last.epochSeconds) / 3600
    return hours <= Self.backupHours
      ? Finding(.good, .backup, "最近一次在 \(last)。", "the last one is of \(last).")
      : Finding(
        .attention, .backup, "最近一次在 \(last)，已过 \(hours) 小时；请用 yichuang backup 备份。",
        "the last one is of \(last), \(hours) hours ago; make one with yichuang backup.")
  }

  /// A night and a late morning.
  private static let backupHours: Int64 = 36

  private var flush: Finding {
    guard let times = FlushTimes(in: folder) else {
      return Finding(
        .attention, .flush, "\(folder) 里不能建文件，没有测；请检查权限和空间。",
        "no file can be made in \(folder), so it was not measured; check permissions and space.")
    }
    let shown = times.median
    if shown < Self.implausibleMicroseconds {
      return Finding(
        .attention, .flush,
        "落盘只要 \(shown) 微秒，快得不真实：磁盘或虚拟机可能不理会落盘命令，断电会丢记录。请关掉写缓存，或换有断电保护的盘。",
        "a flush takes \(shown) microseconds, which is too fast to be true: the disk or the virtual machine may ignore it, and a power cut would lose records. Switch its write cache off, or use a disk with power-loss protection."
      )
    }
    if shown > Self.slowMicroseconds {
      return Finding(
        .attention, .flush, "落盘要 \(shown) 微秒，人多时会慢；请换快一些的盘。",
        "a flush takes \(shown) microseconds, slow when many work at once; use a faster disk.")
    }
    return Finding(
      .good, .flush, "落盘 \(shown) 微秒（\(times.count) 次的中位数）。",
      "a flush takes \(shown) microseconds (median of \(times.count)).")
  }

  static let implausibleMicroseconds = 30
  private static let slowMicroseconds = 30_000

  private func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private func size(_ path: String) -> Int {
    var found = stat()
    return stat(path, &found) == 0 ? Int(found.st_size) : 0
  }
}

/// How long the disk takes to make a few bytes safe.
struct FlushTimes {
  /// In microseconds.
  let median: Int
  let count: Int

  /// Nil where no file can be written.
  init?(in folder: String, count: Int = 200) {
    var template = Array("\(folder)/yichuang-doctor-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { return nil }
    defer { close(file) }
    unlink(template)
    let page = [UInt8](repeating: 0x5A, count: 4096)
    var times: [Duration] = []
    let clock = ContinuousClock()
    for _ in 0..<count {
      guard page.withUnsafeBytes({ write(file, $0.baseAddress, $0.count) }) == page.count else {
        return nil
      }
      var isFlushed = false
      times.append(clock.measure { isFlushed = fdatasync(file) == 0 })
      guard isFlushed else { return nil }
    }
    self.count = count
    median = times.sorted()[count / 2].microseconds
  }
}

extension Duration {
  fileprivate var microseconds: Int {
    Int(components.seconds) * 1_000_000 + Int(components.attoseconds / 1_000_000_000_000)
  }
}
