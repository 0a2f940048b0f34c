import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension SupervisionPane {
  static func view(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    switch state.section {
    case .cards: viewCards(state, context, on: &grid, in: rect)
    case .cases: viewCases(state, context, on: &grid, in: rect)
    }
  }

  private static func viewCards(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let layout = ListLayout(rect, summaryRows: summaryRows)
    var list = layout.list
    let top = list.cutTop(1)
    let founding = list.cutTop(1)
    let rows = state.cards.rows
    let words = context.cardWords()
    columns(context).draw(on: &grid, in: list, state: state.cards.list, count: rows.count) {
      tableRow(rows[$0], state, words, context)
    }
    if grid.showsListOnly { return }
    layout.drawRule(on: &grid)
    grid.putFacts(facts(state, context), in: layout.summary)
    drawLevels(state, context, on: &grid, in: top)
    drawFounding(state, context, on: &grid, in: founding)
  }

  private static func columns(_ context: Context) -> Table {
    let isChinese = context.language == .zh
    return Table(
      [
        .init(context.say("级别", "Level"), .fixed(isChinese ? 10 : 11)),
        .init(context.say("规则", "Rule"), .flexible(least: isChinese ? 15 : 16, share: 3)),
        .init(context.say("件号", "Case"), .fixed(9)),
        .init(context.say("事项", "Item"), .flexible(least: 10, share: 2)),
        .init(context.say("环节", "Step"), .flexible(least: 8, share: 2), dropOrder: 1),
        .init(context.say("责任", "Answers"), .flexible(least: 8, share: 1)),
        .init(context.say("自", "Since"), .fixed(isChinese ? 5 : 6)),
        .init(context.say("督办", "Order"), .fixed(isChinese ? 9 : 11)),
      ], naming: 2,
      emptyText: context.rulebook == nil
        ? context.say("本大厅没有公布监察规则", "This hall has published no rules of supervision")
        : context.say("没有这样的牌", "No such card shows today"))
  }

  private static func tableRow(
    _ row: WatchRow, _ state: State, _ words: CardWords, _ context: Context
  ) -> TableRow<WatchID> {
    let level = row.watch.level(on: context.today) ?? .warning
    let since = row.watch.from(level).map { Wording.narrow($0, context) } ?? ""
    let late = CaseTable.late(row.row, context)
    let order = state.records[row.row.id].map {
      SupervisionWording.order($0, row.watch.card, context)
    }
    return TableRow(
      row.id,
      cells: [
        Span(SupervisionWording.level(level, context), SupervisionWording.role(level)),
        Span(context.say(words.title(row.watch.card.rule))), Span(row.row.id.spoken, .accent),
        Span(late + context.say(row.row.itemName)), Span(CaseTable.stage(row.row, context)),
        Span(answers(row.watch.department, context)), Span(since), order ?? Span(""),
      ])
  }

  static func answers(_ department: DepartmentID?, _ context: Context) -> String {
    department.map { context.name($0) } ?? context.say("窗口", "counters")
  }

  /// Whose cards, and how many of each level.
  private static func drawLevels(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let position = state.cards.position
    let room = grid.glyphs.columns(of: position) + 1
    grid.put(position, row: rect.row, column: rect.endColumn - room, role: .hint)
    let department = department(state, context)
    let counted = state.counts.filter {
      (department == nil || $0.department == department) && (state.rule ?? $0.rule) == $0.rule
    }
    var spans = [
      Span(
        " " + (department.map { context.name($0) } ?? context.say("全部部门", "All")) + " "
          + (state.rule.map(\.rawValue) ?? context.say("全部规则", "rules")) + "  ", .heading)
    ]
    let sum = { (level: SupervisionLevel) in
      counted.filter { $0.level == level }.reduce(0) { $0 + $1.count }
    }
    for level in SupervisionLevel.allCases.reversed() where level >= state.level {
      let word = SupervisionWording.level(level, context)
      spans.append(Span("\(word) \(sum(level))  ", SupervisionWording.role(level)))
    }
    // What is not listed is still counted.
    let hidden = SupervisionLevel.allCases.reversed().filter { $0 < state.level }
      .map { "\(SupervisionWording.word($0, context))\(context.say("", " "))\(sum($0))" }
    if !hidden.isEmpty {
      spans.append(
        Span(context.say("不列 ", "hidden ") + hidden.joined(separator: " "), .hint))
    }
    grid.put(spans, row: rect.row, column: rect.column, width: max(0, rect.columns - room - 1))
  }

  /// The four violations the halls were founded to stop, of the whole hall whatever is filtered.
  private static func drawFounding(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    var spans = [Span(context.say(" 四类违规 ", " Violations "), .label)]
    for code in SupervisionRuleCode.allCases where code.isFoundingViolation {
      // The last day of a limit shows yellow, and is no violation yet.
      let least: SupervisionLevel = code == .overdue ? .red : .yellow
      let count = state.counts.filter { $0.rule == code && $0.level >= least }
        .reduce(0) { $0 + $1.count }
      let name = SupervisionWording.violation(code, context)
      spans.append(Span("\(name) \(count)  ", count > 0 ? .redCard : .hint))
    }
    grid.put(spans, row: rect.row, column: rect.column, width: rect.columns)
  }

  /// Everything that is known of the selected card.
  private static func facts(
    _ state: State, _ context: Context
  ) -> [(label: String, text: Span)] {
    guard let row = state.cards.selected else {
      return [("", Span(context.say("上下键选一张牌", "Select a card with the arrows"), .hint))]
    }
    let heading = (
      label: context.say("件", "Case"),
      text: Span(
        [row.row.id.spoken, context.say(row.row.itemName), Wording.listedApplicant(row.row)]
          .joined(separator: "  "), .heading)
    )
    guard let open = state.openSelected else { return [heading] }
    let words = context.cardWords(about: open)
    guard let card = selectedCard(state, context) else {
      return [heading] + clearedFacts(row.watch.card, open, words, context)
    }
    let subject = words.subject(card.key).map { " (\(context.say($0)))" } ?? ""
    let level = SupervisionWording.level(card.level, context)
    return [
      heading,
      (
        context.say("牌", "Card"),
        Span(
          "\(level) \(context.say(words.title(card.key.rule)))\(subject)",
          SupervisionWording.role(card.level))
      ),
      (context.say("计算", "Count"), Span(context.say(words.count(card.watch)))),
      (
        context.say("过线时", "Held by"),
        Span(words.holders(card.heldBy).map { context.say($0) } ?? "")
      ),
      (
        context.say("历时", "Days"),
        Span(SupervisionWording.days(card.daysHeld, words, context))
      ),
      (
        context.say("督办", "Order"),
        Span(SupervisionWording.handling(card, open, words, context), .notice)
      ),
      (
        context.say("规则", "Rule"),
        Span(
          context.rulebook?.rule(card.key.rule).map { context.say($0.meaning) } ?? "", .hint)
      ),
    ]
  }

  /// What is left of a card that has cleared: the order about it.
  private static func clearedFacts(
    _ card: CardKey, _ open: OpenCase, _ words: CardWords, _ context: Context
  ) -> [(label: String, text: Span)] {
    let title = context.say(words.title(card.rule))
    let cleared = context.say("牌已消除, 督办还没有办结", "The card has cleared, the order is still open")
    let order = open.file.supervision.openOrder(about: card)
    return [
      (context.say("牌", "Card"), Span("\(title)  \(cleared)", .hint)),
      (
        context.say("督办", "Order"),
        Span(order.map { SupervisionWording.words(of: $0, context) } ?? "", .notice)
      ),
    ]
  }
}
