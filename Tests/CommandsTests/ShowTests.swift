import FoundationEssentials
import TestSupport
import Testing

/// What one case looks like to who is named, and to who is not.
struct ShowTests {
  private let yichuang: Yichuang
  init() throws { yichuang = try Yichuang() }

  /// An intake of the examples, and the number of its applicant.
  private func intake() throws -> (line: String, number: String) {
    let script = try yichuang.run("do", "--examples").lines
    let line = try #require(
      script.first { $0.contains("\"take-in\"") && $0.contains("\"residentID\"") })
    let number = try #require(
      line.split(separator: "\"residentID\",\"number\":\"").dropFirst().first)
    return (line, String(number.prefix { $0 != "\"" }))
  }

  private func value(of key: String, in json: String) -> String {
    let rest = json.split(separator: "\"\(key)\":\"").dropFirst().first ?? ""
    return String(rest.prefix { $0 != "\"" })
  }

  @Test func `a late entry is shown with both times, its reason, paper and witness`() throws {
    let store = try yichuang.demo()
    let late = [
      "\"happenedAt\":\"2026-03-11T08:40\"", "\"reason\":\"停电\"",
      "\"documentNumber\":\"登记簿第12页\"", "\"witness\":\"qianjin\"",
    ].joined(separator: ",")
    let line = "{\"late\":{\(late)}," + (try intake().line.dropFirst())
    let run = try yichuang.run("do", "--store", store, input: line)
    #expect(run.status == 0, "\(run.output)")
    let id = value(of: "case", in: run.output)
    let json = try yichuang.run("show", id, "--json", "--store", store).output
    #expect(
      json.contains("\"lateEntries\":[{\"act\":\"receive\",\"happenedAt\":\"2026-03-11T08:40"))
    for part in late.split(separator: ",").dropFirst() { #expect(json.contains(part)) }
    let text = try yichuang.run("show", id, "--store", store).output
    #expect(text.contains("补录") && text.contains("2026-03-11 08:40") && text.contains("钱进"))
    let others = ["\"witness\":\"wangfang\"", "\"witness\":\"nobody\""]
    for other in others {
      let wrong = line.split(separator: "\"witness\":\"qianjin\"").joined(separator: other)
      #expect(try yichuang.run("do", "--store", store, input: wrong).status == 1)
    }
    #expect(try yichuang.run("verify", store).status == 0)
  }

  @Test func `in a real hall the witness of a late entry gives a password, which nobody hears`()
    throws
  {
    let store = yichuang.path("real.db")
    let secret = "second person, 口令"
    #expect(try yichuang.run("init", "--store", store).status == 0)
    let set = try yichuang.run(
      "clerk", "password", "qianjin", "--as", "qianjin", "--store", store, input: secret + "\n")
    #expect(set.status == 0, "\(set.remarks)")
    func entering(_ password: String) throws -> Run {
      let late =
        "\"happenedAt\":\"2026-03-11T08:40\",\"reason\":\"停电\",\"documentNumber\":\"登记簿第12页\","
        + "\"witness\":\"qianjin\"" + password
      let line = "{\"late\":{\(late)}," + (try intake().line.dropFirst())
      return try yichuang.run("do", "--store", store, input: line)
    }
    #expect(try entering("").output.contains("\"refusal\":\"witness-unproved\""))
    let wrong = try entering(",\"password\":\"guessed it\"")
    #expect(wrong.output.contains("sign-in-wrong") && !wrong.output.contains("guessed it"))
    let run = try entering(",\"password\":\"\(secret)\"")
    #expect(run.status == 0, "\(run.output)")
    #expect(!run.output.contains(secret) && !run.remarks.contains(secret))
    let json = try yichuang.run(
      "show", value(of: "case", in: run.output), "--json", "--as", "wangfang", "--store", store)
    #expect(json.output.contains("\"witnessProvedAt\":\"2"))
  }

  @Test func `only who is named sees a number whole, and that they looked is on record`() throws {
    let store = yichuang.path("real.db")
    #expect(try yichuang.run("init", "--store", store).status == 0)
    let (line, number) = try intake()
    let taken = try yichuang.run("do", "--store", store, input: line)
    #expect(taken.status == 0, "\(taken.output)")
    let id = value(of: "case", in: taken.output)
    for more in [[], ["--json"]] {
      let run = try yichuang.run(["show", id, "--store", store] + more)
      #expect(run.status == 2 && run.output.isEmpty && !run.remarks.contains(number))
    }
    for more in [[], ["--json"]] {
      let run = try yichuang.run(["show", id, "--store", store, "--as", "qianjin"] + more)
      #expect(run.status == 0 && run.output.contains(number))
    }
    let json = try yichuang.run("show", id, "--store", store, "--json", "--as", "duanyumin").output
    #expect(json.split(separator: "\"clerk\":\"qianjin\"").count == 2)
    #expect(try yichuang.run("show", id, "--store", store, "--as", "nobody").status == 1)
    #expect(try yichuang.run("verify", store).status == 0)
  }

  @Test func `lists, searches and complaints never say a number whole`() throws {
    let store = try yichuang.demo()
    let (line, number) = try intake()
    #expect(try yichuang.run("do", "--store", store, input: line).status == 0)
    for arguments in [
      ["search", number], ["search", number, "--json"], ["list"], ["list", "--json"],
      ["show", number], ["show", number, "--json"], ["search", "532301199003070127"],
    ] {
      let run = try yichuang.run(arguments + ["--store", store])
      #expect(!run.output.contains(number) && !run.remarks.contains(number))
      #expect(!run.remarks.contains("532301199003070127"))
    }
  }
}
