package import WorkCalendar

/// What the slip of a number may speak of.
package struct TicketFacts: TemplateFacts, Hashable {
  package var ticket: TicketID
  package var queue: Words
  /// What the person has come for, if they said so.
  package var purpose: String
  /// How many wait before this number.
  package var ahead: Int
  package var hall: Hall
  package var issuedAt: Moment
  package var isDemo: Bool

  package init(
    ticket: TicketID, queue: Words, purpose: String, ahead: Int, hall: Hall, issuedAt: Moment,
    isDemo: Bool
  ) {
    self.ticket = ticket
    self.queue = queue
    self.purpose = purpose
    self.ahead = ahead
    self.hall = hall
    self.issuedAt = issuedAt
    self.isDemo = isDemo
  }

  private static let fields: [(name: String, chineseName: String, value: Field)] = [
    ("ticket", "排队号", { $0.ticket.rawValue }),
    ("queue", "队列", { $0.queue.zh }),
    ("purpose", "来意", { $0.purpose }),
    ("ahead", "前面等候", { "\($0.ahead)" }),
    ("issuedAt", "取号时间", { $0.issuedAt.chinese }),
    ("hall", "大厅名称", { $0.hall.name.zh }),
    ("hallAddress", "大厅地址", { $0.hall.address.zh }),
    ("hallPhone", "大厅电话", { $0.hall.phone }),
    ("complaintPhone", "监督电话", { $0.hall.complaintPhone }),
  ]

  package static func field(_ name: String) -> Field? {
    fields.first { $0.name == name || $0.chineseName == name }?.value
  }

  package static func block(_ name: String) -> (columns: [TemplateColumn], rows: Rows)? { nil }
}
