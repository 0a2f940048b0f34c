import CaseStore
import Casework
import Deskwork
import WorkCalendar

/// A run of `do`: what the lines before this one have named, and who acts.
struct DoRun {
  let hall: OpenHall
  /// Who acts where a line names nobody.
  let seat: Seat?
  /// Nil where nothing is put on paper.
  let printer: Printer?
  let language: Language
  /// Cases and numbers by their labels.
  var labels: [String: String] = [:]

  init(hall: OpenHall, seat: Seat?, printer: Printer?, language: Language) {
    self.hall = hall
    self.seat = seat
    self.printer = printer
    self.language = language
  }

  struct Answer {
    var value: JSONValue
    var status: ExitStatus
    /// What the act has brought to be printed.
    var sheets: [PrintFolder.Sheet] = []
    /// About what happened besides, for standard error.
    var remarks: [String] = []
  }

  /// Why a line was not carried out.
  enum Problem: Error {
    case malformed(Malformed)
    case refused(DeskRefusal, item: ItemID?)
    case other(code: String, Words)
  }

  /// Nil for an empty line.
  mutating func answer(to line: LineReader.Line) -> Answer? {
    worked(out: line).map(printed)
  }

  /// Nothing is on paper yet.
  mutating func worked(out line: LineReader.Line) -> Answer? {
    do throws(Problem) {
      guard let line = try read(line) else { return nil }
      return try carryOut(line)
    } catch {
      return refusal(error, line.number)
    }
  }

  /// Paper follows what is on disk.
  func printed(_ answer: Answer) -> Answer {
    var answer = answer
    if let printer { answer.remarks += answer.sheets.compactMap { printer.print($0, language) } }
    return answer
  }

  func read(_ line: LineReader.Line) throws(Problem) -> DoLine? {
    do throws(Malformed) {
      return try line.json().map { value throws(Malformed) in try DoLine(value) }
    } catch {
      throw .malformed(error)
    }
  }
}

extension DoRun {
  private mutating func carryOut(_ line: DoLine) throws(Problem) -> Answer {
    let seat = try seat(of: line)
    try moveClock(line)
    switch line.deed {
    case .takeIn(let item, let intake, let ending):
      return try act([.takeIn(item, intake, ending)], seat, line, item: item)
    case .on(let reference, let draft):
      let id = try id(reference)
      return try act([.on(id, try command(draft, on: id))], seat, line)
    case .handOverSeveral(let references, let recipient, let witness):
      var acts: [DeskAct] = []
      for reference in references {
        acts.append(.on(try id(reference), .handOver(recipient, witness: witness)))
      }
      return try act(acts, seat, line)
    case .issueTicket(let queue, let purpose):
      try demandQueue(queue, "queue")
      return try ticket(.issue(queue: queue, purpose: purpose), seat, line)
    case .callNext(let queues):
      for queue in queues { try demandQueue(queue, "queues") }
      let counter = try counter(of: seat)
      let own = hall.desk.counters[counter].map(\.queue).flatMap { $0.isEmpty ? nil : [$0] } ?? []
      return try ticket(.callNext(queues: queues.isEmpty ? own : queues, counter), seat, line)
    case .ticket(let reference, let deed):
      let id = TicketID(try named(reference))
      return try ticket(.on(id, try command(deed, seat)), seat, line)
    }
  }

  private mutating func act(
    _ acts: [DeskAct], _ seat: Seat, _ line: DoLine, item: ItemID? = nil
  ) throws(Problem) -> Answer {
    let isSeveral = if case .handOverSeveral = line.deed { true } else { false }
    let carried: Carried
    do throws(DeskRefusal) {
      carried = try hall.desk.carryOut(
        acts, by: seat, seen: line.seen, late: try late(line.late, seat), request: line.request
      ) {
        Self.value($0, isSeveral: isSeveral).line
      }
    } catch {
      throw .refused(error, item: item)
    }
    switch carried {
    case .done(let outcomes):
      if let label = line.label, let first = outcomes.first {
        labels["$" + label] = first.id.rawValue
      }
      return Answer(
        value: Self.value(outcomes, isSeveral: isSeveral), status: .done,
        sheets: printer == nil ? [] : outcomes.flatMap(\.sheets))
    case .repeated(let text):
      let value = (try? JSONParser.parse(text)) ?? .object([.init("ok", true)])
      if let label = line.label, case .text(let id) = value["case"] { labels["$" + label] = id }
      return Answer(value: value, status: .done)
    }
  }

