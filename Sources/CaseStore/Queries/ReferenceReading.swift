import Casework
import WorkCalendar

// What every console reads when it opens, some eight hundred days and people of it.

extension CalendarYear: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let makeUp: [MakeUpDay] = try text.member("makeUp")
    let notice: String = try text.member("notice")
    let off: [OffDay] = try text.member("off")
    let year: Int = try text.member("year")
    try text.endObject()
    self.init(year: year, notice: notice, off: off, makeUp: makeUp)
  }
}

extension OffDay: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let date: LocalDate = try text.member("date")
    let name: String = try text.member("name")
    try text.endObject()
    self.init(date: date, name: name)
  }
}

extension MakeUpDay: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let date: LocalDate = try text.member("date")
    let holiday: String = try text.member("for")
    try text.endObject()
    self.init(date: date, for: holiday)
  }
}

extension CounterID: PlainlyRead {}

extension Clerk: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let counter: CounterID? = try text.memberIfAny("counter")
    let department: DepartmentID? = try text.memberIfAny("department")
    let id: ClerkID = try text.member("id")
    let isDisabled: Bool = try text.member("isDisabled")
    let name: Words = try text.member("name")
    let role: ClerkRole = try text.member("role")
    let township: Words? = try text.memberIfAny("township")
    try text.endObject()
    self.init(
      id: id, name: name, role: role, department: department, township: township,
      counter: counter, isDisabled: isDisabled)
  }
}

extension Department: PlainlyRead {
  init(reading text: inout PlainReading) throws(PlainJSON.NotPlain) {
    try text.beginObject()
    let court: Words = try text.member("court")
    let creditCode: String = try text.member("creditCode")
    let documentWord: String = try text.member("documentWord")
    let id: DepartmentID = try text.member("id")
    let name: Words = try text.member("name")
    let organCode: String = try text.member("organCode")
    let phone: String = try text.member("phone")
    let reviewOrgan: Words = try text.member("reviewOrgan")
    let shortName: Words = try text.member("shortName")
    try text.endObject()
    self.init(
      id: id, name: name, shortName: shortName, documentWord: documentWord, organCode: organCode,
      creditCode: creditCode, phone: phone, reviewOrgan: reviewOrgan, court: court)
  }
}
