import Casework
import TestSupport

/// The invented applicants of the console's tests.
extension Applicant {
  static let mother = person("李演秀", "539901198804120029")
  static let driver = person("周大路", "539901197909230115")
  static let student = person("何小雨", "539901199511050244")
  static let retired = person("陈玉", "539901196207180032")
  static let noodleHouse = organisation(
    "演示县老街面馆", "92539901MA6KCD3T34", representative: "张面")
  static let hotel = organisation(
    "演示县云溪酒店有限公司", "91539901MA6K1X2R55", representative: "吴云溪")
  static let pharmacy = organisation(
    "演示县康民大药房有限公司", "91539901MA6NQW0E2P", representative: "康民")
  static let carrier = organisation(
    "演示县顺达运输有限公司", "91539901MA7HKJ4L32", representative: "孙顺达")

  private static func person(_ name: String, _ number: String) -> Applicant {
    Applicant(
      kind: .person, name: name, identity: Identity(kind: .residentID, number: number),
      phone: "13800001111", address: "演示县城关镇滨河路66号")
  }

  private static func organisation(
    _ name: String, _ number: String, representative: String
  ) -> Applicant {
    Applicant(
      kind: .organisation, name: name, identity: Identity(kind: .creditCode, number: number),
      phone: "13800002222", address: "演示县城关镇人民路8号", legalRepresentative: representative)
  }
}
