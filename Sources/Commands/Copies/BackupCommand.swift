import CaseStore
import Casework
import Deskwork
import Glibc
import HallFiles
import WorkCalendar

/// A copy of the store, made while the hall works, checked before it gets its name.
struct BackupCommand {
  let invocation: Invocation

  func run() throws(Complaint) -> ExitStatus {
    let (store, target) = (invocation.storePath, invocation.arguments.operands.first ?? "")
    guard access(target, F_OK) != 0 else { throw .store(.exists(path: target)) }
    let checks = !invocation.arguments.has(.noVerify)
    let data = checks ? try HallData(invocation) : nil
    let copy = try complaining { () throws(StoreError) in
      try StoreCopy(of: store, beside: target + ".part", progress: ProgressLine.show)
    }
    ProgressLine.clear()
    let report = try complaining { () throws(StoreError) in
      try copy.report(data, beside: store)
    }
    ProgressLine.clear()
    // The copy is what the store is, so it is the store that is at fault.
    guard report.isWorthKeeping else {
      return invocation.refuse(
        report, of: store,
        Words(
          "没有留下备份；确要照原样留一份，请加 --no-verify。",
          "No backup was kept; add --no-verify to keep the store as it is."))
    }
    let length = copy.length
    let digest = try complaining { () throws(StoreError) in try copy.publish(as: target) }
    let closed = try complaining { () throws(StoreError) in try closedFiles(of: store) }
    BackupNote(madeAt: HostClock.now, target: target).write(beside: store)
    say(target, length, digest, checks ? report : nil, closed)
    return invocation.statusRemarking(report)
  }

  private func refuse(_ report: VerifyReport, _ store: String) -> ExitStatus {
    if invocation.isJSON {
      invocation.output.say(report.json(store, []).line)
    } else {
      invocation.output.remark(report.text(store, invocation.language))
      invocation.output.remark(
        invocation.say(
          "没有留下备份；确要照原样留一份，请加 --no-verify。",
          "No backup was kept; add --no-verify to keep the store as it is."))
    }
    return .store
  }

  /// The files of closed years that have to be kept with the copy: they are never changed, so once is
  /// enough.
  private func closedFiles(of store: String) throws(StoreError) -> [String] {
    let opened = try SQLiteStore.openReadOnly(at: store)
    var paths: [String] = []
    for closed in try opened.closedYears() { paths.append(opened.expectedPath(of: closed)) }
    return paths
  }

  private func say(
    _ target: String, _ length: Int, _ digest: String, _ report: VerifyReport?,
    _ closed: [String]
  ) {
    if invocation.isJSON {
      let counts: [JSONValue.Member] =
        report.map {
          [
            .init("events", .number($0.events)), .init("streams", .number($0.streams)),
            .init("cases", .number($0.cases)), .init("head", .text($0.head)),
          ]
        } ?? []
      invocation.output.say(
        JSONValue.object(
          [
            .init("ok", true), .init("file", .text(target)), .init("bytes", .number(length)),
            .init("sha256", .text(digest)), .init("verified", .bool(report != nil)),
            .init("closedYears", .array(closed.map { .text($0) })),
          ] + counts
        ).line)
      return
    }
    let checked =
      report.map {
        Words(
          "\($0.events) 个事件、\($0.streams) 个流、\($0.cases) 件，逐个核对无误",
          "\($0.events) events, \($0.streams) streams, \($0.cases) cases, every one checked")
      } ?? Words("只查过文件结构", "only its structure was looked at")
    let done = Words(
      "\(target)：备份完成，\(length) 字节；\(checked.zh)。",
      "\(target) is made, \(length) bytes; \(checked.en).")
    let beside =
      closed.isEmpty
      ? nil
      : Words(
        "归档文件不在备份里，写成后不再改变，请各留一份：\(closed.joined(separator: "、"))",
        "Closed years are not in it; they never change, so keep one copy of each: \(closed.joined(separator: ", "))"
      )
    let head = report.map { Words("总印 \($0.head)", "head \($0.head)") }
    invocation.output.say(
      [done, Words("SHA-256 \(digest)", "SHA-256 \(digest)"), beside, head].compactMap { $0 }
        .map { $0[invocation.language] }.joined(separator: "\n"))
  }
}

extension StoreCopy {
  /// Everything read again, or only the structure where there is nothing to check it with.
  fileprivate func report(
    _ data: HallData?, beside store: String
  ) throws(StoreError) -> VerifyReport {
    guard let data else { return VerifyReport(faults: try structuralFaults()) }
    return try SQLiteStore.verify(
      copyAt: part, beside: store, readings: data.readings, progress: ProgressLine.show)
  }
}
