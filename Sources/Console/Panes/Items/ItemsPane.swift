import Casework
import Deskwork
import TerminalUI

/// The catalogue: find an item, read its guide, start with it.
enum ItemsPane: Pane {
  struct State: Hashable, Sendable {
    var finder = ItemFinder()
    /// The guide in sight; of the selected item once it has come.
    var sheet: ImplementationSheet?
    var scroll = ScrollState()
    var size = Size(columns: 80, rows: 19)
    /// Whether digits belong to the search although nothing stands in it yet.
    var isSearching = false
  }

  enum Message: Hashable, Sendable {
    case moved(by: Int)
    case paged(by: Int)
    case searched
    case started
  }

  static func update(
    _ state: inout State, _ message: Message, _ context: Context
  ) -> [Request] {
    switch message {
    case .moved(let step):
      state.finder.list.move(by: step, among: state.finder.ids)
      return guide(&state)
    case .paged(let pages):
      scroll(&state, pages, context)
      return []
    case .searched:
      state.isSearching = true
      return []
    case .started:
      guard let row = state.finder.selected else { return [] }
      return [.startIntake(row.id, nil)]
    }
  }

  static func isTyping(_ state: State) -> Bool { true }

  static func type(_ state: inout State, _ key: Key, _ context: Context) -> [Request]? {
    switch key {
    case .character(let character)
    where state.finder.field.isEmpty && !state.isSearching && character.folded.isNumber:
      return nil  // At rest a digit opens its screen.
    case .escape, .function(12):
      guard !state.finder.field.isEmpty || state.isSearching else { return nil }
      state.isSearching = false
      state.finder.clear(context)
      return guide(&state)
    case .character("/") where state.finder.field.isEmpty: return nil
    case .scan(let code):
      state.finder.clear(context)
      _ = state.finder.type(.paste(code), context)
      return guide(&state)
    case .character, .paste, .backspace, .delete, .left, .right, .home, .end, .control:
      guard state.finder.type(key, context) else { return nil }
      return guide(&state)
    case .enter, .tab, .backTab, .insert, .up, .down, .pageUp, .pageDown, .function, .alt, .mouse:
      return nil
    }
  }

  static func refresh(_ state: State, _ context: Context) -> [Request] { [.items] }

  static func receive(
    _ state: inout State, _ answer: Answer, _ context: Context
  ) -> [Request] {
    switch answer {
    case .items(let rows):
      state.finder.load(rows, context)
      return guide(&state)
    case .sheet(let sheet):
      if sheet.id == state.finder.list.selected, state.sheet?.id != sheet.id {
        state.sheet = sheet
        state.scroll = ScrollState()
      }
      return []
    case .tasks, .cases, .watches, .watchCounts, .tallies, .results, .found, .foundResults,
      .resultsOfApplicant, .picked, .file,
      .applicant, .tickets, .drafts,
      .spelled, .done, .ticket, .refused, .seated:
      return []
    }
  }

  static func fit(_ state: inout State, _ size: Size, _ context: Context) {
    state.size = size
    let areas = Areas(Rect(size))
    state.finder.list.fit(
      height: max(1, areas.list.rows - 2), count: state.finder.shown.count)
  }

  /// Asks for the guide of the selected item unless it is at hand.
  private static func guide(_ state: inout State) -> [Request] {
    guard let row = state.finder.selected else {
      state.sheet = nil
      return []
    }
    guard state.sheet?.id != row.id else { return [] }
    return [.sheet(row.id)]
  }

  /// Measured as most terminals do; the drawing holds on to the ends by itself.
  private static func scroll(_ state: inout State, _ pages: Int, _ context: Context) {
    guard let sheet = state.sheet else { return }
    let area = Areas(Rect(state.size)).guide
    let guide = ItemGuide(
      sheet: sheet, context: context, columns: area.columns,
      glyphs: Glyphs(width: GlyphWidth(ambiguous: 1), set: .ascii))
    let count = guide.lines.count
    let before = state.scroll
    state.scroll.scroll(by: pages * max(1, area.rows - 1), count: count, height: area.rows)
    if pages > 0, state.scroll == before { state.scroll = ScrollState() }
  }
}

