import Casework
import Testing
import WorkCalendar

@Suite struct CodeTests {
  private static let implementation = "12441500196720244T3442199806003"
  private let today = LocalDate(year: 2026, month: 11, day: 23) ?? .distantPast

  private static let table: [(String, String, IdentityProblem?)] = [
    ("itemCode", "000123020000", nil), ("itemCode", "000117006000", nil),
    ("itemCode", "511A07004003", nil), ("itemCode", "442199806003", nil),
    ("itemCode", "511a07004003", nil), ("itemCode", "51110700400", .length),
    ("itemCode", "51110700400X", .characters), ("itemCode", "A01107004003", .characters),
    ("itemCode", "991107004003", .region), ("itemCode", "51-107004003", .characters),
    ("implementationCode", implementation, nil),
    ("implementationCode", "11622101013921538K4000117006000", nil),
    ("implementationCode", "12441500196720244T344219980600", .length),
    ("implementationCode", "12441500196720245T3442199806003", .checkDigit),
    ("implementationCode", "12441500196720244T7442199806003", .characters),
    ("implementationCode", "12441500196720244T3992199806003", .region),
    // Both the check digit and the region are wrong: the region is looked at first.
    ("implementationCode", "12441500196720245T3992199806003", .region),
    ("handlingCode", "11622101013921538K400011700600004", nil),
    ("handlingCode", "11622101013921538K40001170060000X", .characters),
    ("handlingCode", "11622101013921538K4000117006000", .length),
    ("caseNumber", implementation + "202206230068", nil),
    ("caseNumber", implementation + "202202300068", .date),
    ("caseNumber", implementation + "189902030068", .date),
    ("caseNumber", implementation + "2022062300A8", .characters),
    ("caseNumber", implementation + "20220623006", .length),
    ("shortNumber", "YC202611230007", nil), ("shortNumber", "ZJG201405140002", nil),
    ("shortNumber", "YC202613230007", .date), ("shortNumber", "202611230007", .length),
    ("shortNumber", "YCHAL202611230007", .length), ("shortNumber", "Y1202611230007", .characters),
    ("documentNumber", "市监受〔2026〕12号", nil), ("documentNumber", "市监不受〔2026〕1号", nil),
    ("documentNumber", "市监受[2026]12号", .characters),
    ("documentNumber", "市监受（2026）12号", .characters),
    ("documentNumber", "市监受〔2026〕012号", .characters),
    ("documentNumber", "市监受〔2026〕12", .characters),
    ("documentNumber", "市监受〔26〕12号", .length), ("documentNumber", "〔2026〕12号", .length),
    ("documentNumber", "市监受〔2026〕号", .length), ("documentNumber", "市 监受〔2026〕2号", .characters),
    ("documentNumber", "市监受〔2026〕〔2〕号", .characters),
    ("documentNumber", "市监受〔1026〕2号", .date),
    ("projectCode", "2026-539901-48-01-000012", nil),
    ("projectCode", "2026-539901-48-01-00012", .length),
    ("projectCode", "2026-539901-4801--000012", .characters),
    ("mobile", "13800001234", nil), ("mobile", "12800001234", .characters),
    ("mobile", "1380000123", .length), ("mobile", "0599-7654321", .length),
    ("landline", "0599-7654321", nil), ("landline", "010-12345678-1234", nil),
    ("landline", "599-7654321", .characters), ("landline", "0599-765432", .length),
    ("landline", "13800001234", .length), ("phone", "0599-7654321", nil),
    ("phone", "13800001234", nil), ("phone", "0599 7654321", .characters),
    ("postcode", "654321", nil), ("postcode", "65432", .length),
    ("postcode", "65432A", .characters),
    ("oldResidentID", "110105491231002", nil), ("oldResidentID", "11010549123100", .length),
    ("oldResidentID", "110105491331002", .date), ("oldResidentID", "100105491231002", .region),
    ("oldResidentID", "11010549123100X", .characters), ("residentID", "110105491231002", .length),
    ("organisationCode", "M000100Y4", nil), ("organisationCode", "71526726X", nil),
    ("organisationCode", "M000100Y5", .checkDigit), ("organisationCode", "M000100Y", .length),
    ("registrationNumber", "110108000000016", nil),
    ("registrationNumber", "110108000000017", .checkDigit),
    ("hkmtResidence", "A10000199001010019", .characters),
    ("hkmtResidence", "810001199001010017", .region),
    ("hongKongMacauPermit", "H1234567801", nil),
    ("hongKongMacauPermit", "H12345678AB", .characters),
    ("passport", "GA1234567", .characters), ("hongKongMacauTravelPermit", "CO1234567", nil),
    ("111", "532301199003070127", nil), ("001", "91350100M000100Y43", nil),
    ("003", "110108000000016", nil), ("516", "M12345678", nil), ("420", "K12345678", nil),
    ("335", "532301199003070127", nil), ("113", "12", .length), ("115", "警", .length),
    // Taken as they are spelt: only small letters and blanks at the ends are forgiven.
    ("residentID", " 11010519491231002x\n", nil),
    ("residentID", "1101051949123100 X", .characters),
    ("residentID", "110105-9491231002X", .characters),
    ("residentID", "１10105194912310021", .characters),
    ("residentID", "٣10105194912310021", .characters),
    ("residentID", "张10105194912310021", .characters),
    ("creditCode", "91350100M000100Ｙ43", .characters),
  ]

  @Test(arguments: table)
  func `a code holds or says what is wrong`(name: String, code: String, expected: IdentityProblem?)
    throws
  {
    let kind = try #require(NumberKind(name))
    #expect(kind.problem(with: code, on: today)?.reason == expected)
  }

  @Test func `the parts of a case number can be read`() throws {
    let number = try CaseNumber(Self.implementation + "202206230068")
    let implementation = try ImplementationCode(number.implementation)
    let item = try ItemCode(implementation.itemCode)
    #expect(number.receivedOn?.description == "2022-06-23" && number.serial == "0068")
    #expect(implementation.authority == "12441500196720244T" && implementation.level == .city)
    #expect(
      [item.province, item.type, item.organ, item.mainItem, item.subItem]
        == ["44", "21", "99", "806", "003"])
    let short = try ShortNumber("yc202611230007")
    #expect(short.hall == "YC" && short.receivedOn?.description == "2026-11-23")
  }

  @Test func `a document number is written as it was read`() throws {
    let number = try DocumentNumber(" 市监受〔2026〕12号 ")
    #expect(number.word == "市监受" && number.year == 2026 && number.serial == 12)
    #expect(number.text == "市监受〔2026〕12号")
  }

  @Test func `what is wrong names its part`() {
    #expect(throws: CodeProblem(.checkDigit, in: IdentityKind.creditCode.label)) {
      try ImplementationCode("12441500196720245T3442199806003")
    }
    #expect(CodeProblem(.date, in: Words("日期", "day")).sentence.en == "day: There is no such day")
  }

  @Test func `every kind is found by its name and has a label`() {
    for kind in NumberKind.all {
      #expect(NumberKind(kind.name) == kind && !kind.label.zh.isEmpty && !kind.label.en.isEmpty)
    }
    #expect(NumberKind("residentId") == nil && NumberKind("999") == nil)
  }
}
