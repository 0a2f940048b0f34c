import Casework
import WorkCalendar

// What was taken in is written straight as well: it is the longest of a case's own events.

extension CaseEvent.Received: PlainlyWritten {
  func write(into text: inout PlainWriting) throws(PlainJSON.NotPlain) {
    try text.object { text throws(PlainJSON.NotPlain) in
      try text.member("caseNumber", caseNumber)
      try text.member("department", department)
      try text.member("intake", intake)
      try text.member("item", item)
      try text.member("noticeDue", noticeDue)
      try text.member("pickUpCode", pickUpCode)
      try text.member("queryCode", queryCode)
      try text.member("receivedOn", receivedOn)
      try text.member("sheetVersion", sheetVersion)
      try text.memberIfAny("ticketEndedAt", ticketEndedAt)
      try text.memberIfAny("township", township)
    }
  }
}

extension Intake: PlainlyWritten {
  func write(into text: inout PlainWriting) throws(PlainJSON.NotPlain) {
    try text.object { text throws(PlainJSON.NotPlain) in
      try text.memberIfAny("agent", agent)
      try text.member("applicant", applicant)
      try text.member("channel", channel)
      try text.member("delivery", delivery)
      try text.member("fields", fields)
      try text.member("materials", materials)
      try text.memberIfAny("ticket", ticket)
    }
  }
}

extension Agent: PlainlyWritten {
  func write(into text: inout PlainWriting) throws(PlainJSON.NotPlain) {
    try text.object { text throws(PlainJSON.NotPlain) in
      try text.member("identity", identity)
      try text.member("name", name)
      try text.member("phone", phone)
    }
  }
}

extension DeliveryPreference: PlainlyWritten {
  func write(into text: inout PlainWriting) throws(PlainJSON.NotPlain) {
    try text.object { text throws(PlainJSON.NotPlain) in
      try text.member("address", address)
      try text.member("method", method)
    }
  }
}

extension FieldValue: PlainlyWritten {
  func write(into text: inout PlainWriting) throws(PlainJSON.NotPlain) {
    try text.object { text throws(PlainJSON.NotPlain) in
      try text.member("key", key)
      try text.member("value", value)
    }
  }
}

extension MaterialReceived: PlainlyWritten {
  func write(into text: inout PlainWriting) throws(PlainJSON.NotPlain) {
    try text.object { text throws(PlainJSON.NotPlain) in
      try text.member("copies", copies)
      try text.member("isCheckedAgainstOriginal", isCheckedAgainstOriginal)
      try text.member("number", number)
      try text.member("originals", originals)
      try text.member("remark", remark)
      try text.member("status", status)
    }
  }
}

extension Moment: PlainlyWritten {
  func write(into text: inout PlainWriting) throws(PlainJSON.NotPlain) {
    try text.text(description)
  }
}

extension Channel: PlainlyWritten {}
extension DeliveryMethod: PlainlyWritten {}
extension MaterialReceived.Status: PlainlyWritten {}
extension TicketID: PlainlyWritten {}
