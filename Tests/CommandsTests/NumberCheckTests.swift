import TestSupport
import Testing

struct NumberCheckTests {
  private let yichuang: Yichuang
  init() throws { yichuang = try Yichuang() }

  private static let numbers: [[String]] = [
    ["11010519491231002X"], ["５３２３０１１９９００３０７０１２７"], ["5323 0119 9003 0701 27"],
    ["532301199003070128"], ["440524188001010014"], ["110105491231002"], ["91350100M000100Y43"],
    ["91350100m000100y44"], ["1151130000877869M"], ["810000199001010019"], ["911124198108030024"],
    ["000123020000"], ["511A07004003"], ["12441500196720244T3442199806003"],
    ["11622101013921538K400011700600004"], ["12441500196720244T3442199806003202206230068"],
    ["12441500196720244T3442199806003202202300068"], ["YC202611230007"], ["市监受〔2026〕12号"],
    ["市监受〔2026〕012号"], ["2026-539901-48-01-000012"], ["13800001234"], ["0599-7654321"],
    ["E12345678"], ["H12345678"], ["12345678"], ["C12345678"], ["T123456789"], ["南字第1234567号"],
    ["654321"], ["hello"], ["532301199003070127", "--kind", "passport"],
    ["E12345678", "--kind", "414"], ["E12345678", "--json"], ["E1234567I", "--json"],
  ]

  @Test(arguments: ["zh", "en"])
  func `a number is told what it is, and whose it is stays masked`(language: String) throws {
    let texts = try Self.numbers.map { words in
      let run = try yichuang.run(["check", "--language", language] + words)
      #expect([0, 1].contains(run.status) && run.remarks.isEmpty)
      return "check \(words.joined(separator: " "))\n\(run.status) \(run.output)"
    }
    expectGolden(texts.joined(), named: "check-\(language)")
  }

  @Test func `one question a line, one answer a line`() throws {
    let pairs = [
      (#"{"kind":"residentID","number":"11010519491231002X"}"#, #"{"valid":true}"#),
      (#"{"kind":"residentID","number":"11010519491231002x"}"#, #"{"valid":true}"#),
      (#"{"kind":"creditCode","number":"91350100M000100Y43"}"#, #"{"valid":true}"#),
      (
        #"{"kind":"residentID","number":"110105194912310021"}"#,
        #"{"valid":false,"reason":"checkDigit"}"#
      ),
      (
        #"{"kind":"residentID","number":"440524188001010014"}"#, #"{"valid":false,"reason":"date"}"#
      ),
      (#"{"kind":"residentID","number":""}"#, #"{"valid":false,"reason":"length"}"#),
      (
        #"{"kind":"creditCode","number":"1151130000877869M"}"#,
        #"{"valid":false,"reason":"length"}"#
      ),
    ]
    let input = pairs.map(\.0).joined(separator: "\n")
    let run = try yichuang.run("check", "--json", input: input)
    #expect(run.status == 0 && run.lines == pairs.map(\.1))
  }

  @Test(arguments: [
    "x", "{}", #"{"kind":"residentID"}"#, #"{"kind":"residentID","number":7}"#,
    #"{"kind":"shoeSize","number":"42"}"#, #"{"kind":"residentID","number":"1","as":"x"}"#,
  ])
  func `nonsense is answered with a sentence, and the next line is read`(line: String) throws {
    let good = #"{"kind":"postcode","number":"654321"}"#
    let run = try yichuang.run("check", "--json", input: "\(line)\n\(good)")
    #expect(run.status == 1 && run.lines.count == 2 && run.remarks.isEmpty)
    #expect(run.lines.first?.hasPrefix(#"{"error":""#) == true)
    #expect(run.lines.last == #"{"valid":true}"#)
  }

  @Test(arguments: [
    ["532301199003070127"], ["check", "7", "532301199003070127"], ["--532301199003070127"],
    ["screen", "532301199003070127"],
  ])
  func `a number in the wrong place is not said again whole`(words: [String]) throws {
    let run = try yichuang.run(words)
    #expect(run.status == 2 && run.remarks.contains("532301********0127"))
  }

  @Test func `no number at all, or a kind nobody knows, is wrong usage`() throws {
    #expect(try yichuang.run("check").status == 2)
    #expect(try yichuang.run("check", "7", "--kind", "shoeSize").status == 2)
  }
}
