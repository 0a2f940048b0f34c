package import WorkCalendar

/// How content an applicant was (好差评); a service is rated once.
package enum RatingGrade: Int, Hashable, Sendable, Codable, CaseIterable {
  case veryDissatisfied = 1
  case dissatisfied, fairlySatisfied, satisfied, verySatisfied

  /// A bad rating has to be called back about and put right.
  package var isBad: Bool { rawValue <= 2 }
}

package enum RatingChannel: String, Hashable, Sendable, Codable, CaseIterable {
  case evaluator, code, online, message, hotline, box
}

package enum RatingEvent: Hashable, Sendable {
  case given(RatingGiven)
  case calledBack(RatingAnswer)
  case rectified(RatingAnswer)
}

package struct RatingGiven: Hashable, Sendable, Codable {
  package var grade: RatingGrade
  package var detail: String
  package var channel: RatingChannel
  package var givenOn: LocalDate
  /// For a bad rating: until when the applicant is called back, and the matter put right.
  package var callBackBy: DueDate?
  package var rectifyBy: DueDate?
}

package struct RatingAnswer: Hashable, Sendable, Codable {
  package var text: String
  package var on: LocalDate
}

package enum RatingCommand: Hashable, Sendable {
  case give(RatingGrade, detail: String, RatingChannel)
  case callBack(text: String)
  case rectify(text: String)
}

/// What an applicant said of the service, and what was done about it.
package struct RatingRecord: Hashable, Sendable {
  package var given: RatingGiven
  package var calledBack: RatingAnswer?
  package var rectified: RatingAnswer?
}
