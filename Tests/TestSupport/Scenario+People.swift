package import Casework
package import WorkCalendar

/// The invented people of the tests.
extension Clerk {
  package static let counterClerk = Clerk(
    id: "C01", name: Words("陈柜", "Chen Gui"), role: .generalCounter, counter: "W01")
  package static let secondCounter = Clerk(
    id: "C02", name: Words("周柜", "Zhou Gui"), role: .generalCounter, counter: "W02")
  package static let township = Clerk(
    id: "T01", name: Words("龙镇", "Long Zhen"), role: .townshipOperator,
    township: Words("青山镇", "Qingshan"))
  package static let otherTownship = Clerk(
    id: "T02", name: Words("白镇", "Bai Zhen"), role: .townshipOperator,
    township: Words("白水镇", "Baishui"))
  package static let examiner = Clerk(
    id: "SJ1", name: Words("石审", "Shi Shen"), role: .examiner, department: "SJ")
  package static let secondExaminer = Clerk(
    id: "SJ2", name: Words("宋审", "Song Shen"), role: .examiner, department: "SJ")
  package static let approver = Clerk(
    id: "SJ9", name: Words("尚批", "Shang Pi"), role: .approver, department: "SJ")
  package static let fireExaminer = Clerk(
    id: "XF1", name: Words("夏审", "Xia Shen"), role: .examiner, department: "XF")
  package static let fireApprover = Clerk(
    id: "XF9", name: Words("谢批", "Xie Pi"), role: .approver, department: "XF")
  package static let landExaminer = Clerk(
    id: "ZR1", name: Words("曾审", "Zeng Shen"), role: .examiner, department: "ZR")
  package static let release = Clerk(
    id: "R01", name: Words("楚件", "Chu Jian"), role: .release, counter: "W09")
  package static let supervisor = Clerk(
    id: "S01", name: Words("督查", "Du Cha"), role: .supervisor)
  package static let hallManager = Clerk(
    id: "M01", name: Words("管厅", "Guan Ting"), role: .hallManager)
}

extension Applicant {
  package static let restaurant = Applicant(
    kind: .organisation, name: "示范县云岭小馆餐饮有限公司",
    identity: Identity(kind: .creditCode, number: "91532301MA6K00014Y"), phone: "13800001234",
    address: "示范县城关镇人民路1号", legalRepresentative: "李明示")
  package static let person = Applicant(
    kind: .person, name: "王示例",
    identity: Identity(kind: .residentID, number: "532301199003070127"), phone: "13800005678",
    address: "示范县青山镇第2村民小组")
}

extension Agent {
  package static let helper = Agent(
    name: "张代办", identity: Identity(kind: .residentID, number: "53230119851120027X"),
    phone: "13900001234")
}

extension LateEntry {
  /// As the register of a hall without power has it, with the manager as the second person.
  package static func noted(at moment: Moment, witness: Clerk = .hallManager) -> LateEntry {
    LateEntry(
      happenedAt: moment, reason: "停电，先在登记簿上登记", documentNumber: "登记簿第12页",
      witness: witness)
  }
}

extension Recipient {
  package static let legalRepresentative = Recipient(
    name: "李明示", relation: .legalRepresentative,
    identity: Identity(kind: .residentID, number: "532301200002290318"))
  package static let applicant = Recipient(
    name: "王示例", relation: .applicant,
    identity: Identity(kind: .residentID, number: "532301199003070127"))
}

extension Department {
  package static let market = department("SJ", "市场监督管理局", "市监局", "市监")
  package static let fire = department("XF", "消防救援大队", "消防大队", "消防")
  package static let land = department("ZR", "自然资源局", "自然资源局", "自然资")

  private static func department(
    _ id: DepartmentID, _ name: String, _ short: String, _ word: String
  ) -> Department {
    Department(
      id: id, name: Words("示范县" + name, name), shortName: Words(short, short),
      documentWord: word, organCode: "31", creditCode: "115399010999000246",
      phone: "0800-6000001", reviewOrgan: Words("示范县人民政府", "County government"),
      court: Words("示范县人民法院", "County court"))
  }
}

extension Hall {
  package static let model = Hall(
    name: Words("示范县政务服务大厅", "Model county service hall"), code: "YC",
    areaCode: "539901", address: Words("示范县城关镇政通路8号", "8 Zhengtong Road"),
    phone: "0800-6000000", complaintPhone: "0800-6012345",
    openingHours: OpeningHours(seasons: []), queues: [])
}
