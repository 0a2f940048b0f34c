import Casework
import FoundationEssentials
import HallFiles
import TestSupport
import Testing
import WorkCalendar

/// One thing wrong in the fixture hall.
struct Damage: Sendable, CustomTestStringConvertible {
  var file: String
  var old: String
  var new: String

  init(_ file: String, _ old: String, _ new: String) {
    (self.file, self.old, self.new) = (file, old, new)
  }

  var testDescription: String { "\(file): \(old) → \(new)" }

  static let sheet = "catalogue/SJ05.json"
  static let clerks = "hall/clerks.json"

  static let ofReading: [Damage] = [
    Damage("hall/hall.json", "{", "{,"), Damage("hall/hall.json", "\"YC\",", "\"YC\""),
    Damage(sheet, "\"amount\": 10", "\"amount\": 010"), Damage(sheet, "\"version\": 1\n}", ""),
    Damage(sheet, "\"initials\"", "\"initial\""),
    Damage(sheet, "\"department\": \"SJ\"", "\"department\": 7"),
    Damage(sheet, "\"amount\": 10", "\"amount\": \"10\""),
    Damage(sheet, "\"amount\": 10", "\"amount\": 1.5"),
    Damage(sheet, "\"hasQuota\": false", "\"hasQuota\": 0"),
    Damage(sheet, "\"fields\": [", "\"fields\": 1, \"x\": ["),
    Damage(sheet, "\"fee\": {", "\"fee\": null, \"x\": {"),
    Damage(sheet, "\"kind\": \"text\"", "\"kind\": \"txt\""),
    Damage(sheet, "\"kind\": \"decision\"", "\"kind\": \"decide\""),
    Damage(sheet, "\"unit\": \"workingDays\"", "\"unit\": \"days\""),
    Damage(sheet, "\"counter\",", "\"window\","), Damage(clerks, "\"examiner\"", "\"boss\""),
    Damage("hall/counters.json", "\"general\"", "\"big\""),
    Damage("calendars/2026.json", "2026-01-01", "2026-02-30"),
    Damage("hall/hall.json", "09:00-12:00", "9-12"), Damage("hall/hall.json", "12-31", "13-31"),
    Damage("hall/hall.json", "\"monday\"", "\"mon\""),
    Damage(sheet, "\"hasQuota\": false", "\"hasQuota\": false, \"hasQouta\": true"),
    Damage(sheet, "\"amount\": 10", "\"amount\": 10, \"amuont\": 9"),
    Damage(sheet, "\"hasQuota\": false", "\"hasQuota\": false, \"hasQuota\": false"),
    Damage(clerks, "\"role\"", "\"rank\": 1, \"role\""),
  ]

  static let ofHall: [Damage] = [
    Damage("hall/hall.json", "\"YC\"", "\"yichuang\""), Damage("hall/hall.json", "539901", "5399"),
    Damage("hall/hall.json", "\"Yanshi County Government Service Centre\"", "\"\""),
    Damage("hall/hall.json", "\"letter\": \"B\"", "\"letter\": \"A\""),
    Damage("hall/departments.json", "\"XF\"", "\"SJ\""),
    Damage("hall/departments.json", "0599-7600102", "76"),
    Damage("hall/departments.json", "\"市监\"", "\"\""),
    Damage("hall/counters.json", "\"queue\": \"B\"", "\"queue\": \"Z\""),
    Damage("hall/counters.json", "\"queue\": \"B\"", "\"queue\": \"B\", \"paperColumns\": 8"),
    Damage("hall/counters.json", "\"B01\"", "\"A01\""), Damage(clerks, "\"hewei\"", "\"xujing\""),
    Damage(clerks, "\"department\": \"SJ\",", ""),
    Damage(clerks, "\"generalCounter\"", "\"townshipOperator\""),
    Damage(clerks, "\"department\": \"SJ\"", "\"department\": \"QQ\""),
    Damage(clerks, "\"T01\"", "\"T09\""), Damage("calendars/2026.json", "2026-01-01", "2025-01-01"),
    Damage("calendars/2026.json", "2026-01-04", "2026-01-05"),
    Damage("calendars/2026.json", "2026-01-04", "2026-01-01"),
    Damage("hall/hall.json", "\"address\": {", lapsing(claim: 0) + "\"address\": {"),
    Damage("hall/hall.json", "\"address\": {", lapsing(call: -1) + "\"address\": {"),
    Damage("hall/hall.json", "\"address\": {", lapsing(service: 600_000) + "\"address\": {"),
  ]

