import WorkCalendar

/// A piece of a ruler that has been laid out, from left to right without gaps.
package struct RulerSegment: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    case mark(DeadlineRuler.Mark)
    /// What stands beside a mark, or inside a stop.
    case label(String)
    /// Days that have been used up, and days still to come.
    case past, ahead
    case stopped
    /// Days beyond the limit.
    case late
    case blank
  }

  package var part: Part
  package var columns: Int
}

/// How much is said beside the marks, as room allows.
package enum RulerDetail: CaseIterable, Hashable, Sendable {
  case full, brief, short, names, marks
}

/// What a label stands beside.
package enum RulerItem: Hashable, Sendable {
  case point(DeadlineRuler.Point)
  case stretch(DeadlineRuler.Stretch)
}

extension DeadlineRuler {
  /// The line in exactly so many columns, working days in proportion as far as labels leave room.
  ///
  /// `label` words an item; `width` measures a word as the screen will show it.
  package func laid(
    in columns: Int, width: (String) -> Int, label: (RulerItem, RulerDetail) -> String
  ) -> (segments: [RulerSegment], detail: RulerDetail) {
    for detail in RulerDetail.allCases {
      var line = RulerLine(self, columns: columns) { item in
        let text = label(item, detail)
        return (text, width(text))
      }
      if !points.isEmpty, line.fit() { return (line.segments, detail) }
    }
    return ([.init(part: .blank, columns: max(0, columns))], .marks)
  }
}

/// The boxes of a ruler on their way to their columns.
private struct RulerLine {
  private struct Box {
    enum Content: Hashable {
      case point(DeadlineRuler.Point, label: String, labelColumns: Int)
      case stretch(label: String, labelColumns: Int)
    }

    var content: Content
    /// The first column, and the one after the last as the days would have it.
    var column: Int
    var end: Int
    /// Working days from the left edge.
    var day: Int

    var minimum: Int {
      switch content {
      case .point(_, _, let label): 1 + label
      case .stretch(_, let label): label > 0 ? label + 2 : 1
      }
    }

    var isStretch: Bool {
      if case .stretch = content { return true }
      return false
    }

    var mark: DeadlineRuler.Mark? {
      if case .point(let point, _, _) = content { return point.mark }
      return nil
    }

    var isStart: Bool {
      if case .start = mark { return true }
      return false
    }

    var isNow: Bool {
      switch mark {
      case .today, .reached: true
      case .start, .due, nil: false
      }
    }

    var isDue: Bool {
      if case .due = mark { return true }
      return false
    }
  }

  private var boxes: [Box] = []
  private let columns: Int
  private let isLate: Bool

  init(
    _ ruler: DeadlineRuler, columns: Int, label: (RulerItem) -> (text: String, columns: Int)
  ) {
    self.columns = columns
    isLate = ruler.points.contains { $0.daysLate > 0 }
    let axis = Axis(ruler)
    for point in ruler.points {
      let (text, room) = label(.point(point))
      let day = axis.day(point.on)
      boxes.append(
        Box(
          content: .point(point, label: text, labelColumns: room), column: 0, end: 0, day: day))
    }
    for stretch in ruler.stretches {
      let (text, room) = label(.stretch(stretch))
      cut(stretch, at: ruler.points, axis, text, room)
    }
    order()
    place(axis)
  }

  /// A stop that a mark stands in is drawn on both sides of it.
  private mutating func cut(
    _ stretch: DeadlineRuler.Stretch, at points: [DeadlineRuler.Point], _ axis: Axis,
    _ text: String, _ room: Int
  ) {
    let inside = points.map(\.on).filter { stretch.from < $0 && $0 < stretch.to }
    let edges = [stretch.from] + Set(inside).sorted() + [stretch.to]
    for (index, pair) in zip(edges, edges.dropFirst()).enumerated() {
      let (from, to) = (axis.day(pair.0), axis.day(pair.1))
      guard index == 0 || to > from else { continue }
      boxes.append(
        Box(
          content: .stretch(
            label: index == 0 ? text : "", labelColumns: index == 0 ? room : 0), column: from,
          end: to, day: from))
    }
  }

