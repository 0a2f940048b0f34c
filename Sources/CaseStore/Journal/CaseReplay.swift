import Casework
import Deskwork
import SQLite

/// An event and the position of the first one that was appended with it.
typealias ActedEvent = (act: Int64, event: RecordedEvent)

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

  init(_ id: CaseID, _ acts: [ActedEvent]) {
    var file = CaseFile(id: id)
    var intakes: [Intake] = []
    for (act, record) in acts {
      guard case .file(let event) = record.event else { continue }
      file.evolve(event, record.stamp)
      if intakes.last?.act == act {
        intakes[intakes.count - 1].file = file
      } else if event.bringsMaterials {
        intakes.append(Intake(act: act, file: file))
      }
    }
    (self.acts, self.file, self.intakes) = (acts, file, intakes)
  }

  var events: [RecordedEvent] { acts.map(\.event) }
}

extension Connection {
  /// Everything that happened in a stream.
  func acts(of stream: StreamID) throws(StoreFailure) -> [ActedEvent] {
    let query = ListQuery.events(of: stream, after: 0)
    let lines = try asking { () throws(SQLiteError) in
      try self.query(query.sql, query.values) { row throws(SQLiteError) in try JournalLine(row) }
    }
    var acts: [ActedEvent] = []
    for line in lines {
      do throws(StoreError) {
        acts.append((line.act, try line.recorded()))
      } catch {
        throw .store(error)
      }
    }
    return acts
  }

  func replay(of id: CaseID) throws(StoreFailure) -> CaseReplay {
    CaseReplay(id, try acts(of: .file(id)))
  }
}
