import CaseStore
import Casework
import Deskwork
import WorkCalendar

/// A case as programs read it, with every event and its stamp.
struct CaseJSON {
  let file: CaseFile
  let sheet: ImplementationSheet
  let events: [RecordedEvent]
  /// Who looked into it, the last first.
  let looks: [Look]
  let personal: PersonalData
  let language: Language

  var value: JSONValue {
    .object([
      .init("case", .text(file.id.rawValue)), .init("number", .text(file.number)),
      .init("version", .number(file.version)), .init("stage", JSONValue(file.stage?.rawValue)),
      .init("item", .text(file.item.rawValue)), .init("itemName", .text(sheet.name.zh)),
      .init("sheetVersion", .number(file.sheetVersion)),
      .init("department", .text(file.department.rawValue)),
      .init("queryCode", .text(personal.text(file.queryCode))),
      .init("pickUpCode", .text(personal.text(file.pickUpCode))),
      .init("closedYear", file.closedYear.map { .number($0) } ?? .null),
      .init("receivedOn", JSONValue(file.receivedOn)),
      .init("acceptedOn", JSONValue(file.acceptance?.acceptedOn)),
      .init("applicant", applicant), .init("agent", agent),
      .init("channel", JSONValue(file.intake?.channel.rawValue)),
      .init("fields", fields), .init("materials", materials), .init("route", route),
      .init("clocks", clocks), .init("decision", decision), .init("certificate", certificate),
      .init("documents", documents), .init("notedDefects", notedDefects), .init("fee", fee),
      .init("reports", reports), .init("commitmentCheck", commitmentCheck),
      .init("rating", rating), .init("supervision", supervision),
      .init("lateEntries", lateEntries), .init("looks", looked),
      .init("events", .array(events.compactMap(event))),
    ])
  }

  private var applicant: JSONValue {
    guard let applicant = file.intake?.applicant else { return .null }
    return .object([
      .init("kind", .text(applicant.kind.rawValue)),
      .init("name", .text(personal.name(applicant.name, of: applicant.identity))),
      .init("identity", json(applicant.identity)),
      .init("phone", .text(personal.phone(applicant.phone))),
      .init("address", .text(personal.text(applicant.address))),
      .init("legalRepresentative", .text(personal.name(applicant.legalRepresentative))),
    ])
  }

  private var agent: JSONValue {
    guard let agent = file.intake?.agent else { return .null }
    return .object([
      .init("name", .text(personal.name(agent.name))), .init("identity", json(agent.identity)),
      .init("phone", .text(personal.phone(agent.phone))),
    ])
  }

  private var fields: JSONValue {
    .object(
      (file.intake?.fields ?? []).map {
        .init($0.key, .text(personal.value($0, under: sheet)))
      })
  }

  private func json(_ identity: Identity) -> JSONValue {
    .object([
      .init("kind", .text(identity.kind.rawValue)),
      .init("number", .text(personal.number(of: identity))),
    ])
  }

  private var materials: JSONValue {
    .array((file.intake?.materials ?? []).map(\.json))
  }

  private var route: JSONValue {
    .array(
      file.route.enumerated().map { index, step in
        let record = file.steps.indices.contains(index) ? file.steps[index] : .init()
        return .object([
          .init("step", .number(index + 1)), .init("name", .text(step.name.zh)),
          .init("kind", .text(step.kind.rawValue)),
          .init("isCurrent", .bool(file.currentStep == index)),
          .init("startedOn", JSONValue(record.startedOn)),
          .init("completedOn", JSONValue(record.completedOn)),
          .init("parties", .array(step.parties.map { party($0, record) })),
        ])
      })
  }

  private func party(_ party: RouteParty, _ record: CaseFile.StepRecord) -> JSONValue {
    let opinion = record.opinion(of: party.department)
    return .object([
      .init("department", .text(party.department.rawValue)),
      .init("part", .text(party.part.rawValue)), .init("role", .text(party.role.rawValue)),
      .init("dueOn", JSONValue(record.due(of: party.department)?.on)),
      .init("claimedBy", JSONValue(record.claim(of: party.department)?.clerk)),
      .init("verdict", JSONValue(opinion?.verdict.rawValue)),
      .init("opinion", JSONValue(opinion?.text)),
    ])
  }

