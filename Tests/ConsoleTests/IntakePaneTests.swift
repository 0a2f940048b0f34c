import Casework
import Deskwork
import TerminalUI
import TestSupport
import Testing
import WorkCalendar

/// A sole proprietorship is decided at the counter; a food business is examined behind it.
private let trader = "<F6><F10>gtgs<Enter><scan:539901197909230115>"
private let traderFields = "小店<Enter>人民路1号<Enter>零售<Enter>2<Enter>"
private let food = "<F6><F10>spjy<Enter><scan:92539901MA6KCD3T34>"
private let foodFields = "人民路8号<Enter><Space><Enter>热食<Enter>120<Enter>张安全<Enter>"
private let six = String(repeating: "<Space>", count: 6)

@Suite struct IntakePaneTests {
  @Test func `five materials are taken in and decided with no more than 25 keys beside the data`()
    throws
  {
    let steps: [(keys: String, isData: Bool)] = [
      ("<F6><F10>gtgs<Enter>", false), ("<scan:539901197909230115>", true),
      ("小店", true), ("<Enter>", false), ("人民路1号", true), ("<Enter>", false), ("零售", true),
      ("<Enter>", false), ("2", true), ("<Enter>", false),
      ("<Space><Space><Space><Space><Space>", false), ("<F10><Enter><Enter><C-y>", false),
    ]
    let keys = try steps.filter { !$0.isData }.reduce(0) { try $0 + Key.keys(from: $1.keys).count }
    #expect(keys <= 25)
    let hall = try ConsoleHall.atWork()
    let run = try ConsoleDriver(hall, as: "wangfang").press(steps.map(\.keys).joined())
    #expect(run.row(with: "当场办结").contains("周大路"))
    #expect(try hall.latest("周大路")?.stage == .awaitingRelease)
    #expect(run.printed.count == 2)
  }

  @Test func `an item looked up while somebody is served is for their number`() throws {
    let run = try ConsoleDriver(ConsoleHall.atWork(), as: "wangfang").press("<F6><Enter>6spjy<F10>")
    #expect(run.row(with: "现在可以").contains("A0"), "\(run.text)")
  }

  @Test func `a person becomes the agent where only organisations may apply`() throws {
    let run = try ConsoleDriver(ConsoleHall.atWork(), as: "wangfang")
      .press(trader + traderFields + six + "<F10>1<Enter><C-y><C-s>swdj<Enter>")
    #expect(run.row(with: "代办人").contains("539901197909230115"), "\(run.text)")
  }

  @Test func `a reason typed at the ground of a decline is not lost`() throws {
    let hall = try ConsoleHall.atWork()
    let run = try ConsoleDriver(hall, as: "wangfang").press(food + "<F10>4本县不受理<F10><C-y>")
    #expect(try hall.latest("老街面馆")?.stage == .declined, "\(run.text)")
  }

  @Test func `every ending is carried out as it was shown`() throws {
    let endings: [(String, CaseStage, String)] = [
      (trader + traderFields + six + "<F10>1<Enter><C-y>", .awaitingRelease, "周大路"),
      (food + foodFields + six + "<F10>2<C-y>", .underExamination, "老街面馆"),
      (food + foodFields + "<Space><F4>未签字<F10>3<F10><C-y>", .awaitingCorrection, "老街面馆"),
      (food + "<F10>4<Enter>本县不受理<F10><C-y>", .declined, "老街面馆"),
      (
        food + foodFields + "<Space><Space><Space><Space><Space><F7><F10>2<C-y>", .underExamination,
        "老街面馆"
      ),
    ]
    for (keys, stage, name) in endings {
      let hall = try ConsoleHall.atWork()
      let run = try ConsoleDriver(hall, as: "wangfang").press(keys)
      #expect(try hall.latest(name)?.stage == stage, "\(run.text)")
      #expect(try hall.latest(name)?.receivedOn == hall.desk.today, "\(run.text)")
      #expect(try hall.desk.store.drafts(of: "wangfang").isEmpty, "\(keys)")
    }
  }

  @Test func `nothing is carried out before the yes key`() throws {
    let hall = try ConsoleHall.atWork()
    let before = try hall.latest("老街面馆")
    _ = try ConsoleDriver(hall, as: "wangfang").press(
      food + foodFields + six + "<F10>2<Enter><Esc>")
    #expect(try hall.latest("老街面馆") == before)
  }

