import Casework
import WorkCalendar

// The events a journal has most of are read straight out of their bodies, which takes a quarter of the
// time their `Decodable` takes. What they are made of is said there alone: a body with any member that
// is not named here is left to it.

extension IssuedDocument: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let copies: Int = try text.member("copies")
    let issuedOn: LocalDate = try text.member("issuedOn")
    let kind: DocumentKind = try text.member("kind")
    let number: String = try text.member("number")
    let sha256: String? = try text.memberIfAny("sha256")
    let words = try text.words("text")
    try text.endObject()
    self.init(
      kind: kind, number: number, text: PrintedText(utf8: Array(words.utf8), sha256: sha256),
      issuedOn: issuedOn, copies: copies)
  }
}

extension CaseEvent.Received: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let caseNumber: String = try text.member("caseNumber")
    let department: DepartmentID = try text.member("department")
    let intake: Intake = try text.member("intake")
    let item: ItemID = try text.member("item")
    let noticeDue: DueDate = try text.member("noticeDue")
    let pickUpCode: String = try text.member("pickUpCode")
    let queryCode: String = try text.member("queryCode")
    let receivedOn: LocalDate = try text.member("receivedOn")
    let sheetVersion: Int = try text.member("sheetVersion")
    let ticketEndedAt: Moment? = try text.memberIfAny("ticketEndedAt")
    let township: String? = try text.memberIfAny("township")
    try text.endObject()
    self.init(
      caseNumber: caseNumber, item: item, sheetVersion: sheetVersion, department: department,
      queryCode: queryCode, pickUpCode: pickUpCode, intake: intake, receivedOn: receivedOn,
      noticeDue: noticeDue, ticketEndedAt: ticketEndedAt, township: township)
  }
}

extension CaseEvent.Accepted: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let acceptedOn: LocalDate = try text.member("acceptedOn")
    let committedDue: DueDate = try text.member("committedDue")
    let committedLimit: TimeLimit = try text.member("committedLimit")
    let deferred: [Int] = try text.member("deferred")
    let deferredDue: DueDate? = try text.memberIfAny("deferredDue")
    let isUnderCommitment: Bool = try text.member("isUnderCommitment")
    let quotaPlace: Int? = try text.memberIfAny("quotaPlace")
    let route: [RouteStep] = try text.member("route")
    let statutoryDue: DueDate? = try text.memberIfAny("statutoryDue")
    let statutoryLimit: TimeLimit = try text.member("statutoryLimit")
    try text.endObject()
    self.init(
      acceptedOn: acceptedOn, route: route, committedLimit: committedLimit,
      statutoryLimit: statutoryLimit, committedDue: committedDue, statutoryDue: statutoryDue,
      deferred: deferred, deferredDue: deferredDue, isUnderCommitment: isUnderCommitment,
      quotaPlace: quotaPlace)
  }
}

extension CaseEvent.StepStarted: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let due: DueDate = try text.member("due")
    let partyDue: [CaseEvent.PartyDue] = try text.member("partyDue")
    let startedOn: LocalDate = try text.member("startedOn")
    let step: Int = try text.member("step")
    let stopsClock: Bool = try text.member("stopsClock")
    try text.endObject()
    self.init(
      step: step, startedOn: startedOn, due: due, partyDue: partyDue, stopsClock: stopsClock)
  }
}

extension CaseEvent.TaskClaimed: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let department: DepartmentID = try text.member("department")
    let insteadOf: ClerkID? = try text.memberIfAny("insteadOf")
    let step: Int = try text.member("step")
    try text.endObject()
    self.init(step: step, department: department, insteadOf: insteadOf)
  }
}

extension CaseEvent.OpinionRecorded: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let department: DepartmentID = try text.member("department")
    let officers: [String] = try text.member("officers")
    let step: Int = try text.member("step")
    let words: String = try text.member("text")
    let verdict: OpinionVerdict = try text.member("verdict")
    try text.endObject()
    self.init(
      step: step, department: department, verdict: verdict, text: words, officers: officers)
  }
}

extension CaseEvent.Decided: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let basis: String = try text.member("basis")
    let checkBy: DueDate? = try text.memberIfAny("checkBy")
    let decidedOn: LocalDate = try text.member("decidedOn")
    let grossDays: Int? = try text.memberIfAny("grossDays")
    let isOnTheSpot: Bool = try text.member("isOnTheSpot")
    let netDays: Int? = try text.memberIfAny("netDays")
    let passedOver: [CaseID]? = try text.memberIfAny("passedOver")
    let serveBy: DueDate = try text.member("serveBy")
    let words: String = try text.member("text")
    let verdict: Verdict = try text.member("verdict")
    try text.endObject()
    self.init(
      verdict: verdict, decidedOn: decidedOn, text: words, basis: basis, isOnTheSpot: isOnTheSpot,
      serveBy: serveBy, checkBy: checkBy, netDays: netDays, grossDays: grossDays,
      passedOver: passedOver)
  }
}

extension CaseEvent.CertificateProduced: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let name: String = try text.member("name")
    let number: String = try text.member("number")
    let producedOn: LocalDate = try text.member("producedOn")
    let validity: String = try text.member("validity")
    try text.endObject()
    self.init(name: name, number: number, validity: validity, producedOn: producedOn)
  }
}

extension CaseEvent.HandedOver: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let handedOverOn: LocalDate = try text.member("handedOverOn")
    let recipient: Recipient = try text.member("recipient")
    let witness: String = try text.member("witness")
    try text.endObject()
    self.init(recipient: recipient, handedOverOn: handedOverOn, witness: witness)
  }
}

extension CaseEvent.Concluded: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let concludedOn: LocalDate = try text.member("concludedOn")
    try text.endObject()
    self.init(concludedOn: concludedOn)
  }
}
