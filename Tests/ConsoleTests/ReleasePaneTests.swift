import Casework
import Deskwork
import TestSupport
import Testing
import WorkCalendar

@Suite struct ReleasePaneTests {
  static let card: CaseID = "YC202602250001"
  static let social: CaseID = "YC202602260002"
  static let refused: CaseID = "YC202603020001"
  static let passport: CaseID = "YC202603020002"

  @Test(arguments: [
    ("398113", "0225-0001"), ("３９８１１３", "0225-0001"), ("0 2 2 5 - 0 0 0 1", "0225-0001"),
    ("YC202602250001", "0225-0001"), ("<Scan:*YC202602250001*>", "0225-0001"),
    ("*YC202602250001* <Enter>", "0225-0001"), ("<Scan:YC202603020001>", "0302-0001"),
    ("539901197909230115", "0302-0002"), ("周大路", "0302-0002"), ("zdl", "0302-0002"),
    ("92539901MA6KCD3T34", "0309-0003"),
  ])
  func `a result is found by whatever is typed or scanned`(
    keys: String, number: String
  ) throws {
    let run = try ConsoleDriver(.atWork(), as: "sunli").press(keys + " <F6>")
    #expect(run.text.contains(number), "\(run.text)")
  }

  @Test func `a pick-up code finds exactly its result`() throws {
    let run = try ConsoleDriver(.atWork(), as: "sunli").press("398113")
    #expect(run.row(with: "0225-0001").hasPrefix(">"))
    #expect(!run.text.contains("0226-0002 社会保障卡申领       李*秀"))
    #expect(run.text.contains("取件码相符"))
  }

  @Test func `a case without a result says where it is`() throws {
    let run = try ConsoleDriver(.atWork(), as: "sunli").press("0306-0001")
    #expect(run.row(with: "市监局").contains("审查中"))
    let refusal = try ConsoleDriver(.atWork(), as: "sunli").press("0306-0001 <F6>").notice
    #expect(refusal.contains("审查中"))
  }

  @Test func `lists mask a person's name and never an organisation's`() throws {
    let text = try ConsoleDriver(.atWork(), as: "sunli", columns: 160, rows: 40).press("").text
    #expect(text.contains("李*秀") && !text.contains("李演秀"))
    #expect(text.contains("演示县康民大药房有限公司"))
  }

  @Test func `all results of an applicant go out in one act, each with its record`() throws {
    let hall = try ConsoleHall.atWork()
    let run = try ConsoleDriver(hall, as: "sunli").press("<Down> <Space> <F6> <F10> <C-y>")
    #expect(run.printed == ["0225-0001 公安送〔2026〕1号", "0226-0002 人社送〔2026〕1号"])
    #expect(run.notice.contains("公安送〔2026〕1号") && run.notice.contains("人社送〔2026〕1号"))
    for id in [Self.card, Self.social] {
      let file = try hall.desk.file(id)
      #expect(file.stage == .concluded)
      #expect(file.handedOver?.recipient.name == "李演秀")
      #expect(file.lastStamp?.counter == "B01")
    }
  }

