package import Casework
package import WorkCalendar

/// Says what a card is about: in a line, and in a paragraph.
package struct CardWords: Hashable, Sendable {
  package var names: SpokenNames
  package var rulebook: Rulebook?
  package var calendar: WorkCalendar
  package var today: LocalDate

  package init(
    names: SpokenNames, rulebook: Rulebook?, calendar: WorkCalendar, today: LocalDate
  ) {
    self.names = names
    self.rulebook = rulebook
    self.calendar = calendar
    self.today = today
  }

  /// J01 办件超期.
  package func title(_ code: SupervisionRuleCode) -> Words {
    guard let name = rulebook?.rule(code)?.name else { return Words(code.rawValue, code.rawValue) }
    return Words("\(code.rawValue) \(name.zh)", "\(code.rawValue) \(name.en)")
  }

  /// 承诺 3/9，今日 3/11，超 2 个工作日; without a day to keep, since when it shows.
  package func count(_ watch: Watch) -> Words {
    guard let due = watch.due else {
      guard let from = watch.from else { return Words("", "") }
      return said {
        "自 \(day(from, .zh))"
      } en: {
        "since \(day(from, .en))"
      }
    }
    let mark = watch.card.dueMark
    let estimate = due.isProvisional ? Words("(预估)", " (est.)") : Words("", "")
    let left = left(until: due.on)
    return Words(
      "\(mark.zh) \(day(due.on, .zh))\(estimate.zh)，今日 \(day(today, .zh))，\(left.zh)",
      "\(mark.en) \(day(due.on, .en))\(estimate.en), today \(day(today, .en)), \(left.en)")
  }

  private func left(until due: LocalDate) -> Words {
    let days = calendar.workingDays(after: today, through: due)
    if today == due { return Words("今日到期", "the last day") }
    if today < due { return Words("余 \(days) 个工作日", "\(counted(days)) left") }
    if days == 0 { return Words("已过期", "past") }
    return Words("超 \(-days) 个工作日", "\(counted(-days)) over")
  }

  /// 红牌 J01 办件超期，承诺 3/9，今日 3/11，超 2 个工作日.
  package func line(_ watch: Watch) -> Words {
    let level = watch.level(on: today)?.label ?? Words("未到", "Not yet")
    let (title, subject, count) = (title(watch.card.rule), subject(watch.card), count(watch))
    return Words(
      "\(level.zh) \(title.zh)" + (subject.map { "(\($0.zh))" } ?? "") + "，\(count.zh)",
      "\(level.en) \(title.en)" + (subject.map { " (\($0.en))" } ?? "") + ", \(count.en)")
  }

  /// The same with who held the case when it crossed the line.
  package func line(_ card: Card) -> Words {
    let line = line(card.watch)
    guard let held = holders(card.heldBy) else { return line }
    return Words("\(line.zh)，当时在\(held.zh)", "\(line.en), then with \(held.en)")
  }

  /// What the rule says, what was counted, who held the case, and where supervision stands.
  package func paragraph(_ card: Card) -> Words {
    let parts = [
      meaning(of: card.key.rule), sentence(count(card.watch)), since(card), heldBy(card),
      heldDays(card.daysHeld), state(card),
    ].compactMap { $0 }
    return Words(
      parts.map(\.zh).joined(), parts.map(\.en).joined(separator: " "))
  }

  private func meaning(of code: SupervisionRuleCode) -> Words? {
    guard let rule = rulebook?.rule(code) else { return nil }
    guard code.isFoundingViolation else { return rule.meaning }
    return Words(
      "四类违规行为之一。" + rule.meaning.zh,
      "One of the four violations the halls were founded to stop. " + rule.meaning.en)
  }

  private func since(_ card: Card) -> Words {
    let level = card.level.label
    return Words(
      "\(day(card.since, .zh)) 起为\(level.zh)。", "\(level.en) since \(day(card.since, .en)).")
  }

  private func heldBy(_ card: Card) -> Words? {
    guard let held = holders(card.heldBy) else { return nil }
    let isPast = card.watch.due.map { $0.on < today } ?? true
    return isPast
      ? Words("越线时办件在\(held.zh)。", "It lay with \(held.en) when it crossed the line.")
      : Words("办件现在\(held.zh)。", "It lies with \(held.en).")
  }

  func sentence(_ words: Words) -> Words {
    Words(words.zh + "。", words.en.prefix(1).uppercased() + words.en.dropFirst() + ".")
  }

  func counted(_ days: Int) -> String { "\(days) working day" + (days == 1 ? "" : "s") }

  func day(_ date: LocalDate, _ language: Language) -> String {
    date.short(in: language, year: today.year)
  }

  private func said(_ zh: () -> String, en: () -> String) -> Words { Words(zh(), en()) }
}

extension SupervisionLevel {
  /// Beside the word, so that a level is seen without colour: more marks are worse.
  package var mark: String {
    switch self {
    case .warning: "-"
    case .yellow: "!"
    case .red: "!!"
    case .grave: "!!!"
    }
  }

  /// The same on paper.
  package var glyph: String {
    switch self {
    case .warning: "●"
    case .yellow: "▲"
    case .red: "■"
    case .grave: "◆"
    }
  }
}
