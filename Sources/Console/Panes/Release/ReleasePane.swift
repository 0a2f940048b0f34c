import Casework
import Deskwork
import TerminalUI

/// Every result that lies ready or is on its way, whatever department it comes from.
enum ReleasePane: Pane {
  struct State: Hashable, Sendable {
    var field = TextField("", maximumLength: 60)
    /// Ready results, the longest waiting first.
    var waiting = PagedRows<ReleaseRow>()
    /// What was found for the text in the field.
    var found = PagedRows<ReleaseRow>()
    var isByPickUpCode = false
    /// Whether what is found next may be selected: somebody has just asked for it.
    var isWanted = true
    /// Results that go out together, all of one applicant.
    var marked: [ResultRow] = []
    /// Those that were marked where one comes back to, until they have been read.
    var marksWanted: Set<CaseID> = []
    /// The results of the applicant whose row is selected.
    var ofApplicant: [ResultRow] = []
    /// The cases that are selected or marked, whole.
    var files: [CaseID: OpenCase] = [:]

    init() {}

    var isSearching: Bool { !field.isEmpty }
    var shown: PagedRows<ReleaseRow> { isSearching ? found : waiting }
    var selected: ReleaseRow? { shown.selected }

    /// What an act is about: the marked results, or the selected one.
    var targets: [CaseID] {
      marked.isEmpty ? [selected?.id].compactMap { $0 } : marked.map(\.id)
    }
    var openTargets: [OpenCase] { targets.compactMap { files[$0] } }
  }

  enum Message: Hashable, Sendable {
    case moved(ListStep)
    case opened
    case marked
    case handOver
    case post
    case confirmDelivery
  }

  static let foundLimit = 50

  static func isTyping(_ state: State) -> Bool { true }

  static func type(_ state: inout State, _ key: Key, _ context: Context) -> [Request]? {
    switch key {
    case .escape:
      guard state.isSearching || !state.marked.isEmpty else { return nil }
      return state.isSearching ? search("", &state) : unmark(&state)
    case .scan(let text): return search(Wording.scanned(text), &state)
    case .character(let character) where character.folded == " ": return nil
    case .home, .end, .function, .enter, .tab, .backTab, .insert, .up, .down, .pageUp,
      .pageDown, .alt, .mouse:
      return nil
    case .character, .paste, .backspace, .delete, .left, .right, .control:
      var field = state.field
      guard field.take(key) else { return nil }
      let isNew = field.text != state.field.text
      let text = Wording.scanned(field.text)
      state.field = field
      return isNew ? search(text, &state) : []
    }
  }

  /// Finds as one types; without a text all that waits is shown again.
  private static func search(_ text: String, _ state: inout State) -> [Request] {
    if Wording.scanned(state.field.text) != text { state.field.replace(with: text) }
    guard !text.isEmpty else { return look(&state) }
    state.isWanted = true
    return [.findResults(text, limit: foundLimit)]
  }

  private static func unmark(_ state: inout State) -> [Request] {
    state.marked = []
    return []
  }

  static func refresh(_ state: State, _ context: Context) -> [Request] {
    var requests: [Request] = [.results(after: nil, limit: state.waiting.limit)]
    if state.isSearching {
      requests.append(.findResults(Wording.scanned(state.field.text), limit: foundLimit))
    }
    if let identity = state.marked.first?.row.applicantIdentity {
      requests.append(.resultsOfApplicant(identity))
    }
    return requests
  }

  /// Reads what is said of the selected row.
  static func look(_ state: inout State) -> [Request] {
    guard let row = state.selected else { return [] }
    return [.file(row.id), .resultsOfApplicant(row.row.applicantIdentity)]
  }

  static func fit(_ state: inout State, _ size: Size, _ context: Context) {
    let layout = ListLayout(Rect(size), summaryRows: summaryRows)
    let height = max(1, layout.list.rows - 2)
    state.waiting.fit(height: height)
    state.found.fit(height: height)
  }

  static let summaryRows = 6
}

/// A result, or a case that was asked for and has none yet.
struct ReleaseRow: ListedRow {
  var row: CaseRow
  var result: ResultRow?

  var id: CaseID { row.id }

  init(_ result: ResultRow) {
    row = result.row
    self.result = result
  }

  init(_ row: CaseRow) { self.row = row }
}

extension Wording {
  /// What a scanner read, without the stars some of them put around it; full-width forms are folded.
  static func scanned(_ text: String) -> String {
    trimmed(String(text.map(\.folded))) { $0 == "*" || $0.isWhitespace }
  }

  /// Without what nobody means at the beginning and the end.
  static func trimmed(
    _ text: String, of isNothing: (Character) -> Bool = { $0.isWhitespace }
  ) -> String {
    var text = text[...]
    while let first = text.first, isNothing(first) { text.removeFirst() }
    while let last = text.last, isNothing(last) { text.removeLast() }
    return String(text)
  }
}
