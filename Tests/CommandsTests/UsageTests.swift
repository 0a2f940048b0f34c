import TestSupport
import Testing

struct UsageTests {
  private static let wrong: [[String]] = [
    ["lst"], ["frobnicate"], ["list", "--sage", "received"], ["list", "--stage"],
    ["list", "--stage", "lost"], ["list", "--limit", "0"], ["list", "--limit", "many"],
    ["list", "--after", "nowhere"], ["list", "--json=yes"], ["list", "--json", "--json"],
    ["list", "--department", "XX"], ["list", "0311-0001"], ["show"], ["show", "a", "b"],
    ["search"], ["screen"], ["screen", "kitchen"], ["screen", "inbox", "--size", "wide"],
    ["screen", "inbox", "--keys", "<Entr>"], ["init", "--seed", "3"],
    ["init", "--demo", "--seed", "-1"], ["init", "--demo", "--cases", "-5"],
    ["init", "--demo", "--at", "tomorrow"], ["--language", "fr", "list"], ["help", "cook"],
    ["demo"], ["desk"], ["list", "--store", "/nowhere/hall.db"],
    ["verify", "/dev/null/hall.db"], ["list", "--store", "/"], ["desk", "--theme", "pink"],
    ["init", "--data", "/nowhere"], ["init", "--demo", "--at", "1900-01-01T09:00"],
    ["bench", "--sizes", "1k,many"],
    ["bench", "--rows", "lists,lunch"],
    ["bench", "--rows", "accept", "--store", "/nowhere/hall.db"],
    ["do", "--batch", "0"], ["screen", "inbox", "--theme", "pink"],
    ["list", "--store", "/dev/null"],
  ]

  @Test(arguments: ["zh", "en"])
  func `wrong usage gets one sentence that says what to do`(language: String) throws {
    let yichuang = try Yichuang()
    let store = try yichuang.demo()
    var text = ""
    for arguments in Self.wrong {
      let named = arguments.contains("--store") || arguments.contains("init")
      let run = try yichuang.run(
        arguments,
        environment: ["LC_ALL": "\(language).UTF-8"].merging(
          named ? [:] : ["YICHUANG_STORE": store]
        ) { $1 })
      #expect([2, 3].contains(run.status) && run.output.isEmpty)
      #expect(run.remarks.split(separator: "\n").count == 1)
      text += "yichuang \(arguments.joined(separator: " "))\n  \(run.status) \(run.remarks)"
    }
    expectGolden(text, named: "usage-\(language)")
  }
}
