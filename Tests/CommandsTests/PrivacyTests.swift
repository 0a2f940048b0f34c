import FoundationEssentials
import Testing

/// What a person's name or number must never stand in.
struct PrivacyTests {
  @Test func `no remark, report or name of a file holds anybody's number`() throws {
    let yichuang = try Yichuang()
    let store = try yichuang.demo()
    let numbers = try Set(
      yichuang.run("export", "--unmasked", "--json", "--store", store).output
        .matches(of: /"identityNumber":"(\d{17}[\dX])"/).map { String($0.output.1) })
    #expect(!numbers.isEmpty)
    let number = try #require(numbers.sorted().first)
    var said = ""
    for words in [
      ["doctor"], ["verify"], ["head"], ["backup", yichuang.path("copy.db")], ["export"],
      ["list"], ["show", number], ["search", number, "nothing"], ["export", "--stage", number],
      ["verify", "--head", number], ["restore", yichuang.path("copy.db")],
      ["head", "--on", number],
    ] {
      let run = try yichuang.run(words + ["--store", store])
      said += run.output + run.remarks
    }
    for number in numbers where said.contains(number) { Issue.record("\(number) was said") }
    let files = try FileManager.default.contentsOfDirectory(atPath: yichuang.home).joined()
    #expect(!numbers.contains { files.contains($0) })
  }
}
