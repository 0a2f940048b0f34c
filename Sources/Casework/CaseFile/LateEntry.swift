package import WorkCalendar

/// Something that happened before it could be recorded (补录): honest, and always flagged.
package struct LateEntry: Hashable, Sendable {
  package var happenedAt: Moment
  package var reason: String
  /// The paper that proves it.
  package var documentNumber: String
  /// The second person, who answers for it together with the one who enters it.
  package var witness: Clerk
  /// When the witness proved to be there; nil where nobody could be asked to.
  package var witnessProvedAt: Moment?

  package init(
    happenedAt: Moment, reason: String, documentNumber: String, witness: Clerk,
    witnessProvedAt: Moment? = nil
  ) {
    self.happenedAt = happenedAt
    self.reason = reason
    self.documentNumber = documentNumber
    self.witness = witness
    self.witnessProvedAt = witnessProvedAt
  }
}

extension CaseEvent {
  /// Stands before the events of an act that was entered late.
  package struct EnteredLate: Hashable, Sendable, Codable {
    package var happenedAt: Moment
    package var reason: String
    package var documentNumber: String
    package var witness: ClerkID
    /// The act, by its name on the command line.
    package var act: String
    /// When the witness proved to be there; nil where nobody could be asked to.
    package var witnessProvedAt: Moment?
  }
}

extension CaseFile {
  /// An act that was entered late, with the moment it was recorded.
  package struct LateAct: Hashable, Sendable {
    package var entry: CaseEvent.EnteredLate
    package var recordedAt: Moment
    package var recordedBy: ClerkID
  }
}