  private var clocks: JSONValue {
    .object([
      .init("noticeDue", .due(file.noticeDue)), .init("correctBy", .due(file.correctBy)),
      .init("committedDue", .due(file.committedDue)),
      .init("statutoryDue", .due(file.statutoryDue)),
      .init("serveBy", .due(file.decision?.serveBy)),
      .init("commitmentCheckBy", .due(file.decision?.checkBy)),
      .init("extensionDays", .number(file.extensionDays)),
      .init(
        "stops",
        .array(
          file.stops.map { stop in
            .object([
              .init("from", JSONValue(stop.from)), .init("to", JSONValue(stop.to)),
              .init("reason", .text(stop.reason)),
            ])
          })),
    ])
  }

  private var decision: JSONValue {
    guard let decision = file.decision else { return .null }
    return .object([
      .init("verdict", .text(decision.verdict.rawValue)),
      .init("decidedOn", JSONValue(decision.decidedOn)), .init("text", .text(decision.text)),
      .init("basis", .text(decision.basis)), .init("decidedBy", JSONValue(file.decidedBy)),
      .init("netDays", decision.netDays.map { .number($0) } ?? .null),
      .init("grossDays", decision.grossDays.map { .number($0) } ?? .null),
      .init("passedOver", .array((decision.passedOver ?? []).map { .text($0.rawValue) })),
    ])
  }

  private var certificate: JSONValue {
    guard let certificate = file.certificate else { return .null }
    return .object([
      .init("name", .text(certificate.name)), .init("number", .text(certificate.number)),
      .init("validity", .text(certificate.validity)),
      .init("producedOn", JSONValue(certificate.producedOn)),
    ])
  }

  private var documents: JSONValue {
    .array(
      file.documents.map { document in
        .object([
          .init("kind", .text(document.kind.rawValue)), .init("number", .text(document.number)),
          .init("issuedOn", JSONValue(document.issuedOn)),
          .init("text", .text(personal.text(document.text.string))),
          .init("sha256", JSONValue(document.sha256)),
        ])
      })
  }

  private func event(_ record: RecordedEvent) -> JSONValue? {
    guard case .file(let event) = record.event else { return nil }
    var members: [JSONValue.Member] = [
      .init("version", .number(record.version)), .init("kind", .text(record.event.storedKind)),
      .init("at", JSONValue(record.stamp.at)),
      .init("happenedAt", JSONValue(record.stamp.happenedAt)),
      .init("clerk", JSONValue(record.stamp.clerk)),
      .init("counter", JSONValue(record.stamp.counter)),
      .init("deed", .text(event.deed[language])), .init("hash", .text(record.hash)),
    ]
    if case .deadlinesRecomputed(let it) = event {
      members.append(.init("moved", .array(it.moved.map(\.json))))
    }
    return .object(members)
  }
}

extension JSONValue {
  static func due(_ due: DueDate?) -> JSONValue {
    guard let due else { return .null }
    return .object([
      .init("on", JSONValue(due.on)), .init("isProvisional", .bool(due.isProvisional)),
    ])
  }
}

extension MovedDate {
  var json: JSONValue {
    .object([
      .init("timer", .text(timer.rawValue)), .init("department", JSONValue(department)),
      .init("was", .due(was)), .init("is", .due(now)),
    ])
  }
}

extension Identity {
  var json: JSONValue {
    .object([.init("kind", .text(kind.rawValue)), .init("number", .text(number))])
  }
}

extension MaterialReceived {
  var json: JSONValue {
    .object([
      .init("number", .number(number)), .init("status", .text(status.rawValue)),
      .init("originals", .number(originals)), .init("copies", .number(copies)),
      .init("isCheckedAgainstOriginal", .bool(isCheckedAgainstOriginal)),
      .init("remark", .text(remark)),
    ])
  }
}
