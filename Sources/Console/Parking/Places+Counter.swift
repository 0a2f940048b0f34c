import Casework
import Deskwork
import TerminalUI

/// Where one was in the panes of the counter.
extension TicketsPane {
  static func place(_ state: State) -> PanePlace {
    var place = PanePlace()
    place.remember(state.list, as: \.text)
    return place
  }

  static func goBack(_ state: inout State, to place: PanePlace, _ context: Context) {
    state.hasBeenSeen = true
    state.list.goBack(place) { RowID($0) }
  }
}

extension TicketsPane.RowID {
  fileprivate var text: String {
    switch self {
    case .draft(let id): "draft:\(id)"
    case .ticket(let id): "ticket:\(id)"
    }
  }

  fileprivate init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map { String($0) }
    switch (parts.first, parts.count) {
    case ("draft", 2): self = .draft(DraftID(parts[1]))
    case ("ticket", 2): self = .ticket(TicketID(parts[1]))
    default: return nil
    }
  }
}

extension IntakePane {
  /// What was typed is the draft; without one only the item and the number are remembered.
  static func place(_ state: State) -> PanePlace {
    guard state.receipt == nil else { return PanePlace() }
    var place = PanePlace(subject: state.form.draft?.rawValue)
    place["case"] = state.form.open?.file.id.rawValue
    place["item"] = state.form.item?.rawValue
    place["ticket"] = state.form.ticket?.rawValue
    place["focus"] = state.form.focus.spelling
    place.typed = state.finder.field.isEmpty ? nil : state.finder.field.text
    place.remember(state.finder.list, as: \.rawValue)
    return place
  }

  static func goBack(_ state: inout State, to place: PanePlace, _ context: Context) {
    seat(&state, context)
    state.returning = place
    state.form.item = place["item"].map { ItemID($0) }
    state.form.ticket = place["ticket"].map { TicketID($0) }
    state.finder.goBack(to: place)
  }
}

extension ReleasePane {
  static func place(_ state: State) -> PanePlace {
    var place = PanePlace()
    // Nothing is selected here until somebody asks for it.
    place.remember(
      state.shown.list, of: state.waiting.rows.count, evenFirst: !state.isSearching, as: \.rawValue)
    place.typed = state.isSearching ? state.field.text : nil
    place.cases = state.marked.isEmpty ? nil : state.marked.map(\.id.rawValue)
    return place
  }

  static func goBack(_ state: inout State, to place: PanePlace, _ context: Context) {
    state.field.replace(with: place.typed ?? "")
    state.isWanted = place.selected == nil
    if state.isSearching {
      state.found.goBack(place) { CaseID($0) }
    } else {
      state.waiting.goBack(place) { CaseID($0) }
    }
    state.marksWanted = Set((place.cases ?? []).map { CaseID($0) })
  }
}
