import TestSupport
import Testing

struct HelpTests {
  private static let commands = [
    "demo", "init", "desk", "do", "list", "show", "search", "stats", "clock", "check", "calendar",
    "roles", "clerk", "ssh", "screen", "keys", "verify", "rebuild", "backup", "restore", "head",
    "doctor",
    "export", "print-waiting", "close-year", "bench", "help",
  ]

  @Test(arguments: ["zh", "en"]) func `every command explains itself`(language: String) throws {
    let yichuang = try Yichuang()
    var text = try yichuang.run("help", "--language", language).output
    for command in Self.commands {
      let help = try yichuang.run(command, "--help", "--language", language)
      #expect(help.status == 0)
      text += "\n" + help.output
    }
    expectGolden(text, named: "help-\(language)")
  }

  @Test func `without a store and a command the demo is named`() throws {
    let yichuang = try Yichuang()
    let run = try yichuang.run()
    #expect(run.status == 0 && run.output.contains("yichuang demo"))
  }

  @Test func `the environment chooses the language, Chinese by default`() throws {
    let yichuang = try Yichuang()
    #expect(try yichuang.run("help").output.contains("用法"))
    let english = try yichuang.run("help", environment: ["LC_ALL": "en_US.UTF-8"])
    #expect(english.output.contains("usage"))
  }
}
