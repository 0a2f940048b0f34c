import Casework
import TestSupport
import Testing
import WorkCalendar

@Suite struct IdentityTests {
  private let today = LocalDate(year: 2026, month: 11, day: 23) ?? .distantPast

  private func problem(_ kind: IdentityKind, _ number: String) -> IdentityProblem? {
    Identity(kind: kind, number: number).problem(on: today)
  }

  @Test(
    arguments: [
      ("11010519491231002X", nil), ("11010519491231002x", nil),
      ("１１０１０５１９４９１２３１００２ｘ", nil), (" 110105 19491231 002X ", nil),
      ("532301199003070127", nil), ("53230119851120027X", nil), ("532301200002290318", nil),
      ("810000199001010019", nil),
      // The example of the standard: the check digit fits, the year is before 1900.
      ("440524188001010014", .date),
      ("532301199002300123", .date), ("532301202611240019", .date),
      ("110105194912310021", .checkDigit), ("11010519491231002", .length),
      ("1101051949123100200", .length), ("", .length),
      ("101105194912310020", .region), ("11O10519491231002X", .characters),
      ("1101051949123100X2", .characters), ("张10105194912310020", .length),
    ] as [(String, IdentityProblem?)])
  func `a resident ID number holds or says what is wrong`(
    number: String, expected: IdentityProblem?
  ) {
    #expect(problem(.residentID, number) == expected)
  }

  @Test func `before the numbers began nobody had one`() {
    let early = LocalDate(year: 1899, month: 12, day: 31) ?? .distantPast
    let number = Identity(kind: .residentID, number: "11010519491231002X")
    #expect(number.problem(on: early) == .date)
  }

  @Test(
    arguments: [
      ("91350100M000100Y43", nil), ("91440300708461136T", nil), ("9144030071526726XG", nil),
      ("91110000802100433B", nil), ("11622101013921538K", nil), ("91532301MA6K00014Y", nil),
      ("92532301MA6K00022N", nil), ("93532301MA6N00033F", nil), ("11539901099900016B", nil),
      ("91350100m000100y43", nil),
      ("91350100M000100Y44", .checkDigit), ("91350100M000101Y43", .checkDigit),
      ("1151130000877869M", .length), ("91I50100M000100Y43", .characters),
      ("91ABCDEFM000100Y43", .characters), ("", .length),
    ] as [(String, IdentityProblem?)])
  func `a credit code holds or says what is wrong`(number: String, expected: IdentityProblem?) {
    #expect(problem(.creditCode, number) == expected)
  }

  @Test(
    arguments: [
      (.hongKongMacauPermit, "H12345678", nil), (.hongKongMacauPermit, "M1234567801", nil),
      (.hongKongMacauPermit, "T12345678", .characters), (.hongKongMacauPermit, "H1234567", .length),
      (.taiwanPermit, "12345678", nil), (.taiwanPermit, "1234567890A", nil),
      (.taiwanPermit, "1234567A", .characters),
      (.hkmtResidence, "810000199001010019", nil),
      (.hkmtResidence, "532301199003070127", .region), (.hkmtResidence, "81000019900101", .length),
      (.passport, "E12345678", nil), (.passport, "EA1234567", nil), (.passport, "G12345678", nil),
      (.passport, "EI1234567", .characters), (.passport, "E1234567", .length),
      (.foreignPassport, "X1234", nil), (.foreignPassport, "AB/123", .characters),
      (.foreignPassport, "1234", .length),
      (.foreignPermanentResidence, "USA110090010112", nil),
      (.foreignPermanentResidence, "USA11009001011", .length),
      (.foreignPermanentResidence, "911124198108030024", nil),
      (.foreignPermanentResidence, "911124198108030025", .checkDigit),
      (.hongKongMacauTravelPermit, "C12345678", nil),
      (.hongKongMacauTravelPermit, "CA1234567", nil),
      (.taiwanTravelPermit, "L12345678", nil), (.taiwanTravelPermit, "C12345678", .characters),
      (.militaryID, "南字第1234567号", nil), (.militaryID, "军", .length),
      (.birthCertificate, "T123456789", nil), (.birthCertificate, "1234567890", .characters),
      (.other, "证 7", nil), (.other, "", .length), (.other, "a\u{7}b", .characters),
    ] as [(IdentityKind, String, IdentityProblem?)])
  func `papers without a check digit are held to their characters and length only`(
    kind: IdentityKind, number: String, expected: IdentityProblem?
  ) {
    #expect(problem(kind, number) == expected)
  }

