import WorkCalendar

/// Reads what a notice says of its holidays, one after the other, and checks every claim.
struct ClaimReader {
  let year: Int
  private(set) var problems: [NoticeProblem] = []
  /// The days arranged so far, with the line that did.
  private var booked: [LocalDate: Int] = [:]

  private var holiday = NoticeHoliday(name: "", line: 1)
  private var sentence = Sentence()
  private var counts: [(said: Int, off: Int, line: Int)] = []
  private var joinsWeekend = false
  private var month: Int?
  private var line = 1

  init(year: Int) { self.year = year }

  /// What is pending in a sentence until its verb comes.
  private struct Sentence {
    var stretches: [(first: LocalDate, last: LocalDate)] = []
    /// The dates as they were written, for days of the week said of several.
    var named: [LocalDate] = []
    var written: [String] = []
    var hasThrough = false
    var isExplanation = false
    var isAdvice = false
    var awaits: NoticeVerb?
    var hasVerb = false
    /// A single date with its year, as under a letter.
    var isSignature = false
  }

  mutating func complain(_ line: Int?, _ kind: NoticeProblem.Kind) {
    problems.append(NoticeProblem(line: line, kind))
  }

  private mutating func complain(_ problem: DayProblem) { complain(line, .day(problem)) }
}

extension ClaimReader {
  mutating func read(_ name: String, _ text: NoticeText, _ range: Range<Int>) -> NoticeHoliday {
    line = text.line(of: range.lowerBound)
    holiday = NoticeHoliday(name: name, line: line)
    (sentence, counts, joinsWeekend, month) = (Sentence(), [], false, nil)
    var scanner = NoticeScanner(text, range)
    while let (token, line) = scanner.next(), token != .end {
      self.line = line
      take(token)
    }
    endSentence(isLast: true)
    problems += scanner.problems
    checkSums()
    if holiday.off.isEmpty, holiday.lastsUntil == nil { complain(holiday.line, .noDays(name)) }
    holiday.off.sort()
    holiday.makeUp.sort()
    return holiday
  }

  private mutating func take(_ token: NoticeToken) {
    switch token {
    case .date(let date): take(date)
    case .verb(let verb): take(verb)
    case .through: sentence.hasThrough = true
    case .count(let said): counts.append((said, holiday.off.count, line))
    case .joinsWeekend: joinsWeekend = true
    case .explanation: sentence.isExplanation = true
    case .advice: sentence.isAdvice = true
    case .pause: settleAwaited()
    case .stop: endSentence(isLast: false)
    case .end, .other: break
    }
  }

  private mutating func take(_ date: NoticeDate) {
    guard let day = resolved(date) else { return complain(.noSuchDay(date.written)) }
    month = day.month
    sentence.isSignature =
      date.year != nil && sentence.named.isEmpty && !sentence.hasVerb && !sentence.hasThrough
    sentence.named.append(day)
    sentence.written.append(date.written)
    checkWeekdays(date.weekdays)
    if sentence.hasThrough, let first = sentence.stretches.popLast()?.first {
      take(from: first, through: day)
    } else {
      sentence.stretches.append((day, day))
    }
    sentence.hasThrough = false
  }

  private mutating func take(from first: LocalDate, through last: LocalDate) {
    guard first < last, first.days(until: last) < 31 else {
      return complain(.rangeReversed(first, last))
    }
    sentence.stretches.append((first, last))
  }

  /// A December without a year belongs to the New Year that follows it.
  private func resolved(_ date: NoticeDate) -> LocalDate? {
    guard let month = date.month ?? month else { return nil }
    let isBefore = month == 12 && holiday.name.contains(NoticeWords.newYear)
    return LocalDate(
      year: date.year ?? (isBefore ? year - 1 : year), month: month, day: date.day)
  }

  /// As many days of the week belong to as many of the dates named last.
  private mutating func checkWeekdays(_ said: [Weekday]) {
    guard said.count <= sentence.named.count else {
      return complain(.notUnderstood(sentence.written.joined()))
    }
    for (date, weekday) in zip(sentence.named.suffix(said.count), said)
    where date.weekday != weekday {
      complain(.weekdayDiffers(date, said: weekday))
    }
  }
}

