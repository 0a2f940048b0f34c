import Casework
import WorkCalendar

extension CaseID: PlainlyRead {}
extension ItemID: PlainlyRead {}
extension DepartmentID: PlainlyRead {}
extension ClerkID: PlainlyRead {}
extension TicketID: PlainlyRead {}

extension Applicant.Kind: PlainlyRead {}
extension Channel: PlainlyRead {}
extension ClerkRole: PlainlyRead {}
extension DeliveryMethod: PlainlyRead {}
extension DocumentKind: PlainlyRead {}
extension IdentityKind: PlainlyRead {}
extension MaterialReceived.Status: PlainlyRead {}
extension OpinionVerdict: PlainlyRead {}
extension Recipient.Relation: PlainlyRead {}
extension RouteParty.Part: PlainlyRead {}
extension RouteStep.Kind: PlainlyRead {}
extension TimeLimit.Unit: PlainlyRead {}
extension Verdict: PlainlyRead {}

extension LocalDate: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    self = try text.text { LocalDate(utf8: $0) }
  }
}

extension Moment: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    self = try text.text { Moment(utf8: $0) }
  }
}

extension DueDate: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let isProvisional: Bool = try text.member("isProvisional")
    let day: LocalDate = try text.member("on")
    try text.endObject()
    self.init(on: day, isProvisional: isProvisional)
  }
}

extension TimeLimit: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let amount: Int = try text.member("amount")
    let unit: Unit = try text.member("unit")
    try text.endObject()
    self.init(amount: amount, unit: unit)
  }
}

extension Words: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let en: String = try text.member("en")
    let zh: String = try text.member("zh")
    try text.endObject()
    self.init(zh, en)
  }
}

extension Identity: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let kind: IdentityKind = try text.member("kind")
    let number: String = try text.member("number")
    try text.endObject()
    self.init(kind: kind, number: number)
  }
}

extension Applicant: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let address: String = try text.member("address")
    let identity: Identity = try text.member("identity")
    let kind: Kind = try text.member("kind")
    let legalRepresentative: String = try text.member("legalRepresentative")
    let name: String = try text.member("name")
    let phone: String = try text.member("phone")
    try text.endObject()
    self.init(
      kind: kind, name: name, identity: identity, phone: phone, address: address,
      legalRepresentative: legalRepresentative)
  }
}

extension Agent: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let identity: Identity = try text.member("identity")
    let name: String = try text.member("name")
    let phone: String = try text.member("phone")
    try text.endObject()
    self.init(name: name, identity: identity, phone: phone)
  }
}

extension Recipient: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let identity: Identity = try text.member("identity")
    let name: String = try text.member("name")
    let relation: Relation = try text.member("relation")
    try text.endObject()
    self.init(name: name, relation: relation, identity: identity)
  }
}

extension MaterialReceived: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let copies: Int = try text.member("copies")
    let isChecked: Bool = try text.member("isCheckedAgainstOriginal")
    let number: Int = try text.member("number")
    let originals: Int = try text.member("originals")
    let remark: String = try text.member("remark")
    let status: Status = try text.member("status")
    try text.endObject()
    self.init(
      number: number, status: status, originals: originals, copies: copies,
      isCheckedAgainstOriginal: isChecked, remark: remark)
  }
}

extension FieldValue: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let key: String = try text.member("key")
    let value: String = try text.member("value")
    try text.endObject()
    self.init(key: key, value: value)
  }
}

extension DeliveryPreference: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let address: String = try text.member("address")
    let method: DeliveryMethod = try text.member("method")
    try text.endObject()
    self.init(method: method, address: address)
  }
}

extension Intake: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let agent: Agent? = try text.memberIfAny("agent")
    let applicant: Applicant = try text.member("applicant")
    let channel: Channel = try text.member("channel")
    let delivery: DeliveryPreference = try text.member("delivery")
    let fields: [FieldValue] = try text.member("fields")
    let materials: [MaterialReceived] = try text.member("materials")
    let ticket: TicketID? = try text.memberIfAny("ticket")
    try text.endObject()
    self.init(
      applicant: applicant, agent: agent, materials: materials, fields: fields, channel: channel,
      ticket: ticket, delivery: delivery)
  }
}

extension RouteStep: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let countsTowardLimit: Bool = try text.member("countsTowardLimit")
    let kind: Kind = try text.member("kind")
    let limit: TimeLimit = try text.member("limit")
    let name: Words = try text.member("name")
    let officers: Int? = try text.memberIfAny("officers")
    let parties: [RouteParty] = try text.member("parties")
    try text.endObject()
    self.init(
      name: name, kind: kind, parties: parties, limit: limit,
      countsTowardLimit: countsTowardLimit, officers: officers)
  }
}

extension RouteParty: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let department: DepartmentID = try text.member("department")
    let limit: TimeLimit? = try text.memberIfAny("limit")
    let office: Words = try text.member("office")
    let part: Part = try text.member("part")
    let role: ClerkRole = try text.member("role")
    try text.endObject()
    self.init(department: department, part: part, office: office, role: role, limit: limit)
  }
}

extension CaseEvent.PartyDue: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let department: DepartmentID = try text.member("department")
    let due: DueDate = try text.member("due")
    try text.endObject()
    self.init(department: department, due: due)
  }
}
