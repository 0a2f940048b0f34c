import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// Laying a desk aside when somebody comes up, and finding it again: after them, or after the line
/// was dropped.
extension ConsoleProgram {
  mutating func parking(_ request: ParkingRequest) -> [Asked] {
    switch request {
    case .park: return park()
    case .bringBack(let wanted): return bringBack(wanted)
    case .list:
      state.parked = clerk.parkedDesks()
      return asked(.choose(Wording.parkedDesks(state.parked, state.context)))
    case .discard(let workspace):
      clerk.discard(workspace)
      state.parked = clerk.parkedDesks()
      return []
    }
  }

  private mutating func park() -> [Asked] {
    guard layAside() else {
      return tell(
        .refused, "没能挂起；请稍后再试，填写的内容已存草稿", "Not laid aside; try again, what was typed is kept")
    }
    let title = state.parked.first?.title ?? ""
    state.clearDesk()
    keptPlace = nil
    clerk.keepDesk(nil, title: "")
    return tell(.done, "已挂起: \(title)；Alt-B 接回", "Laid aside: \(title); Alt-B brings it back")
      + state.start()
  }

  private mutating func bringBack(_ wanted: Workspace?) -> [Asked] {
    state.parked = clerk.parkedDesks()
    guard let wanted = wanted ?? state.parked.first else { return [] }
    guard let place = DeskPlace(wanted.body) else {
      clerk.discard(wanted)
      state.parked = clerk.parkedDesks()
      return tell(
        .refused, "这个工位由另一版本的程序挂起，接不回来；填写的内容在草稿里",
        "Another version of the program laid this desk aside; what was typed is among the drafts")
    }
    // What is in hand now changes places with it.
    if state.isWorthKeeping {
      guard layAside() else {
        return tell(.refused, "没能换过去；请稍后再试", "Could not change over; try again")
      }
    }
    state.clearDesk()
    let more = goBack(to: place)
    settle(more)
    keepPlace(entirely: true)
    clerk.discard(wanted)
    state.parked = clerk.parkedDesks()
    return []
  }

  private mutating func layAside() -> Bool {
    let isKept = clerk.park(clerk.workspace(state.place, title: state.deskTitle))
    state.parked = clerk.parkedDesks()
    return isKept
  }

  /// The panes as they were, read anew, and the form with what its draft has kept.
  private mutating func goBack(to place: DeskPlace) -> [Asked] {
    let missing = state.goBack(to: place)
    var asked = state.start() + missing
    guard let form = place.form else { return asked }
    let cases = clerk.openCases(form.cases.map { CaseID($0) })
    guard cases.count == form.cases.count,
      var remade = Form.remade(form.name, for: cases, state.context)
    else {
      return asked
        + tell(
          .refused, "这件已变动，原来的表打不开了；填写的内容已存草稿",
          "The case has moved on and the form is gone; what was typed is kept as a draft")
    }
    remade.focus = remade.fields.firstIndex { $0.key == form.field } ?? 0
    if let open = remade.open, open.file.version != form.seen {
      asked += tell(
        .refused, "\(open.file.id.spoken) 在此期间有变动；请看过现状再办",
        "\(open.file.id.spoken) has changed in the meantime; look at it again first")
    }
    return asked + self.asked(.fill(remade))
  }

  /// Keeps where one is, if that has changed: at once when it is another pane, case or form, with
  /// the next second for a cursor.
  mutating func keepPlace(entirely: Bool) {
    guard clerk.seat != nil, state.cover == nil else { return }
    let place = state.isWorthKeeping ? state.place : nil
    let isMoved = (place ?? state.homePlace).steady != (keptPlace ?? state.homePlace).steady
    guard entirely ? place != keptPlace : isMoved else { return }
    keptPlace = place
    clerk.keepDesk(place, title: state.deskTitle)
  }

  private func asked(_ request: Request) -> [Asked] { [Asked(request: request, from: state.pane)] }

  private func tell(_ kind: Notice.Kind, _ zh: String, _ en: String) -> [Asked] {
    asked(.notice(Notice(kind, state.context.say(zh, en))))
  }
}

extension ConsoleState {
  /// An empty desk for the same person.
  mutating func clearDesk() {
    let parked = parked
    let department = lastDepartment
    begin(context.seat)
    (self.parked, lastDepartment) = (parked, department)
  }

  /// Opens the panes of a place; answers what has to be read besides.
  mutating func goBack(to place: DeskPlace) -> [Asked] {
    path = place.path.compactMap { PaneID(rawValue: $0) }
    if path.isEmpty { path = [Self.home(of: context.seat.clerk.role)] }
    context.late = place.late?.entry(among: context.clerks)
    fit(size)
    for pane in PaneID.allCases {
      guard let remembered = place.panes[pane.rawValue] else { continue }
      host(pane).goBack(&self, remembered)
    }
    let hidden = PaneID.allCases.filter { $0 != pane && place.panes[$0.rawValue] != nil }
    return hidden.flatMap { asked(host($0).refresh(self), from: $0) }
  }
}
