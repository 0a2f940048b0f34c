package import Casework
package import WorkCalendar

/// The proof of a date on paper, for the applicant or an inspector.
package struct ProofSheet: Hashable, Sendable {
  package var timer: CaseTimer
  package var file: CaseFile
  package var sheet: ImplementationSheet
  package var hall: Hall
  package var now: Moment
  package var calendar: WorkCalendar
  package var isDemo: Bool

  package init(
    of timer: CaseTimer, file: CaseFile, sheet: ImplementationSheet, hall: Hall, now: Moment,
    calendar: WorkCalendar, isDemo: Bool
  ) {
    self.timer = timer
    self.file = file
    self.sheet = sheet
    self.hall = hall
    self.now = now
    self.calendar = calendar
    self.isDemo = isDemo
  }

  /// The name of the file it is printed into.
  package var name: String {
    let day = now.date.description.filter { $0 != "-" }
    return "\(day)-\(file.id)-clock-\(timer.kind.rawValue)"
  }
}

extension ProofSheet {
  /// `width` measures a text as the paper will show it.
  package func text(
    in language: Language, columns: Int = 76, width: (String) -> Int
  ) -> String {
    let proof = DeadlineProof(timer, on: now.date, calendar: calendar)
    let closing = proof.due.flatMap { hall.openingHours.closingTime(on: $0.on, in: calendar) }
    let words = ProofWords(language, today: now.date, closing: closing)
    let ruler = DeadlineRuler(timer, on: now.date, calendar: calendar)
      .text(in: columns, RulerWords(language, year: now.date.year), width: width)
    var lines = head(language)
    lines += ["", ruler, ""] + broken(words.headline(proof), columns, width) + [""]
    lines += table(words.rows(proof, folding: false), language, width)
    if proof.lines.isEmpty { lines.append(named(language)) }
    lines += [""] + basis(language) + [printed(language)]
    return lines.joined(separator: "\n") + "\n"
  }

  private func head(_ language: Language) -> [String] {
    var lines = [
      Words("期限计算说明", "How the date was counted")[language],
      hall.name[language],
      "\(file.id)  \(sheet.name[language])",
      Words(
        "期限: \(timer.kind.label.zh) (\(now.date.year)年)",
        "Limit: \(timer.kind.label.en) (\(now.date.year))")[language],
    ]
    if isDemo {
      lines.insert(Words("演示, 不具效力", "DEMO, without effect")[language], at: 0)
    }
    if let name = file.intake?.applicant.name {
      lines.append(Words("申请人: \(name)", "Applicant: \(name)")[language])
    }
    return lines
  }

  /// As wide as the widest text of a column asks for.
  private func table(
    _ rows: [ProofWords.Row], _ language: Language, _ width: (String) -> Int
  ) -> [String] {
    let cells = rows.map { [$0.date, $0.weekday, $0.ordinal, $0.reason] }
    let widths = (0..<3).map { column in cells.map { width($0[column]) }.max() ?? 0 }
    return cells.map { row in
      let columns = zip(row, widths).map { text, wanted in
        text + String(repeating: " ", count: wanted - width(text) + 2)
      }
      return (columns.joined() + row[3]).trimmingEnd
    }
  }

  /// Broken at blanks.
  private func broken(_ text: String, _ columns: Int, _ width: (String) -> Int) -> [String] {
    text.split(separator: " ").reduce(into: [""]) { lines, word in
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if width(line) + 1 + width(String(word)) <= columns {
        lines[lines.count - 1] = line + " " + word
      } else {
        lines.append(String(word))
      }
    }
  }

  private func named(_ language: Language) -> String {
    Words("这一天是告知申请人的，不是数出来的。", "This day was told to the applicant, not counted.")[language]
  }

  private func basis(_ language: Language) -> [String] {
    let licence = [
      Words(
        "期限按工作日计，不含法定节假日(行政许可法第八十二条)。",
        "Limits are in working days, without statutory holidays (Licensing Law 82)."),
      Words(
        "听证、检验、专家评审等所需时间不计入期限(行政许可法第四十五条)。",
        "The time of hearings, inspections and reviews is not counted (Licensing Law 45)."),
    ]
    let civil = Words(
      "开始之日不计，最后一日是休息日的顺延(民法典第二百零一、二百零三条)。",
      "The first day is not counted, a last day off moves on (Civil Code 201, 203).")
    return ((sheet.kind.isLicence ? licence : []) + [civil]).map { $0[language] }
  }

  private func printed(_ language: Language) -> String {
    let time = "\(padded(now.hour)):\(padded(now.minute))"
    return Words("打印: \(now.date) \(time)", "Printed: \(now.date) \(time)")[language]
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension String {
  fileprivate var trimmingEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
