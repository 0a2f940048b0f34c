import CaseStore
import Casework
import Deskwork
import HallFiles

/// The commands that look after a store.
struct CheckCommands {
  let invocation: Invocation

  func verify() throws(Complaint) -> ExitStatus {
    let path = invocation.arguments.operands.first ?? invocation.storePath
    let data = try HallData(invocation)
    let report = try complaining { () throws(StoreError) in try self.report(path, data) }
    ProgressLine.clear()
    if invocation.isJSON {
      invocation.output.say(report.json(path).line)
    } else {
      invocation.output.say(report.text(path, invocation.language))
    }
    return report.isSound ? .done : .store
  }

  /// A file so damaged that nothing can be read of it has been found out about as well.
  private func report(_ path: String, _ data: HallData) throws(StoreError) -> VerifyReport {
    do throws(StoreError) {
      return try SQLiteStore.openReadOnly(at: path)
        .verify(initials: data.pinyin.readings, progress: ProgressLine.show)
    } catch .damaged(let detail) {
      return VerifyReport(structure: detail)
    }
  }

  func rebuild() throws(Complaint) -> ExitStatus {
    let path = invocation.storePath
    let data = try HallData(invocation)
    let store = try complaining { () throws(StoreError) in try SQLiteStore.open(at: path) }
    try store.rebuild(with: data)
    ProgressLine.clear()
    if invocation.isJSON {
      invocation.output.say(
        JSONValue.object([.init("ok", true), .init("store", .text(path))]).line)
    } else {
      invocation.output.say(
        invocation.say("\(path)：各列表已由记录重建。", "\(path): all lists were made anew from the record."))
    }
    return .done
  }
}

extension VerifyReport {
  func text(_ path: String, _ language: Language) -> String {
    let counts = Words(
      "\(path)：读过 \(events) 个事件、\(streams) 个流、\(cases) 件。",
      "\(path): \(events) events, \(streams) streams, \(cases) cases were read.")
    let tail = Words("链尾 \(head)", "head \(head)")
    guard let first = faults.first else {
      let sound = Words("链、版本、重演和各列表都相符。", "Chain, versions, replay and lists agree.")
      return [counts[language], sound[language], tail[language]].joined(separator: "\n")
    }
    let others =
      faults.count > 1
      ? Words("此后还有 \(faults.count - 1) 处。", "\(faults.count - 1) more follow.")[language] : nil
    let advice =
      hasComparedLists
      ? Words(
        "记录本身完好；用 yichuang rebuild 重建各列表。",
        "The record itself is whole; yichuang rebuild makes the lists anew.")
      : Words("请停止使用这个数据库，从备份恢复。", "Stop using this store and restore a backup.")
    let found = Words("第一处：", "First: ")[language] + first.words[language]
    return [counts[language], found, others, advice[language]].compactMap { $0 }
      .joined(separator: "\n")
  }

  func json(_ path: String) -> JSONValue {
    .object([
      .init("ok", .bool(isSound)), .init("store", .text(path)), .init("events", .number(events)),
      .init("streams", .number(streams)), .init("cases", .number(cases)),
      .init("head", .text(head)), .init("faults", .array(faults.map(\.json))),
    ])
  }
}

extension StoreFault {
  var words: Words {
    switch self {
    case .structure(let detail):
      return Words("文件结构已坏：\(detail)", "the structure of the file is damaged: \(detail)")
    case .event(let place, let fault):
      let what = fault.words
      return Words(
        "\(place.stream) 的第 \(place.version) 个事件（\(place.kind)，位置 \(place.position)）：\(what.zh)",
        "event \(place.version) of \(place.stream) (\(place.kind), position \(place.position)): \(what.en)"
      )
    case .tail(let end, let written):
      return Words(
        "记录在位置 \(end) 之后断了：写过 \(written) 个事件，最后 \(written - end) 个已不在",
        "the record breaks off after position \(end): \(written) events were written, the last \(written - end) are gone"
      )
    case .list(let table, let key, let fault):
      let what = fault.words
      return Words("列表 \(table) 的 \(key)：\(what.zh)", "\(key) of the list \(table): \(what.en)")
    }
  }

  var json: JSONValue {
    switch self {
    case .structure(let detail):
      return .object([.init("fault", "structure"), .init("detail", .text(detail))])
    case .event(let place, let fault):
      return .object([
        .init("fault", "event"), .init("stream", .text(place.stream)),
        .init("version", .number(place.version)), .init("kind", .text(place.kind)),
        .init("position", .number(Int(place.position))), .init("detail", .text(fault.words.en)),
      ])
    case .tail(let end, let written):
      return .object([
        .init("fault", "tail"), .init("position", .number(Int(end))),
        .init("written", .number(Int(written))),
      ])
    case .list(let table, let key, let fault):
      return .object([
        .init("fault", "list"), .init("table", .text(table)), .init("key", .text(key)),
        .init("detail", .text(fault.words.en)),
      ])
    }
  }
}

extension EventFault {
  fileprivate var words: Words {
    switch self {
    case .hashDiffers: Words("内容与哈希不符，被人改过", "it does not fit its hash, somebody changed it")
    case .versionExpected(let version):
      Words("版本应为 \(version)", "version \(version) was expected")
    case .positionExpected(let position):
      Words("位置应为 \(position)，其间缺了事件", "position \(position) was expected, events are missing")
    case .unreadable(let detail): Words("读不懂：\(detail)", "it cannot be read: \(detail)")
    case .wrongStream: Words("不属于这个流", "it does not belong to this stream")
    case .wrongBeginning: Words("办件不以收件开头", "a case has to begin with its receipt")
    }
  }
}

extension ListFault {
  fileprivate var words: Words {
    switch self {
    case .missing: Words("缺这一行", "the row is missing")
    case .surplus: Words("多这一行", "the row is one too many")
    case .unreadable: Words("读不出来", "it cannot be read")
    case .differs(let columns):
      Words(
        "\(columns.joined(separator: "、")) 与记录不符",
        "\(columns.joined(separator: ", ")) differ from the record")
    }
  }
}