extension ClaimReader {
  private mutating func take(_ verb: NoticeVerb) {
    settleAwaited()
    let days = sentence.stretches.flatMap { stretch in
      (0...stretch.first.days(until: stretch.last)).map { stretch.first.advanced(by: $0) }
    }
    let written = sentence.written.joined(separator: "、")
    sentence.stretches = []
    (sentence.named, sentence.written, sentence.hasThrough) = ([], [], false)
    sentence.hasVerb = sentence.hasVerb || !days.isEmpty
    if sentence.isAdvice { return }
    switch verb {
    case .rest:
      if sentence.isExplanation { demandOff(days) } else { days.forEach { rest(on: $0) } }
    case .work: days.forEach { work(on: $0) }
    case .workAgain: days.forEach { demandWorked($0) }
    case .explained: demandOff(days)
    case .movedTo, .until: sentence.awaits = verb
    case .unclear: if !days.isEmpty { complain(.notUnderstood(written)) }
    }
  }

  /// The dates behind a verb that comes before them.
  private mutating func settleAwaited() {
    guard let verb = sentence.awaits, let last = sentence.stretches.last?.last else { return }
    if verb == .until {
      if checkYear(last) { holiday.lastsUntil = last }
    } else {
      demandOff(sentence.stretches.flatMap { [$0.first, $0.last] })
    }
    (sentence.stretches, sentence.named, sentence.written) = ([], [], [])
    (sentence.awaits, sentence.hasVerb) = (nil, true)
  }

  private mutating func endSentence(isLast: Bool) {
    settleAwaited()
    let isSignature = isLast && sentence.isSignature && sentence.named.count == 1
    if !sentence.stretches.isEmpty, !sentence.isAdvice, !isSignature {
      complain(.notUnderstood(sentence.written.joined(separator: "、")))
    }
    sentence = Sentence()
  }

  private mutating func rest(on date: LocalDate) {
    if book(date) { holiday.off.append(date) }
  }

  private mutating func work(on date: LocalDate) {
    guard date.weekday.isWeekend else { return complain(.makeUpOnWeekday(date)) }
    if book(date) { holiday.makeUp.append(date) }
  }

  private mutating func book(_ date: LocalDate) -> Bool {
    guard checkYear(date) else { return false }
    if let first = booked[date] {
      complain(.twice(date, firstLine: first))
      return false
    }
    booked[date] = line
    return true
  }

  private mutating func checkYear(_ date: LocalDate) -> Bool {
    let isNewYear = holiday.name.contains(NoticeWords.newYear)
    let fits = date.year == year || (isNewYear && date.year == year - 1 && date.month == 12)
    if !fits { complain(.outsideTheYear(date, year)) }
    return fits
  }

  private mutating func demandOff(_ days: [LocalDate]) {
    for day in days where !holiday.off.contains(day) { complain(.notAmongTheDaysOff(day)) }
  }

  private mutating func demandWorked(_ date: LocalDate) {
    let rests = holiday.off.contains(date) || holiday.lastsUntil.map { date <= $0 } ?? false
    if rests { complain(.restingAgain(date)) }
  }
}

extension ClaimReader {
  private mutating func checkSums() {
    let weekends = joinsWeekend ? weekendsBeside(holiday.off) : []
    if joinsWeekend, let first = holiday.off.first, weekends.isEmpty,
      !holiday.off.contains(where: \.weekday.isWeekend)
    {
      complain(holiday.line, .day(.noWeekendBeside(first)))
    }
    for (said, off, line) in counts where said != off && said != off + weekends.count {
      complain(line, .day(.countDiffers(said: said, found: off)))
    }
  }

  /// The Saturdays and Sundays that touch days off.
  private func weekendsBeside(_ days: [LocalDate]) -> Set<LocalDate> {
    var found: Set<LocalDate> = []
    for day in days {
      for step in [-1, 1] {
        var next = day.advanced(by: step)
        while next.weekday.isWeekend, !days.contains(next) {
          found.insert(next)
          next = next.advanced(by: step)
        }
      }
    }
    return found
  }
}
