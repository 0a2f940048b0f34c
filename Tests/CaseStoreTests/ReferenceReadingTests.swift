import Casework
import SQLite
import TestSupport
import Testing
import WorkCalendar

@testable import CaseStore

/// What a console reads of the hall when it opens is read straight out of what is stored, and never
/// otherwise than at large.
struct ReferenceReadingTests {
  private func expectSame<Value: Codable & Equatable & PlainlyRead>(_ value: Value) throws {
    let text = try StoredJSON.text(value)
    #expect(try StoredJSON.value(Value.self, from: text, by: .straight) == value)
    #expect(try StoredJSON.value(Value.self, from: text, by: .general) == value)
    let more =
      Array(String(decoding: text, as: UTF8.self).dropLast().utf8) + Array(",\"zz\":1}".utf8)
    #expect(throws: SQLiteError.self) {
      try StoredJSON.value(Value.self, from: more, by: .straight)
    }
    #expect(try StoredJSON.value(Value.self, from: more) == value)
  }

  @Test func `a published year is read straight`() throws {
    let day = on(2026, 2, 17)
    try expectSame(CalendarYear(year: 2026, notice: "", off: [], makeUp: []))
    try expectSame(
      CalendarYear(
        year: 2026, notice: "国办发明电〔2025〕\"7\"号",
        off: [OffDay(date: day, name: "春节"), OffDay(date: day.advanced(by: 1), name: "")],
        makeUp: [MakeUpDay(date: day.advanced(by: -3), for: "春节")]))
  }

  @Test func `people are read straight, whatever is said of them`() throws {
    let name = Words("孙\\丽", "Sun Li")
    try expectSame(Clerk(id: "sunli", name: name, role: .release))
    try expectSame(
      Clerk(
        id: "lvyan", name: name, role: .examiner, department: "YB",
        township: Words("云岭镇", "Yunling"),
        counter: "D01", isDisabled: true))
  }

  @Test func `a department is read straight`() throws {
    let words = Words("演示县市监局", "Market Supervision")
    try expectSame(
      Department(
        id: "SJ", name: words, shortName: words, documentWord: "市监", organCode: "17",
        creditCode: "", phone: "0599-7600107", reviewOrgan: words, court: words))
  }
}
