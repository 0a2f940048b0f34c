import Casework
import Deskwork
import SQLite
import WorkCalendar

/// A message and when it was sent.
struct SentMessage: Hashable, Sendable {
  var message: OutgoingMessage
  var at: Moment

  var values: [SQLiteValue] {
    [
      SQLiteValue(message.kind), SQLiteValue(message.id), SQLiteValue(message.due),
      SQLiteValue(at),
    ]
  }
}

/// A case worked out from everything that happened to it.
struct CaseReplay {
  /// The case as an act left it that may have brought something that can be used again.
  struct Intake {
    var act: Int64
    var file: CaseFile

    /// What this act knew of the applicant, by itself.
    func known(under sheet: ImplementationSheet) -> KnownApplicant {
      KnownApplicant(after: file, sheet: sheet, knowing: nil)
    }
  }

  let acts: [ActedEvent]
  let file: CaseFile
  /// In the order of time.
  let intakes: [Intake]
  /// What the applicant was told of each act, by the case as the act left it.
  let messages: [SentMessage]

  init(_ id: CaseID, _ acts: [ActedEvent]) {
    var file = CaseFile(id: id)
    var intakes: [Intake] = []
    var messages: [SentMessage] = []
    var start = 0
    while start < acts.count {
      let act = acts[start].act
      var end = start + 1
      while end < acts.count, acts[end].act == act { end += 1 }
      var bringsMaterials = false
      for index in start..<end {
        guard case .file(let event) = acts[index].event.event else { continue }
        file.evolve(event, acts[index].event.stamp)
        bringsMaterials = bringsMaterials || event.bringsMaterials
      }
      if bringsMaterials { intakes.append(Intake(act: act, file: file)) }
      for index in start..<end {
        guard case .file(let event) = acts[index].event.event,
          let message = OutgoingMessage.message(about: event, of: file)
        else { continue }
        messages.append(SentMessage(message: message, at: acts[index].event.stamp.at))
      }
      start = end
    }
    (self.acts, self.file, self.intakes, self.messages) = (acts, file, intakes, messages)
  }

  /// The series it has taken a number of, once for each number; certificates apart.
  func series(under sheet: ImplementationSheet) -> [String] {
    var series: [String] = []
    for act in acts {
      guard case .file(let event) = act.event.event else { continue }
      series += Series.taken(by: file, with: event, on: act.event.stamp.at.date, under: sheet)
    }
    return series
  }
}

extension Connection {
  /// Everything that happened in a stream.
  func acts(of stream: StreamID) throws(StoreFailure) -> [ActedEvent] {
    let lines = try asking { () throws(SQLiteError) in
      try self.lines(.events(of: stream, after: 0))
    }
    do throws(StoreError) { return try lines.acts() } catch { throw .store(error) }
  }

  func replay(of id: CaseID) throws(StoreFailure) -> CaseReplay {
    CaseReplay(id, try acts(of: .file(id)))
  }
}