  /// By day; on one day the beginning first, then a stop that ends, today, limits, a stop that begins.
  private mutating func order() {
    let rank = { (box: Box) in
      box.isStart ? 0 : box.isStretch ? (box.end == box.day ? 1 : 4) : box.isNow ? 2 : 3
    }
    boxes = boxes.enumerated().sorted { left, right in
      (left.element.day, rank(left.element), left.offset)
        < (right.element.day, rank(right.element), right.offset)
    }.map(\.element)
  }

  /// From days to columns: the first label stands left of the scale, the last one right of it.
  private mutating func place(_ axis: Axis) {
    let left = boxes.first.map { $0.isStart ? $0.minimum - 1 : 0 } ?? 0
    let right = boxes.last.map { $0.isStretch ? 0 : $0.minimum - 1 } ?? 0
    let room = max(1, columns - left - right - 1)
    let scale = { (day: Int) in left + (day * room + axis.length / 2) / axis.length }
    for index in boxes.indices {
      let box = boxes[index]
      switch box.content {
      case .stretch:
        boxes[index].column = scale(box.day) + 1
        boxes[index].end = scale(box.end)
      case .point:
        boxes[index].column = box.isStart ? scale(box.day) - box.minimum + 1 : scale(box.day)
        boxes[index].end = boxes[index].column + box.minimum
      }
    }
  }

  /// Pushes boxes apart, first to the right, then back; false if there is no room for them all.
  mutating func fit() -> Bool {
    var next = 0
    for index in boxes.indices {
      boxes[index].column = max(boxes[index].column, next)
      boxes[index].end = max(boxes[index].end, boxes[index].column + boxes[index].minimum)
      next = boxes[index].end
    }
    var limit = columns
    for index in boxes.indices.reversed() {
      boxes[index].end = min(boxes[index].end, limit)
      boxes[index].column = min(boxes[index].column, boxes[index].end - boxes[index].minimum)
      limit = boxes[index].column
    }
    return limit >= 0
  }

  var segments: [RulerSegment] {
    var segments: [RulerSegment] = []
    var reached = 0
    var (hasBegun, isPastDue, isPastNow) = (false, false, false)
    let hasNow = boxes.contains { $0.isNow }
    for (index, box) in boxes.enumerated() {
      let isBeyond = !boxes[index...].contains { $0.isDue || ($0.isNow && isPastDue) }
      let part: RulerSegment.Part =
        !hasBegun || isBeyond
        ? .blank : isLate && isPastDue && !isPastNow ? .late : isPastNow || !hasNow ? .ahead : .past
      append(part, box.column - reached, to: &segments)
      append(box, to: &segments)
      reached = box.end
      hasBegun = hasBegun || box.isStart
      isPastDue = isPastDue || box.isDue
      isPastNow = isPastNow || box.isNow
    }
    append(.blank, columns - reached, to: &segments)
    return segments
  }

  private func append(
    _ part: RulerSegment.Part, _ columns: Int, to segments: inout [RulerSegment]
  ) {
    if columns > 0 { segments.append(.init(part: part, columns: columns)) }
  }

  private func append(_ box: Box, to segments: inout [RulerSegment]) {
    switch box.content {
    case .point(let point, let label, let room):
      let mark = RulerSegment(part: .mark(point.mark), columns: 1)
      if !box.isStart { segments.append(mark) }
      append(.label(label), room, to: &segments)
      if box.isStart { segments.append(mark) }
    case .stretch(let label, let room):
      let hatch = box.end - box.column - room
      append(.stopped, hatch / 2, to: &segments)
      append(.label(label), room, to: &segments)
      append(.stopped, hatch - hatch / 2, to: &segments)
    }
  }
}

/// Working days from the left edge of a ruler.
private struct Axis {
  let calendar: WorkCalendar
  let first: LocalDate
  let last: LocalDate
  let length: Int

  init(_ ruler: DeadlineRuler) {
    calendar = ruler.calendar
    let dates = ruler.points.map(\.on) + ruler.stretches.flatMap { [$0.from, $0.to] }
    let earliest = dates.min() ?? .distantPast
    first = earliest
    // Ten years are as good as never on one line.
    last = min(dates.max() ?? earliest, earliest.advanced(by: 3660))
    length = max(1, calendar.workingDays(after: earliest, through: last))
  }

  func day(_ date: LocalDate) -> Int {
    calendar.workingDays(after: first, through: min(date, last))
  }
}
