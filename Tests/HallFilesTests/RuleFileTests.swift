import Casework
import FoundationEssentials
import HallFiles
import TestSupport
import Testing

struct RuleFileTests {
  private static let file = "supervision/rules.json"

  /// The small hall with the rules as they are shipped, and one thing in them replaced.
  private func load(_ old: String = "", _ new: String = "") throws -> Result<
    Rulebook?, HallFileError
  > {
    let hall = try SmallHall()
    let path = hall.path
    try FileManager.default.createDirectory(
      atPath: "\(path)/supervision", withIntermediateDirectories: false)
    let shipped = try DataPlaces.find(.data, option: nil, environment: [:], executable: nil)
    try hall.write(
      String(contentsOfFile: "\(shipped)/\(Self.file)", encoding: .utf8), to: Self.file)
    if !old.isEmpty { try hall.replace(old, by: new, in: Self.file) }
    do throws(HallFileError) {
      return .success(try HallFolder(path: path).load().rulebook)
    } catch {
      var error = error
      error.file = Self.file
      return .failure(error)
    }
  }

  @Test func `the rules that come along are those the tests of supervision are about`() throws {
    let rulebook = try #require(try load().get())
    #expect(rulebook.rules.map(\.code) == SupervisionRuleCode.allCases)
    #expect(rulebook.rules.map(\.levels) == Rulebook.model.rules.map(\.levels))
    #expect(rulebook.followUpReplyDays == Rulebook.model.followUpReplyDays)
    #expect(rulebook.rules.allSatisfy { $0.isInForce })
  }

  @Test func `a hall without rules of supervision is a hall`() throws {
    let hall = try SmallHall()
    let reference = try HallFolder(path: hall.path).load()
    #expect(reference.rulebook == nil)
  }

  @Test func `a threshold is what the file says`() throws {
    let rulebook = try #require(
      try load(
        "\"when\": \"percentLeft\", \"amount\": 20", "\"when\": \"workingDaysLeft\", \"amount\": 4"
      )
      .get())
    #expect(rulebook.rule(.overdue)?.levels.first?.warning == Threshold(.workingDaysLeft, 4))
  }

  private static let mistakes = [
    ("\"version\": 1", "\"version\": 0"), ("\"followUpReplyDays\": 3", "\"followUpReplyDays\": 0"),
    ("\"J01\"", "\"J17\""), ("\"J01\"", "\"J02\""), ("\"J16\"", "\"J15\""),
    ("\"办件超期\"", "\"\""), ("\"isInForce\": true", "\"isInforce\": true"),
    ("\"percentLeft\"", "\"percentleft\""), ("\"percentLeft\"", "\"count\""),
    ("\"percentLeft\", \"amount\": 20", "\"percentLeft\", \"amount\": 200"),
    ("\"percentLeft\", \"amount\": 20", "\"percentLeft\""),
    ("\"when\": \"always\"", "\"when\": \"always\", \"amount\": 1"),
    ("\"of\": \"claim\"", "\"of\": \"rectification\""), ("\"of\": \"claim\"", "\"of\": \"claims\""),
    ("\"of\": \"intake\"", "\"of\": \"lateEntry\""),
    ("\"yellow\": {\"when\": \"workingDaysOver\", \"amount\": 5}", "\"of\": \"claim\""),
    ("\"warning\": {\"when\": \"percentUsed\"", "\"grave\": {\"when\": \"percentUsed\""),
    ("\"warning\": {\"when\": \"percentUsed\"", "\"worning\": {\"when\": \"percentUsed\""),
  ]

  @Test func `each mistake in the rules has a sentence with its line`() throws {
    let blocks = try Self.mistakes.map { old, new in
      switch try load(old, new) {
      case .success: "\(new) (loads)"
      case .failure(let error):
        Language.allCases.map { error.sentence(in: $0) }.joined(separator: "\n")
      }
    }
    expectGolden(blocks.joined(separator: "\n\n"), named: "mistakes-rules")
  }
}