  private static func lapsing(claim: Int = 480, call: Int = 15, service: Int = 120) -> String {
    "\"lapses\": {\"claim\": \(claim), \"call\": \(call), \"service\": \(service)}, "
  }

  static let ofSheets: [Damage] = [
    Damage(sheet, "\"id\": \"SJ05\"", "\"id\": \"SJ06\""),
    Damage(sheet, "\"version\": 1", "\"version\": 0"),
    Damage(sheet, "\"department\": \"SJ\"", "\"department\": \"QQ\""),
    Damage(sheet, "\"spjyxkxb\"", "\"\""),
    Damage(sheet, "530131905000", "5301"), Damage(sheet, "\"amount\": 10", "\"amount\": 16"),
    Damage(sheet, "\"amount\": 10", "\"amount\": -1"),
    Damage(sheet, "\"number\": 2", "\"number\": 1"),
    Damage(sheet, "\"Free of charge\"", "\"\""), Damage(sheet, "\"choices\"", "\"chioces\""),
    Damage(sheet, "\"businessKind\"", "\"premisesAddress\""),
    Damage(sheet, "\"maximumLength\": 60", "\"maximumLength\": 0"),
    Damage(sheet, "\"kind\": \"decision\"", "\"kind\": \"examination\""),
    Damage(sheet, "\"kind\": \"certificate\"", "\"kind\": \"decision\""),
    Damage(sheet, "\"kind\": \"certificate\"", "\"kind\": \"examination\""),
    Damage(sheet, "\"kind\": \"examination\"", "\"kind\": \"certificate\""),
    Damage(sheet, "\"part\": \"lead\"", "\"part\": \"consulted\""),
    Damage(sheet, "\"amount\": 3", "\"amount\": 6"),
    Damage(sheet, "\"amount\": 3", "\"amount\": -3"),
    Damage(sheet, "\"department\": \"XF\"", "\"department\": \"SJ\""),
    Damage(
      sheet,
      "\"Supervision section\",\n            \"zh\": \"监督科\"\n          },\n          \"part\": \"consulted\",\n          \"role\": \"examiner\"",
      "\"\", \"zh\": \"\"}, \"part\": \"consulted\", \"role\": \"approver\""),
  ]
}

@Suite struct HallFileErrorTests {
  /// What the loader says of a hall with one thing wrong, without the folder's own name.
  private func sentences(of damage: Damage) throws -> [String] {
    let hall = try SmallHall()
    try hall.replace(damage.old, by: damage.new, in: damage.file)
    return sentences(of: hall)
  }

  private func sentences(of hall: borrowing SmallHall) -> [String] {
    do throws(HallFileError) {
      _ = try HallFolder(path: hall.path).load()
      return ["(loads)"]
    } catch {
      return Language.allCases.map { language in
        error.sentence(in: language).replacing("\(hall.path)/", with: "")
      }
    }
  }

  @Test(arguments: [
    ("reading", Damage.ofReading), ("hall", Damage.ofHall), ("sheets", Damage.ofSheets),
  ])
  func `each mistake has a sentence with file, place and what was expected`(
    name: String, damages: [Damage]
  ) throws {
    let blocks = try damages.map { damage in
      try sentences(of: damage).joined(separator: "\n")
    }
    #expect(!blocks.contains("(loads)"))
    expectGolden(blocks.joined(separator: "\n\n"), named: "mistakes-\(name)")
  }

