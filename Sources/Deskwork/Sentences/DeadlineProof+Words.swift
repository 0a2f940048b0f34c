package import Casework
package import WorkCalendar

/// The proof of a date in words: a headline, then a row for each day.
package struct ProofWords: Hashable, Sendable {
  package var language: Language
  /// The year that goes without saying.
  package var year: Int
  package var today: LocalDate
  /// When the hall closes on the last day, if it is known.
  package var closing: TimeOfDay?

  package init(_ language: Language, today: LocalDate, closing: TimeOfDay? = nil) {
    self.language = language
    self.today = today
    self.closing = closing
    year = today.year
  }

  /// One day, or a run of days on which the clock stands still.
  package struct Row: Hashable, Sendable {
    package var date: String
    package var weekday: String
    /// 第3日, or day 3; empty if the day does not count.
    package var ordinal: String
    package var reason: String
    package var isToday: Bool
    package var isDue: Bool
    package var isStopped: Bool
  }
}

extension ProofWords {
  /// `受理2/12 +10个工作日(含2/14、2/28补班) = 3/4`
  package func headline(_ proof: DeadlineProof) -> String {
    let timer = proof.timer
    var parts = [joined(say(timer.kind.beginning), short(timer.start))]
    if let limit = timer.limit { parts.append("+" + amount(limit) + makeUp(proof)) }
    if timer.extensionDays > 0 {
      let days = amount(.workingDays(timer.extensionDays))
      parts.append(say(Words("+延长\(days)", "+ extension of \(days)")))
    }
    let stops = timer.stops.filter { !lies(beyond: proof, $0) }
    if !stops.isEmpty {
      let names = stops.map(named).joined(separator: say(Words("、", ", ")))
      let days = proof.daysStopped
      parts.append(
        say(
          Words(
            "停\(days)个工作日(\(names))", "- stopped for \(counted(days, "working day")) (\(names))"))
      )
    }
    let sum = parts.joined(separator: " ")
    guard let due = proof.due else { return sum }
    return sum + " = " + ending(due, proof.certainty)
  }

  private func ending(_ due: DueDate, _ certainty: Certainty) -> String {
    let date = short(due.on) + say(due.isProvisional ? Words("(预估)", " (est.)") : Words("", ""))
    switch certainty {
    case .fixed: return date
    case .asPlanned: return say(Words("\(date)(按计划恢复)", "\(date) (resumed as planned)"))
    case .atEarliest:
      return say(Words("最早\(date)(今日恢复)", "\(date) at the earliest (resumed today)"))
    }
  }

  private func makeUp(_ proof: DeadlineProof) -> String {
    let days = proof.makeUpDays
    guard !days.isEmpty else { return "" }
    // More than a few would push the date itself out of sight.
    let named = days.prefix(4).map(short).joined(separator: say(Words("、", ", ")))
    let rest = days.count > 4 ? say(Words("等", " …")) : ""
    return say(Words("(含\(named)\(rest)补班)", " (with make-up days \(named)\(rest))"))
  }

  /// A stop after the limit was used up has cost it nothing.
  private func lies(beyond proof: DeadlineProof, _ stop: CaseFile.Stop) -> Bool {
    proof.lines.last.map { stop.from >= $0.day.date } ?? false
  }

  private func named(_ stop: CaseFile.Stop) -> String {
    let from = short(stop.from)
    // A plan that has gone by says nothing of when it will end.
    let planned = stop.plannedEnd.flatMap { $0 < today ? nil : $0 }
    let range =
      (stop.to ?? planned).map { "\(from)-\(short($0))" }
      ?? say(Words("\(from)至今", "since \(from)"))
    return joined(say(stop.kind.label), range)
  }
}

extension ProofWords {
  package func rows(_ proof: DeadlineProof, folding: Bool) -> [Row] {
    let last = proof.lines.last?.day.date
    return proof.passages(folding: folding).compactMap { row($0, until: last) }
  }

