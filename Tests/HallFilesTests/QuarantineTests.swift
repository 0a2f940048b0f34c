import Casework
import HallFiles
import Testing

@Suite struct QuarantineTests {
  private func said(of hall: borrowing SmallHall) throws -> [String] {
    try HallFolder(path: hall.path).loadQuarantining().quarantined.map {
      $0.sentence(in: .en).replacing("\(hall.path)/", with: "")
    }
  }

  @Test func `a broken credit code is left blank, and the department works`() throws {
    let hall = try SmallHall()
    try hall.replace("115399010999000246", by: "1153990109990024M", in: "hall/departments.json")
    let loaded = try HallFolder(path: hall.path).loadQuarantining()
    #expect(loaded.reference.department("SJ")?.creditCode == "")
    #expect(loaded.reference.department("SJ")?.documentWord == "市监")
    #expect(loaded.reference.sheets.map(\.id) == ["SJ05"])
    #expect(
      try said(of: hall) == [
        "hall/departments.json, line 7, [0].creditCode: the code “115399*******024M” is "
          + "quarantined and left blank: The number has the wrong length."
      ])
  }

  @Test func `an item whose authority's code is broken keeps its basic code alone`() throws {
    let hall = try SmallHall()
    let file = "catalogue/SJ05.json"
    for _ in 0..<2 {
      try hall.replace("\"115399010999000246", by: "\"115399010999000247", in: file)
    }
    let loaded = try HallFolder(path: hall.path).loadQuarantining()
    let codes = ItemCodes(basic: "530131905000", implementation: "", handling: "")
    #expect(loaded.reference.sheet("SJ05")?.codes == codes)
    let places = loaded.quarantined.map { "\($0.line ?? 0) \($0.place)" }
    #expect(places == ["9 codes.handling", "10 codes.implementation"])
    #expect(try said(of: hall).allSatisfy { $0.contains("The check digit does not fit") })
  }

  @Test func `of several broken codes each is named`() throws {
    let hall = try SmallHall()
    try hall.replace("115399010999000246", by: "", in: "hall/departments.json")
    try hall.replace("1153990109990002464530131905000", by: "7", in: "catalogue/SJ05.json")
    #expect(try said(of: hall).count == 2)
  }

  @Test func `no code of the data folder is quarantined`() throws {
    let path = try DataPlaces.find(.data, option: nil, environment: [:], executable: nil)
    #expect(try HallFolder(path: path).loadQuarantining().quarantined == [])
  }
}
