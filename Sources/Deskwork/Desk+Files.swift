package import Casework

/// Cases as their events have made them.
extension Desk {
  /// A case whole.
  package func file(_ id: CaseID) throws(DeskRefusal) -> CaseFile {
    guard let one = kept[id], let later = try later(than: one.beginning, of: id) else {
      return try readHistory(id, keepingEvents: false).file
    }
    if one.events.count == one.file.version { one.events += later }
    one.takeUp(later)
    kept.noteUse(of: one)
    var file = one.file
    try findClosedYear(of: &file)
    return file
  }

  /// A case and everything that happened to it.
  package func history(
    _ id: CaseID
  ) throws(DeskRefusal) -> (file: CaseFile, events: [RecordedEvent]) {
    guard let one = kept[id], let last = one.events.last,
      let later = try later(than: StreamBeginning(last), of: id)
    else { return try readHistory(id, keepingEvents: true) }
    one.events += later
    // Acts of this desk may have brought the case further than its events were read.
    let place = one.beginning.version - 1
    guard one.events.indices.contains(place), StreamBeginning(one.events[place]) == one.beginning
    else { return try readHistory(id, keepingEvents: true) }
    one.takeUp(Array(one.events[(place + 1)...]))
    kept.noteUse(of: one)
    var file = one.file
    try findClosedYear(of: &file)
    return (file, one.events)
  }

  /// What was done about the cards of a case, without reading the rest of it.
  package func supervision(of id: CaseID) throws(DeskRefusal) -> SupervisionRecord {
    let recorded = try asking { () throws(StoreError) in try store.supervisionEvents(of: id) }
    var record = SupervisionRecord()
    for case (.file(.supervised(let event)), let stamp) in recorded.map({ ($0.event, $0.stamp) }) {
      record.evolve(event, stamp)
    }
    return record
  }

  private func later(
    than beginning: StreamBeginning, of id: CaseID
  ) throws(DeskRefusal) -> [RecordedEvent]? {
    try asking { () throws(StoreError) in
      try store.events(of: .file(id), following: beginning)
    }
  }

  /// From its first event.
  private func readHistory(
    _ id: CaseID, keepingEvents: Bool
  ) throws(DeskRefusal) -> (file: CaseFile, events: [RecordedEvent]) {
    kept.forget(id)
    let events = try asking { () throws(StoreError) in
      try store.events(of: .file(id), after: 0)
    }
    guard let last = events.last else { throw .noSuchCase(id.rawValue) }
    let one = KeptFiles.Kept(
      file: CaseFile(id: id), beginning: StreamBeginning(version: 0, hash: ""))
    one.takeUp(events)
    guard one.file.stage != nil else { throw .noSuchCase(id.rawValue) }
    var file = one.file
    try findClosedYear(of: &file)
    if file.closedYear == nil {
      one.beginning = StreamBeginning(last)
      if keepingEvents { one.events = events }
      kept.keep(one)
    }
    return (file, events)
  }

  /// Only what has ended can lie in a closed year.
  private func findClosedYear(of file: inout CaseFile) throws(DeskRefusal) {
    guard file.stage?.isEnded == true else { return }
    let id = file.id
    file.closedYear = try asking { () throws(StoreError) in try store.closedYear(of: id) }
  }
}

extension KeptFiles.Kept {
  /// What has happened since.
  func takeUp(_ later: [RecordedEvent]) {
    for record in later {
      guard case .file(let event) = record.event else { continue }
      file.evolve(event, record.stamp)
    }
    if let last = later.last {
      beginning = StreamBeginning(last)
      projection = nil
    }
  }
}

extension StreamBeginning {
  init(_ last: RecordedEvent) { self.init(version: last.version, hash: last.hash) }
}
