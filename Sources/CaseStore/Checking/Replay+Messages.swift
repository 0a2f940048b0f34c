import Casework
import Deskwork
import SQLite

extension Replay {
  /// What the applicant was told of each act, by the case as the act left it.
  func send(
    _ recorded: [(act: Int64, event: RecordedEvent)], of id: CaseID
  ) throws(StoreFailure) {
    var file = CaseFile(id: id)
    var rest = recorded[...]
    while let act = rest.first?.act {
      let together = rest.prefix { $0.act == act }.map(\.event)
      rest = rest.dropFirst(together.count)
      for record in together {
        if case .file(let event) = record.event { file.evolve(event, record.stamp) }
      }
      for record in together {
        guard case .file(let event) = record.event,
          let message = OutgoingMessage(event, file: file)
        else { continue }
        try asking { () throws(SQLiteError) in try target.send(message, at: record.stamp.at) }
      }
    }
  }
}
