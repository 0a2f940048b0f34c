import Casework
import Deskwork
import SQLite
import WorkCalendar

/// A case as its row in `case_row`.
extension CaseRow {
  /// In the order they are read and written.
  static let columns = """
    case_row.id, case_row.version, case_row.number, case_row.item, case_row.item_name_zh,
    case_row.item_name_en, case_row.department, case_row.handling, case_row.applicant_name,
    case_row.identity_kind, case_row.identity_number, case_row.stage, case_row.step_name_zh,
    case_row.step_name_en, case_row.step_number, case_row.step_count, case_row.answered,
    case_row.parties, case_row.holder, case_row.claimed_by, case_row.held_since,
    case_row.received_on, case_row.received_by, case_row.accepted_on, case_row.due_on,
    case_row.due_is_provisional, case_row.statutory_due_on, case_row.statutory_due_is_provisional,
    case_row.is_stopped, case_row.is_deferred, case_row.is_under_commitment, case_row.channel,
    case_row.ended_on, case_row.quota_place, case_row.is_entered_late
    """
  static let columnCount = 35

  init(_ row: borrowing Row) throws(SQLiteError) {
    self.init(
      id: try row.name(0), version: try row.number(1), number: try row.text(2),
      item: try row.name(3), itemName: try row.words(4), department: try row.name(6),
      handling: try row.word(7), applicantName: try row.text(8),
      applicantIdentity: try row.identity(9), stage: try row.word(11),
      stepName: try row.wordsIfAny(12), stepNumber: try row.number(14),
      stepCount: try row.number(15), answered: try row.number(16), parties: try row.number(17),
      holder: try row.nameIfAny(18), claimedBy: try row.nameIfAny(19),
      heldSince: try row.dateIfAny(20), receivedOn: try row.date(21),
      receivedBy: try row.name(22), acceptedOn: try row.dateIfAny(23), due: try row.dueIfAny(24),
      statutoryDue: try row.dueIfAny(26), isStopped: try row.truth(28),
      isDeferred: try row.truth(29), isUnderCommitment: try row.truth(30),
      channel: try row.word(31), endedOn: try row.dateIfAny(32),
      quotaPlace: row.isNull(33) ? nil : try row.number(33), isEnteredLate: try row.truth(34))
  }

  /// With its place and its urgency first.
  func values(at place: Int64?) -> [SQLiteValue] {
    [
      SQLiteValue(place), SQLiteValue(urgency),
      SQLiteValue(id), SQLiteValue(version), SQLiteValue(number), SQLiteValue(item),
      SQLiteValue(itemName.zh), SQLiteValue(itemName.en), SQLiteValue(department),
      SQLiteValue(handling), SQLiteValue(applicantName), SQLiteValue(applicantIdentity.kind),
      SQLiteValue(applicantIdentity.number), SQLiteValue(stage), SQLiteValue(stepName?.zh),
      SQLiteValue(stepName?.en), SQLiteValue(stepNumber), SQLiteValue(stepCount),
      SQLiteValue(answered), SQLiteValue(parties), SQLiteValue(holder), SQLiteValue(claimedBy),
      SQLiteValue(heldSince), SQLiteValue(receivedOn), SQLiteValue(receivedBy),
      SQLiteValue(acceptedOn), due.day, due.provision, statutoryDue.day, statutoryDue.provision,
      SQLiteValue(isStopped), SQLiteValue(isDeferred), SQLiteValue(isUnderCommitment),
      SQLiteValue(channel), SQLiteValue(endedOn), SQLiteValue(quotaPlace),
      SQLiteValue(isEnteredLate),
    ]
  }
}

/// How a case is written into `case_row`.
extension CaseRow {
  /// What the indexes of the lists are made of, besides the id.
  struct Standing: Hashable {
    private let values: [SQLiteValue]

    /// Of these columns the stored ones are.
    static let names = ["urgency", "stage", "item", "department", "received_by", "quota_place"]
    static let columns = names.joined(separator: ", ")

    init(_ row: CaseRow) {
      values = [
        SQLiteValue(row.urgency), SQLiteValue(row.stage), SQLiteValue(row.item),
        SQLiteValue(row.department), SQLiteValue(row.receivedBy), SQLiteValue(row.quotaPlace),
      ]
    }

    init(_ row: borrowing Row, from first: Int) throws(SQLiteError) {
      values = [
        SQLiteValue(try row.integer(first)), .text(try row.text(first + 1)),
        .text(try row.text(first + 2)), .text(try row.text(first + 3)),
        .text(try row.text(first + 4)), SQLiteValue(try row.integerIfAny(first + 5)),
      ]
    }
  }

  /// Every column but the place, in the order of `values(at:)`.
  private static let names =
    ["urgency"] + columns.split(separator: ",").map { String($0.split(separator: ".")[1]) }

