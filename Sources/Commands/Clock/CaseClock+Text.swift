import Casework
import Deskwork
import WorkCalendar

extension CaseClock {
  /// The ruler, every limit, the count of one of them, and what would be.
  func text(_ kind: TimerKind?, _ thoughts: [Thought], _ language: Language) -> String {
    var parts = [head(language), list(language)]
    if let timer = timer(kind) { parts.append(proof(timer, language)) }
    parts += thoughts.map { text($0, language) }
    return parts.joined(separator: "\n\n")
  }

  private func head(_ language: Language) -> String {
    let stage = file.stage?.label[language] ?? ""
    let line = "\(file.id)  \(sheet.name[language])  \(stage)"
    let ruler = file.ruler(on: desk.today, calendar: desk.calendar, sheet: sheet)
    return line + (ruler.map { "\n" + $0.line(language, year: desk.today.year) } ?? "")
  }

  private func list(_ language: Language) -> String {
    let headings = [
      Words("期限", "Limit"), Words("长度", "Length"), Words("起算", "From"),
      Words("到期", "Due"), Words("状态", "State"),
    ]
    let rows = timers.map { timer in
      [
        name(timer, language), length(timer, language), timer.start.description,
        due(timer, language), state(timer)[language],
      ]
    }
    return table(headings.map { $0[language] }, rows)
  }

  private func name(_ timer: CaseTimer, _ language: Language) -> String {
    let name = timer.kind.label[language]
    if let department = timer.department {
      return "\(name) \(desk.departments[department]?.shortName[language] ?? department.rawValue)"
    }
    if timer.kind == .step, let step = timer.step, file.route.indices.contains(step) {
      return "\(name) \(file.route[step].name[language])"
    }
    return timer.procedure?.label[language] ?? name
  }

  private func length(_ timer: CaseTimer, _ language: Language) -> String {
    let limit = timer.limit?.label[language] ?? ""
    guard timer.extensionDays > 0 else { return limit }
    return limit + Words("+延长\(timer.extensionDays)", " +\(timer.extensionDays)")[language]
  }

  private func due(_ timer: CaseTimer, _ language: Language) -> String {
    guard let due = timer.due else { return "-" }
    return due.on.description
      + (due.isProvisional ? Words("（预估）", " (provisional)")[language] : "")
  }

  private func state(_ timer: CaseTimer) -> Words {
    switch timer.state {
    case .settled(let day):
      return timer.isLate(on: desk.today)
        ? Words("\(day) 完成，已超期", "done \(day), late") : Words("\(day) 完成", "done \(day)")
    case .stopped(let stop):
      guard let end = stop.plannedEnd else {
        return Words("\(stop.from) 起停止计时", "stopped since \(stop.from)")
      }
      return Words("\(stop.from) 起停止计时，计划到 \(end)", "stopped since \(stop.from), planned to \(end)")
    case .running:
      guard let left = timer.workingDaysLeft(on: desk.today, in: desk.calendar) else {
        return Words("没有预定结束日", "no end planned")
      }
      if timer.isLate(on: desk.today) {
        let over = max(1, -left)
        return Words("超 \(over) 个工作日", "\(over) over")
      }
      return left == 0 ? Words("今日到期", "due today") : Words("余 \(left) 个工作日", "\(left) left")
    }
  }

  private func proof(_ timer: CaseTimer, _ language: Language) -> String {
    let proof = proof(of: timer)
    let closing = proof.due.flatMap {
      desk.hall.openingHours.closingTime(on: $0.on, in: desk.calendar)
    }
    let words = ProofWords(language, today: desk.today, closing: closing)
    let rows = words.rows(proof, folding: false).map {
      [$0.date, $0.weekday, $0.ordinal, $0.reason]
    }
    let headings = [
      Words("日期", "Date"), Words("星期", "Weekday"), Words("第几天", "Day"), Words("说明", "Why"),
    ]
    let head = name(timer, language) + Words("：", ": ")[language] + words.headline(proof)
    return rows.isEmpty ? head : head + "\n" + table(headings.map { $0[language] }, rows)
  }

  private func text(_ thought: Thought, _ language: Language) -> String {
    let dates = thought.dates.map { date in
      let name = date.timer.label[language]
      let was = date.was.map { "\($0.on) -> " } ?? ""
      let would = date.would.map { would in
        would.on.description
          + (would.isProvisional ? Words("（预估）", " (provisional)")[language] : "")
      }
      return "  \(name)  \(was)\(would ?? "-")"
    }
    return ([thought.supposition.words[language]] + dates).joined(separator: "\n")
  }
}

extension DeadlineRuler {
  /// For a terminal of eighty columns.
  func line(_ language: Language, year: Int) -> String {
    text(in: 78, RulerWords(language, year: year), width: displayWidth)
  }
}

extension Supposition {
  fileprivate var words: Words {
    switch self {
    case .correctionArrives(let day):
      Words("若 \(day) 补正送齐：", "If the correction arrives on \(day):")
    case .accepted(let day): Words("若 \(day) 受理：", "If accepted on \(day):")
    case .extended(let days):
      Words("若延长 \(days) 个工作日：", "If extended by \(days) working days:")
    case .stopped(let day): Words("若停止计时到 \(day)：", "If stopped until \(day):")
    case .decided(let day): Words("若 \(day) 决定：", "If decided on \(day):")
    }
  }
}