  private func row(_ passage: DeadlineProof.Passage, until last: LocalDate?) -> Row? {
    guard let line = passage.lines.first, let end = passage.lines.last else { return nil }
    let cause = line.stop?.kind.label
    let told = line.day.told(stoppedBy: cause)
    let (from, to) = (line.day.date, end.day.date)
    let isDue = to == last
    return Row(
      date: passage.isFolded ? "\(short(from))-\(short(to))" : short(from),
      weekday: passage.isFolded ? counted(passage) : say(told.weekday),
      ordinal: told.ordinal.isEmpty
        ? "" : say(Words("第\(told.ordinal)日", "day \(told.ordinal)")),
      reason: ([reason(line, told)] + notes(line, passage, isDue)).filter { !$0.isEmpty }
        .joined(separator: say(Words("; ", "; "))),
      isToday: (from...to).contains(today), isDue: isDue,
      isStopped: line.day.reason == .clockStopped)
  }

  /// A working day that counts needs no reason, and a weekend has said its day already.
  private func reason(_ line: DeadlineProof.Line, _ told: CountedDay.Told) -> String {
    switch line.day.reason {
    case .startDay: say(Words("起算，当日不计", "the count begins, this day not counted"))
    case .day(.working): ""
    case .day(.weekend): say(Words("周末", "weekend"))
    case .day, .calendarDay, .movedOn, .clockStopped, .clockResumed: say(told.reason)
    }
  }

  private func notes(
    _ line: DeadlineProof.Line, _ passage: DeadlineProof.Passage, _ isDue: Bool
  ) -> [String] {
    var notes: [String] = []
    if line.isExtension { notes.append(say(Words("延长", "extension"))) }
    if let stop = line.stop, stop.from == line.day.date, line.day.reason != .clockStopped {
      let name = say(stop.kind.label)
      notes.append(
        say(Words("\(name)开始，次日起不计", "\(name) begins, not counted from the next day")))
    }
    if passage.lines.contains(where: { $0.day.date == today }) {
      notes.append(say(Words("今日", "today")))
    }
    if isDue {
      let hour = closing.map { say(Words("(\($0)下班前)", " (before \($0))")) } ?? ""
      notes.append(say(Words("到期", "due")) + hour)
    }
    return notes
  }

  private func counted(_ passage: DeadlineProof.Passage) -> String {
    say(Words("\(passage.lines.count)天", counted(passage.lines.count, "day")))
  }

  private func counted(_ amount: Int, _ noun: String) -> String {
    amount == 1 ? "1 \(noun)" : "\(amount) \(noun)s"
  }

  private func amount(_ limit: TimeLimit) -> String { say(limit.label) }

  private func short(_ date: LocalDate) -> String { date.short(in: language, year: year) }

  private func joined(_ name: String, _ date: String) -> String {
    language == .en ? "\(name) \(date)" : name + date
  }

  private func say(_ words: Words) -> String { words[language] }
}

extension TimerKind {
  /// What the count begins with.
  package var beginning: Words {
    switch self {
    case .notice: Words("收件", "received")
    case .correction, .examinationCorrection: Words("告知", "told")
    case .committed, .statutory, .deferredMaterials: Words("受理", "accepted")
    case .step, .party: Words("环节开始", "step begun")
    case .specialProcedure: Words("开始", "begun")
    case .suspension: Words("中止", "suspended")
    case .referral: Words("上报", "referred")
    case .commitmentCheck, .service: Words("决定", "decided")
    }
  }
}

extension TimeLimit {
  /// 10个工作日, or 10 working days.
  package var label: Words {
    func counted(_ zh: String, _ noun: String) -> Words {
      Words("\(amount)\(zh)", amount == 1 ? "1 \(noun)" : "\(amount) \(noun)s")
    }
    switch unit {
    case .workingDays: return counted("个工作日", "working day")
    case .calendarDays: return counted("日", "day")
    case .halfDays: return counted("个半日", "half day")
    case .openHours: return counted("个工作小时", "open hour")
    case .months: return counted("个月", "month")
    case .onTheSpot: return Words("当场", "on the spot")
    case .unspecified: return Words("未规定", "not set")
    }
  }
}
