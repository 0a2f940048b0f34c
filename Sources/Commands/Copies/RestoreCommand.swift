import CaseStore
import Casework
import Deskwork
import HallFiles
import WorkCalendar

/// Puts a backup in the place of the store, checked first.
struct RestoreCommand {
  let invocation: Invocation

  func run() throws(Complaint) -> ExitStatus {
    let (store, backup) = (invocation.storePath, invocation.arguments.operands.first ?? "")
    guard !StoreReplacement.isSameFile(store, backup) else {
      throw .usage(
        .operandExpected(
          backup, Words("备份文件，而不是数据库本身", "a backup, not the store itself")))
    }
    let data = try HallData(invocation)
    let copy = try complaining { () throws(StoreError) in
      try StoreCopy(of: backup, beside: store + "-restoring", progress: ProgressLine.show)
    }
    ProgressLine.clear()
    let report = try complaining { () throws(StoreError) in
      try SQLiteStore.verify(
        copyAt: copy.part, beside: store, readings: data.readings,
        progress: ProgressLine.show)
    }
    ProgressLine.clear()
    guard report.isWorthKeeping else {
      return invocation.refuse(
        report, of: backup,
        Words(
          "备份有误，没有恢复，数据库没有改动；请换一份备份。",
          "The backup is not sound; nothing was restored or changed. Take another backup."))
    }
    let replacement = StoreReplacement(
      path: store, at: HostClock.now, mayLoseEvents: invocation.arguments.has(.loseEvents))
    do throws(StoreReplacement.Obstacle) {
      let isKept = try replacement.carryOut(copy)
      say(report, backup, isKept ? replacement.kept : nil)
      return invocation.statusRemarking(report)
    } catch {
      return try refuse(error)
    }
  }

  private func refuse(_ obstacle: StoreReplacement.Obstacle) throws(Complaint) -> ExitStatus {
    if case .store(let error) = obstacle { throw .store(error) }
    let sentence = obstacle.words(invocation.storePath)[invocation.language]
    if invocation.isJSON {
      invocation.output.say(
        JSONValue.object(
          [.init("ok", false), .init("refusal", .text(obstacle.code))] + obstacle.facts + [
            .init("message", .text(sentence))
          ]
        ).line)
    } else {
      invocation.output.remark(sentence)
    }
    if case .isOpen = obstacle { return .store }
    return .refused
  }

  private func say(_ report: VerifyReport, _ backup: String, _ kept: String?) {
    let store = invocation.storePath
    if invocation.isJSON {
      invocation.output.say(
        JSONValue.object([
          .init("ok", true), .init("store", .text(store)), .init("backup", .text(backup)),
          .init("events", .number(report.events)), .init("head", .text(report.head)),
          .init("kept", JSONValue(kept)),
        ]).line)
      return
    }
    let done = Words(
      "\(store) 已由 \(backup) 恢复：\(report.events) 个事件、\(report.streams) 个流、\(report.cases) 件，逐个核对无误。",
      "\(store) was restored from \(backup): \(report.events) events, \(report.streams) streams, \(report.cases) cases, every one checked."
    )
    let beside = kept.map {
      Words(
        "原来的数据库保存为 \($0)，不再需要时可以删除。",
        "What was there before is kept as \($0); remove it when it is not needed.")
    }
    invocation.output.say(
      [done, beside, Words("总印 \(report.head)", "head \(report.head)")].compactMap { $0 }
        .map { $0[invocation.language] }.joined(separator: "\n"))
  }
}

extension StoreReplacement.Obstacle {
  fileprivate var code: String {
    switch self {
    case .store: "store"
    case .isOpen: "store-is-open"
    case .loses: "would-lose-events"
    case .unreadable: "store-unreadable"
    case .logAlone: "log-without-store"
    }
  }

  fileprivate var facts: [JSONValue.Member] {
    switch self {
    case .store, .unreadable, .logAlone: []
    case .isOpen(let processes):
      [.init("processes", .array(processes.map { .number(Int($0)) }))]
    case .loses(let loss):
      [
        .init("events", .number(loss.events)), .init("streams", .number(loss.streams)),
        .init("diverging", .number(loss.diverging)), .init("first", JSONValue(loss.first)),
        .init("last", JSONValue(loss.last)),
      ]
    }
  }

  fileprivate func words(_ path: String) -> Words {
    switch self {
    case .store(let error):
      return Words(error.sentence(in: .zh), error.sentence(in: .en))
    case .isOpen(let processes):
      let numbers = processes.map { "\($0)" }
      let zh = numbers.isEmpty ? "" : "（进程 \(numbers.joined(separator: "、"))）"
      let en = numbers.isEmpty ? "" : " (process \(numbers.joined(separator: ", ")))"
      return Words(
        "还有程序开着 \(path)\(zh)，没有恢复；请让所有窗口退出后再来。",
        "Other programs have \(path) open\(en) and nothing was restored; let every counter leave first."
      )
    case .loses(let loss): return loss.words
    case .unreadable(let detail):
      return Words(
        "\(path) 读不出来（\(detail)），不知道会丢什么，没有恢复；仍要恢复请加 --lose-events，原文件会留在旁边。",
        "\(path) cannot be read (\(detail)), so nobody knows what would be lost, and nothing was restored. Add --lose-events to restore all the same; the old file is kept beside it."
      )
    case .logAlone:
      return Words(
        "\(path) 不在，旁边却有它的 -wal，里面可能有备份没有的事件；请先找回原文件。仍要恢复请加 --lose-events，-wal 会留在旁边。",
        "\(path) is gone, but the -wal beside it may hold events that the backup lacks; look for the old file first. Add --lose-events to restore all the same; the -wal is kept."
      )
    }
  }
}

extension Loss {
  fileprivate var words: Words {
    let span = first.map { first in (first.minute, (last ?? first).minute) }
    let zh = span.map { "（\($0.0) 到 \($0.1) 记下的）" } ?? ""
    let en = span.map { " (recorded from \($0.0) to \($0.1))" } ?? ""
    let other =
      diverging > 0
      ? Words(
        "另有 \(diverging) 个流与备份里的不是一回事，备份可能属于别的大厅。",
        " \(diverging) streams went another way in the backup; it may be of another hall.")
      : Words("", "")
    return Words(
      "恢复会丢掉备份里没有的 \(events) 个事件、涉及 \(streams) 个流\(zh)，没有恢复。\(other.zh)请找更新的备份；确实不要这些事件请加 --lose-events，原数据库会留在旁边。",
      "The backup lacks \(events) events in \(streams) streams\(en), so nothing was restored.\(other.en) Look for a newer backup; add --lose-events to give them up, and the old store is kept beside it."
    )
  }
}

extension Moment {
  /// To the minute, as people write it.
  fileprivate var minute: String { String(description.prefix(16)).replacing("T", with: " ") }
}
