package import Casework
import WorkCalendar

/// What stands beside the marks of a ruler.
package struct RulerWords: Hashable, Sendable {
  package var language: Language
  /// The year that goes without saying.
  package var year: Int

  package init(_ language: Language, year: Int) {
    self.language = language
    self.year = year
  }

  package func label(_ item: RulerItem, _ detail: RulerDetail) -> String {
    if detail == .marks { return "" }
    switch item {
    case .point(let point): return label(point, detail)
    case .stretch(let stretch): return label(stretch, detail)
    }
  }

  private func label(_ point: DeadlineRuler.Point, _ detail: RulerDetail) -> String {
    let date = detail == .names ? "" : day(point)
    switch point.mark {
    case .start(let station):
      return joined(say(station.label), detail == .short ? "" : date)
    case .today: return say(Words("今", "today")) + late(point)
    case .reached(let station): return joined(say(station.label), date) + late(point)
    case .due(let kind, let isProvisional, let certainty):
      let name = say(kind?.mark ?? Words("到期", "due"))
      let provisional = isProvisional ? say(Words("(预估)", " (est.)")) : ""
      if detail == .names { return name + provisional }
      return dated(name, date, certainty, detail) + provisional
    }
  }

  private func dated(
    _ name: String, _ date: String, _ certainty: Certainty, _ detail: RulerDetail
  ) -> String {
    switch (language, certainty) {
    case (_, .fixed): joined(name, date)
    case (.zh, .asPlanned): "\(name)预计\(date)"
    case (.zh, .atEarliest): "\(name)最早\(date)"
    case (.en, .asPlanned):
      detail == .short ? "\(name) exp. \(date)" : "\(name) \(date) as planned"
    case (.en, .atEarliest): detail == .short ? "\(name) \(date)+" : "\(name) \(date) or later"
    }
  }

  private func late(_ point: DeadlineRuler.Point) -> String {
    guard point.daysLate > 0 else { return "" }
    return say(Words(" 超\(point.daysLate)日", " \(point.daysLate)d late"))
  }

  private func label(_ stretch: DeadlineRuler.Stretch, _ detail: RulerDetail) -> String {
    let name = say(stretch.kind?.label ?? Words("停止计时", "stopped"))
    switch detail {
    case .full: return joined(name, range(stretch))
    case .brief: return name
    case .short, .names: return say(Words("停", "STOP"))
    case .marks: return ""
    }
  }

  private func range(_ stretch: DeadlineRuler.Stretch) -> String {
    let from = stretch.from.short(in: language, year: year)
    let end = stretch.isOpen ? stretch.plannedEnd : stretch.to
    guard let end else { return say(Words("\(from)起", "since \(from)")) }
    let isPast = stretch.isOpen && end < stretch.to
    return "\(from)-\(end.short(in: language, year: year))"
      + say(isPast ? Words("已过", ", past") : Words("", ""))
  }

  private func day(_ point: DeadlineRuler.Point) -> String {
    point.on.short(in: language, year: year)
  }

  private func joined(_ name: String, _ date: String) -> String {
    language == .en && !date.isEmpty ? "\(name) \(date)" : name + date
  }

  private func say(_ words: Words) -> String { words[language] }
}

extension DeadlineRuler.Station {
  package var label: Words {
    switch self {
    case .received: Words("收件", "received")
    case .supplied: Words("补齐", "corrected")
    case .accepted: Words("受理", "accepted")
    case .deemedAccepted: Words("视为受理", "deemed accepted")
    case .decided(.granted): Words("准予", "granted")
    case .decided(.refused): Words("不予", "refused")
    case .declined: Words("不予受理", "declined")
    case .withdrawn: Words("撤回", "withdrawn")
    case .terminated: Words("终止", "terminated")
    case .served: Words("送达", "served")
    case .began(let kind): kind?.beginning ?? Words("起算", "from")
    case .settled: Words("完成", "settled")
    }
  }
}

extension DeadlineRuler {
  /// The line as text, with the marks of print: `受理3/5●──▒▒专家评审▒▒──│今──○承诺3/13──◇法定4/3`.
  package func text(
    in columns: Int, _ words: RulerWords, width: (String) -> Int
  ) -> String {
    let segments = laid(in: columns, width: width, label: words.label).segments
    let line = segments.map(\.printed).joined()
    return String(line.reversed().drop { $0 == " " }.reversed())
  }
}

extension RulerSegment {
  fileprivate var printed: String {
    switch part {
    case .mark(.start), .mark(.reached): "●"
    case .mark(.today): "│"
    case .mark(.due(.statutory, _, _)): "◇"
    case .mark(.due): "○"
    case .label(let text): text
    case .past, .ahead: String(repeating: "─", count: columns)
    case .stopped: String(repeating: "▒", count: columns)
    case .late: String(repeating: "━", count: columns)
    case .blank: String(repeating: " ", count: columns)
    }
  }
}
