import Casework
import FoundationEssentials
import TestSupport
import Testing

/// One notice of everything that several departments found wrong.
@Suite struct CombinedDefectsTests {
  /// The joint item with three materials, its three departments having looked at them.
  private static func noted() throws -> Scenario {
    var scenario = Scenario(.jointApproval)
    scenario.sheet.allowsExaminationCorrection = true
    for (number, name) in [(2, "总平面图"), (3, "消防设计文件")] {
      var material = try #require(scenario.sheet.materials.first)
      (material.number, material.name) = (number, Words(name, "Material"))
      scenario.sheet.materials.append(material)
    }
    try scenario.accept()
    let findings: [(Clerk, [Defect])] = [
      (
        .fireExaminer,
        [
          Defect(material: 3, kind: .incorrect, remark: "消防车道宽度不足"),
          Defect(material: 2, kind: .incorrect, remark: "请标注比例尺。"),
        ]
      ),
      (
        .landExaminer,
        [Defect(material: 2, kind: .incorrect, remark: "请标注比例尺；用地红线不清")]
      ),
    ]
    for (clerk, defects) in findings { try scenario.act(.noteDefects(defects), as: clerk) }
    return scenario
  }

  @Test func `the same material with the same fault is one line, each wish in it once`() throws {
    let combined = CombinedDefects(try Self.noted().file.notedDefects)
    #expect(
      combined.defects == [
        Defect(material: 2, kind: .incorrect, remark: "请标注比例尺；用地红线不清"),
        Defect(material: 3, kind: .incorrect, remark: "消防车道宽度不足"),
      ])
    #expect(combined.departments(askingFor: 2) == ["XF", "ZR"])
    #expect(combined.departments(askingFor: 3) == ["XF"])
  }

  @Test func `different faults of a material stay apart`() {
    let noted = [
      note("XF", [Defect(material: 1, kind: .expired, remark: "过期")]),
      note("ZR", [Defect(material: 1, kind: .missing, remark: "缺附图")]),
    ]
    let combined = CombinedDefects(noted.compactMap { $0 })
    #expect(combined.lines.map(\.kind) == [.missing, .expired])
    #expect(combined.remark(on: 1) == "缺附图；过期" && combined.remark(on: 2).isEmpty)
  }

  private func note(
    _ department: DepartmentID, _ defects: [Defect]
  ) -> CaseEvent.DefectsNoted? {
    var scenario = Scenario(.jointApproval)
    scenario.sheet.allowsExaminationCorrection = true
    _ = try? scenario.accept()
    _ = try? scenario.act(.noteDefects(defects), as: Scenario.examiner(of: department))
    return scenario.file.notedDefects.first
  }

  @Test func `the notice holds what all departments noted, with who asked and one date`() throws {
    var scenario = try Self.noted()
    let own = Defect(material: 1, kind: .incorrect, remark: "申请表未盖章")
    let told = [own] + CombinedDefects(scenario.file.notedDefects).defects
    #expect(
      scenario.refusal(
        of: .requestExaminationCorrection([own], workingDays: 5), as: .examiner)
        == .defectsLeftOut([2, 3]))
    try scenario.act(.requestExaminationCorrection(told, workingDays: 5), as: .examiner)
    let text = try Shipped.document(.correctionNotice, number: "市监补〔2026〕9号", of: scenario)
    expectGolden(text, named: "document-D03-joint")
    #expect(text.split(separator: "2. 总平面图").count == 2)
    #expect(text.contains("提出部门：示范县消防救援大队、示范县自然资源局"))
    #expect(text.split(separator: "请于").count == 2)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `nothing noted is lost, nothing is said twice, whoever spoke first`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let wishes = ["甲", "乙", "丙", "丁"]
    let kinds: [Defect.Kind] = [.missing, .incorrect, .expired, .other]
    let departments: [DepartmentID] = ["SJ", "XF", "ZR"]
    let notes = departments.compactMap { department in
      let count = Int.random(in: 0...4, using: &random)
      let defects = (0..<count).map { _ in
        Defect(
          material: 1, kind: kinds.randomElement(using: &random) ?? .other,
          remark: (0...Int.random(in: 0...2, using: &random)).map { _ in
            wishes.randomElement(using: &random) ?? ""
          }.joined(separator: "；"))
      }
      return note(department, defects)
    }
    func asked(_ lines: [CombinedDefects.Line]) -> Set<[String]> {
      Set(lines.flatMap { line in line.remarks.map { ["\(line.kind)", $0] } })
    }
    let (combined, reversed) = (CombinedDefects(notes), CombinedDefects(notes.reversed()))
    #expect(asked(combined.lines) == asked(reversed.lines))
    let single = notes.flatMap { note in
      note.defects.flatMap { defect in
        defect.remark.split(separator: "；").map { ["\(defect.kind)", String($0)] }
      }
    }
    #expect(asked(combined.lines) == Set(single))
    let kindsTold = combined.lines.map(\.kind)
    #expect(Set(kindsTold).count == kindsTold.count)
    #expect(combined.lines.allSatisfy { Set($0.remarks).count == $0.remarks.count })
  }
}
