import Casework
import Deskwork

extension DeskClerk {
  /// The desks laid aside that can be gone on with here, the last first.
  func parkedDesks() -> [Workspace] {
    guard let seat else { return [] }
    let all = (try? desk.workspaces(of: seat)) ?? []
    return all.filter { !isOwnDesk($0) }
  }

  /// The desk one works at, as it was last kept at this counter.
  private func isOwnDesk(_ workspace: Workspace) -> Bool {
    workspace.place == 0 && workspace.counter == seat?.counter
  }

  /// Lays aside whatever an earlier sitting left on its desk; answers the last of these.
  func layAsideWhatWasLeft() -> Workspace? {
    guard let seat, let all = try? desk.workspaces(of: seat) else { return nil }
    let left = all.filter { $0.place == 0 }
    for workspace in left.reversed() {
      guard DeskPlace(workspace.body) != nil else { continue }
      var kept = workspace
      kept.counter = seat.counter
      guard park(kept) else { return nil }
    }
    for workspace in left { try? desk.discard(workspace, by: seat) }
    return left.first { DeskPlace($0.body) != nil }
  }

  /// Puts a desk on top of those laid aside at this counter; false if it could not be kept.
  func park(_ workspace: Workspace) -> Bool {
    guard let seat, let all = try? desk.workspaces(of: seat) else { return false }
    var workspace = workspace
    workspace.place = (all.filter { $0.counter == seat.counter }.map(\.place).max() ?? 0) + 1
    do throws(DeskRefusal) {
      try desk.keep(workspace, by: seat)
      return true
    } catch {
      return false
    }
  }

  func discard(_ workspace: Workspace) {
    if let seat { try? desk.discard(workspace, by: seat) }
  }

  /// Keeps where one is at this moment; nil says that there is nothing to come back to. Nobody waits
  /// until the disk has it, for nobody is told.
  func keepDesk(_ place: DeskPlace?, title: String) {
    guard let seat else { return }
    let workspace = workspace(place, title: title)
    desk.store.withoutWaiting {
      if place == nil {
        try? desk.discard(workspace, by: seat)
      } else {
        try? desk.keep(workspace, by: seat)
      }
    }
  }

  func workspace(_ place: DeskPlace?, title: String) -> Workspace {
    Workspace(
      clerk: seat?.clerk.id ?? "", counter: seat?.counter, place: 0, title: title,
      body: place?.text ?? "", savedAt: desk.now)
  }

  /// Cases for a form that is opened anew; those that cannot be read are left out.
  func openCases(_ ids: [CaseID]) -> [OpenCase] {
    ids.compactMap { id in
      if case .file(let open) = answer(.file(id), .zh).0 { open } else { nil }
    }
  }
}
