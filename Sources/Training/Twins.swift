import Casework
import Deskwork
import WorkCalendar

/// The cases that go the very way of another one, each for somebody else.
///
/// What is done for the original by the rules of the hall is written down for them as well, with
/// their own numbers and people.
struct Twins {
  private struct Member {
    var id: CaseID
    var applicant: Applicant
  }

  let original: CaseID
  private var members: [Member]
  private var words: [String]
  private var copies: [StreamCopy]
  private var known: KnownApplicant?
  private var version = 0

  /// Of a case that has just been taken in, one for each of the applicants.
  init?(
    of taken: Outcome, for applicants: [Applicant], at desk: Desk
  ) throws(DeskRefusal) {
    guard let applicant = taken.file.intake?.applicant, !applicants.isEmpty else { return nil }
    let file = taken.file
    original = file.id
    let day = desk.now.date
    let first = try Self.next(in: Series.cases(on: day), desk)
    let prefix = desk.hall.code + Series.digits(of: day)
    members = applicants.indices.map { index in
      var other = applicant
      let wanted = applicants[index]
      (other.name, other.phone) = (wanted.name, applicant.phone.isEmpty ? "" : wanted.phone)
      other.identity = wanted.identity
      return Member(id: CaseID(prefix + padded(first + index, 4)), applicant: other)
    }
    words = [
      file.id.rawValue, applicant.identity.number, applicant.name, applicant.phone,
      file.queryCode, file.pickUpCode,
    ]
    copies = members.map { member in
      StreamCopy(
        stream: .file(member.id),
        words: [
          member.id.rawValue, member.applicant.identity.number, member.applicant.name,
          member.applicant.phone, desk.surroundings.code("query/\(member.id)"),
          desk.surroundings.code("pick-up/\(member.id)"),
        ])
    }
  }

  /// The first number of a series that has not been given out.
  private static func next(in series: String, _ desk: Desk) throws(DeskRefusal) -> Int {
    do throws(StoreError) {
      return try desk.store.lastNumber(of: series) + 1
    } catch {
      throw .store(error)
    }
  }
}

extension Twins {
  /// The act that has just been done on the original, done on every twin.
  mutating func follow(
    _ outcome: Outcome, at desk: Desk, copying store: any StreamCopying
  ) throws(DeskRefusal) {
    guard outcome.version > version, let stamp = outcome.file.lastStamp else { return }
    var batch = Batch(stamp: stamp)
    try number(outcome, in: &batch, at: desk)
    batch.changes = try remember(outcome, at: desk)
    // Rows of a list stand in the order in which their cases began.
    if version == 0 { batch.changes += try rows(outcome.file, at: desk, onlyCases: true) }
    let messages = outcome.events.compactMap {
      OutgoingMessage.message(about: $0, of: outcome.file)
    }
    for message in messages {
      batch.outgoing += members.map {
        OutgoingMessage(kind: message.kind, id: $0.id, due: message.due)
      }
    }
    do throws(StoreError) {
      try store.repeatEvents(
        of: .file(original), after: version, replacing: words, into: &copies)
      _ = try desk.store.append(batch)
    } catch {
      throw .store(error)
    }
    version = outcome.version
  }

  /// Puts the twins into the lists, as the original stands there when its course is over.
  func finish(_ file: CaseFile, at desk: Desk) throws(DeskRefusal) {
    guard let stamp = file.lastStamp else { return }
    var batch = Batch(stamp: stamp)
    batch.changes = try rows(file, at: desk, onlyCases: false)
    do throws(StoreError) {
      _ = try desk.store.append(batch)
    } catch {
      throw .store(error)
    }
  }

  private func rows(
    _ file: CaseFile, at desk: Desk, onlyCases: Bool
  ) throws(DeskRefusal) -> [ReadModelChange] {
    var changes = CaseProjection.changes(
      from: nil, to: file, under: try desk.rules(for: file),
      readings: desk.surroundings.readings)
    if onlyCases { changes = changes.filter { if case .putCase = $0 { true } else { false } } }
    let rows = zip(members, copies).flatMap { member, copy in
      let readings = onlyCases ? [] : desk.surroundings.readings(member.applicant.name)
      let number = copy.words[Self.nationalNumber]
      return changes.compactMap { $0.of(member.id, number, member.applicant, readings) }
    }
    return rows + changes.compactMap { $0.times(members.count) }
  }

  /// The place of the national number among the words: the first that `number` adds.
  private static let nationalNumber = 6