  @Test func `the question names every case, every document and the person`() throws {
    let text = try ConsoleDriver(.atWork(), as: "sunli")
      .press("<Down> <Space> <F6> <F10>").text
    let expected = [
      "李演秀", "0225-0001", "0226-0002", "公安准〔2026〕1号", "人社证字2026000001",
      "539901198804120029", "送达回证",
    ]
    for part in expected { #expect(text.contains(part), "\(part)\n\(text)") }
  }

  @Test func `a question longer than the screen can be read to its end`() throws {
    let driver = ConsoleDriver(try .atWork(), as: "sunli", columns: 60, rows: 16)
    let keys = "<Down> <Space> <F6> <F10>"
    let first = try driver.press(keys).text
    let last = try driver.press(keys + " <PgDn> <PgDn>").text
    #expect(first.contains("0225-0001") && !first.contains("送达回证"), "\(first)")
    #expect(last.contains("送达回证") && last.contains("Ctrl-Y"), "\(last)")
  }

  @Test func `nothing happens without a yes of its own`() throws {
    let hall = try ConsoleHall.atWork()
    for answer in ["<Enter>", "<F10>", "<F6>", "<Esc>", "n", "<Space>", "<Down>"] {
      _ = try ConsoleDriver(hall, as: "sunli").press("<Down> <F6> <F10> " + answer)
      #expect(try hall.desk.file(Self.card).stage == .awaitingRelease, "\(answer)")
    }
  }

  @Test func `if one result cannot go out, none does`() throws {
    let hall = try ConsoleHall.atWork()
    var sitting = try ConsoleSitting(ConsoleDriver(hall, as: "sunli"))
    _ = try sitting.press("<Down> <Space> <F6> <F10>")
    let mother = Recipient(
      name: "李演秀", relation: .applicant, identity: Applicant.mother.identity)
    try hall.act(
      .post(carrier: "EMS", waybill: "1", address: "-"), on: Self.social, by: "zhoujianguo")
    let text = try sitting.press("<C-y>")
    #expect(try hall.desk.file(Self.card).stage == .awaitingRelease)
    #expect(try hall.desk.file(Self.social).handedOver?.recipient != mother)
    #expect(text.contains("已寄出"))
  }

  @Test func `results of two applicants are never marked together`() throws {
    let run = try ConsoleDriver(.atWork(), as: "sunli")
      .press("<Down> <Space> <End> <Space>")
    #expect(run.notice.contains("另一位申请人"))
    #expect(run.text.contains("已选 2 件"))
  }

  @Test func `a number that does not hold is said at the field and nothing is asked`() throws {
    let run = try ConsoleDriver(.atWork(), as: "sunli")
      .press("<Down> <F6> <Tab> <Tab> <Tab> <BS> 1 <F10>")
    #expect(run.text.contains("校验位不符"))
    #expect(!run.text.contains("Ctrl-Y"))
  }

  @Test func `somebody else's paper is refused before anything is asked`() throws {
    let run = try ConsoleDriver(.atWork(), as: "sunli")
      .press("<Down> <F6> <Tab> <Tab> <Tab> <C-u> <Paste:539901197909230115> <F10>")
    #expect(run.notice.contains("领取人与申请人"))
    #expect(!run.text.contains("Ctrl-Y"))
  }

  @Test func `the agent on file comes prefilled, and a refusal is handed out as well`() throws {
    let hall = try ConsoleHall.atWork()
    let run = try ConsoleDriver(hall, as: "sunli").press("0302-0001 <F6> <F10> <C-y>")
    let file = try hall.desk.file(Self.refused)
    #expect(file.stage == .concluded, "\(run.text)")
    #expect(file.handedOver?.recipient.name == "张代办")
    #expect(file.handedOver?.recipient.relation == .agent)
  }

  @Test func `another relation brings another person from the file`() throws {
    let run = try ConsoleDriver(.atWork(), as: "sunli").press("0302-0001 <F6> 1")
    #expect(run.row(with: "姓名").contains("康民"))
    #expect(!run.row(with: "证件号码").contains("53230119851120027X"))
  }

  @Test func `by post it asks for the waybill and knows the address`() throws {
    let hall = try ConsoleHall.atWork()
    let missing = try ConsoleDriver(hall, as: "sunli").press("0302-0001 <F8> <F10>")
    #expect(missing.notice.contains("运单号"))
    _ = try ConsoleDriver(hall, as: "sunli")
      .press("0302-0001 <F8> <Tab> <Scan:EMS1199887766> <F10> <C-y>")
    let posted = try hall.desk.file(Self.refused).posted
    #expect(posted?.waybill == "EMS1199887766")
    #expect(posted?.address == "演示县白石镇供销社旁")
  }

  @Test func `a posted result is concluded once somebody has signed for it`() throws {
    let hall = try ConsoleHall.atWork()
    let run = try ConsoleDriver(hall, as: "sunli").press("0302-0002 <F10> <F10> <C-y>")
    #expect(try hall.desk.file(Self.passport).stage == .concluded)
    #expect(run.printed.count == 1)
  }

  @Test func `a parcel that came back waits at the counter again`() throws {
    let hall = try ConsoleHall.atWork()
    _ = try ConsoleDriver(hall, as: "sunli").press("0302-0002 <F10> 2 <F10> <C-y>")
    let file = try hall.desk.file(Self.passport)
    #expect(file.stage == .awaitingRelease)
    #expect(file.posted == nil)
  }

  @Test func `a dimmed key says what the rule says`() throws {
    let hall = try ConsoleHall.atWork()
    let run = try ConsoleDriver(hall, as: "xujing").press("<M-4> <Down> <F6>")
    let role = Refusal.roleMayNot(.examiner).sentence(in: .zh, names: SpokenNames())
    #expect(run.notice == "0309-0003 " + role)
  }

  @Test func `other people's work moves neither the cursor nor the marks`() throws {
    let hall = try ConsoleHall.atWork()
    var sitting = try ConsoleSitting(ConsoleDriver(hall, as: "sunli"))
    let before = try sitting.press("<End>")
    #expect(before.contains(">[ ] 1日   0309-0003"))
    let mother = Recipient(
      name: "李演秀", relation: .applicant, identity: Applicant.mother.identity)
    try hall.act(.handOver(mother, witness: ""), on: Self.card, by: "zhoujianguo")
    let after = try sitting.wait()
    #expect(after.contains(">[ ] 1日   0309-0003") && !after.contains("0225-0001"))
  }

  @Test func `a paper that is read stands in the blank for its number`() throws {
    let run = try ConsoleDriver(.atWork(), as: "sunli")
      .press("<Down> <F6> <scan:539901197909230115>")
    #expect(run.row(with: "领取人是").contains("[1 "), "\(run.text)")
    #expect(run.row(with: "证件号码").contains("539901197909230115"))
  }

  @Test func `a result that somebody else handed out leaves nothing selected`() throws {
    let hall = try ConsoleHall.atWork()
    var sitting = try ConsoleSitting(ConsoleDriver(hall, as: "sunli"))
    _ = try sitting.press("<Down>")
    let mother = Recipient(
      name: "李演秀", relation: .applicant, identity: Applicant.mother.identity)
    try hall.act(.handOver(mother, witness: ""), on: Self.card, by: "zhoujianguo")
    let text = try sitting.wait()
    #expect(!text.split(separator: "\n").contains { $0.hasPrefix(">") })
  }

  @Test(arguments: [
    ("release-80x24-zh", Language.zh, 80, 24, 1, "<Down> <Space>"),
    ("release-80x24-en", .en, 80, 24, 1, "<Down> <Space>"),
    ("release-100x30-zh-wide", .zh, 100, 30, 2, "0302"),
    ("release-120x40-en", .en, 120, 40, 1, "<Down>"),
    ("release-hand-over-zh", .zh, 80, 24, 1, "<Down> <Space> <F6>"),
    ("release-question-zh", .zh, 80, 24, 1, "<Down> <Space> <F6> <F10>"),
    ("release-question-en", .en, 80, 24, 1, "<Down> <Space> <F6> <F10>"),
  ])
  func `the pane looks as agreed`(
    name: String, language: Language, columns: Int, rows: Int, ambiguous: Int, keys: String
  ) throws {
    let driver = ConsoleDriver(
      try .atWork(), as: "sunli", language, columns: columns, rows: rows, ambiguous: ambiguous)
    expectGolden(try driver.press(keys).frame, named: name)
  }
}
