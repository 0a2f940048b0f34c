import CaseStore
import Casework
import Deskwork

extension ClosedYearReading {
  var words: Words {
    guard let path else {
      return Words(
        "归档 \(closed.name)：没有读到，\(closed.cases) 件、\(closed.events) 个事件未核对。",
        "Closed year \(closed.name): not read, its \(closed.cases) cases and \(closed.events) events are not checked."
      )
    }
    return Words(
      "归档 \(closed.name)：\(path)，\(closed.cases) 件、\(closed.events) 个事件一并读过。",
      "Closed year \(closed.name): \(path), its \(closed.cases) cases and \(closed.events) events were read with it."
    )
  }

  var json: JSONValue {
    .object([
      .init("name", .text(closed.name)), .init("year", .number(closed.year)),
      .init("file", JSONValue(path)), .init("cases", .number(closed.cases)),
      .init("events", .number(closed.events)), .init("head", .text(closed.digest)),
    ])
  }
}

extension ClosedFileFault {
  var words: Words {
    switch self {
    case .missing(let path):
      return Words(
        "文件不在：\(path)；其中的件和早先的日首印无从核对",
        "its file is not at \(path); its cases and earlier heads cannot be checked")
    case .unreadable(let detail):
      return Words("文件读不出来（\(detail)）", "its file cannot be read (\(detail))")
    case .foreign:
      return Words("那里的文件不是这个数据库的归档", "the file there is no closed year of this store")
    case .headDiffers:
      return Words("内容与归档时记下的总印不符", "it does not hold what was journaled when the year was closed")
    case .event(let place, let fault): return place.words(fault)
    case .copyDiffers(let place):
      return Words(
        "\(place.stream) 的第 \(place.version) 个事件与数据库里的不同，被人改过",
        "event \(place.version) of \(place.stream) is another one than in the store, somebody changed it"
      )
    case .caseDiffers(let stream):
      return Words(
        "\(stream) 与移入时不同", "\(stream) does not end as it did when it was moved there")
    case .list(let table, let key, let fault):
      let what = fault.words
      return Words("列表 \(table) 的 \(key)：\(what.zh)", "\(key) of the list \(table): \(what.en)")
    }
  }
}

extension VerifyReport {
  /// Nothing is wrong but with files of closed years, which lie elsewhere.
  var isWorthKeeping: Bool { faults.allSatisfy(\.isOfOneFile) }
}

extension Invocation {
  /// What is wrong with closed years stops no copy of the store, and must not be overlooked.
  func statusRemarking(_ report: VerifyReport) -> ExitStatus {
    for fault in report.faults { output.remark(fault.words[language]) }
    return report.isSound ? .done : .store
  }
}