extension ItemsPane {
  /// The list above and the guide below it, side by side from 100 columns on.
  struct Areas {
    var list: Rect
    var guide: Rect
    var rule: Rect

    init(_ rect: Rect) {
      var rest = rect
      if rect.columns >= 100 {
        list = rest.cutLeft(rect.columns * 46 / 100)
        rule = rest.cutLeft(1)
        _ = rest.cutLeft(1)
        guide = rest
      } else {
        list = rest.cutTop(max(4, min(9, rect.rows / 2)))
        rule = rest.cutTop(1)
        guide = rest.inset(columns: 1, rows: 0)
      }
    }
  }

  static func view(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let areas = Areas(rect)
    drawGuide(state, context, on: &grid, in: areas)
    state.finder.draw(
      context, on: &grid, in: areas.list, label: context.say("查找", "Find"), isActive: true)
  }

  private static func drawGuide(
    _ state: State, _ context: Context, on grid: inout CellGrid, in areas: Areas
  ) {
    if areas.rule.columns == 1 {
      grid.verticalRule(column: areas.rule.column, row: areas.rule.row, height: areas.rule.rows)
    } else {
      grid.horizontalRule(row: areas.rule.row, column: areas.rule.column, width: areas.rule.columns)
    }
    guard let sheet = state.sheet, sheet.id == state.finder.list.selected else { return }
    let guide = ItemGuide(
      sheet: sheet, context: context, columns: areas.guide.columns, glyphs: grid.glyphs)
    let text = ScrollText(guide.lines)
    text.draw(on: &grid, in: areas.guide, state: state.scroll)
    let position = text.position(state: state.scroll, height: areas.guide.rows)
    guard areas.rule.rows == 1, !position.isEmpty else { return }
    let words = " \(position)  " + context.say("下页/Tab 翻看", "PgDn/Tab reads on") + " "
    let width = grid.glyphs.columns(of: words)
    grid.put(words, row: areas.rule.row, column: areas.rule.endColumn - width - 1, role: .hint)
  }

  static func keys(_ context: Context) -> KeyTable<State, Message> {
    let group = context.say("事项", "Items")
    return KeyTable([
      KeyBinding(
        [.function(10), .enter], .started, label: context.say("收件", "Take in"),
        sentence: context.say("用选中的事项开始收件", "Start an intake with the selected item"),
        group: group, priority: 2, availability: { available(in: $0, context) }),
      KeyBinding(
        [.pageDown, .tab], .paged(by: 1), label: context.say("翻指南", "Guide"),
        sentence: context.say(
          "往下读指南,到底后回到开头", "Read on in the guide; from its end back to its start"),
        group: group, priority: 3),
      KeyBinding(
        [.pageUp, .backTab], .paged(by: -1), label: context.say("往上读", "Back up"),
        sentence: context.say("往上读指南", "Read up in the guide"), group: group),
      KeyBinding(
        [.up], .moved(by: -1), label: context.say("上一项", "Previous item"),
        sentence: context.say("选上一个事项", "Select the item above"), group: group),
      KeyBinding(
        [.down], .moved(by: 1), label: context.say("下一项", "Next item"),
        sentence: context.say("选下一个事项", "Select the item below"), group: group),
      KeyBinding(
        [.character("/")], .searched, label: context.say("查找", "Find"),
        sentence: context.say(
          "按数字编码查找前先按它;其他直接输入", "Press it before a code of digits; anything else is simply typed"),
        group: group, priority: 4),
    ])
  }

  private static func available(in state: State, _ context: Context) -> Availability {
    guard context.seat.clerk.may(.receive) else {
      return .unavailable(
        Refusal.roleMayNot(context.seat.clerk.role)
          .sentence(in: context.language, names: context.names()))
    }
    guard let row = state.finder.selected else {
      return .unavailable(context.say("没有选中事项", "No item is selected"))
    }
    return ItemFinder.reason(against: row, context).map { .unavailable($0) } ?? .available
  }
}
