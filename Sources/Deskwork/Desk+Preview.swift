package import Casework

extension Desk {
  /// The documents acts would issue, worked out whole and written nowhere; their numbers stay open.
  package func preview(
    _ acts: [DeskAct], by seat: Seat, late: LateEntry? = nil
  ) throws(DeskRefusal) -> [IssuedDocument] {
    var work = Worksheet(desk: self, occasion: occasion(seat, late: late))
    work.leavesNumbersOpen = true
    for act in acts { try work.carryOut(act, seen: nil) }
    return work.outcomes.flatMap(\.documents)
  }
}
