import Casework
import Deskwork
import TerminalUI

/// The catalogue narrowed by what one types: name, pinyin, code, department, English.
struct ItemFinder: Hashable, Sendable {
  var field = TextField("", maximumLength: 40)
  var list = ListState<ItemID>()
  private(set) var rows: [ItemRow] = []
  /// What fits, best first.
  private(set) var shown: [ItemRow] = []

  var ids: [ItemID] { shown.map(\.id) }

  var selected: ItemRow? { shown.first { $0.id == list.selected } }

  /// Takes the catalogue; the same item stays selected.
  mutating func load(_ rows: [ItemRow], _ context: Context) {
    self.rows = rows
    shown = Self.found(field.text, in: rows, context)
    list.followSelectingFirst(ids)
  }

  /// What was being looked for is found again once the catalogue is here.
  mutating func goBack(to place: PanePlace) {
    field.replace(with: place.typed ?? "")
    list.goBack(place) { ItemID($0) }
  }

  /// Acts on an editing key; the best fit is selected anew.
  mutating func type(_ key: Key, _ context: Context) -> Bool {
    let before = field.text
    guard field.take(key) else { return false }
    if field.text != before { narrow(context) }
    return true
  }

  mutating func clear(_ context: Context) {
    field.replace(with: "")
    narrow(context)
  }

  private mutating func narrow(_ context: Context) {
    shown = Self.found(field.text, in: rows, context)
    list.select(ids.first, among: ids)
  }

  private static func found(
    _ text: String, in rows: [ItemRow], _ context: Context
  ) -> [ItemRow] {
    let words = text.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
    guard !words.isEmpty else {
      // What one may take in comes first.
      return rows.filter { reason(against: $0, context) == nil }
        + rows.filter { reason(against: $0, context) != nil }
    }
    let ranked = rows.enumerated().compactMap { index, row -> (Int, Int, ItemRow)? in
      let ranks = words.map { rank(of: $0, in: row, context) }
      guard !ranks.contains(nil) else { return nil }
      return (ranks.reduce(0) { $0 + ($1 ?? 0) }, index, row)
    }
    return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  /// How well a word fits, 0 best; nil if it does not.
  private static func rank(of word: String, in row: ItemRow, _ context: Context) -> Int? {
    let department = context.departments[row.department]
    let english = row.name.en.lowercased()
    let names = [department?.name.zh, department?.shortName.zh, department?.name.en]
      .compactMap { $0?.lowercased() }
    if row.initials.hasPrefix(word) || row.name.zh.lowercased().hasPrefix(word) { return 0 }
    if row.readings.contains(where: { $0.syllables.joined().hasPrefix(word) }) { return 0 }
    if row.id.rawValue.lowercased() == word { return 0 }
    if row.department.rawValue.lowercased() == word { return 1 }
    if english.split(separator: " ").contains(where: { $0.hasPrefix(word) }) { return 1 }
    if row.name.zh.lowercased().contains(word) { return 2 }
    if row.initials.contains(word) || row.readings.contains(where: { $0.suits(word) }) {
      return 3
    }
    if row.id.rawValue.lowercased().hasPrefix(word) || row.code.contains(word) { return 4 }
    return names.contains { $0.contains(word) } ? 5 : nil
  }
}

extension ItemFinder {
  /// Why an item may not be taken in by whoever sits here; nil if it may.
  static func reason(against row: ItemRow, _ context: Context) -> String? {
    guard context.seat.clerk.role == .townshipOperator, !row.allowsTownshipIntake else {
      return nil
    }
    return Refusal.townshipMayNotTakeIn.sentence(in: context.language, names: context.names())
  }

  /// The field in the first row, the items that fit below it.
  func draw(
    _ context: Context, on grid: inout CellGrid, in rect: Rect, label: String, isActive: Bool
  ) {
    var rest = rect
    let top = rest.cutTop(1)
    let table = Table(
      [
        TableColumn(context.say("事项", "Item"), .flexible(least: 30, share: 1)),
        TableColumn(context.say("部门", "Department"), .fixed(14), dropOrder: 2),
        TableColumn(context.say("类型", "Handling"), .fixed(10), dropOrder: 3),
        TableColumn("", .fixed(5), dropOrder: 1),
      ],
      emptyText: context.say(
        "没有这样的事项;可用名称、拼音、编号、部门查找", "No such item; try its name, pinyin, code or department"))
    table.draw(
      on: &grid, in: rest, state: list, count: shown.count,
      position: "\(shown.count)/\(rows.count)", isActive: false
    ) { tableRow(shown[$0], context) }
    let column = grid.put(label + " ", row: top.row, column: top.column + 1, role: .label)
    field.draw(
      on: &grid, row: top.row, column: column, width: max(1, min(40, top.endColumn - column - 1)),
      isActive: isActive,
      placeholder: context.say("名称、拼音、编号或部门", "name, pinyin, code or department"))
  }

  private func tableRow(_ row: ItemRow, _ context: Context) -> TableRow<ItemID> {
    let role: Role = Self.reason(against: row, context) == nil ? .text : .disabled
    return TableRow(
      row.id,
      cells: [
        Span(context.say(row.name), role), Span(context.name(row.department), role),
        Span(context.say(row.handling.label), role), Span(row.id.rawValue, role),
      ])
  }
}
