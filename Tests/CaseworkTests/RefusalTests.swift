import Casework
import FoundationEssentials
import TestSupport
import Testing

@Suite struct RefusalTests {
  @Test(arguments: Provocation.all)
  func `a rule that is broken is named, and nothing changes`(case it: Provocation) throws {
    var scenario = Scenario(it.sheet)
    try it.prepare(&scenario)
    let before = scenario.file
    #expect(throws: it.refusal) { try scenario.act(it.command, as: it.clerk, late: it.late) }
    #expect(scenario.file == before)
    #expect(scenario.refusal(of: it.command, as: it.clerk, late: it.late) == it.refusal)
  }

  @Test func `every refusal can be met with, and has a name of its own`() throws {
    let met = Provocation.all.map(\.refusal.code)
    #expect(Set(met) == Set(try Self.codes))
    #expect(try Self.codes.count == Set(Self.codes).count)
  }

  /// The names as the source spells them, so that a new refusal cannot be forgotten here.
  private static var codes: [String] {
    get throws {
      let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        .dropLast(3).joined(separator: "/")
      let source = try String(
        contentsOfFile: root + "/Sources/Casework/CaseFile/Refusal.swift", encoding: .utf8)
      return source.split(separator: "\n").compactMap { line in
        let parts = line.split(separator: "\"")
        return line.contains("case .") && parts.count == 2 ? String(parts[1]) : nil
      }
    }
  }
}

/// A refusal, and how to meet with it.
struct Provocation: Sendable, CustomTestStringConvertible {
  var refusal: Refusal
  var sheet: ImplementationSheet
  var clerk: Clerk
  var command: CaseCommand
  var late: LateEntry?
  var prepare: @Sendable (inout Scenario) throws -> Void

  init(
    _ refusal: Refusal, _ clerk: Clerk, _ command: CaseCommand,
    under sheet: ImplementationSheet = .foodLicence, late: LateEntry? = nil,
    _ prepare: @escaping @Sendable (inout Scenario) throws -> Void
  ) {
    self.refusal = refusal
    self.sheet = sheet
    self.clerk = clerk
    self.command = command
    self.late = late
    self.prepare = prepare
  }

  var testDescription: String { "\(refusal.code) by \(command.name)" }

  static let all =
    people + states + intake + route + release + lateEntries + fees + afterwards
    + supervision
}
