import Casework
import Deskwork
import WorkCalendar

/// What a stream tells the lists. It follows from the stream and what was published, and from no other
/// stream.
struct ReplayedStream: Sendable {
  /// What an act knew of the applicant, by itself.
  typealias Intake = (act: Int64, known: KnownApplicant)

  let stream: StreamID
  /// The position of its first event.
  let began: Int64
  let events: Int
  private(set) var changes: [ReadModelChange] = []
  /// What a case is found by, which is not among the changes.
  private(set) var search: (texts: SearchTexts, terms: CaseTerms)?
  /// The series it has taken a number of, once for each number.
  private(set) var series: [String] = []
  private(set) var messages: [SentMessage] = []
  private(set) var intakes: [Intake] = []

  /// Nil for a stream without a beginning, which no list has anything of.
  init?(
    _ stream: StreamID, _ acts: [ActedEvent], under published: Published
  ) throws(StoreError) {
    guard let first = acts.first?.event, first.version == 1 else { return nil }
    self.stream = stream
    (began, events) = (first.position, acts.count)
    switch stream {
    case .file(let id): try take(CaseReplay(id, acts), under: published)
    case .ticket(let day, let id): take(Ticket(id: id, day: day), acts.map { $0.event })
    case .looks: takeLooks(acts.map { $0.event })
    // What was published the lists were told of before all else; of who signed in they tell nothing.
    case .item, .hall, .access: break
    }
  }

  /// Of what the store itself has of a stream.
  init?(_ reading: StreamReading, under published: Published) throws(StoreError) {
    guard let stream = StreamID(reading.name) else {
      throw .damaged(detail: "there is no stream \(reading.name)")
    }
    try self.init(stream, reading.lines.lazy.map(\.line).acts(), under: published)
  }

  private mutating func take(
    _ replay: CaseReplay, under published: Published
  ) throws(StoreError) {
    let file = replay.file
    messages = replay.messages
    guard file.stage != nil || !replay.intakes.isEmpty else { return }
    let rules = try published.rules(for: file)
    intakes = replay.intakes.map { ($0.act, $0.known(under: rules.sheet)) }
    guard file.stage != nil else { return }
    for change in CaseProjection.changes(
      from: nil, to: file, under: rules, readings: published.readings(of:))
    {
      if case .index(_, let texts) = change {
        search = (texts, CaseTerms(texts, under: published.terms(of: rules.sheet)))
      } else {
        changes.append(change)
      }
    }
    series = replay.series(under: rules.sheet)
  }

  private mutating func take(_ empty: Ticket, _ events: [RecordedEvent]) {
    var ticket = empty
    for record in events {
      if case .ticket(let event) = record.event { ticket.evolve(event, record.stamp) }
    }
    guard let row = TicketRow(ticket) else { return }
    series = [Series.tickets(of: ticket.queue, on: ticket.day)]
    changes = [.putTicket(row)]
    if ticket.state == .waiting {
      changes.append(.count(.waiting(queue: ticket.queue, on: ticket.day), by: 1))
    }
  }

  private mutating func takeLooks(_ events: [RecordedEvent]) {
    for record in events {
      guard case .looked(let it) = record.event else { continue }
      let stamp = record.stamp
      changes.append(
        .putLook(Look(id: it.id, clerk: stamp.clerk, counter: stamp.counter, at: stamp.at)))
    }
  }
}
