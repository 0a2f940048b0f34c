import Casework
import FoundationEssentials
import TestSupport
import Testing

@Suite struct ShippedDocumentTests {
  @Test(arguments: DocumentKind.allCases, [80, 48, 32])
  func `every document fits the paper, nothing cut`(kind: DocumentKind, columns: Int) throws {
    let scenario = try Cases.of(kind)
    let text = try Shipped.document(kind, number: "市监〔2026〕12号", of: scenario, columns: columns)
    for line in text.lines where line.printerColumns > columns {
      Issue.record("\(kind.rawValue): \(line)")
    }
    #expect(!text.contains("{{") && !text.contains("}}"))
    let wide = try Shipped.document(kind, number: "市监〔2026〕12号", of: scenario)
    #expect(columns == 80 || text.substance == wide.substance)
  }

  @Test(arguments: [80, 48])
  func `the documents are worded as the hall has agreed`(columns: Int) throws {
    for kind in DocumentKind.allCases {
      let text = try Shipped.document(
        kind, number: "市监〔2026〕12号", of: Cases.of(kind), columns: columns)
      expectGolden(
        text, named: columns == 80 ? "document-\(kind.rawValue)" : "receipt-\(kind.rawValue)")
    }
  }

  @Test(arguments: Cases.contents)
  func `a document holds everything the hall's list asks of it`(
    kind: DocumentKind, contents: [String]
  ) throws {
    let text = try Shipped.document(kind, number: "市监〔2026〕12号", of: Cases.of(kind))
    // A long sentence may be broken over two lines.
    let whole = text.filter { !$0.isWhitespace }
    for content in contents where !whole.contains(content.filter { !$0.isWhitespace }) {
      Issue.record("\(kind.rawValue) says nothing of \(content)\n\(text)")
    }
  }

  @Test(arguments: DocumentKind.allCases)
  func `what is no licence is not called one`(kind: DocumentKind) throws {
    var scenario = try Cases.of(kind)
    scenario.sheet.kind = .confirmation
    let text = try Shipped.document(kind, number: "市监〔2026〕12号", of: scenario)
    #expect(!text.filter { !$0.isNewline }.contains("行政许可"))
  }

  @Test(arguments: DocumentKind.allCases)
  func `a sheet without its basis leaves no hole`(kind: DocumentKind) throws {
    var scenario = Scenario()
    for isLicence in [true, false] {
      scenario.sheet.basis = ""
      scenario.sheet.kind = isLicence ? .licence : .confirmation
      for index in scenario.sheet.specialProcedures.indices {
        scenario.sheet.specialProcedures[index].basis = ""
      }
      let text = try Shipped.document(
        kind, number: "市监〔2026〕12号", of: Cases.of(kind, from: scenario))
      let holes = ["依据，", "依据：）", "以及的", "据的规定"].filter(text.contains)
      #expect(holes == [] && !text.lines.contains { $0.hasSuffix("依据：") })
    }
  }

  @Test func `there is a document of each kind on the hall's list, all of them asked for contents`()
  {
    let codes = (1...22).map { "D" + ($0 < 10 ? "0" : "") + "\($0)" }
    #expect(DocumentKind.allCases.map(\.rawValue) == codes)
    #expect(Set(Cases.contents.map(\.0)) == Set(DocumentKind.allCases))
  }

  @Test func `an order to follow a case up names its rule, its department and its date`() throws {
    let before = try Cases.of(.acceptanceNotice).facts(.followUpOrder, number: "1", by: .supervisor)
    var file = before.file
    let order = CaseEvent.supervised(.followUpOrdered(try Self.order))
    file.evolve(order, Stamp(clerk: "S01", at: before.at))
    let facts = DocumentFacts(
      kind: before.kind, number: before.number, file: file, published: before.published,
      clerk: before.clerk, counterName: before.counterName, at: before.at, isDemo: before.isDemo)
    let text = try #require(try Shipped.templates().render(facts)).string
    expectGolden(text, named: "document-D22-order")
    let whole = text.filter { !$0.isWhitespace }
    let wanted = [
      "督办通知单", "主送：示范县消防救援大队", "第1号（一级督办）", "J03环节超时", "督办要求：说明超时原因",
      "回复期限：2026年3月5日前", "签发人：",
    ]
    for phrase in wanted where !whole.contains(phrase) { Issue.record("nothing of \(phrase)") }
  }

  private static var order: SupervisionEvent.FollowUpOrdered {
    get throws {
      let json = """
        {"order":1,"card":{"rule":"J03","subject":"step/0/XF"},"department":"XF",\
        "text":"说明超时原因","replyBy":{"on":"2026-03-05","isProvisional":false}}
        """
      return try JSONDecoder().decode(SupervisionEvent.FollowUpOrdered.self, from: Data(json.utf8))
    }
  }

  @Test func `only originals that lie with the hall are handed back`() throws {
    var scenario = Scenario()
    try scenario.receive { $0.materials[3].status = .shared }
    try scenario.act(
      .requestCorrection(
        [Defect(material: 2, kind: .missing, remark: "请提交")], workingDays: 5),
      as: .counterClerk)
    try scenario.act(.withdraw(reason: "改变计划"), as: .counterClerk)
    let text = try Shipped.document(.terminationNotice, number: "市监终〔2026〕1号", of: scenario)
    #expect(text.contains("1. 《食品经营许可证》申请书（原件1份）"))
    #expect(!text.contains("主要设备设施布局") && !text.contains("法定代表人身份证明"))
  }

  @Test func `an acceptance that the law presumes says so`() throws {
    var scenario = Scenario(on: on(2026, 4, 30))
    try scenario.receive()
    scenario.today = on(2026, 5, 12)
    try scenario.act(.accept(deferring: [], underCommitment: false), as: .counterClerk)
    let text = try Shipped.document(.acceptanceNotice, number: "市监受〔2026〕3号", of: scenario)
    #expect(text.filter { !$0.isWhitespace }.contains("自收到申请材料之日起即为受理。"))
    #expect(text.contains("受理日期：2026年4月30日"))
  }

  @Test func `a complete application is accepted by the letter of the law`() throws {
    var scenario = Scenario()
    try scenario.accept()
    let text = try Shipped.document(.acceptanceNotice, number: "市监受〔2026〕3号", of: scenario)
    #expect(text.contains("第三十二条第一款第（五）项") && !text.contains("容缺"))
  }

  @Test func `a department's request for a correction names its own defects`() throws {
    var scenario = Scenario()
    try scenario.accept()
    try scenario.act(
      .requestExaminationCorrection(
        [Defect(material: 2, kind: .incorrect, remark: "布局图与现场不符")], workingDays: 5),
      as: .examiner)
    let text = try Shipped.document(.correctionNotice, number: "市监补〔2026〕4号", of: scenario)
    #expect(text.contains("布局图与现场不符") && text.contains("补正所用时间不计入办理期限"))
    #expect(!text.contains("视为撤回申请"))
  }

  @Test func `a case that resumes gets its new date in writing`() throws {
    var scenario = try Cases.of(.suspensionNotice)
    scenario.today = on(2026, 3, 16)
    try scenario.act(.resume, as: .approver)
    let text = try Shipped.document(.suspensionNotice, number: "市监中〔2026〕2号", of: scenario)
    #expect(text.contains("恢复办理通知书") && text.contains("恢复后的办结日期：2026年3月23日"))
  }
}

extension String {
  /// What is said, without how it is set.
  fileprivate var substance: String {
    filter { !$0.isWhitespace && $0 != "-" && !"第页共".contains($0) }
  }
}