  private mutating func remember(
    _ outcome: Outcome, at desk: Desk
  ) throws(DeskRefusal) -> [ReadModelChange] {
    guard outcome.events.contains(where: \.bringsMaterials) else { return [] }
    let file = outcome.file
    let sheet = try desk.sheet(file.item, version: file.sheetVersion)
    let now = KnownApplicant(after: file, sheet: sheet, knowing: known)
    known = now
    return members.map { member in
      var other = now
      other.applicant = member.applicant
      for index in other.materials.indices { other.materials[index].id = member.id }
      return .putApplicant(other)
    }
  }
}

extension Twins {
  /// A number the original has taken, and how it is written.
  private struct Taken {
    var series: String
    var text: String
    var width: Int
  }

  /// Numbers for the twins after those of the original, so that no series has a gap.
  private mutating func number(
    _ outcome: Outcome, in batch: inout Batch, at desk: Desk
  ) throws(DeskRefusal) {
    let file = outcome.file
    let sheet = try desk.sheet(file.item, version: file.sheetVersion)
    let taken = Self.taken(by: outcome, sheet, on: desk.now.date)
    // In the order in which they were taken: the national number is the first word of a case's own.
    for (index, first) in taken.enumerated()
    where !taken[..<index].contains(where: { $0.series == first.series }) {
      let series = first.series
      let numbers = taken.filter { $0.series == series }
      let next = try Self.next(in: series, desk)
      for serial in next..<next + numbers.count * members.count {
        batch.numbers.append(NumberTaken(series: series, number: serial))
      }
      for (place, number) in numbers.enumerated() {
        word(number, place, of: numbers.count, before: next)
      }
    }
  }

  /// The words of one number, the original's being the `place`th of so many in its series.
  private mutating func word(_ number: Taken, _ place: Int, of count: Int, before next: Int) {
    let own = padded(next - count + place, number.width)
    guard !words.contains(number.text), let range = number.text.ranges(of: own).last else { return }
    words.append(number.text)
    for index in copies.indices {
      var text = number.text
      text.replaceSubrange(range, with: padded(next + index * count + place, number.width))
      copies[index].words.append(text)
    }
  }

  private static func taken(
    by outcome: Outcome, _ sheet: ImplementationSheet, on day: LocalDate
  ) -> [Taken] {
    outcome.events.flatMap { event -> [Taken] in
      if case .received(let it) = event {
        let national = Series.cases(of: sheet.codes.implementation, on: day)
        return [
          Taken(series: Series.cases(on: day), text: outcome.id.rawValue, width: 4),
          Taken(series: national, text: it.caseNumber, width: 4),
        ]
      }
      if case .documentIssued(let it) = event {
        let series = Series.documents(it.kind, of: outcome.file.department, in: it.issuedOn.year)
        return [Taken(series: series, text: it.number, width: 1)]
      }
      if case .certificateProduced(let it) = event {
        let series = Series.certificates(of: sheet.department, in: day.year)
        return [Taken(series: series, text: it.number, width: 6)]
      }
      return []
    }
  }
}

extension ReadModelChange {
  /// What stands in the lists of a case, of one that went the same way.
  fileprivate func of(
    _ id: CaseID, _ number: String, _ applicant: Applicant, _ readings: [Spelling]
  ) -> ReadModelChange? {
    func of(_ row: CaseRow) -> CaseRow {
      var row = row
      (row.id, row.number) = (id, number)
      (row.applicantName, row.applicantIdentity) = (applicant.name, applicant.identity)
      return row
    }
    switch self {
    case .putCase(let row): return .putCase(of(row))
    case .replaceTasks(_, var rows):
      for index in rows.indices { rows[index].row = of(rows[index].row) }
      return .replaceTasks(id, rows)
    case .replaceResult(_, var row):
      if let old = row?.row { row?.row = of(old) }
      return .replaceResult(id, row)
    case .replaceReaches(var reaches):
      reaches.id = id
      return .replaceReaches(reaches)
    case .replaceWatches(_, let watches): return .replaceWatches(id, watches)
    case .index(_, var texts):
      (texts.caseNumber, texts.shortNumber) = (number, id.rawValue)
      (texts.applicantName, texts.identityNumber) = (applicant.name, applicant.identity.number)
      texts.nameReadings = readings
      return .index(id, texts)
    case .putTicket, .putApplicant, .putReference, .count, .tally, .putLook, .deleteDraft,
      .putSitting, .putPassword:
      return nil
    }
  }

  /// A sum to which so many cases add the same.
  fileprivate func times(_ cases: Int) -> ReadModelChange? {
    switch self {
    case .count(let key, let difference): .count(key, by: difference * cases)
    case .tally(let key, let difference): .tally(key, by: difference * cases)
    case .putCase, .replaceTasks, .replaceResult, .replaceReaches, .putTicket, .putApplicant,
      .putReference, .replaceWatches, .putLook, .index, .deleteDraft, .putSitting, .putPassword:
      nil
    }
  }
}
