import CaseStore
import Casework
import Deskwork
import SQLite
import TestSupport
import Testing

struct SearchTests {
  private static let people = [
    ("YC202603020001", "王秀英", "532301199003070127", ["wang xiu ying"]),
    ("YC202603020002", "曾明", "532301198511200270", ["zeng ming", "ceng ming"]),
    ("YC202603020003", "欧阳秀", "H12345678", ["ou yang xiu"]),
    (
      "YC202603020004", "示范县秀英餐饮（ＫＴＶ）有限公司", "91532301MA6K00014Y",
      ["shi fan xian xiu ying can yin k t v you xian gong si"]
    ),
    ("YC202603020005", "买买提·艾力𰻞é𠮷", "军字第E12345678号", []),
  ]

  private func texts(_ index: Int, copy: Int = 0) -> SearchTexts {
    let (_, name, identity, readings) = Self.people[index]
    let short = Self.id(index, copy: copy).rawValue
    let isFood = index % 2 == 0
    return SearchTexts(
      caseNumber: "1153990109990002464530131905000" + short.dropFirst(2), shortNumber: short,
      applicantName: name, identityNumber: identity, nameReadings: readings.map { Spelling($0) },
      itemName: isFood ? "食品经营许可新办" : "户口迁移",
      itemInitials: isFood ? "spjyxkxb" : "hkqy",
      itemReadings: [
        Spelling(isFood ? "shi pin jing ying xu ke xin ban" : "hu kou qian yi")
      ])
  }

  /// Numbers taken on one day.
  private static func id(_ index: Int, copy: Int) -> CaseID {
    let number = people[index].0
    return CaseID(number.prefix(10) + (copy == 0 ? "" : "\(copy)") + number.suffix(4))
  }

  /// Rows of any kind; a search only needs them to exist.
  private func fill(_ store: any HallStore, copies: Int = 1) throws {
    let stamp = Stamp(clerk: "C01", at: TestClock.start)
    for copy in 0..<copies {
      for index in Self.people.indices {
        var row = try #require(Self.row)
        row.id = Self.id(index, copy: copy)
        let texts = texts(index, copy: copy)
        _ = try store.append(
          Batch(stamp: stamp, changes: [.putCase(row), .index(row.id, texts)]))
      }
    }
  }

  private static let row: CaseRow? = {
    var scenario = Scenario()
    try? scenario.receive()
    return CaseProjection(scenario.file, sheet: .foodLicence)?.row
  }()

  private static let examples: [(String, [Int])] = [
    ("王秀英", [1]), ("秀英", [4, 1]), ("秀", [4, 3, 1]), ("英", [4, 1]), ("王", [1]),
    ("食品经营许可", [5, 3, 1]), ("户口迁移", [4, 2]), ("移", [4, 2]), ("口移", []),
    ("户口 秀英", [4]), ("王 食品", [1]), ("王 户口", []), ("YC202603020002", [2]),
    ("yc2026", [5, 4, 3, 2, 1]), ("0003", [3]), ("20004", [4]), ("0302-0005", [5]),
    ("1153990109990002464530131905000202603020001", [1]), ("202603020004", [4]),
    ("5", [2, 1]),
    ("532301", [2, 1]), ("5323011990", [1]), ("91532301ma6k", [4]), ("H123", [3]), ("2301199", []),
    ("wxy", [1]), ("wx", [1]), ("xy", []), ("zm", [2]), ("cm", [2]), ("spjy", [5, 3, 1]),
    ("hkqy zm", [2]), ("ktv", [4]), ("ＫＴＶ", [4]), ("买买提艾力", [5]), ("提·艾", [5]),
    ("wang", [1]), ("wan", [1]), ("wangxiuying", [1]), ("wangx", [1]), ("xiuying", [4, 1]),
    ("xiuy", [4, 1]), ("xiu", [4, 3, 1]), ("xi", []), ("an", []), ("zengming", [2]), ("ceng", [2]),
    ("ouyang", [3]), ("jingying", [5, 3, 1]), ("hukouqianyi", [4, 2]), ("kouq", [4, 2]),
    ("shi", [5, 4, 3, 1]), ("fanxian", [4]), ("ying", [5, 4, 3, 1]), ("yingcanyin", [4]),
    ("wangx 食品", [1]), ("02", [5, 4, 3, 2, 1]), ("07", []), ("yc", []),
    ("\"秀英\" OR *", []), ("*", []), ("", []), ("  ", []), ("没有", []),
  ]

