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
}

package struct TicketQueue: Hashable, Sendable, Codable {
  /// The letter before the number.
  package var letter: String
  package var name: Words
}
