import Casework
import Deskwork
import WorkCalendar

// What is known of an applicant is written anew with every intake, and once for each applicant when a
// store is checked.

extension KnownApplicant: PlainlyWritten {
  func write(into text: inout PlainWriting) throws(PlainJSON.NotPlain) {
    try text.object { text throws(PlainJSON.NotPlain) in
      try text.member("applicant", applicant)
      try text.member("lastSeenOn", lastSeenOn)
      try text.member("materials", materials)
    }
  }
}

extension KnownApplicant.MaterialOnFile: PlainlyWritten {
  func write(into text: inout PlainWriting) throws(PlainJSON.NotPlain) {
    try text.object { text throws(PlainJSON.NotPlain) in
      try text.member("id", id)
      try text.member("item", item)
      try text.member("name", name)
      try text.member("seenOn", seenOn)
    }
  }
}

extension Applicant: PlainlyWritten {
  func write(into text: inout PlainWriting) throws(PlainJSON.NotPlain) {
    try text.object { text throws(PlainJSON.NotPlain) in
      try text.member("address", address)
      try text.member("identity", identity)
      try text.member("kind", kind)
      try text.member("legalRepresentative", legalRepresentative)
      try text.member("name", name)
      try text.member("phone", phone)
    }
  }
}

extension Identity: PlainlyWritten {
  func write(into text: inout PlainWriting) throws(PlainJSON.NotPlain) {
    try text.object { text throws(PlainJSON.NotPlain) in
      try text.member("kind", kind)
      try text.member("number", number)
    }
  }
}

extension LocalDate: PlainlyWritten {
  func write(into text: inout PlainWriting) throws(PlainJSON.NotPlain) {
    try text.text(description)
  }
}

extension Applicant.Kind: PlainlyWritten {}
extension CaseID: PlainlyWritten {}
extension IdentityKind: PlainlyWritten {}
extension ItemID: PlainlyWritten {}