  @Test(arguments: StoreKind.allCases)
  func `a case is found by numbers, names, papers and initials, the newest first`(
    _ kind: StoreKind
  ) throws {
    let store = try TestHall(kind).store
    try fill(store)
    for (text, expected) in Self.examples {
      let found = try store.search(text, limit: 10).map { Int(String($0.id.rawValue.suffix(1))) }
      if found != expected { Issue.record("\(text): \(found)") }
    }
    #expect(try store.search("秀", limit: 2).map(\.id) == ["YC202603020004", "YC202603020003"])
  }

  /// A child's paper bears the code of its county and the day it was born, as a number does.
  @Test(arguments: StoreKind.allCases)
  func `a paper with the digits of a case's number is found beside that case`(
    _ kind: StoreKind
  ) throws {
    let store = try TestHall(kind).store
    try fill(store, copies: 14)
    var changed = texts(1)
    changed.identityNumber = "YC202603020001"
    let stamp = Stamp(clerk: "C01", at: TestClock.start)
    _ = try store.append(Batch(stamp: stamp, changes: [.index("YC202603020002", changed)]))
    #expect(
      try store.search("YC202603020001", limit: 9).map(\.id)
        == ["YC202603020002", "YC202603020001"])
    #expect(try store.search("yc202603020001", within: .department("XF"), limit: 9).isEmpty)
  }

  @Test func `what is indexed is found as what still waits`() throws {
    let (file, memory) = (try TestHall(.file).store, try TestHall(.memory).store)
    for store in [file, memory] { try fill(store, copies: 30) }
    for (text, _) in Self.examples {
      let (found, expected) = (
        try file.search(text, limit: 50).map(\.id), try memory.search(text, limit: 50).map(\.id)
      )
      if found != expected { Issue.record("\(text): \(found.count), \(expected.count)") }
    }
  }

  @Test func `a store that was made has its index in one piece, which finds the same`() throws {
    let hall = try TestHall(.file)
    let store = try #require(hall.store as? SQLiteStore)
    func pieces() throws -> Int64? {
      let connection = try Connection(
        path: hall.path, mode: .readOnly, applicationID: 0x7963_6831)
      return try connection.integer("SELECT count(DISTINCT segid) FROM search_idx")
    }
    func found() throws -> [[CaseID]] {
      try Self.examples.map { try store.search($0.0, limit: 50).map(\.id) }
    }
    try fill(store, copies: 30)
    let before = try found()
    #expect(try pieces() == 2)
    try store.beginSeeding()
    try store.finishSeeding()
    #expect(try pieces() == 1 && found() == before)
  }

  @Test(arguments: StoreKind.allCases, [1, 30])
  func `a case is found by its new texts only`(_ kind: StoreKind, copies: Int) throws {
    let store = try TestHall(kind).store
    try fill(store, copies: copies)
    var changed = texts(0)
    changed.applicantName = "李新名"
    let stamp = Stamp(clerk: "C01", at: TestClock.start)
    _ = try store.append(Batch(stamp: stamp, changes: [.index("YC202603020001", changed)]))
    #expect(try store.search("新名", limit: 5).map(\.id) == ["YC202603020001"])
    #expect(try store.search("王秀英", limit: 500).count == copies - 1)
  }

  /// Pieces of what is there, and of what nobody would type.
  private func texts(seed: UInt64) -> [String] {
    var random = SplitMix(seed: seed)
    let strange = ["\"", "*", "NEAR(", "AND", "𠮷", "𰻞", "é", "ß", "\u{0}", "👨‍👩‍👧", "٣", "：", "'", "-"]
    return (0..<60).map { _ in
      (0..<Int.random(in: 1...3, using: &random)).map { _ -> String in
        let known = texts(Int.random(in: Self.people.indices, using: &random))
        let all = [
          known.caseNumber, known.shortNumber, known.applicantName, known.identityNumber,
          known.itemName, known.itemInitials, strange.randomElement(using: &random) ?? "",
          known.readings.randomElement(using: &random)?.syllables.joined() ?? "",
        ]
        let text = Array(all.randomElement(using: &random) ?? "")
        let start = Int.random(in: 0..<max(1, text.count), using: &random)
        let most = Bool.random(using: &random) ? 6 : 40
        return String(text.dropFirst(start).prefix(Int.random(in: 1...most, using: &random)))
      }.joined(separator: Bool.random(using: &random) ? " " : "")
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `whatever is typed finds the same in the index as word by word`(seed: UInt64) throws {
    let (file, memory) = (try TestHall(.file).store, try TestHall(.memory).store)
    for store in [file, memory] { try fill(store, copies: 14) }
    for text in texts(seed: seed) {
      let (found, expected) = (
        try file.search(text, limit: 100).map(\.id), try memory.search(text, limit: 100).map(\.id)
      )
      if found != expected {
        Issue.record("\(text.debugDescription): \(found.count), \(expected.count)")
      }
    }
  }
}
