import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension ProofDialog {
  static func view(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    guard let timer = state.chosen(context) else { return }
    let proof = DeadlineProof(timer, on: context.today, calendar: context.calendar)
    let columns = rect.columns - 4
    let head = grid.glyphs.wrapped(context.words(for: proof).headline(proof), to: columns)
    let questions = answers(state, context, columns: columns, grid.glyphs)
    let asked = questions.isEmpty ? 0 : questions.reduce(1) { $0 + $1.lines.count }
    let days = max(1, state.rows(proof, context).count)
    var body = Dialog.draw(
      on: &grid, in: rect,
      content: Size(
        columns: columns, rows: min(rect.rows - 2, days + asked + 4 + min(3, head.count))),
      title: title(proof, context))
    drawKeys(state, proof, context, on: &grid, in: body.cutBottom(1))
    if !questions.isEmpty {
      var asking = body.cutBottom(min(asked, max(0, body.rows - 5)))
      drawRule(context.say("试算", "What if"), on: &grid, in: asking.cutTop(1))
      draw(questions, state, context, on: &grid, in: asking)
    }
    drawHead(state, proof, Array(head.prefix(3)), context, on: &grid, in: &body)
    drawDays(state, proof, context, on: &grid, in: body)
  }

  private static func title(_ proof: DeadlineProof, _ context: Context) -> String {
    guard let due = proof.due else {
      return context.say("为什么还没有日期", "Why there is no date yet")
    }
    let date = Wording.long(due, context)
    return context.say("为什么是 \(date)", "Why \(date)")
  }

  private static func drawHead(
    _ state: State, _ proof: DeadlineProof, _ headline: [String], _ context: Context,
    on grid: inout CellGrid, in body: inout Rect
  ) {
    let subject = body.cutTop(1)
    let timers = state.timers(context)
    let index = timers.firstIndex { $0.id == proof.timer.id } ?? 0
    let place = "< \(index + 1)/\(timers.count) >"
    let name = TimerText(open: state.open, context: context).name(of: proof.timer)
    grid.put(
      [Span(name, .heading), Span("  " + state.open.subject(context), .label)],
      row: subject.row, column: subject.column, width: subject.columns - place.count - 1)
    grid.put(
      place, row: subject.row, column: subject.endColumn - place.count, role: .hint)
    let ruler = body.cutTop(1)
    let line = DeadlineRuler(proof.timer, on: context.today, calendar: context.calendar)
    grid.put(
      context.draw(line, columns: ruler.columns, grid.glyphs).spans, row: ruler.row,
      column: ruler.column, width: ruler.columns)
    for text in headline {
      let row = body.cutTop(1)
      grid.put(text, row: row.row, column: row.column, width: row.columns, role: .accent)
    }
    drawRule("", on: &grid, in: body.cutTop(1))
  }

  private static func drawRule(_ text: String, on grid: inout CellGrid, in rect: Rect) {
    guard !rect.isEmpty else { return }
    grid.horizontalRule(row: rect.row, column: rect.column, width: rect.columns)
    if !text.isEmpty {
      grid.put(" \(text) ", row: rect.row, column: rect.column + 1, role: .title)
    }
  }

  private static func drawDays(
    _ state: State, _ proof: DeadlineProof, _ context: Context, on grid: inout CellGrid,
    in rect: Rect
  ) {
    let rows = state.rows(proof, context)
    guard !rows.isEmpty else {
      grid.put(
        unproved(proof.timer, context), row: rect.row, column: rect.column, width: rect.columns,
        role: .hint)
      return
    }
    let here = place(state.row, in: rows)
    let first = max(0, min(here - rect.rows / 2, rows.count - rect.rows))
    let widths = widths(rows, grid.glyphs)
    for (line, row) in rows.dropFirst(first).prefix(rect.rows).enumerated() {
      let isHere = first + line == here
      draw(row, widths, isHere, on: &grid, at: rect.row + line, in: rect)
      if isHere, state.focus == nil {
        grid.caret = Point(row: rect.row + line, column: rect.column)
      }
    }
  }

  private static func widths(_ rows: [ProofWords.Row], _ glyphs: Glyphs) -> [Int] {
    [\ProofWords.Row.date, \.weekday, \.ordinal].map { text in
      (rows.map { glyphs.columns(of: $0[keyPath: text]) }.max() ?? 0) + 2
    }
  }

  private static func draw(
    _ row: ProofWords.Row, _ widths: [Int], _ isHere: Bool, on grid: inout CellGrid, at line: Int,
    in rect: Rect
  ) {
    let counts = !row.ordinal.isEmpty
    let role: Role =
      row.isDue ? .accent : row.isStopped ? .stopped : counts ? .text : .hint
    grid.fill(
      Rect(row: line, column: rect.column, columns: rect.columns, rows: 1), isSelected: isHere)
    grid.put(
      isHere ? ">" : " ", row: line, column: rect.column, role: .cursorMark, isSelected: isHere)
    var column = rect.column + 1
    for (text, width) in zip([row.date, row.weekday, row.ordinal], widths) {
      column = grid.put(
        text, row: line, column: column, width: width, role: role, isSelected: isHere)
    }
    grid.put(
      row.reason, row: line, column: column, width: rect.endColumn - column, role: role,
      isSelected: isHere)
  }

  private static func unproved(_ timer: CaseTimer, _ context: Context) -> String {
    timer.kind == .suspension
      ? context.say(
        "中止没有预定的结束日, 恢复之前期限不走", "A suspension has no planned end; until it ends nothing is counted")
      : context.say("这一天是告知申请人的, 不是数出来的", "This day was told to the applicant, not counted")
  }

  /// A question with its answer in as many lines as it takes.
  private struct Answered {
    var question: WhatIfQuestion
    var lines: [[Span]]
  }

  private static let blank = 10

  private static func answers(
    _ state: State, _ context: Context, columns: Int, _ glyphs: Glyphs
  ) -> [Answered] {
    let room = columns - labels(state, context, glyphs) - blank - 4
    return state.questions.map { question in
      let answer = question.answer(for: state.open, context)
      guard answer.count == 1, let only = answer.first else {
        return Answered(question: question, lines: [answer])
      }
      let lines = glyphs.wrapped(only.text, to: max(8, room)).prefix(3)
      return Answered(question: question, lines: lines.map { [Span($0, only.role)] })
    }
  }

  private static func labels(_ state: State, _ context: Context, _ glyphs: Glyphs) -> Int {
    state.questions.map { glyphs.columns(of: $0.label(context)) }.max() ?? 0
  }

  private static func draw(
    _ answers: [Answered], _ state: State, _ context: Context, on grid: inout CellGrid,
    in rect: Rect
  ) {
    let labels = labels(state, context, grid.glyphs)
    let column = rect.column + labels + 2
    var rest = rect
    for (index, answer) in answers.enumerated() {
      let lines = rest.cutTop(answer.lines.count)
      guard !lines.isEmpty else { return }
      let isActive = state.focus == index
      grid.put(isActive ? ">" : " ", row: lines.row, column: rect.column, role: .cursorMark)
      grid.put(
        answer.question.label(context), row: lines.row, column: rect.column + 1, width: labels,
        role: isActive ? .key : .label)
      answer.question.input.draw(
        on: &grid, row: lines.row, column: column, width: blank, isActive: isActive)
      for (row, line) in answer.lines.prefix(lines.rows).enumerated() {
        grid.put(
          line, row: lines.row + row, column: column + blank + 2,
          width: rect.endColumn - column - blank - 2)
      }
    }
  }

  private static func drawKeys(
    _ state: State, _ proof: DeadlineProof, _ context: Context, on grid: inout CellGrid,
    in rect: Rect
  ) {
    var keys: [(String, String)] = []
    let caps = context.language == .zh
    if state.focus == nil {
      if proof.timer.stops.isEmpty == false {
        keys.append((caps ? "空格" : "Space", context.say("展开停计", "unfold stops")))
      }
      keys.append((caps ? "左右" : "Arrows", context.say("换期限", "other limit")))
    }
    if !state.questions.isEmpty { keys.append(("Tab", context.say("试算", "what if"))) }
    keys.append(("Ctrl-R", context.say("打印", "print")))
    keys.append(("Esc", context.say("返回", "back")))
    let spans = keys.flatMap { [Span($0.0 + " ", .key), Span($0.1 + "  ", .hint)] }
    grid.put(spans, row: rect.row, column: rect.column, width: rect.columns)
  }
}