  @Test(
    arguments: [
      ("", .unfinished), ("5", .unfinished), ("10", .wrong(.region)), ("53230118", .unfinished),
      ("5323011899", .wrong(.date)), ("5323012027", .wrong(.date)), ("532301199013", .wrong(.date)),
      ("53230119900231", .wrong(.date)), ("53230119900307012", .unfinished),
      ("532301199003070127", .complete), ("532301199003070128", .wrong(.checkDigit)),
      ("5323011990030701270", .wrong(.length)), ("5323x", .wrong(.characters)),
    ] as [(String, IdentityExpectation)])
  func `a number is judged while it is typed`(text: String, expected: IdentityExpectation) {
    #expect(Identity(kind: .residentID, number: text).expectation(on: today) == expected)
  }

  @Test(
    arguments: [
      (.creditCode, "91350100M000100", .unfinished),
      (.creditCode, "91350100M000100Z", .wrong(.characters)),
      (.creditCode, "91350100M000100Z9", .wrong(.characters)),
      (.creditCode, "91350100M000100Y5", .wrong(.checkDigit)),
      (.passport, "E1", .unfinished), (.passport, "1", .wrong(.characters)),
      (.taiwanPermit, "123456789", .unfinished), (.foreignPassport, "AB1", .unfinished),
      (.militaryID, "南字", .unfinished),
    ] as [(IdentityKind, String, IdentityExpectation)])
  func `other numbers are judged while they are typed`(
    kind: IdentityKind, text: String, expected: IdentityExpectation
  ) {
    #expect(Identity(kind: kind, number: text).expectation(on: today) == expected)
  }

  @Test(arguments: 0..<64 as Range<UInt64>)
  func `a number that was plausible at its end was plausible at every key before`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let valid = ["11010519491231002X", "532301200002290318", "53230119851120027X"]
    let number = valid.randomElement(using: &random) ?? ""
    let typed = Identity(
      kind: .residentID, number: String(number.prefix(Int.random(in: 0..<18, using: &random))))
    #expect(typed.expectation(on: today) == .unfinished)
  }

  @Test func `the date of birth and the sex are read from the number`() throws {
    let id = try #require(ResidentID("532301200002290318", on: today))
    #expect(id.birthDate == LocalDate("2000-02-29"))
    #expect(id.sex == .male)
    #expect(ResidentID("532301199003070127", on: today)?.sex == .female)
    #expect(ResidentID("532301199003070128", on: today) == nil)
  }

  @Test func `an old number of fifteen digits leads to the one on the new card`() {
    #expect(ResidentID.lookUpNumber(forOld: "110105491231002") == "11010519491231002X")
    #expect(ResidentID.lookUpNumber(forOld: "110105491331002") == nil)
    #expect(ResidentID.lookUpNumber(forOld: "11010549123100") == nil)
  }

  @Test func `a bare number is recognised by its check digit`() {
    #expect(Identity.guess("11010519491231002x", on: today)?.kind == .residentID)
    #expect(Identity.guess("91350100M000100Y43", on: today)?.kind == .creditCode)
    #expect(Identity.guess("12345", on: today) == nil)
  }

  @Test func `the organisation code stands inside the credit code`() {
    #expect(CreditCode("91440300708461136T")?.organisationCode == "708461136")
    #expect(CreditCode("91440300708461137T") == nil)
  }

  @Test(arguments: [
    ("13800001234", true), ("138 0000 1234", true), ("12800001234", false),
    ("1380000123", false), ("0599-7654321", true), ("010-87654321-12", true),
    ("0599-765432", false), ("059-7654321-12345", false), ("5997654321", false), ("", false),
  ])
  func `a phone number is a mobile or a landline with its area code`(text: String, holds: Bool) {
    #expect((PhoneNumber(text) != nil) == holds)
  }

  @Test(arguments: ["13800001234", "0599-7654321", "010-87654321-12"])
  func `every beginning of a phone number can still become one`(text: String) {
    #expect((0...text.count).allSatisfy { PhoneNumber.canBegin(with: String(text.prefix($0))) })
    #expect(!PhoneNumber.canBegin(with: "2"))
    #expect(!PhoneNumber.canBegin(with: "12"))
  }
}
