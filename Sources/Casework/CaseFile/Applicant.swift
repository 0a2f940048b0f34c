/// The person or organisation that applies.
package struct Applicant: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable { case person, organisation }

  package var kind: Kind
  package var name: String
  package var identity: Identity
  package var phone: String
  package var address: String
  /// Of an organisation.
  package var legalRepresentative: String

  package init(
    kind: Kind, name: String, identity: Identity, phone: String = "", address: String = "",
    legalRepresentative: String = ""
  ) {
    self.kind = kind
    self.name = name
    self.identity = identity
    self.phone = phone
    self.address = address
    self.legalRepresentative = legalRepresentative
  }
}

/// Who acts at the counter for the applicant.
package struct Agent: Hashable, Sendable, Codable {
  package var name: String
  package var identity: Identity
  package var phone: String

  package init(name: String, identity: Identity, phone: String = "") {
    self.name = name
    self.identity = identity
    self.phone = phone
  }
}

/// How an application reached the hall.
package enum Channel: String, Hashable, Sendable, Codable, CaseIterable {
  case counter, township, online, post, kiosk
}

package struct FieldValue: Hashable, Sendable, Codable {
  package var key: String
  package var value: String

  package init(key: String, value: String) {
    self.key = key
    self.value = value
  }
}

/// Everything taken in at the counter, before anything is decided about it.
package struct Intake: Hashable, Sendable, Codable {
  package var applicant: Applicant
  package var agent: Agent?
  package var materials: [MaterialReceived]
  package var fields: [FieldValue]
  package var channel: Channel
  package var ticket: TicketID?
  package var delivery: DeliveryPreference

  package init(
    applicant: Applicant, agent: Agent? = nil, materials: [MaterialReceived],
    fields: [FieldValue] = [], channel: Channel = .counter, ticket: TicketID? = nil,
    delivery: DeliveryPreference = .init()
  ) {
    self.applicant = applicant
    self.agent = agent
    self.materials = materials
    self.fields = fields
    self.channel = channel
    self.ticket = ticket
    self.delivery = delivery
  }

  package func material(_ number: Int) -> MaterialReceived? {
    materials.first { $0.number == number }
  }
}

/// How the applicant wants the result.
package struct DeliveryPreference: Hashable, Sendable, Codable {
  package var method: DeliveryMethod
  package var address: String

  package init(method: DeliveryMethod = .counter, address: String = "") {
    self.method = method
    self.address = address
  }
}
