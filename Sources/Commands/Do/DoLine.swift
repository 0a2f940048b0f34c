import Casework
import Deskwork
import WorkCalendar

/// One line of `do`, understood.
struct DoLine {
  enum Deed {
    case takeIn(ItemID, Intake, IntakeEnding?)
    case on(CaseReference, CommandDraft)
    case handOverSeveral([CaseReference], Recipient, witness: String)
    case issueTicket(queue: String, purpose: String)
    /// The longest waiting of the queues, or of the counter's own.
    case callNext(queues: [String])
    case ticket(String, TicketDeed)
  }

  enum TicketDeed {
    case call, arrive, pass, finish
    case park(reason: String)
    case free(reason: String)
  }

  /// As written: a number, or $ and a label.
  struct CaseReference: Hashable { var text: String }

  var deed: Deed
  var clerk: ClerkID?
  var counter: CounterID?
  var seen: Int?
  var request: RequestID?
  var label: String?
  var at: Moment?
  var workingDaysLater: Int?
  /// What happened earlier and is only recorded now.
  var late: LateDraft?

  /// A late entry with its witness still a name.
  struct LateDraft {
    var happenedAt: Moment
    var reason: String
    var documentNumber: String
    var witness: ClerkID
    /// The witness's own, where the hall asks for it; told to nobody.
    var password: String
  }

  init(_ value: JSONValue) throws(Malformed) {
    var members = try Members(value)
    let name = try members.text("do")
    deed = try Deed(name, &members)
    clerk = try members.textIfAny("as").map { ClerkID($0) }
    counter = try members.textIfAny("counter").map { CounterID($0) }
    seen = try members.numberIfAny("version")
    request = try members.textIfAny("request").map { RequestID($0) }
    label = try members.textIfAny("label")
    at = try members.moment("at")
    workingDaysLater = try members.numberIfAny("workingDaysLater")
    if let days = workingDaysLater, !(1...400).contains(days) {
      throw members.wrong("workingDaysLater", Words("1 到 400 的整数", "a whole number from 1 to 400"))
    }
    late = try Self.late(&members)
    if late != nil, deed.isOfTicket {
      throw Malformed(
        "叫号不能补录；请去掉「late」。",
        "Nothing about a number in the queue is entered late; leave \"late\" out.")
    }
    try members.finish()
  }

  private static func late(_ members: inout Members) throws(Malformed) -> LateDraft? {
    guard var it = try members.objectIfAny("late") else { return nil }
    guard let happenedAt = try it.moment("happenedAt") else {
      throw it.wrong(
        "happenedAt", Words("如 2026-03-11T10:24 的时刻", "a moment such as 2026-03-11T10:24"))
    }
    let late = LateDraft(
      happenedAt: happenedAt, reason: try it.textIfAny("reason") ?? "",
      documentNumber: try it.textIfAny("documentNumber") ?? "",
      witness: ClerkID(try it.text("witness")), password: try it.textIfAny("password") ?? "")
    try it.finish()
    return late
  }
}

extension DoLine.Deed {
  fileprivate var isOfTicket: Bool {
    switch self {
    case .issueTicket, .callNext, .ticket: true
    case .takeIn, .on, .handOverSeveral: false
    }
  }

  init(_ name: String, _ members: inout Members) throws(Malformed) {
    switch name {
    case "take-in": self = try Self.takeIn(&members)
    case "hand-over-several":
      let cases = try members.texts("cases").map { DoLine.CaseReference(text: $0) }
      guard !cases.isEmpty else {
        throw members.wrong("cases", Words("至少一个件号的数组", "an array of at least one case"))
      }
      self = .handOverSeveral(
        cases, try .read(&members), witness: try members.textIfAny("witness") ?? "")
    case "issue-ticket":
      self = .issueTicket(
        queue: try members.text("queue"), purpose: try members.textIfAny("purpose") ?? "")
    case "call-ticket":
      let queues = try members.texts("queues")
      if let ticket = try members.textIfAny("ticket") {
        self = .ticket(ticket, .call)
      } else {
        self = .callNext(queues: queues)
      }
    case "arrive": self = .ticket(try members.text("ticket"), .arrive)
    case "pass": self = .ticket(try members.text("ticket"), .pass)
    case "finish": self = .ticket(try members.text("ticket"), .finish)
    case "free-ticket":
      self = .ticket(try members.text("ticket"), .free(reason: try members.text("reason")))
    case "park":
      self = .ticket(
        try members.text("ticket"), .park(reason: try members.textIfAny("reason") ?? ""))
    default:
      let command = try CommandDraft(name, &members)
      self = .on(.init(text: try members.text("case")), command)
    }
  }

  /// Every name a line may begin with.
  static let names =
    ["take-in", "hand-over-several"] + CommandDraft.names
    + ["issue-ticket", "call-ticket", "arrive", "park", "pass", "finish", "free-ticket"]

  private static func takeIn(_ members: inout Members) throws(Malformed) -> DoLine.Deed {
    let item = ItemID(try members.text("item"))
    let applicant = try Applicant.read(&members)
    var agent: Agent?
    if var it = try members.objectIfAny("agent") {
      agent = Agent(
        name: try it.text("name"), identity: try .read(&it),
        phone: try it.textIfAny("phone") ?? "")
      try it.finish()
    }
    var delivery = DeliveryPreference()
    if var it = try members.objectIfAny("delivery") {
      delivery = DeliveryPreference(
        method: try it.choice("method"), address: try it.textIfAny("address") ?? "")
      try it.finish()
    }
    let intake = Intake(
      applicant: applicant, agent: agent, materials: try MaterialReceived.readAll(&members),
      fields: try FieldValue.readAll(&members),
      channel: try members.choice("channel", else: Channel.counter),
      ticket: try members.textIfAny("ticket").map { TicketID($0) }, delivery: delivery)
    return .takeIn(item, intake, try ending(&members))
  }

  private static func ending(_ members: inout Members) throws(Malformed) -> IntakeEnding? {
    guard var it = try members.objectIfAny("ending") else { return nil }
    let name = try it.text("do")
    let ending: IntakeEnding
    switch try CommandDraft(name, &it) {
    case .ready(.accept(let deferring, let underCommitment)):
      ending = .accept(deferring: deferring, underCommitment: underCommitment)
    case .ready(.requestCorrection(let defects, let days)):
      ending = .requestCorrection(defects, workingDays: days)
    case .ready(.decline(let ground, let reason, let basis, let organ)):
      ending = .decline(ground, reason: reason, basis: basis, competentOrgan: organ)
    case .ready(.decideOnTheSpot(let text, _)): ending = .decideOnTheSpot(text: text)
    case .ready, .opinion, .specialProcedure:
      throw it.wrong(
        "do",
        Words(
          "accept、request-correction、decline 或 decide-on-the-spot",
          "accept, request-correction, decline or decide-on-the-spot"))
    }
    try it.finish()
    return ending
  }
}
