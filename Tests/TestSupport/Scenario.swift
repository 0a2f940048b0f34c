package import Casework
package import WorkCalendar

/// One case as it goes through the hall, a minute between two acts, on days the test names.
package struct Scenario {
  package var sheet: ImplementationSheet
  package var calendar = WorkCalendar.published2024To2026
  /// What supervision watches; nothing unless a test is about it.
  package var rulebook: Rulebook?
  /// When the hall is open; nil unless a test is about hours.
  package var hours: OpeningHours?
  package private(set) var file: CaseFile
  package private(set) var history: [(CaseEvent, Stamp)] = []
  package var today: LocalDate
  private var minute = 0

  package init(_ sheet: ImplementationSheet = .foodLicence, on today: LocalDate = on(2026, 3, 2)) {
    self.sheet = sheet
    self.today = today
    file = CaseFile(id: "YC202603020007")
  }

  package var rules: CaseRules {
    CaseRules(sheet: sheet, calendar: calendar, openingHours: hours, rulebook: rulebook)
  }

  package func occasion(of clerk: Clerk, late: LateEntry? = nil) -> Occasion {
    Occasion(
      clerk: clerk, counter: clerk.counter,
      at: Moment(date: today, hour: 9, minute: 0).adding(seconds: Int64(minute) * 60), late: late)
  }

  /// What a command leads to; the file goes on, or stays as it is. `late` makes it a late entry.
  @discardableResult
  package mutating func act(
    _ command: CaseCommand, as clerk: Clerk, late: LateEntry? = nil
  ) throws(Refusal) -> [CaseEvent] {
    let occasion = occasion(of: clerk, late: late)
    let events = try file.decide(command, occasion, under: rules)
    record(events, occasion.stamp)
    return events
  }

  /// Why a command is not carried out; nil if it would be.
  package func refusal(
    of command: CaseCommand, as clerk: Clerk, late: LateEntry? = nil
  ) -> Refusal? {
    file.refusal(of: command, occasion(of: clerk, late: late), under: rules)
  }

  /// Notes a document as the desk does after an act.
  package mutating func issue(_ kind: DocumentKind, number: String) {
    let document = IssuedDocument(
      kind: kind, number: number, text: PrintedText("text of \(number)"), issuedOn: today, copies: 2
    )
    record([.documentIssued(document)], occasion(of: .counterClerk).stamp)
  }

  /// Moves the case into the file of a closed year.
  package mutating func close(in year: Int) { file.closedYear = year }

  /// Puts events on file as they come, whether or not the rules would have allowed them.
  package mutating func record(_ events: [CaseEvent], _ stamp: Stamp) {
    for event in events {
      file.evolve(event, stamp)
      history.append((event, stamp))
    }
    minute += 1
  }
}
