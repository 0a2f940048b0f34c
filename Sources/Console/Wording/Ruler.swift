import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension Context {
  /// The limits of a case on one line, drawn with the terminal's own lines.
  func ruler(of open: OpenCase, columns: Int, _ glyphs: Glyphs) -> RulerDrawing? {
    open.file.ruler(on: today, calendar: calendar, sheet: open.sheet)
      .map { draw($0, columns: columns, glyphs) }
  }

  func draw(_ ruler: DeadlineRuler, columns: Int, _ glyphs: Glyphs) -> RulerDrawing {
    let words = RulerWords(language, year: today.year)
    let (segments, detail) = ruler.laid(
      in: columns, width: glyphs.columns(of:), label: words.label)
    let isLate = ruler.points.contains { $0.daysLate > 0 }
    return RulerDrawing(
      spans: RulerPen(isLate: isLate).spans(segments),
      namesDates: detail == .full || detail == .brief || detail == .short)
  }
}

/// A ruler as it goes onto the screen.
struct RulerDrawing: Hashable, Sendable {
  var spans: [Span]
  /// False where there was no room for the dates.
  var namesDates: Bool
}

/// Gives the pieces of a ruler their lines and roles.
private struct RulerPen {
  let isLate: Bool

  func spans(_ segments: [RulerSegment]) -> [Span] {
    segments.indices.map { index in
      let before = index > 0 ? segments[index - 1].part : nil
      let after = index + 1 < segments.count ? segments[index + 1].part : nil
      return span(segments[index], before: before, after: after)
    }
  }

  private func span(
    _ segment: RulerSegment, before: RulerSegment.Part?, after: RulerSegment.Part?
  ) -> Span {
    let columns = segment.columns
    switch segment.part {
    case .mark(let mark): return Span(border(mark), columns: columns, role(mark))
    case .label(let text): return Span(text, labelRole(before: before, after: after))
    case .past: return Span(.horizontal, columns: columns, .text)
    case .ahead: return Span(.horizontal, columns: columns, .hint)
    case .stopped: return Span(.shade, columns: columns, .stopped)
    case .late: return Span(.horizontal, columns: columns, .redCard)
    case .blank: return Span(String(repeating: " ", count: columns))
    }
  }

  /// The law is the wall at the end.
  private func border(_ mark: DeadlineRuler.Mark) -> Border {
    switch mark {
    case .start: .teeRight
    case .today: .vertical
    case .reached: .cross
    case .due(.statutory, _, _): .teeLeft
    case .due: .diamond
    }
  }

  private func role(_ mark: DeadlineRuler.Mark) -> Role {
    switch mark {
    case .start: .label
    case .today: isLate ? .redCard : .accent
    case .reached: isLate ? .redCard : .success
    case .due(_, isProvisional: true, _): .provisional
    case .due(_, isProvisional: false, let certainty): certainty == .fixed ? .text : .provisional
    }
  }

  /// A label belongs to the mark before it, the first one to the mark after it.
  private func labelRole(before: RulerSegment.Part?, after: RulerSegment.Part?) -> Role {
    if case .mark(let mark) = before { return role(mark) }
    if case .mark(.start(let station)) = after { return role(.start(station)) }
    return .stopped
  }
}
