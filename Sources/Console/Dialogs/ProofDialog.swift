import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// Why a date is what it is, day by day, and what it would be if.
package enum ProofDialog {
  package struct State: Hashable, Sendable {
    private(set) var open: OpenCase
    var timer: CaseTimer.ID
    /// Whether every day of a stop has a row of its own.
    var isUnfolded = false
    /// The row one stands on; where nobody has moved, today's.
    var row: Int?
    var questions: [WhatIfQuestion]
    /// The question one types in.
    var focus: Int?

    init(_ open: OpenCase, _ timer: CaseTimer.ID, _ context: Context) {
      self.open = open
      self.timer = timer
      questions = WhatIfQuestion.all(for: open, context)
    }

    /// The case has moved on: the same limit and the same day stay in sight, and what was typed.
    mutating func follow(_ open: OpenCase, _ context: Context) {
      guard open.file.id == self.open.file.id, open != self.open else { return }
      let day = row.flatMap { row in
        rows(context).flatMap { $0.indices.contains(row) ? $0[row].date : nil }
      }
      if open.file.stage != self.open.file.stage {
        (questions, focus) = (WhatIfQuestion.all(for: open, context), nil)
      }
      self.open = open
      guard let day else { return }
      row = rows(context)?.firstIndex { $0.date == day } ?? row
    }

    private func rows(_ context: Context) -> [ProofWords.Row]? {
      chosen(context).map {
        rows(DeadlineProof($0, on: context.today, calendar: context.calendar), context)
      }
    }

    func timers(_ context: Context) -> [CaseTimer] {
      context.timers(of: open)
    }

    func chosen(_ context: Context) -> CaseTimer? {
      let timers = timers(context)
      return timers.first { $0.id == timer } ?? timers.first
    }

    func rows(_ proof: DeadlineProof, _ context: Context) -> [ProofWords.Row] {
      context.words(for: proof).rows(proof, folding: !isUnfolded)
    }
  }

  static func press(
    _ state: State, _ key: Key, _ context: Context
  ) -> (State?, [Request]) {
    var state = state
    if let focus = state.focus { return press(&state, in: focus, key, context) }
    switch key.folded {
    case .escape, .function(12): return (nil, [])
    case .up, .character("k"): move(&state, by: -1, context)
    case .down, .character("j"): move(&state, by: 1, context)
    case .pageUp: move(&state, by: -8, context)
    case .pageDown: move(&state, by: 8, context)
    case .home: move(&state, by: -10_000, context)
    case .end: move(&state, by: 10_000, context)
    case .left: turn(&state, by: -1, context)
    case .right: turn(&state, by: 1, context)
    case .enter, .character(" "):
      state.isUnfolded.toggle()
      state.row = nil
    case .tab: state.focus = state.questions.indices.first
    case .backTab: state.focus = state.questions.indices.last
    case .control("r"): return (state, print(state, context))
    case .character(let character):
      guard character.isNumber || character == "+", !state.questions.isEmpty else { break }
      state.focus = 0
      return press(&state, in: 0, key, context)
    case .backspace, .delete, .insert, .function, .control, .alt, .paste, .scan, .mouse: break
    }
    return (state, [])
  }

  private static func press(
    _ state: inout State, in focus: Int, _ key: Key, _ context: Context
  ) -> (State?, [Request]) {
    let count = state.questions.count
    switch key {
    case .escape: state.focus = nil
    case .function(12): return (nil, [])
    case .tab, .enter, .down: state.focus = focus + 1 < count ? focus + 1 : nil
    case .backTab, .up: state.focus = focus > 0 ? focus - 1 : nil
    case .control("r"): return (state, print(state, context))
    case .character, .backspace, .delete, .insert, .left, .right, .home, .end, .pageUp,
      .pageDown, .function, .control, .alt, .paste, .scan, .mouse:
      state.questions[focus].take(key)
    }
    return (state, [])
  }

  private static func move(_ state: inout State, by step: Int, _ context: Context) {
    guard let timer = state.chosen(context) else { return }
    let proof = DeadlineProof(timer, on: context.today, calendar: context.calendar)
    let rows = state.rows(proof, context)
    guard !rows.isEmpty else { return }
    state.row = max(0, min(rows.count - 1, place(state.row, in: rows) + step))
  }

  /// The row one stands on: today's, or else the last.
  static func place(_ row: Int?, in rows: [ProofWords.Row]) -> Int {
    let here = row ?? rows.firstIndex { $0.isToday } ?? rows.count - 1
    return max(0, min(here, rows.count - 1))
  }

  private static func turn(_ state: inout State, by step: Int, _ context: Context) {
    let timers = state.timers(context)
    guard let index = timers.firstIndex(where: { $0.id == state.timer }) else { return }
    state.timer = timers[(index + step + timers.count) % timers.count].id
    state.row = nil
  }

  private static func print(_ state: State, _ context: Context) -> [Request] {
    state.chosen(context).map { context.printing($0, of: state.open) } ?? []
  }
}

extension Context {
  /// The hall's closing time on the last day belongs to a proof.
  func words(for proof: DeadlineProof) -> ProofWords {
    let closing = proof.due.flatMap {
      hall.openingHours.closingTime(on: $0.on, in: calendar)
    }
    return ProofWords(language, today: today, closing: closing)
  }

  /// The proof on paper.
  func printing(_ timer: CaseTimer, of open: OpenCase) -> [Request] {
    let sheet = ProofSheet(
      of: timer, file: open.file, sheet: open.sheet, hall: hall, now: now, calendar: calendar,
      isDemo: isDemo)
    let glyphs = Glyphs.fixed(ambiguous: 1)
    return [
      .printSheet(name: sheet.name, text: sheet.text(in: language, width: glyphs.columns(of:)))
    ]
  }
}
