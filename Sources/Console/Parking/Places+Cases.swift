import Casework
import Deskwork
import TerminalUI

/// Where one was in the panes about cases.
extension InboxPane {
  static func place(_ state: State) -> PanePlace {
    var place = PanePlace()
    place.remember(state.list, of: state.rows.count, as: \.text)
    place.typed = state.isFiltering ? state.filter.text : nil
    place["scope"] = state.scope == .all ? nil : "\(state.scope)"
    place["department"] = state.chosen?.rawValue
    place.cases = state.marked.isEmpty ? nil : state.marked.map(\.rawValue).sorted()
    return place
  }

  static func goBack(_ state: inout State, to place: PanePlace, _ context: Context) {
    state.scope = Scope.allCases.first { "\($0)" == place["scope"] } ?? .all
    state.chosen = place["department"].map { DepartmentID($0) }
    state.isFiltering = place.typed != nil
    state.filter.replace(with: place.typed ?? "")
    state.marked = Set((place.cases ?? []).map { CaseID($0) })
    state.wanted = place.count ?? 0
    state.list.goBack(place) { TaskID($0) }
  }
}

extension TaskID {
  fileprivate var text: String { "\(department)/\(id)" }

  fileprivate init?(_ text: String) {
    let parts = text.split(separator: "/").map { String($0) }
    guard parts.count == 2 else { return nil }
    self.init(department: DepartmentID(parts[0]), id: CaseID(parts[1]))
  }
}

extension FilePane {
  static func place(_ state: State) -> PanePlace {
    var place = PanePlace(subject: state.id?.rawValue)
    place.cases = state.neighbours.isEmpty ? nil : state.neighbours.map(\.rawValue)
    place["section"] = state.section == .overview ? nil : "\(state.section)"
    place["scroll"] = state.scroll.offset == 0 ? nil : "\(state.scroll.offset)"
    place["document"] = state.documents.selected
    return place
  }

  static func goBack(_ state: inout State, to place: PanePlace, _ context: Context) {
    guard let id = place.subject else { return }
    let size = state.size
    state = State(
      id: CaseID(id), neighbours: (place.cases ?? []).map { CaseID($0) })
    state.size = size
    state.section = Section.allCases.first { "\($0)" == place["section"] } ?? .overview
    if let offset = place["scroll"].flatMap({ Int($0) }) {
      // The text is not here yet; the drawing stops at its end by itself.
      var scroll = ScrollState()
      scroll.scroll(by: offset, count: offset + 1, height: 1)
      state.scrolls[state.section] = scroll
    }
    if let document = place["document"] { state.documents.goBack(to: document, onRow: 0) }
  }
}

extension LedgerPane {
  static func place(_ state: State) -> PanePlace {
    var place = PanePlace()
    place.remember(state.shown.list, of: state.cases.rows.count, as: \.rawValue)
    place.typed = state.isSearching ? state.field.text : nil
    place["stage"] = state.filter.stage?.rawValue
    place["department"] = state.filter.department?.rawValue
    place["item"] = state.filter.item?.rawValue
    place["receivedBy"] = state.filter.receivedBy?.rawValue
    place["open"] = state.filter.openOnly ? "yes" : nil
    return place
  }

  static func goBack(_ state: inout State, to place: PanePlace, _ context: Context) {
    state.filter = CaseFilter(
      stage: place["stage"].flatMap { CaseStage(rawValue: $0) },
      department: place["department"].map { DepartmentID($0) },
      item: place["item"].map { ItemID($0) },
      receivedBy: place["receivedBy"].map { ClerkID($0) }, openOnly: place["open"] != nil)
    state.field.replace(with: place.typed ?? "")
    state.isWanted = place.selected == nil
    if state.isSearching {
      state.found.goBack(place) { CaseID($0) }
    } else {
      state.cases.goBack(place) { CaseID($0) }
    }
  }
}
