import Casework
import Deskwork
import TestSupport
import Testing

struct RolesTests {
  @Test(arguments: ["zh", "en"]) func `who may do what is printed`(language: String) throws {
    let yichuang = try Yichuang()
    let run = try yichuang.run("roles", "--language", language)
    #expect(run.status == 0)
    expectGolden(run.output, named: "roles-\(language)")
  }

  @Test func `a program reads of each power the roles the code has`() throws {
    let yichuang = try Yichuang()
    let output = try yichuang.run("roles", "--json").output
    for power in Power.allCases {
      let roles = ClerkRole.allCases.filter { power.roles.contains($0) }
        .map { "\"\($0.rawValue)\"" }.joined(separator: ",")
      let shown = "\"name\":\"\(power.rawValue)\""
      #expect(output.contains(shown) && output.contains("\"roles\":[\(roles)]"), "\(power)")
    }
    for rule in Separation.allCases { #expect(output.contains("\"\(rule.rawValue)\"")) }
    #expect(HallPost.allCases.count == 13)
  }
}
