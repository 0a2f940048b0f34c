import Casework
import Deskwork
import WorkCalendar

// What nearly every case comes to is written straight: its receipt, its acceptance, its steps and its
// documents.

extension HallEvent {
  /// The body of an event that is written straight; nil of any other.
  var straightBody: (any PlainlyWritten)? {
    switch self {
    case .file(.received(let it)): it
    case .file(.accepted(let it)): it
    case .file(.stepStarted(let it)): it
    case .file(.documentIssued(let it)): it
    default: nil
    }
  }
}

extension CaseEvent.Accepted: PlainlyWritten {
  func write(into text: inout PlainWriting) throws(PlainJSON.NotPlain) {
    try text.object { text throws(PlainJSON.NotPlain) in
      try text.member("acceptedOn", acceptedOn)
      try text.member("committedDue", committedDue)
      try text.member("committedLimit", committedLimit)
      try text.member("deferred", deferred)
      try text.memberIfAny("deferredDue", deferredDue)
      try text.member("isUnderCommitment", isUnderCommitment)
      try text.memberIfAny("quotaPlace", quotaPlace)
      try text.member("route", PublishedRoute(steps: route))
      try text.memberIfAny("statutoryDue", statutoryDue)
      try text.member("statutoryLimit", statutoryLimit)
    }
  }
}

extension CaseEvent.StepStarted: PlainlyWritten {
  func write(into text: inout PlainWriting) throws(PlainJSON.NotPlain) {
    try text.object { text throws(PlainJSON.NotPlain) in
      try text.member("due", due)
      try text.member("partyDue", partyDue)
      try text.member("startedOn", startedOn)
      try text.member("step", step)
      try text.member("stopsClock", stopsClock)
    }
  }
}

extension CaseEvent.PartyDue: PlainlyWritten {
  func write(into text: inout PlainWriting) throws(PlainJSON.NotPlain) {
    try text.object { text throws(PlainJSON.NotPlain) in
      try text.member("department", department)
      try text.member("due", due)
    }
  }
}

extension IssuedDocument: PlainlyWritten {
  func write(into text: inout PlainWriting) throws(PlainJSON.NotPlain) {
    try text.object { text throws(PlainJSON.NotPlain) in
      try text.member("copies", copies)
      try text.member("issuedOn", issuedOn)
      try text.member("kind", kind)
      try text.member("number", number)
      try text.memberIfAny("sha256", sha256)
      try text.member("text", self.text)
    }
  }
}

extension PrintedText: PlainlyWritten {
  func write(into text: inout PlainWriting) throws(PlainJSON.NotPlain) { try text.text(utf8) }
}

extension DueDate: PlainlyWritten {
  func write(into text: inout PlainWriting) throws(PlainJSON.NotPlain) {
    try text.object { text throws(PlainJSON.NotPlain) in
      try text.member("isProvisional", isProvisional)
      try text.member("on", on)
    }
  }
}

extension TimeLimit: PlainlyWritten {
  func write(into text: inout PlainWriting) throws(PlainJSON.NotPlain) {
    try text.object { text throws(PlainJSON.NotPlain) in
      try text.member("amount", amount)
      try text.member("unit", unit)
    }
  }
}

extension DepartmentID: PlainlyWritten {}
extension DocumentKind: PlainlyWritten {}
extension TimeLimit.Unit: PlainlyWritten {}
