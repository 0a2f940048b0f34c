import Casework
import Deskwork
import TerminalUI

/// Where one was in the panes about the hall.
extension SupervisionPane {
  static func place(_ state: State) -> PanePlace {
    var place = PanePlace()
    switch state.section {
    case .cards:
      place.remember(state.cards.list, of: state.cards.rows.count, as: \.text)
    case .cases:
      place.remember(state.cases.list, of: state.cases.rows.count, as: \.rawValue)
      place["section"] = "cases"
    }
    place["rule"] = state.rule?.rawValue
    place["level"] = state.level == .warning ? nil : "\(state.level.rawValue)"
    switch state.scope {
    case .own: break
    case .all: place["scope"] = "all"
    case .department(let id): place["scope"] = "department/\(id)"
    }
    return place
  }

  static func goBack(_ state: inout State, to place: PanePlace, _ context: Context) {
    state.section = place["section"] == "cases" ? .cases : .cards
    state.rule = place["rule"].flatMap { SupervisionRuleCode(rawValue: $0) }
    state.level =
      place["level"].flatMap { Int($0) }.flatMap { SupervisionLevel(rawValue: $0) } ?? .warning
    if let scope = place["scope"] {
      state.scope =
        scope == "all"
        ? .all : .department(DepartmentID(String(scope.dropFirst("department/".count))))
    }
    switch state.section {
    case .cards:
      state.isWanted = place.selected == nil
      state.cards.goBack(place) { WatchID($0) }
    case .cases:
      state.casesAreWanted = place.selected == nil
      state.cases.goBack(place) { CaseID($0) }
    }
  }
}

extension WatchID {
  fileprivate var text: String { "\(id)|\(card.text)" }

  fileprivate init?(_ text: String) {
    let parts = text.split(separator: "|", maxSplits: 1).map { String($0) }
    guard parts.count == 2, let card = CardKey(parts[1]) else { return nil }
    self.init(id: CaseID(parts[0]), card: card)
  }
}

extension ItemsPane {
  static func place(_ state: State) -> PanePlace {
    var place = PanePlace()
    place.remember(state.finder.list, as: \.rawValue)
    place.typed = state.finder.field.isEmpty ? nil : state.finder.field.text
    place["searching"] = state.isSearching ? "yes" : nil
    place["scroll"] = state.scroll.offset == 0 ? nil : "\(state.scroll.offset)"
    return place
  }

  static func goBack(_ state: inout State, to place: PanePlace, _ context: Context) {
    state.isSearching = place["searching"] != nil
    state.finder.goBack(to: place)
  }
}

extension StatisticsPane {
  static func place(_ state: State) -> PanePlace {
    var place = PanePlace()
    place.remember(state.list, as: \.self)
    place["grouping"] = state.grouping.rawValue
    place["department"] = state.department?.rawValue
    place["span"] = state.span?.text
    return place
  }

  static func goBack(_ state: inout State, to place: PanePlace, _ context: Context) {
    state.grouping = place["grouping"].flatMap { ReportGrouping(rawValue: $0) } ?? .department
    state.department = place["department"].map { DepartmentID($0) }
    state.span = place["span"].flatMap { MonthSpan($0) }
    state.list.goBack(place) { $0 }
  }
}

extension PanePlace {
  /// The row under the cursor, unless it is the one where the list begins by itself.
  mutating func remember<ID>(
    _ list: ListState<ID>, of count: Int? = nil, evenFirst: Bool = false, as text: (ID) -> String
  ) {
    guard let id = list.selected, evenFirst || list.isMoved else { return }
    (selected, row, self.count) = (text(id), list.row, count)
  }
}

extension ListState {
  mutating func goBack(_ place: PanePlace, id: (String) -> ID?) {
    guard let id = place.selected.flatMap(id) else { return }
    goBack(to: id, onRow: place.row ?? 0)
  }
}

extension PagedRows {
  mutating func goBack(_ place: PanePlace, id: (String) -> Row.ID?) {
    guard let id = place.selected.flatMap(id) else { return }
    goBack(to: id, onRow: place.row ?? 0, reading: place.count ?? 0)
  }
}
