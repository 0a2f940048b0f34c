import Casework
import Deskwork
import HallFiles
import Testing
import WorkCalendar

@Suite struct HallFolderTests {
  private let folder: HallFolder
  private let reference: HallReference

  init() throws {
    let path = try DataPlaces.find(.data, option: nil, environment: [:], executable: nil)
    folder = HallFolder(path: path)
    reference = try folder.load()
  }

  @Test func `the demo county has its catalogue, departments and people`() {
    #expect(reference.sheets.count == 86)
    #expect(reference.departments.count == 25)
    #expect(Set(reference.sheets.map(\.department)).count == 24)
    #expect(reference.counters.filter { $0.kind == .general }.count == 8)
    #expect(Set(reference.clerks.map(\.role)) == Set(ClerkRole.allCases))
    #expect(reference.calendar.publishedYears == Set(2004...2026))
  }

  @Test func `the initials of a sheet are those of its name`() throws {
    let pinyin = try folder.pinyin()
    for sheet in reference.sheets
    where pinyin.spelling(of: sheet.name.zh).initials != sheet.initials {
      Issue.record("\(sheet.id) \(sheet.initials) \(pinyin.spelling(of: sheet.name.zh).initials)")
    }
  }

  @Test func `the counted steps of a route fit into what is promised`() {
    for sheet in reference.sheets {
      let halfDays = sheet.route.filter(\.countsTowardLimit).map(\.limit).reduce(0) { sum, limit in
        sum + limit.amount * (limit.unit == .halfDays ? 1 : 2)
      }
      #expect(halfDays <= sheet.committedLimit.amount * 2, "\(sheet.id)")
    }
  }

  @Test func `the kinds of handling and of step all occur`() {
    let handlings = Dictionary(grouping: reference.sheets, by: \.handling).mapValues(\.count)
    #expect(handlings == [.immediate: 16, .committed: 66, .referredUpward: 4])
    let kinds = Set(reference.sheets.flatMap(\.route).map(\.kind))
    #expect(kinds.count == 6)
    let joint = reference.sheets.filter { $0.route.contains { $0.parties.count > 1 } }
    #expect(joint.map(\.id) == ["CG01", "FG02", "GA05", "JY02", "LY02", "WL01", "XZ01", "ZR02"])
  }

  @Test func `every wording of a sheet is there in both languages`() {
    for sheet in reference.sheets {
      let words =
        [sheet.name, sheet.fee.summary, sheet.scope] + sheet.conditions
        + sheet.materials.map(\.name) + sheet.fields.map(\.label)
        + sheet.fields.flatMap { $0.choices ?? [] } + sheet.specialProcedures.map(\.name)
        + sheet.route.map(\.name) + sheet.route.flatMap(\.parties).map(\.office)
      #expect(words.allSatisfy { !$0.zh.isEmpty && !$0.en.isEmpty && !isChinese($0.en) })
    }
  }

  private func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x3000...0xFFFF).contains($0.value) }
  }

  @Test func `the demo names load, and every text key they know is a key of some sheet`() throws {
    let names = try folder.demoNames()
    let keys = Set(reference.sheets.flatMap(\.fields).map(\.key))
    #expect(Set(names.fieldTexts.keys).subtracting(keys) == [])
    for field in reference.sheets.flatMap(\.fields) where field.kind == .text {
      let texts = names.fieldTexts[field.key] ?? []
      #expect(texts.allSatisfy { $0.count <= field.maximumLength }, "\(field.key)")
    }
  }
}
