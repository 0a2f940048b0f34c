import Casework

/// The cases a desk has read or changed last, so that the next act does not work them out anew.
///
/// Nothing is decided on what is kept alone: each time the events that follow are read, which are
/// there only if the stream begins as it did. A case that went another way, for its act was taken
/// back or its file put in place of another, is found out by that.
package struct KeptFiles {
  /// Held once: a case takes much room.
  final class Kept {
    /// Without the year in whose closed file the case may come to lie.
    var file: CaseFile
    /// How many events it was made of, and the hash of the last.
    var beginning: StreamBeginning
    /// The first events of the case, if somebody wanted to see them; perhaps not all of them.
    var events: [RecordedEvent]
    /// What the lists know of it, if this desk has worked that out.
    var projection: CaseProjection?
    /// Which use of the cases that are kept was its last.
    fileprivate(set) var lastUse = 0

    init(file: CaseFile, beginning: StreamBeginning, events: [RecordedEvent] = []) {
      self.file = file
      self.beginning = beginning
      self.events = events
    }
  }

  /// A clerk goes back and forth between a few cases; one takes about 50 KB.
  package static let usual = 8
  /// A script goes back to any of those it has taken in.
  package static let ofScript = 1_024

  private let most: Int
  private var kept: [CaseID: Kept] = [:]
  private var uses = 0

  init(most: Int) { self.most = most }

  subscript(id: CaseID) -> Kept? { kept[id] }

  /// A case as an act has left it.
  mutating func keep(
    _ file: CaseFile, through beginning: StreamBeginning, projection: CaseProjection?
  ) {
    guard file.version == beginning.version else { return }
    if let one = kept[file.id] {
      one.file = file
      one.beginning = beginning
      one.projection = projection
      noteUse(of: one)
    } else {
      let one = Kept(file: file, beginning: beginning)
      one.projection = projection
      keep(one)
    }
  }

  mutating func keep(_ one: Kept) {
    guard most > 0 else { return }
    noteUse(of: one)
    kept[one.file.id] = one
    if kept.count > most { forgetHalf() }
  }

  /// This use of a case is its last so far.
  mutating func noteUse(of one: Kept) {
    uses += 1
    one.lastUse = uses
  }

  mutating func forget(_ id: CaseID) { kept[id] = nil }

  /// What was used longest ago goes, and not one at a time: a hall may keep a thousand.
  private mutating func forgetHalf() {
    let oldest = kept.sorted { $0.value.lastUse < $1.value.lastUse }
    for (id, _) in oldest.prefix((most + 1) / 2) {
      forget(id)
    }
  }
}
