import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// Draws the lines of an intake.
struct IntakeArtist {
  let layout: IntakeLayout
  let onFile: [Int: KnownApplicant.MaterialOnFile]

  private var form: IntakeForm { layout.form }
  private var context: Context { layout.context }

  func draw(
    _ line: IntakeLayout.Line, isFocused: Bool, on grid: inout CellGrid, row: Int, _ rect: Rect
  ) {
    if isFocused {
      grid.put(">", row: row, column: rect.column, role: .cursorMark)
    }
    switch line {
    case .blanks(let label, let placed):
      grid.put(label, row: row, column: rect.column + 1, width: layout.start - 2, role: .label)
      for place in placed { draw(place, on: &grid, row, rect) }
    case .heading: drawHeading(on: &grid, row, rect)
    case .material(let number):
      guard let wanted = form.sheet?.material(number) else { return }
      draw(wanted, on: &grid, row, rect)
    case .remark(let number):
      let column = rect.column + 4
      let label = context.say("告知 ", "Tell ")
      let end = grid.put(label, row: row, column: column, role: .label)
      draw(
        .remark(number), on: &grid, row, end, width: max(1, rect.endColumn - end - 1))
    case .note(let text):
      grid.put(
        text, row: row, column: rect.column + 1, width: rect.columns - 2, role: .heading)
    case .fact(let label, let text):
      grid.put(label, row: row, column: rect.column + 1, width: layout.start - 2, role: .label)
      grid.put(
        text, row: row, column: rect.column + layout.start,
        width: max(0, rect.columns - layout.start - 1), role: label.isEmpty ? .hint : .text)
    }
  }

  private func draw(
    _ place: IntakeLayout.Placed, on grid: inout CellGrid, _ row: Int, _ rect: Rect
  ) {
    let piece = place.piece
    let column = rect.column + place.column
    if !piece.label.isEmpty {
      let width = grid.glyphs.columns(of: piece.label)
      grid.put(piece.label, row: row, column: column - width - 1, role: .label)
    }
    draw(piece.blank, on: &grid, row, column, width: place.width)
    let tail = tail(of: piece.blank)
    guard !tail.isEmpty else { return }
    grid.put(
      tail, row: row, column: column + place.width + 1,
      width: max(0, rect.endColumn - column - place.width - 1))
  }

  private func draw(
    _ blank: IntakeBlank, on grid: inout CellGrid, _ row: Int, _ column: Int, width: Int
  ) {
    let isActive = form.focus == blank
    guard form.isText(blank), blank != .item else {
      let role: Role = blank == .item ? .text : isActive ? .fieldActive : .field
      grid.put(shown(blank), row: row, column: column, width: width, role: role)
      if isActive { grid.caret = Point(row: row, column: column) }
      return
    }
    var field = form.texts[blank] ?? form.made(blank)
    // Read from its beginning where nobody types.
    if !isActive { field.move(by: -field.caret) }
    field.draw(
      on: &grid, row: row, column: column, width: width, isActive: isActive,
      isInvalid: isInvalid(blank))
  }

  private func isInvalid(_ blank: IntakeBlank) -> Bool {
    switch blank {
    case .number: return isWrong(form.identity)
    case .agentNumber: return isWrong(form.agentIdentity)
    case .field(let key):
      guard let field = form.sheet?.fields.first(where: { $0.key == key }) else { return false }
      let value = form.value(blank)
      return !value.isEmpty && !field.accepts(field.tidy(value)) && form.focus != blank
    case .item, .applicantKind, .paper, .name, .phone, .address, .representative, .agent,
      .agentPaper, .agentName, .agentPhone, .material, .remark, .delivery, .deliveryAddress,
      .ground, .reason, .basis, .organ, .workingDays, .decision, .exits:
      return false
    }
  }

  private func isWrong(_ identity: Identity) -> Bool {
    if identity.number.isEmpty { return false }
    if case .wrong = identity.expectation(on: context.today) { return true }
    return false
  }

  /// What a blank shows that is not typed into.
  private func shown(_ blank: IntakeBlank) -> String {
    switch blank {
    case .item: form.sheet.map { context.say($0.name) } ?? ""
    case .applicantKind: IntakeWording.name(form.applicantKind, context)
    case .paper: IntakeWording.paper(form.paper, context)
    case .agent: form.hasAgent ? context.say("有", "yes") : context.say("无", "no")
    case .agentPaper: IntakeWording.paper(form.agentPaper, context)
    case .delivery: Wording.name(form.delivery, context)
    case .ground: context.say(form.ground.label)
    case .field(let key):
      form.sheet?.fields.first { $0.key == key }?.choices?
        .first { $0.zh == form.value(blank) }.map { context.say($0) } ?? form.value(blank)
    case .number, .name, .phone, .address, .representative, .agentNumber, .agentName,
      .agentPhone, .material, .remark, .deliveryAddress, .reason, .basis, .organ, .workingDays,
      .decision, .exits:
      form.value(blank)
    }
  }