  @Test func `the undamaged hall loads`() throws {
    let hall = try SmallHall()
    let reference = try HallFolder(path: hall.path).load()
    #expect(reference.sheets.map(\.id) == ["SJ05"])
    #expect(reference.sheet("SJ05")?.route.first?.parties.count == 2)
    #expect(reference.department("XF")?.documentWord == "消")
    #expect(reference.counter("T01")?.kind == .township)
    #expect(reference.clerk("wangfang")?.role == .generalCounter)
    #expect(reference.calendar.publishedYears == [2026])
  }

  @Test(arguments: 0..<48 as Range<UInt64>)
  func `a hall with a byte changed loads or has its sentence`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let hall = try SmallHall()
    let files = [Damage.sheet, Damage.clerks, "hall/hall.json", "calendars/2026.json"]
    let file = try #require(files.randomElement(using: &random))
    var bytes = Array(try Data(contentsOf: URL(filePath: "\(hall.path)/\(file)")))
    for _ in 0..<3 {
      bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
    }
    try Data(bytes).write(to: URL(filePath: "\(hall.path)/\(file)"))
    let said = sentences(of: hall)
    #expect(said == ["(loads)"] || said.allSatisfy { $0.contains(file.prefix(4)) })
  }

  @Test func `a byte order mark is no mistake`() throws {
    let hall = try SmallHall()
    try hall.replace("{", by: "\u{FEFF}{", in: "hall/hall.json")
    #expect(sentences(of: hall) == ["(loads)"])
    try hall.replace("\"YC\"", by: "\"\"", in: "hall/hall.json")
    #expect(sentences(of: hall)[1].hasPrefix("hall/hall.json, line 7, code"))
  }

  @Test(arguments: [
    ("hall/hall.json", "hall/hall.json：没有这个文件，请补上。"),
    ("calendars", "calendars：没有这个文件，请补上。"),
    ("catalogue/SJ05.json", "catalogue：文件夹里没有 .json 文件，至少要有一个。"),
  ])
  func `a missing file is named`(file: String, sentence: String) throws {
    let hall = try SmallHall()
    try hall.remove(file)
    #expect(sentences(of: hall).first == sentence)
  }

  @Test func `a template or a phrase table that is no text is named`() throws {
    let hall = try SmallHall()
    try Data([0xC0, 0x20]).write(to: URL(filePath: "\(hall.path)/documents/D01.txt"))
    let path = hall.path
    #expect(throws: HallFileError.self) { try HallFolder(path: path).documentTemplates() }
    #expect(throws: HallFileError.self) { try HallFolder(path: path).pinyin() }
  }

  @Test func `a limit beyond all bounds is refused and stops nothing`() throws {
    let hall = try SmallHall()
    let path = hall.path
    try hall.replace("\"amount\": 3", by: "\"amount\": \(Int.max)", in: Damage.sheet)
    let error = #expect(throws: HallFileError.self) { try HallFolder(path: path).load() }
    #expect(error?.place.hasSuffix(".limit") == true)
  }

  @Test func `templates are found by name`() throws {
    let hall = try SmallHall()
    let templates = try HallFolder(path: hall.path).documentTemplates()
    #expect(templates == ["D01": "收件凭证\n", "D02": "受理通知书\n"])
    let narrow = "\(hall.path)/documents/48"
    try FileManager.default.createDirectory(atPath: narrow, withIntermediateDirectories: false)
    try hall.write("小票\n", to: "documents/48/D01.txt")
    #expect(try HallFolder(path: hall.path).documentTemplates()["48/D01"] == "小票\n")
  }

  @Test func `a list of demo names may not be empty`() throws {
    let hall = try SmallHall()
    let path = hall.path
    #expect(try HallFolder(path: path).demoNames().fieldTexts.keys.sorted() == ["reason"])
    try hall.replace("\"人民路\"", by: "", in: "demo/names.json")
    let error = #expect(throws: HallFileError.self) { try HallFolder(path: path).demoNames() }
    #expect(error?.place == "streets")
  }
}
