import Casework
import Deskwork

/// What others have done.
package enum News: Hashable, Sendable {
  /// They came, left or looked: nothing of it is on any screen, yet it may concern who sits here.
  case unseen
  case work
}

extension StreamID {
  /// Whether a screen may show what happened there.
  fileprivate var isShown: Bool {
    switch self {
    case .looks, .access: false
    case .file, .ticket, .item, .hall: true
    }
  }
}

extension DeskClerk {
  /// Whether somebody else has done something since this was last asked. What others only type is
  /// no news, and then nothing more is read.
  package func news() -> News? {
    guard let mark = try? desk.store.newsMark(), mark != newsMark else { return nil }
    newsMark = mark
    guard let position = try? desk.store.lastPosition(), position != newsPosition else {
      return nil
    }
    defer { newsPosition = position }
    guard let before = newsPosition else { return nil }
    let fresh = try? desk.store.changes(after: before, limit: 100).streams
    return fresh?.contains(where: \.isShown) == false ? .unseen : .work
  }
}
