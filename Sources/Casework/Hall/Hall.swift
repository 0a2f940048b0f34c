package import WorkCalendar

package struct Department: Hashable, Sendable, Codable {
  package var id: DepartmentID
  package var name: Words
  /// As it stands in lists (市监局).
  package var shortName: Words
  /// The word before 〔2026〕 in its document numbers (市监).
  package var documentWord: String
  package var organCode: String
  package var creditCode: String
  package var phone: String
  /// Whom an applicant may turn to against its decisions.
  package var reviewOrgan: Words
  package var court: Words

  package init(
    id: DepartmentID, name: Words, shortName: Words, documentWord: String, organCode: String,
    creditCode: String, phone: String, reviewOrgan: Words, court: Words
  ) {
    self.id = id
    self.name = name
    self.shortName = shortName
    self.documentWord = documentWord
    self.organCode = organCode
    self.creditCode = creditCode
    self.phone = phone
    self.reviewOrgan = reviewOrgan
    self.court = court
  }
}

package enum CounterKind: String, Hashable, Sendable, Codable {
  case general, release, department, township
}

package struct Counter: Hashable, Sendable, Codable {
  package var id: CounterID
  package var name: Words
  package var kind: CounterKind
  /// The queue whose tickets it calls (A, B …); empty if it calls none.
  package var queue: String
  /// The width of the paper receipts are printed on there; nil for A4.
  package var paperColumns: Int?

  package init(
    id: CounterID, name: Words, kind: CounterKind, queue: String, paperColumns: Int? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.queue = queue
    self.paperColumns = paperColumns
  }
}

/// The hall itself.
package struct Hall: Hashable, Sendable, Codable {
  package var name: Words
  /// At most four letters, the beginning of every case number.
  package var code: String
  package var areaCode: String
  package var address: Words
  package var phone: String
  package var complaintPhone: String
  package var openingHours: OpeningHours
  package var queues: [TicketQueue]
  /// When claims and calls lapse; nil for the usual times.
  package var lapses: LapseTimes?

  package init(
    name: Words, code: String, areaCode: String, address: Words, phone: String,
    complaintPhone: String, openingHours: OpeningHours, queues: [TicketQueue],
    lapses: LapseTimes? = nil
  ) {
    self.name = name
    self.code = code
    self.areaCode = areaCode
    self.address = address
    self.phone = phone
    self.complaintPhone = complaintPhone
    self.openingHours = openingHours
    self.queues = queues
    self.lapses = lapses
  }
}

package struct TicketQueue: Hashable, Sendable, Codable {
  /// The letter before the number.
  package var letter: String
  package var name: Words

  package init(letter: String, name: Words) {
    self.letter = letter
    self.name = name
  }
}
