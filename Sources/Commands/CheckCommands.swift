import CaseStore
import Casework
import Deskwork
import HallFiles

/// The commands that look after a store.
struct CheckCommands {
  let invocation: Invocation

  func verify() throws(Complaint) -> ExitStatus {
    let path = invocation.arguments.operands.first ?? invocation.storePath
    let papers = try HeadPapers(invocation)
    let data = try HallData(invocation)
    let report = try complaining { () throws(StoreError) in
      try SQLiteStore.verify(
        copyAt: path, readings: data.readings, heads: papers.heads,
        progress: ProgressLine.show)
    }
    ProgressLine.clear()
    let findings = papers.findings(in: report)
    if invocation.isJSON {
      invocation.output.say(report.json(path, findings).line)
    } else {
      let text = [report.text(path, invocation.language)]
      invocation.output.say(
        (text + findings.map { $0.words[invocation.language] }).joined(separator: "\n"))
    }
    return findings.reduce(report.isSound ? .done : .store) { $1.status(after: $0) }
  }

  func rebuild() throws(Complaint) -> ExitStatus {
    let path = invocation.storePath
    let data = try HallData(invocation)
    let store = try complaining { () throws(StoreError) in try SQLiteStore.open(at: path) }
    let missing = try missingYears(of: store)
    try store.rebuild(with: data, addingClosedYears: missing.isEmpty)
    ProgressLine.clear()
    if invocation.isJSON {
      invocation.output.say(
        JSONValue.object([.init("ok", true), .init("store", .text(path))]).line)
    } else {
      invocation.output.say(
        invocation.say("\(path)：各列表已由记录重建。", "\(path): all lists were made anew from the record."))
    }
    for error in missing { invocation.output.remark(error.sentence(in: invocation.language)) }
    return .done
  }

  /// The lists of the store itself need no closed years; what these had added to the sums then stays
  /// as it stands.
  private func missingYears(of store: SQLiteStore) throws(Complaint) -> [StoreError] {
    try complaining { () throws(StoreError) in
      var missing: [StoreError] = []
      for closed in try store.closedYears() {
        do throws(StoreError) { _ = try store.path(of: closed) } catch { missing.append(error) }
      }
      return missing
    }
  }
}

extension Invocation {
  /// Says what is wrong with a file, and that nothing was done with it.
  func refuse(_ report: VerifyReport, of path: String, _ outcome: Words) -> ExitStatus {
    if isJSON {
      output.say(report.json(path, []).line)
    } else {
      output.remark(report.text(path, language))
      output.remark(outcome[language])
    }
    return .store
  }
}

extension VerifyReport {
  func text(_ path: String, _ language: Language) -> String {
    let counts = Words(
      "\(path)：读过 \(events) 个事件、\(streams) 个流、\(cases) 件。",
      "\(path): \(events) events, \(streams) streams, \(cases) cases were read.")
    let tail = Words("总印 \(head)", "head \(head)")
    let lines =
      [counts] + closedYears.map(\.words) + (isSound ? [soundness, tail] : complaint)
      + [setBack].compactMap { $0 }
    return lines.map { $0[language] }.joined(separator: "\n")
  }

  private var soundness: Words {
    hasComparedLists
      ? Words("链、版本、重演和各列表都相符。", "Chain, versions, replay and lists agree.")
      : Words(
        "链和版本都相符；各列表由旧版本写成，没有核对。",
        "Chain and versions agree; the lists are those of an older version and were not compared.")
  }

  private var complaint: [Words] {
    guard let first = faults.first else { return [] }
    let what = first.words
    let others =
      faults.count > 1
      ? [Words("此后还有 \(faults.count - 1) 处。", "\(faults.count - 1) more follow.")] : []
    let advice =
      first.isOfOneFile
      ? Words(
        "在办的记录和别的归档不受影响；请把这个归档文件从备份里取回，放回原处再核对。",
        "What is worked with and other closed years are not concerned; put the file of this closed year back from where a copy is kept, and check again."
      )
      : hasComparedLists
        ? Words(
          "记录本身完好；用 yichuang rebuild 重建各列表。",
          "The record itself is whole; yichuang rebuild makes the lists anew.")
        : Words(
          "请停止使用这个数据库，用 yichuang restore 从备份恢复。",
          "Stop using this store and put a backup in its place with yichuang restore.")
    return [Words("第一处：\(what.zh)", "First: \(what.en)")] + others + [advice]
  }

