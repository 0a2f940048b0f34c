import CaseStore
import Casework
import Deskwork
import WorkCalendar

/// What the store itself says.
struct StoreExamination {
  let hall: OpenHall

  func findings() -> [Finding] {
    do throws(StoreError) {
      let diagnosis = try hall.store.diagnosis()
      return [store(diagnosis), library(diagnosis), calendar, try record(), try closedYears()]
        .compactMap { $0 }
    } catch {
      return [Finding(.bad, .store, error.sentence(in: .zh), error.sentence(in: .en))]
    }
  }

  private func store(_ diagnosis: StoreDiagnosis) -> Finding {
    if let fault = diagnosis.structure.first {
      return Finding(
        .bad, .store,
        "文件结构已坏（\(fault)）；请停止使用，用 yichuang restore 从备份恢复。",
        "its structure is damaged (\(fault)); stop using it and put a backup in its place with yichuang restore."
      )
    }
    let isDemo = hall.desk.nature.isDemo
    let mode = diagnosis.journalMode == "wal" ? "" : "，还没有人用它办过事"
    let modeInEnglish = diagnosis.journalMode == "wal" ? "" : "; nobody has worked in it yet"
    return Finding(
      .good, .store,
      "\(hall.path)：\(isDemo ? "演示大厅" : "真实大厅")，\(diagnosis.events) 个事件，结构完好\(mode)。",
      "\(hall.path): a \(isDemo ? "demo" : "real") hall, \(diagnosis.events) events, its structure is whole\(modeInEnglish)."
    )
  }

  private func library(_ diagnosis: StoreDiagnosis) -> Finding {
    let version = diagnosis.libraryVersion
    guard diagnosis.hasLogResetFault else {
      return Finding(.good, .library, "\(version)。", "\(version).")
    }
    guard diagnosis.keepsTheTurn else {
      return Finding(
        .bad, .library, "\(version) 在多个程序同时写时可能损坏文件，而本程序的写入次序没有生效；请勿使用，并报告。",
        "\(version) can damage a file that several programs write, and the order of writing is not in force; do not work, and report this."
      )
    }
    return Finding(
      .good, .library,
      "\(version) 有 WAL 重置的缺陷，由本程序的写入次序避开；不要用别的工具写这个数据库。",
      "\(version) has the WAL-reset fault, which this program's order of writing avoids; let no other tool write the store."
    )
  }

  /// From October on the notice of the next year is out or about to be.
  private var calendar: Finding {
    let today = hall.desk.today
    let next = today.month >= 10 ? today.year + 1 : today.year
    for year in [today.year, next] where !hall.desk.calendar.isPublished(year: year) {
      return Finding(
        .attention, .calendar,
        "\(year) 年的放假通知还没有导入，到那一年的日期都是预估；通知公布后用 yichuang calendar import 导入。",
        "the holidays of \(year) have not been taken in, so dates in that year are provisional; take the notice in with yichuang calendar import."
      )
    }
    return Finding(
      .good, .calendar, "放假通知到 \(next) 年。", "holidays are published to the end of \(next).")
  }

  /// Whether the file of each closed year is there and can be read; nothing where none was closed.
  private func closedYears() throws(StoreError) -> Finding? {
    let years = try hall.store.closedYears()
    guard !years.isEmpty else { return nil }
    for closed in years {
      do throws(StoreError) {
        try hall.store.tryReading(closed)
      } catch {
        return Finding(.bad, .closedYears, error.sentence(in: .zh), error.sentence(in: .en))
      }
    }
    let names = years.map(\.name).joined(separator: ", ")
    return Finding(
      .good, .closedYears, "\(names)，文件都在，读得出来。", "\(names); every file is there and can be read.")
  }

  private func record() throws(StoreError) -> Finding? {
    guard !hall.desk.nature.isDemo, let last = try hall.store.lastRecordedAt() else { return nil }
    let behind = last.epochSeconds - HostClock.now.epochSeconds
    guard behind > Self.slack else {
      return Finding(.good, .record, "\(last)。", "\(last).")
    }
    return Finding(
      .bad, .record,
      "最后一条记录在 \(last)，主机时钟却还没到；先校准时钟。时钟没错而是记录时快了，用 yichuang correct-clock。",
      "the last record is of \(last), which the host's clock has not reached; set the clock right first. If the clock is right and was ahead then, use yichuang correct-clock."
    )
  }

  /// Seconds by which clocks are put right in the course of the day.
  private static let slack: Int64 = 120
}