  private func late(
    _ draft: DoLine.LateDraft?, _ seat: Seat
  ) throws(DeskRefusal) -> LateEntry? {
    guard let draft else { return nil }
    let entry = LateEntry(
      happenedAt: draft.happenedAt, reason: draft.reason, documentNumber: draft.documentNumber,
      witness: try hall.desk.clerk(draft.witness))
    return try hall.desk.witness(entry, password: draft.password, by: seat)
  }

  private func demandQueue(_ queue: String, _ key: String) throws(Problem) {
    let known = hall.desk.hall.queues.map(\.letter)
    guard !known.contains(queue) else { return }
    let list = known.joined(separator: ", ")
    throw .malformed(Malformed(key: key, expected: Words("这些之一：\(list)", "one of: \(list)")))
  }

  private mutating func ticket(
    _ act: TicketAct, _ seat: Seat, _ line: DoLine
  ) throws(Problem) -> Answer {
    let carried: CarriedTicket
    do throws(DeskRefusal) {
      carried = try hall.desk.carryOut(act, by: seat, seen: line.seen, request: line.request) {
        Self.value($0).line
      }
    } catch {
      throw .refused(error, item: nil)
    }
    let value: JSONValue
    var sheets: [PrintFolder.Sheet] = []
    switch carried {
    case .done(let row):
      value = Self.value(row)
      if printer != nil, case .issue = act, let slip = hall.desk.slip(for: row) {
        sheets = [PrintFolder.Sheet(row, text: slip)]
      }
    case .repeated(let text): value = (try? JSONParser.parse(text)) ?? ["ok": true]
    }
    if let label = line.label, case .text(let id) = value["ticket"] { labels["$" + label] = id }
    return Answer(value: value, status: .done, sheets: sheets)
  }

  private static func value(_ row: TicketRow) -> JSONValue {
    [
      "ok": true, "ticket": .text(row.id.rawValue), "version": .number(row.version),
      "state": .text(row.state.rawValue), "counter": JSONValue(row.counter),
    ]
  }

  private static func value(_ outcomes: [Outcome], isSeveral: Bool) -> JSONValue {
    guard isSeveral else {
      return .object([.init("ok", true)] + (outcomes.first?.members ?? []))
    }
    return .object([
      .init("ok", true), .init("cases", .array(outcomes.map { .object($0.members) })),
    ])
  }
}

extension Outcome {
  fileprivate var members: [JSONValue.Member] {
    [
      .init("case", .text(id.rawValue)), .init("version", .number(version)),
      .init("stage", JSONValue(file.stage?.rawValue)),
      .init("events", .array(events.map { .text(HallEvent.file($0).storedKind) })),
      .init("documents", .array(documents.map { .text($0.number) })),
    ]
  }

  fileprivate var sheets: [PrintFolder.Sheet] {
    documents.map { PrintFolder.Sheet($0, of: id, isReprint: false) }
      + reprinted.map { PrintFolder.Sheet($0, of: id, isReprint: true) }
  }

  /// What was printed once more.
  private var reprinted: [IssuedDocument] {
    events.compactMap { event in
      guard case .documentReprinted(let it) = event else { return nil }
      return file.documents.first { $0.kind == it.kind && $0.number == it.number }
    }
  }
}

extension DoRun {
  func refusal(_ problem: Problem, _ number: Int) -> Answer {
    switch problem {
    case .malformed(let malformed):
      return Answer(
        value: .object([
          .init("ok", false), .init("refusal", "malformed"), .init("line", .number(number)),
          .init("message", .text(maskedNumbers(in: malformed.words[language]))),
        ]), status: .refused)
    case .other(let code, let words):
      return Answer(
        value: .object([
          .init("ok", false), .init("refusal", .text(code)),
          .init("message", .text(words[language])),
        ]), status: .refused)
    case .refused(let refusal, let item):
      let isStore = if case .store = refusal { true } else { false }
      return Answer(
        value: .object(
          [
            .init("ok", false), .init("refusal", .text(refusal.code)),
            .init("message", .text(hall.desk.sentence(refusal, in: language, item: item))),
          ] + refusal.facts), status: isStore ? .store : .refused)
    }
  }
}