  /// The id stays what it is, and is in nearly every index.
  private static let moved = names.indices.filter { names[$0] != "id" }
  private static let unmoved = moved.filter { !Standing.names.contains(names[$0]) }

  static let insertion = """
    INSERT INTO case_row(place, \(names.joined(separator: ", ")))
    VALUES (?\(String(repeating: ", ?", count: names.count)))
    """
  static let movement = updating(moved)
  static let updateInPlace = updating(unmoved)

  private static func updating(_ columns: [Int]) -> String {
    let assignments = columns.map { "\(names[$0]) = ?" }.joined(separator: ", ")
    return "UPDATE case_row SET \(assignments) WHERE place = ?"
  }

  func valuesMoved(at place: Int64) -> [SQLiteValue] { values(Self.moved, at: place) }
  func valuesInPlace(at place: Int64) -> [SQLiteValue] { values(Self.unmoved, at: place) }

  private func values(_ columns: [Int], at place: Int64) -> [SQLiteValue] {
    let all = values(at: place)
    var values: [SQLiteValue] = []
    values.reserveCapacity(columns.count + 1)
    for column in columns { values.append(all[column + 1]) }
    values.append(all[0])
    return values
  }
}

extension TaskRow {
  /// Behind the columns of its case.
  static let columns = """
    task.department, task.part, task.role, task.kind, task.step, task.step_due_on,
    task.step_due_is_provisional, task.claimed_by, task.claimed_at, task.active_at
    """

  init(_ row: borrowing Row) throws(SQLiteError) {
    let first = CaseRow.columnCount
    self.init(
      department: try row.name(first), part: try row.word(first + 1),
      role: try row.word(first + 2), kind: try row.word(first + 3),
      step: try row.number(first + 4), stepDue: try row.dueIfAny(first + 5),
      claimedBy: try row.nameIfAny(first + 7), claimedAt: try row.momentIfAny(first + 8),
      activeAt: try row.momentIfAny(first + 9),
      row: try CaseRow(row))
  }

  var values: [SQLiteValue] {
    [
      SQLiteValue(department), SQLiteValue(row.id), SQLiteValue(urgency), SQLiteValue(part),
      SQLiteValue(role), SQLiteValue(kind), SQLiteValue(step), stepDue.day, stepDue.provision,
      SQLiteValue(claimedBy), SQLiteValue(claimedAt), SQLiteValue(activeAt),
    ]
  }
}

extension ResultRow {
  /// Behind the columns of its case.
  static let columns = """
    result.ready_on, result.verdict, result.name, result.certificate_number, result.pick_up_code,
    result.delivery_method, result.delivery_address, result.waybill
    """

  init(_ row: borrowing Row) throws(SQLiteError) {
    let first = CaseRow.columnCount
    self.init(
      row: try CaseRow(row), verdict: try row.word(first + 1),
      resultName: try row.text(first + 2), certificateNumber: try row.text(first + 3),
      pickUpCode: try row.text(first + 4), readyOn: try row.date(first),
      delivery: DeliveryPreference(
        method: try row.word(first + 5), address: try row.text(first + 6)),
      waybill: try row.text(first + 7))
  }

  var values: [SQLiteValue] {
    [
      SQLiteValue(id), SQLiteValue(readyOn), SQLiteValue(verdict), SQLiteValue(resultName),
      SQLiteValue(certificateNumber), SQLiteValue(pickUpCode), SQLiteValue(delivery.method),
      SQLiteValue(delivery.address), SQLiteValue(waybill),
      SQLiteValue(row.applicantIdentity.kind), SQLiteValue(row.applicantIdentity.number),
    ]
  }
}

extension TicketRow {
  static let columns = """
    id, day, queue, purpose, state, issued_at, called_at, counter, clerk, call_count, version,
    changed_at
    """

  init(_ row: borrowing Row) throws(SQLiteError) {
    self.init(
      id: try row.name(0), day: try row.date(1), queue: try row.text(2),
      purpose: try row.text(3), state: try row.word(4), issuedAt: try row.moment(5),
      calledAt: try row.momentIfAny(6), counter: try row.nameIfAny(7),
      clerk: try row.nameIfAny(8), callCount: try row.number(9), version: try row.number(10),
      changedAt: try row.momentIfAny(11))
  }

  var values: [SQLiteValue] {
    [
      SQLiteValue(id), SQLiteValue(day), SQLiteValue(queue), SQLiteValue(purpose),
      SQLiteValue(state), SQLiteValue(issuedAt), SQLiteValue(calledAt), SQLiteValue(counter),
      SQLiteValue(clerk), SQLiteValue(callCount), SQLiteValue(version),
      SQLiteValue(issuedAt.epochSeconds), SQLiteValue(changedAt),
    ]
  }
}
