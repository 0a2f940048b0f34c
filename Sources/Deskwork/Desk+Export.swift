import Casework

extension Desk {
  /// Lets somebody take a list of cases out of the hall, and journals it before the first of them is
  /// out: who, how many, which, and whether names and numbers stand in it in full.
  package func export(_ exported: Exported, by seat: Seat) throws(DeskRefusal) {
    let result = inTurn { () throws(DeskRefusal) in
      try asking { () throws(StoreError) in _ = try self.keepUp() }
      try demandExport(isUnmasked: exported.isUnmasked, by: seat)
      try record(.exported(exported), of: seat.clerk.id, at: seat.counter)
    }
    try result.get()
  }

  /// Refuses before anything is read who may not have it anyway.
  package func demandExport(isUnmasked: Bool, by seat: Seat) throws(DeskRefusal) {
    let seat = try standing(seat)
    try permit(.export, by: seat)
    if isUnmasked { try permit(.seeUnmasked, by: seat) }
  }
}