  /// No fault, but whoever looks for one wants to know.
  private var setBack: Words? {
    guard let first = timesSetBack.first else { return nil }
    let count = timesSetBack.count
    return Words(
      "时钟倒退过 \(count) 次，第一次在位置 \(first)；记录不因此有误。",
      "The clock went back \(count) \(count == 1 ? "time" : "times"), first at position \(first); the record is none the worse."
    )
  }

  func json(_ path: String, _ findings: [HeadFinding]) -> JSONValue {
    .object([
      .init("ok", .bool(isSound && findings.allSatisfy(\.isGood))), .init("store", .text(path)),
      .init("events", .number(events)), .init("streams", .number(streams)),
      .init("cases", .number(cases)), .init("head", .text(head)),
      .init("closedYears", .array(closedYears.map(\.json))),
      .init("faults", .array(faults.map(\.json))),
      .init("clockSetBackAt", .array(timesSetBack.map { .number(Int($0)) })),
      .init("heads", .array(findings.map(\.json))),
    ])
  }
}

extension EventPlace {
  /// What is wrong with the event there.
  func words(_ fault: EventFault) -> Words {
    let what = fault.words
    return Words(
      "\(stream) 的第 \(version) 个事件（\(kind)，位置 \(position)）：\(what.zh)",
      "event \(version) of \(stream) (\(kind), position \(position)): \(what.en)")
  }
}

extension StoreFault {
  var words: Words {
    switch self {
    case .closedFile(let name, let fault):
      let what = fault.words
      return Words("归档 \(name)：\(what.zh)", "closed year \(name): \(what.en)")
    case .structure(let detail):
      return Words("文件结构已坏：\(detail)", "the structure of the file is damaged: \(detail)")
    case .event(let place, let fault): return place.words(fault)
    case .tail(let end, let written):
      return Words(
        "记录在位置 \(end) 之后断了：写过 \(written) 个事件，最后 \(written - end) 个已不在",
        "the record breaks off after position \(end): \(written) events were written, the last \(written - end) are gone"
      )
    case .nature:
      return Words(
        "建库时定下的内容（是否演示、口令种子）与办件不符，被人改过",
        "what was settled when the store was made does not fit its cases, somebody changed it")
    case .list(let table, let key, let fault):
      let what = fault.words
      return Words("列表 \(table) 的 \(key)：\(what.zh)", "\(key) of the list \(table): \(what.en)")
    }
  }

  var json: JSONValue {
    switch self {
    case .closedFile(let name, let fault):
      return .object([
        .init("fault", "closedFile"), .init("name", .text(name)),
        .init("detail", .text(fault.words.en)),
      ])
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
    case .nature: return .object([.init("fault", "nature")])
    case .list(let table, let key, let fault):
      return .object([
        .init("fault", "list"), .init("table", .text(table)), .init("key", .text(key)),
        .init("detail", .text(fault.words.en)),
      ])
    }
  }
}

extension EventFault {
  var words: Words {
    switch self {
    case .hashDiffers: Words("内容与哈希不符，被人改过", "it does not fit its hash, somebody changed it")
    case .versionExpected(let version):
      Words("版本应为 \(version)", "version \(version) was expected")
    case .positionExpected(let position):
      Words("位置应为 \(position)，其间缺了事件", "position \(position) was expected, events are missing")
    case .outOfOrder:
      Words("位置在同一流前一个事件之前", "it stands before an event that comes earlier in its stream")
    case .unreadable(let detail): Words("读不懂：\(detail)", "it cannot be read: \(detail)")
    case .wrongStream: Words("不属于这个流", "it does not belong to this stream")
    case .wrongBeginning: Words("办件不以收件开头", "a case has to begin with its receipt")
    }
  }
}

extension ListFault {
  var words: Words {
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
