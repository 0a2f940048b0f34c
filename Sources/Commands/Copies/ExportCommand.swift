import CaseStore
import Casework
import Deskwork
import WorkCalendar

/// Cases as a file for other programs; who took which out of the hall is on record.
struct ExportCommand {
  let invocation: Invocation

  func run() throws(Complaint) -> ExitStatus {
    let span = try complaining { () throws(UsageProblem) in try ExportSpan(invocation) }
    let hall = try OpenHall(working: invocation)
    let seat = try hall.seat(invocation)
    let isUnmasked = invocation.arguments.has(.unmasked)
    let filter = try invocation.caseFilter(of: hall.desk)
    try hall.desk.complaining(in: invocation.language) { () throws(DeskRefusal) in
      try hall.desk.demandExport(isUnmasked: isUnmasked, by: seat)
    }
    // Counted first: what is written down has to stand before the first case is out.
    var count = 0
    try eachPage(of: filter, span, hall.store) { count += $0.count }
    let exported = Exported(
      count: count, filter: invocation.arguments.exportFilter, isUnmasked: isUnmasked)
    try hall.desk.complaining(in: invocation.language) { () throws(DeskRefusal) in
      try hall.desk.export(exported, by: seat)
    }
    let paper = ExportPaper(
      personal: isUnmasked ? .full : .masked, language: invocation.language)
    if !invocation.isJSON { invocation.output.say(records: [csvRecord(ExportPaper.columns)]) }
    var left = count
    try eachPage(of: filter, span, hall.store) { rows in
      let taken = rows.prefix(left)
      left -= taken.count
      write(Array(taken), paper)
    }
    let masked = isUnmasked ? "" : invocation.say("，姓名号码已隐去", ", names and numbers masked")
    invocation.output.remark(
      invocation.say(
        "\(count) 件\(masked)；已记录是谁导出的。",
        "\(count) cases\(masked); who exported them is on record."))
    return .done
  }

  private func write(_ rows: [CaseRow], _ paper: ExportPaper) {
    guard !rows.isEmpty else { return }
    if invocation.isJSON {
      invocation.output.say(rows.map { paper.json($0).line }.joined(separator: "\n"))
    } else {
      invocation.output.say(records: rows.map { csvRecord(paper.fields($0)) })
    }
  }

  /// The working store first, then closed years; page by page, so that no reading is kept open
  /// meanwhile.
  private func eachPage(
    of filter: CaseFilter, _ span: ExportSpan, _ store: SQLiteStore, _ take: ([CaseRow]) -> Void
  ) throws(Complaint) {
    try eachPage(take, in: span) { cursor throws(StoreError) in
      try store.cases(filter, after: cursor, limit: 500)
    }
    let years = try complaining { () throws(StoreError) in try store.closedYears() }
    for closed in years where span.mayReach(closed.year) {
      try eachPage(take, in: span) { cursor throws(StoreError) in
        try store.cases(of: closed, filter, after: cursor, limit: 500)
      }
    }
  }

  private func eachPage(
    _ take: ([CaseRow]) -> Void, in span: ExportSpan,
    _ read: (Cursor?) throws(StoreError) -> Page<CaseRow>
  ) throws(Complaint) {
    var cursor: Cursor?
    repeat {
      let page = try complaining { () throws(StoreError) in try read(cursor) }
      take(page.rows.filter { span.contains($0.receivedOn) })
      cursor = page.next
    } while cursor != nil
  }
}

/// From when to when a case was received, both days included.
struct ExportSpan {
  private let first: LocalDate?
  private let last: LocalDate?

  init(_ invocation: Invocation) throws(UsageProblem) {
    first = try Self.day(.since, invocation)
    last = try Self.day(.until, invocation)
    if let first, let last, last < first {
      throw .valueExpected(
        .until, "\(last)", Words("不早于 \(first) 的日期", "a day not before \(first)"))
    }
  }

  func contains(_ day: LocalDate) -> Bool {
    (first.map { $0 <= day } ?? true) && (last.map { day <= $0 } ?? true)
  }

  /// Whether a case that ended by a year may have been received in the span.
  func mayReach(_ year: Int) -> Bool { first.map { $0.year <= year } ?? true }

  private static func day(
    _ option: Option, _ invocation: Invocation
  ) throws(UsageProblem) -> LocalDate? {
    guard let text = invocation.arguments[option] else { return nil }
    guard let day = LocalDate(text) else {
      throw .valueExpected(
        option, text, Words("如 2026-03-11 的日期", "a day such as 2026-03-11"))
    }
    return day
  }
}

extension Arguments {
  /// The filter as it was typed; none of its values is anybody's name or number.
  fileprivate var exportFilter: String {
    let options: [Option] = [.stage, .department, .item, .since, .until]
    return options.compactMap { option in self[option].map { "\(option.flag) \($0)" } }
      .joined(separator: " ")
  }
}

/// How a case is written out.
struct ExportPaper {
  let personal: PersonalData
  let language: Language

  /// Programs rely on these names.
  static let columns = [
    "case", "number", "item", "itemName", "department", "stage", "step", "holder", "claimedBy",
    "channel", "applicant", "identityKind", "identityNumber", "receivedOn", "receivedBy",
    "acceptedOn", "dueOn", "isProvisional", "statutoryDueOn", "isStopped", "endedOn",
    "isEnteredLate",
  ]

  func fields(_ row: CaseRow) -> [String] {
    values(row).map { value in
      switch value {
      case .text(let text): text
      case .bool(let truth): truth ? "true" : "false"
      case .number(let number): "\(number)"
      case .null, .array, .object: ""
      }
    }
  }

  func json(_ row: CaseRow) -> JSONValue {
    .object(zip(Self.columns, values(row)).map { JSONValue.Member($0, $1) })
  }

  private func values(_ row: CaseRow) -> [JSONValue] {
    let identity = row.applicantIdentity
    return [
      .text(row.id.rawValue), .text(row.number), .text(row.item.rawValue),
      .text(row.itemName[language]), .text(row.department.rawValue), .text(row.stage.rawValue),
      JSONValue(row.stepName?[language]), JSONValue(row.holder), JSONValue(row.claimedBy),
      .text(row.channel.rawValue), .text(personal.name(row.applicantName, of: identity)),
      .text(identity.kind.rawValue), .text(personal.number(of: identity)),
      .text(row.receivedOn.description), .text(row.receivedBy.rawValue),
      JSONValue(row.acceptedOn), JSONValue(row.due?.on), .bool(row.due?.isProvisional ?? false),
      JSONValue(row.statutoryDue?.on), .bool(row.isStopped), JSONValue(row.endedOn),
      .bool(row.isEnteredLate),
    ]
  }
}