  /// What an applicant asks first of an item.
  private var limits: String {
    guard let sheet = form.sheet else { return "" }
    return [
      context.say("承诺", "promised ") + Wording.limit(sheet.committedLimit, context),
      context.say("法定", "by law ") + Wording.limit(sheet.statutoryLimit, context),
      context.say(sheet.handling.label), context.say(sheet.fee.summary),
      context.name(sheet.department), sheet.id.rawValue,
    ].joined(separator: "  ")
  }

  /// The word behind a blank.
  private func tail(of blank: IntakeBlank) -> [Span] {
    switch blank {
    case .number:
      let seen = form.known.map {
        Span(context.say(" 上次 ", "; last ") + "\($0.lastSeenOn)", .accent)
      }
      return [IntakeWording.verdict(form.identity, context)] + (seen.map { [$0] } ?? [])
    case .agentNumber: return [IntakeWording.verdict(form.agentIdentity, context)]
    case .agent:
      return form.hasAgent ? [] : [Span(context.say("Ctrl-A 填写", "Ctrl-A enters one"), .hint)]
    case .item: return [Span(" " + limits, .hint)]
    case .workingDays: return [Span(context.say("个工作日内补齐", "working days to correct"), .hint)]
    case .field where isInvalid(blank):
      return [Span(context.say("不合格式", "format"), .invalid)]
    case .applicantKind, .paper, .name, .phone, .address, .representative, .agentPaper,
      .agentName, .agentPhone, .field, .material, .remark, .delivery, .deliveryAddress, .ground,
      .reason, .basis, .organ, .decision, .exits:
      return []
    }
  }
}

extension IntakeArtist {
  /// Columns of the materials: number and name, what is asked for, what came, how it stands.
  private func columns(_ rect: Rect) -> (name: Int, demand: Int, inHand: Int, state: Int) {
    let isWide = rect.columns >= 110
    let demand = isWide ? 24 : 13
    let inHand = 7
    let state = isWide ? 32 : 21
    return (max(8, rect.columns - 5 - demand - inHand - state - 3), demand, inHand, state)
  }

  private func drawHeading(on grid: inout CellGrid, _ row: Int, _ rect: Rect) {
    let widths = columns(rect)
    let done = form.received.filter { $0.isInHand }.count
    let all = form.sheet?.materials.count ?? 0
    grid.fill(
      Rect(row: row, column: rect.column, columns: rect.columns, rows: 1), role: .heading)
    var column = rect.column + 4
    for (text, width) in [
      (context.say("材料 \(done)/\(all)", "Material \(done)/\(all)"), widths.name),
      (context.say("要求", "Orig.+copies"), widths.demand), (context.say("收到", "Got"), widths.inHand),
      (context.say("核验", "Check"), widths.state),
    ] {
      grid.put(text, row: row, column: column, width: width, role: .heading)
      column += width + 1
    }
  }

  private func draw(
    _ wanted: MaterialRequirement, on grid: inout CellGrid, _ row: Int, _ rect: Rect
  ) {
    let widths = columns(rect)
    let line = form.materials[wanted.number]
    let isActive = form.focus == .material(wanted.number)
    grid.fill(
      Rect(row: row, column: rect.column + 1, columns: rect.columns - 1, rows: 1),
      isSelected: isActive)
    let number = wanted.number < 10 ? " \(wanted.number)" : "\(wanted.number)"
    grid.put(number, row: row, column: rect.column + 1, role: .key, isSelected: isActive)
    var column = rect.column + 4
    var state = IntakeWording.state(
      line, wanted, remark: form.value(.remark(wanted.number)), context)
    if line?.status == nil, let earlier = onFile[wanted.number] {
      state = Span(context.say("已有 \(earlier.seenOn)", "on file \(earlier.seenOn)"), .accent)
    }
    for (span, width) in [
      (Span(context.say(wanted.name)), widths.name),
      (Span(Wording.demand(wanted, context, isShort: rect.columns < 110), .hint), widths.demand),
      (Span(IntakeWording.inHand(line, context)), widths.inHand), (state, widths.state),
    ] {
      grid.put(
        span.text, row: row, column: column, width: width, role: span.role, isSelected: isActive)
      column += width + 1
    }
    if isActive { grid.caret = Point(row: row, column: rect.column) }
  }
}
