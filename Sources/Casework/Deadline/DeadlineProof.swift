package import WorkCalendar

/// How a limit comes to its date: the count day by day, each day with its reason.
package struct DeadlineProof: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    package var day: CountedDay
    /// What the clock stands still for on this day, or what began at its end.
    package var stop: CaseFile.Stop?
    /// The day belongs to what the authority's leader has added (Law 42).
    package var isExtension: Bool
  }

  package var timer: CaseTimer
  package var lines: [Line]
  /// Where the count ends; not yet sure while the clock stands still.
  package var due: DueDate?
  package var certainty: Certainty
  /// Working days, or days of the limit's kind, that the stops have kept out of the count.
  package var daysStopped: Int
  /// Make-up days on which work was done, and counted.
  package var makeUpDays: [LocalDate]
}

extension DeadlineProof {
  /// Empty where a day was named and nothing was counted.
  package init(_ timer: CaseTimer, on today: LocalDate, calendar: WorkCalendar) {
    self.timer = timer
    let stops = timer.ended(timer.stops, on: today)
    if case .stopped(let open) = timer.state {
      certainty = timer.certainty(of: open, on: today)
    } else {
      certainty = .fixed
    }
    lines = Self.count(timer, stops, calendar).map { day, isExtension in
      Line(day: day, stop: Self.stop(on: day, in: stops), isExtension: isExtension)
    }
    due = timer.foreseen(on: today, in: calendar)?.due
    daysStopped = lines.count { line in
      line.stop != nil && line.day.reason != .startDay && line.day.ordinal == nil
        && line.day.date > (line.stop?.from ?? .distantFuture)
        && calendar.isWorkingDay(line.day.date)
    }
    makeUpDays = lines.compactMap { line in
      if case .day(.makeUpWorkday) = line.day.reason { line.day.date } else { nil }
    }
  }

  private static func count(
    _ timer: CaseTimer, _ stops: [CaseFile.Stop], _ calendar: WorkCalendar
  ) -> [(CountedDay, Bool)] {
    guard var limit = timer.limit, limit.unit != .unspecified, !timer.isInHours else { return [] }
    let plain = limit.amount
    let isInWorkingDays = limit.unit == .workingDays
    if isInWorkingDays { limit.amount += timer.extensionDays }
    let clockStops = stops.map { ClockStop(from: $0.from, to: $0.to) }
    guard let days = try? calendar.count(limit: limit, from: timer.start, stops: clockStops)
    else { return [] }
    let counted = days.map { ($0, isInWorkingDays && ($0.ordinal ?? 0) > plain) }
    guard !isInWorkingDays, timer.extensionDays > 0, let last = days.last?.date,
      let more = try? calendar.count(
        limit: .workingDays(timer.extensionDays), from: last,
        stops: clockStops.filter { $0.from >= last })
    else { return counted }
    return counted + more.dropFirst().map { ($0, true) }
  }

  private static func stop(on day: CountedDay, in stops: [CaseFile.Stop]) -> CaseFile.Stop? {
    let date = day.date
    switch day.reason {
    case .clockStopped, .clockResumed:
      return stops.first { stop in
        guard let end = stop.to else { return false }
        return stop.from < date && date <= end
      }
    case .startDay, .day, .calendarDay, .movedOn: return stops.first { $0.from == date }
    }
  }
}

extension DeadlineProof {
  /// Lines that can be told in one: a run of days on which the clock stands still for one cause.
  package struct Passage: Hashable, Sendable {
    package var lines: [Line]

    package var isFolded: Bool { lines.count > 1 }
  }

  /// The count with every stop of more than a few days told as one passage.
  package func passages(folding: Bool, longerThan most: Int = 4) -> [Passage] {
    var passages: [Passage] = []
    for line in lines {
      let isStopped = line.day.reason == .clockStopped
      if folding, isStopped, let last = passages.last?.lines.last,
        last.day.reason == .clockStopped, last.stop == line.stop
      {
        passages[passages.count - 1].lines.append(line)
      } else {
        passages.append(Passage(lines: [line]))
      }
    }
    return passages.flatMap { passage in
      passage.lines.count > most ? [passage] : passage.lines.map { Passage(lines: [$0]) }
    }
  }
}
