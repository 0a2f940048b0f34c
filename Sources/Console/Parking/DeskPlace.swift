import Casework
import WorkCalendar

/// Where somebody was: panes, case, cursor and form. Kept as JSON beside the drafts; what was typed
/// stands in those. A contract: parts are only added, and a version this program does not know is
/// left alone.
struct DeskPlace: Hashable, Codable {
  static let known = 1

  var version = Self.known
  /// The names of the panes one came through, the one in sight last.
  var path: [String]
  /// What is remembered of each of them, by its name.
  var panes: [String: PanePlace]
  var form: FormPlace?
  /// While the next act is to be recorded as one that happened earlier.
  var late: LatePlace?

  init(path: [String], panes: [String: PanePlace], form: FormPlace?) {
    (self.path, self.panes, self.form) = (path, panes, form)
  }

  /// The same without what moves with every key: cursors and words being typed.
  var steady: DeskPlace {
    var place = self
    place.panes = panes.mapValues(\.steady).filter { $0.value != PanePlace() }
    return place
  }
}

/// What is remembered of a pane.
struct PanePlace: Hashable, Codable {
  /// The row under the cursor, as its pane spells it.
  var selected: String?
  /// On which row of the screen it stood.
  var row: Int?
  /// How many rows had been read.
  var count: Int?
  /// What stands in the blank for finding.
  var typed: String?
  /// What the pane is about: a case, an item, a draft.
  var subject: String?
  /// Filters and sections by their names.
  var settings: [String: String]?
  /// Cases that were marked, or that stand beside the one in sight.
  var cases: [String]?

  init(subject: String? = nil) { self.subject = subject }

  var steady: PanePlace {
    var place = self
    (place.selected, place.row, place.count, place.typed) = (nil, nil, nil, nil)
    if subject != nil { place.settings = nil }
    return place
  }

  subscript(setting: String) -> String? {
    get { settings?[setting] }
    set {
      guard newValue != nil || settings != nil else { return }
      settings = settings ?? [:]
      settings?[setting] = newValue
    }
  }
}

struct LatePlace: Hashable, Codable {
  var at: String
  var reason: String
  var number: String
  var witness: String

  init(_ late: LateEntry) {
    (at, reason) = (late.happenedAt.description, late.reason)
    (number, witness) = (late.documentNumber, late.witness.id.rawValue)
  }

  /// Nil if the second person is not among the clerks any more.
  func entry(among clerks: [ClerkID: Clerk]) -> LateEntry? {
    guard let at = Moment(at), let witness = clerks[ClerkID(witness)] else { return nil }
    return LateEntry(happenedAt: at, reason: reason, documentNumber: number, witness: witness)
  }
}

/// A form that was open; what was typed in it is its draft.
struct FormPlace: Hashable, Codable {
  /// As its drafts are filed under.
  var name: String
  var cases: [String]
  /// The version of the case the person had before them.
  var seen: Int
  /// The blank one was in.
  var field: String
}
