package import Casework

/// What other rules of supervision do to the cards that show today.
package struct RulebookImpact: Hashable, Sendable {
  package var rulebook: Rulebook
  /// The rules that were in force before; nil if there were none.
  package var replaced: Rulebook?
  package var before: [SupervisionLevel: Int]
  package var after: [SupervisionLevel: Int]

  package var changesNothing: Bool { replaced == rulebook }
}

extension Desk {
  /// What publishing these rules would change; nothing is written.
  package func impact(of rulebook: Rulebook) throws(DeskRefusal) -> RulebookImpact {
    try asking { () throws(StoreError) in _ = try self.keepUp() }
    return try Rewatching(rulebook, at: self).impact
  }

  /// Publishes the rules, and watches every open case by them, all in one.
  package func publish(
    _ rulebook: Rulebook, by seat: Seat
  ) throws(DeskRefusal) -> RulebookImpact {
    try publish(.publishRules, by: seat) { seat throws(DeskRefusal) in
      let rewatching = try Rewatching(rulebook, at: self)
      let impact = rewatching.impact
      return (impact, impact.changesNothing ? nil : try rewatching.batch(by: seat))
    }
  }
}

/// Rules on their way into the hall.
///
/// A case that has ended and is watched no more may be watched again by other rules, so every case
/// is looked at, not only those underway.
private struct Rewatching {
  let desk: Desk
  var impact: RulebookImpact
  private var changes: [ReadModelChange] = []

  init(_ rulebook: Rulebook, at desk: Desk) throws(DeskRefusal) {
    self.desk = desk
    let replaced = desk.rulebook
    var rulebook = rulebook
    if let replaced {
      rulebook.version = replaced.version
      // The number counts what was published here, whatever the file says.
      if rulebook != replaced { rulebook.version = replaced.version + 1 }
    }
    impact = RulebookImpact(rulebook: rulebook, replaced: replaced, before: [:], after: [:])
    guard !impact.changesNothing else { return }
    var cursor: Cursor?
    repeat {
      let page = try asking { () throws(StoreError) in
        try desk.store.cases(CaseFilter(), after: cursor, limit: 500)
      }
      for row in page.rows { try watch(row.id) }
      cursor = page.next
    } while cursor != nil
  }

  private mutating func watch(_ id: CaseID) throws(DeskRefusal) {
    let file = try desk.file(id)
    let before = try desk.rules(for: file)
    var rules = before
    rules.rulebook = impact.rulebook
    for level in levels(of: file, under: before) { impact.before[level, default: 0] += 1 }
    for level in levels(of: file, under: rules) { impact.after[level, default: 0] += 1 }
    changes += CaseProjection.watches(from: file, under: before, to: file, under: rules)
  }

  private func levels(of file: CaseFile, under rules: CaseRules) -> [SupervisionLevel] {
    file.watches(under: rules).compactMap { $0.level(on: desk.today) }
  }

  func batch(by seat: Seat) throws(DeskRefusal) -> Batch {
    try desk.batch(
      publishing: [.rulebookPublished(impact.rulebook)], by: seat, at: try desk.momentOfAct(),
      changes)
  }
}
