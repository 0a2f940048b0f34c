package import Casework

extension StoreError {
  package func sentence(in language: Language) -> String { words[language] }

  var words: Words {
    switch self {
    case .missing(let path):
      return Words(
        "这里没有大厅数据库：\(path)；请用 yichuang init 新建，或用 --store 指明位置。",
        "There is no store at \(path); make one with yichuang init, or say where it is with --store."
      )
    case .exists(let path):
      return Words(
        "\(path) 已经存在，不会覆盖；请换一个位置。",
        "\(path) exists and is not overwritten; choose another place.")
    case .notAStore(let path):
      return Words(
        "\(path) 不是一窗的数据库，没有改动；请用 --store 指明正确的文件。",
        "\(path) is not a store of yichuang and was left alone; name the right file with --store.")
    case .newer(let path, let migration):
      return Words(
        "\(path) 由更新的版本写成（\(migration)），没有改动；请升级 yichuang。",
        "\(path) was written by a newer version (\(migration)) and was left alone; update yichuang."
      )
    case .older(let path):
      return Words(
        "\(path) 的各列表是旧版本的，现在只看不写，没有改动；请用 yichuang rebuild 更新一次，或用 yichuang desk 打开。",
        "The lists of \(path) are of an older version, and looking changes nothing; bring them up to date once with yichuang rebuild, or open it with yichuang desk."
      )
    case .damaged(let detail):
      return Words(
        "数据库已损坏（\(detail)）；请停止使用，用 yichuang verify 查明，并从备份恢复。",
        "The store is damaged (\(detail)); stop using it, run yichuang verify and restore a backup."
      )
    case .diskFull:
      return Words(
        "磁盘已满，这一步没有写入；请腾出空间后重做。",
        "The disk is full and nothing was written; make room and do it again.")
    case .readOnly(let path):
      return Words(
        "\(path) 只读，不能写入；请检查文件和文件夹的权限。",
        "\(path) is read-only; check the permissions of the file and its folder.")
    case .lockedTooLong(let seconds, let holder):
      return lockedTooLong(seconds, holder)
    case .networkFileSystem(let path):
      return Words(
        "\(path) 在网络文件夹上，那里的锁不可靠；请放到本机磁盘。",
        "\(path) lies on a network share, where locks cannot be trusted; use a disk of this machine."
      )
    case .unreadLog(let path):
      return Words(
        "\(path) 旁边的 -wal 里还有最近的记录，在只读的地方读不到；请连同 -wal 复制到可写的文件夹再看。",
        "The latest records of \(path) lie in the -wal file beside it and cannot be read where nothing can be written; copy both to a folder that can."
      )
    case .damagedLog(let path):
      return Words(
        "\(path)-wal 里最近的记录已损坏，没有打开，也没有改动；请先把 \(path) 和 -wal 一起复制保存，再从备份恢复；移走 -wal 后打开的，只有它之前的记录。",
        "The latest records, in \(path)-wal, are damaged; nothing was opened or changed. Keep a copy of \(path) and its -wal, then restore a backup; opened without the -wal it holds only what came before."
      )
    case .foreignLog(let path):
      return Words(
        "\(path) 旁边的 -wal 不是它的，可能是换上备份时留下的；没有打开，也没有改动；请把 \(path)-wal 移到别处保存，再打开。",
        "The -wal beside \(path) was written for another file, perhaps left there when a backup was put in place; nothing was opened or changed. Move \(path)-wal away, keep it, and open again."
      )
    case .diskFault(let path, let detail):
      return Words(
        "读写 \(path) 时磁盘出错（\(detail)），这一步没有写入；请停下来检查磁盘，用 yichuang verify 核对无误后再办。",
        "The disk failed while \(path) was read or written (\(detail)) and nothing was recorded; stop, check the disk, and go on once yichuang verify finds nothing wrong."
      )
    case .unconfirmed(let path):
      return Words(
        "磁盘没有确认刚才写入 \(path) 的这一步：已经记下，断电后可能丢失；请停下来检查磁盘，用 yichuang verify 核对，先查看这一步是否在案，再决定是否重做。",
        "The disk did not confirm what was just written to \(path): it is recorded, but may be lost with the power; stop, check the disk, run yichuang verify, and look whether the step stands before doing it again."
      )
    case .cannotOpen(let path, let detail):
      return Words(
        "打不开 \(path)（\(detail)）；请检查路径和权限。",
        "\(path) cannot be opened (\(detail)); check the path and its permissions.")
    case .closedFileMissing(let name, let path):
      return Words(
        "归档 \(name) 的文件不在：\(path)；请把它放回原处，或从备份里取回。",
        "The file of the closed year \(name) is not at \(path); put it back, or take it from where it is kept."
      )
    case .closedFileForeign(let path):
      return Words(
        "\(path) 不是这个数据库的归档，没有改动；请把它移到别处保存，再办一次。",
        "\(path) is no closed year of this store and was left alone; move it away, keep it, and do this again."
      )
    case .closingElsewhere(let path):
      return Words(
        "另一个程序正在写 \(path)；请等它归档完。",
        "Another program is writing \(path); wait until it has closed the year.")
    case .unreadableEvent(let stream, let version, let detail):
      return Words(
        "读不懂 \(stream) 的第\(version)个事件（\(detail)）；请用 yichuang verify 查明。",
        "Event \(version) of \(stream) cannot be read (\(detail)); run yichuang verify.")
    case .other(let detail):
      return Words(
        "数据库不能使用（\(detail)）；请用 yichuang verify 检查。",
        "The store cannot be used (\(detail)); check it with yichuang verify.")
    }
  }

  private func lockedTooLong(_ seconds: Int, _ holder: TurnHolder?) -> Words {
    guard let holder else {
      return Words(
        "别的程序占用数据库超过\(seconds)秒，这一步没有写入；请稍后重做。",
        "Another program has held the store for \(seconds) seconds and nothing was written; try again soon."
      )
    }
    let zh = holder.clerk.map { "\($0)的进程\(holder.process)" } ?? "进程\(holder.process)"
    let en =
      holder.clerk.map { "Process \(holder.process) of \($0)" } ?? "Process \(holder.process)"
    return Words(
      "\(zh)占用数据库超过\(seconds)秒，这一步没有写入；请稍后重做，一直如此就请那边退出，或请管理员结束它。",
      "\(en) has held the store for \(seconds) seconds and nothing was written; try again soon, and if it lasts, have it closed there or ended by the administrator."
    )
  }
}
