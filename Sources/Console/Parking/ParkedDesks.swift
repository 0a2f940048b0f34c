import Casework
package import Deskwork
import TerminalUI
import WorkCalendar

/// What is wanted of the desks laid aside.
package enum ParkingRequest: Hashable, Sendable {
  /// Lays this desk aside and begins with an empty one.
  case park
  /// Brings one back; nil for the last.
  case bringBack(Workspace?)
  case list
  case discard(Workspace)
}

extension Wording {
  /// The desks laid aside: what was in hand there, and since when.
  static func parkedDesks(_ desks: [Workspace], _ context: Context) -> Choice {
    Choice(
      heading: context.say("挂起的工位: 接回哪一个", "Desks laid aside: which one comes back"),
      options: desks.map { desk in
        let place = desk.counter == context.seat.counter ? "" : context.name(desk.counter) + " "
        let since = Wording.since(desk.savedAt, context)
        return .init(
          desk.title, detail: place + context.say("\(since) 起", "since \(since)"),
          onChosen: [.parking(.bringBack(desk))])
      })
  }
}

extension ConsoleState {
  /// More than that nobody keeps apart.
  static var mostParked: Int { 9 }

  /// Where one is, to be found again.
  var place: DeskPlace {
    var panes: [String: PanePlace] = [:]
    for pane in Set(path + (isIntakeBegun ? [.intake] : [])) {
      let place = host(pane).place(self)
      if place != PanePlace() { panes[pane.rawValue] = place }
    }
    var place = DeskPlace(path: path.map(\.rawValue), panes: panes, form: openFormPlace)
    place.late = context.late.map { LatePlace($0) }
    return place
  }

  /// Where everybody of this role begins.
  var homePlace: DeskPlace {
    DeskPlace(path: [Self.home(of: context.seat.clerk.role).rawValue], panes: [:], form: nil)
  }

  /// Whether there is anything to come back to.
  var isWorthKeeping: Bool {
    let place = place
    // Among the tickets the cursor moves by itself.
    return place.path != homePlace.path || place.form != nil
      || place.panes.contains { $0.key != PaneID.tickets.rawValue }
  }

  /// Whether something is half done, and not only looked at.
  var hasBegunSomething: Bool { isIntakeBegun || openFormPlace != nil }

  private var isIntakeBegun: Bool { intake.receipt == nil && !intake.form.isUntouched }

  private var openFormPlace: FormPlace? {
    for case .form(let it) in dialogs.reversed() { return it.form.place }
    return nil
  }

  /// What the list of parked desks says of this one; no personal number, and a person's name masked.
  var deskTitle: String {
    if let form = openForm {
      return form.cases.count == 1 ? "\(form.id.spoken) \(form.heading)" : form.heading
    }
    if pane == .file, let open = file.open {
      return [open.file.id.spoken, context.say(open.sheet.name), open.maskedApplicant]
        .filter { !$0.isEmpty }.joined(separator: "  ")
    }
    if path.contains(.intake) || pane == .tickets, isIntakeBegun {
      return Wording.name(.intake, context) + "  " + intake.form.title(context)
    }
    return Wording.name(pane, context)
  }
}

extension OpenCase {
  /// An organisation by its name, a person masked.
  var maskedApplicant: String {
    guard let applicant = file.intake?.applicant else { return "" }
    return applicant.kind == .organisation ? applicant.name : maskedName(applicant.name)
  }
}

extension IntakeForm {
  /// Whether not even an item or a number was chosen.
  var isUntouched: Bool { isEmpty && item == nil && ticket == nil && draft == nil }
}
