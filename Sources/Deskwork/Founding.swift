package import Casework
import WorkCalendar

/// How a hall comes into being: everything it is made of is published as events.
package enum Founding {
  /// Whoever is named as the one who published it; no clerk of the hall has this ID.
  package static let founder: ClerkID = "founding"

  /// The hall first, then its sheets; each batch stands for itself.
  package static func batches(for reference: HallReference, stamp: Stamp) -> [Batch] {
    let parts: [ReferenceEvent] =
      [.hallOpened(reference.hall)]
      + reference.departments.map { .departmentRegistered($0) }
      + reference.counters.map { .counterOpened($0) }
      + reference.clerks.map { .clerkEnrolled($0) }
      + reference.calendarYears.map { .calendarPublished($0) }
      + [reference.rulebook].compactMap { $0.map { .rulebookPublished($0) } }
    let sheets = reference.sheets.map {
      StreamAppend(
        stream: .item($0.id), expecting: 0, events: [.reference(.sheetPublished($0))])
    }
    return [
      Batch(
        stamp: stamp,
        appends: [
          StreamAppend(stream: .hall, expecting: 0, events: parts.map { .reference($0) })
        ], changes: parts.map { .putReference($0) }),
      Batch(
        stamp: stamp, appends: sheets,
        changes: reference.sheets.map { .putReference(.sheetPublished($0)) }),
    ]
  }

  /// Publishes a hall in an empty store.
  package static func found(
    _ reference: HallReference, in store: any HallStore, stamp: Stamp
  ) throws(StoreError) {
    for batch in batches(for: reference, stamp: stamp) {
      guard case .committed = try store.append(batch) else {
        throw .other(detail: "a hall has been founded here already")
      }
    }
  }

  /// Gives the rules of supervision to a hall that was founded before there were any.
  package static func publish(
    _ rulebook: Rulebook, in store: any HallStore, stamp: Stamp
  ) throws(StoreError) {
    guard try store.rulebook() == nil else { return }
    let event = ReferenceEvent.rulebookPublished(rulebook)
    let batch = Batch(
      stamp: stamp,
      appends: [
        StreamAppend(
          stream: .hall, expecting: try store.lastVersion(of: .hall), events: [.reference(event)])
      ], changes: [.putReference(event)])
    // Whoever was first has published the same.
    _ = try store.append(batch)
  }
}