  @Test func `why an ending cannot be is what the desk would answer`() throws {
    let hall = try ConsoleHall.atWork()
    let words: [(String, Refusal)] = [
      (food + "<F10>1", .notDecidedOnTheSpot),
      (food + foodFields + "<F10>2", .materialsMissing([1, 2, 3, 4, 5, 6])),
      (food + "<F10>2", .fieldsMissing(["x"])),
    ]
    for (keys, refusal) in words {
      let run = try ConsoleDriver(hall, as: "wangfang").press(keys)
      let sentence = hall.desk.sentence(.refused(refusal, nil), in: .zh, item: "SJ05")
      #expect(run.notice.hasSuffix(sentence.suffix(6)), "\(run.notice)")
      #expect(run.notice.isEmpty == false)
    }
  }

  @Test func `a number is judged in a word while it is typed`() throws {
    let verdicts: [(String, String)] = [
      ("5399", "还差14位"), ("539901197909230115", "校验通过"), ("539901197909230116", "校验位不符"),
      ("539901197913", "生日不对"), ("0099", "地区不对"), ("53A", "字符不对"),
      ("92539901MA6KCD3T34", "单位"),
    ]
    for (number, word) in verdicts {
      let run = try ConsoleDriver(ConsoleHall.atWork(), as: "wangfang")
        .press("<F8>spjy<Enter>\(number)")
      #expect(run.row(with: "申请人").contains(word), "\(number)")
    }
  }

  @Test func `a known applicant and what is on file need not be given again`() throws {
    let run = try ConsoleDriver(ConsoleHall.atWork(), as: "wangfang").press(food + "<C-r>")
    for words in ["演示县老街面馆", "13800002222", "张面", "上次 2026-03-09", "沿用 0306-0001"] {
      #expect(run.text.contains(words), "\(words)")
    }
  }

  @Test func `a mark that the item does not allow is refused with the reason`() throws {
    let marks: [(String, String)] = [
      ("<F7>", "不可容缺"), ("<F8>", "没有共享来源"), ("<C-k>", "不能以承诺代替"), ("<C-x>", "必交材料"),
    ]
    for (key, words) in marks {
      let run = try ConsoleDriver(ConsoleHall.atWork(), as: "wangfang")
        .press(food + foodFields + key)
      #expect(run.notice.contains(words), "\(key): \(run.notice)")
    }
  }

  @Test func `a commitment stands for a material only where the item lets it`() throws {
    let hall = try ConsoleHall.atWork()
    let number = Applicant.hotel.identity.number
    let run = try ConsoleDriver(hall, as: "wangfang").press(
      "<F8>lgyt<Enter><scan:\(number)>云溪<Enter>人民路<Enter>20<Enter>40<Enter>800<Enter>"
        + "<Space><Space><Space><C-k><Space><Space><F10>2<C-y>")
    let row = try hall.latest("云溪酒店")
    #expect(row?.isUnderCommitment == true, "\(run.text)")
  }

  @Test func `a scanned paper is the applicant's wherever the cursor stands`() throws {
    for place in ["", "<PageDown><PageDown>", "<PageDown><PageDown><PageDown>"] {
      let run = try ConsoleDriver(ConsoleHall.atWork(), as: "wangfang")
        .press("<F8>spjy<Enter>\(place)<scan:539901197909230115>")
      #expect(run.row(with: "申请人").contains("539901197909230115"), "\(place)")
      #expect(run.row(with: "姓名").contains("周大路"), "\(place)")
    }
  }

  @Test func `the next number follows the receipt`() throws {
    let hall = try ConsoleHall.atWork()
    let run = try ConsoleDriver(hall, as: "wangfang")
      .press(trader + traderFields + six + "<F10>1<Enter><C-y><Enter>")
    #expect(try hall.desk.store.ticket("A001", on: hall.desk.today)?.state == .served)
    #expect(run.row(with: "A002").contains("已叫号"))
  }
}

extension ConsoleHall {
  /// The case taken in last of whoever has the name.
  func latest(_ name: String) throws -> CaseRow? {
    try desk.store.search(name, limit: 1).first
  }
}
