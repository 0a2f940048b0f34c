import FoundationEssentials
import TestSupport
import Testing

/// Rules of supervision that a hall sets anew.
struct RulesTests {
  private let yichuang: Yichuang
  init() throws { yichuang = try Yichuang() }

  @Test func `rules that are set anew watch every case, and replay agrees`() throws {
    let store = yichuang.path("rules.db")
    let made = try yichuang.run(
      "init", "--demo", "--cases", "40", "--seed", "7", "--store", store)
    try #require(made.status == 0, "\(made.remarks)")
    let data = yichuang.path("data")
    try FileManager.default.copyItem(atPath: Yichuang.data, toPath: data)
    let file = data + "/supervision/rules.json"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let first = try yichuang.run(
      "rules", "publish", "--yes", "--json", "--store", store, "--data", data)
    #expect(first.output.contains(#""published":false"#))
    // Uncollected results are of no concern to this hall.
    let code = #""code": "J16""#
    let parts = text.split(separator: code)
    try #require(parts.count == 2)
    let rest = parts[1].replacing(
      #""isInForce": true"#, with: #""isInForce": false"#, maxReplacements: 1)
    let changed = parts[0] + code + rest
    try #require(changed != text)
    try changed.write(toFile: file, atomically: true, encoding: .utf8)
    let refused = try yichuang.run("rules", "publish", "--store", store, "--data", data)
    #expect(refused.status == 2)
    let published = try yichuang.run(
      "rules", "publish", "--yes", "--json", "--store", store, "--data", data)
    #expect(published.status == 0, "\(published.remarks)")
    #expect(published.output.contains(#""version":2"#))
    let shown = try yichuang.run("rules", "--store", store).output
    #expect(shown.contains("（停用）"))
    #expect(try yichuang.run("verify", "--store", store, "--data", data).status == 0)
  }

  @Test func `whoever may not set the rules is told so`() throws {
    let store = yichuang.path("real.db")
    try #require(try yichuang.run("init", "--store", store).status == 0)
    let run = try yichuang.run("rules", "publish", "--yes", "--store", store, "--as", "wangfang")
    #expect(run.status == 1)
  }
}
