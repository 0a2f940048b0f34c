import FaultyDisk
import FoundationEssentials
import Glibc
import Testing

struct CloseYearTests {
  private let yichuang: Yichuang
  init() throws { yichuang = try Yichuang() }

  /// A demo hall that has come to the year after its cases.
  private func hall() throws -> String {
    let store = try yichuang.demo()
    let ticket =
      #"{"do":"issue-ticket","queue":"A","purpose":"办事","at":"2027-02-01T10:00:00+08:00"}"#
    #expect(try yichuang.run("do", "--store", store, input: ticket).status == 0)
    return store
  }

  /// The values of a member in a line of JSON.
  private func members(_ key: String, of line: String) -> [String] {
    line.split(separator: "\"\(key)\":").dropFirst().map {
      String($0.prefix { $0 != "," && $0 != "}" }).replacing("\"", with: "")
    }
  }

  @Test func `a year is closed, found, shown, exported and proved with its store`() throws {
    let store = try hall()
    let head = try yichuang.run("head", "--store", store).lines[0]
    let stats = try yichuang.run(
      "stats", "--from", "2026-01", "--to", "2027-02", "--store", store)
    let all = try yichuang.run("list", "--json", "--store", store)
    let closed = try yichuang.run("close-year", "2026", "--json", "--store", store)
    let moved = try #require(members("moved", of: closed.output).first.flatMap { Int($0) })
    #expect(closed.status == 0 && moved > 0 && members("left", of: closed.output) == ["0"])
    #expect(closed.output.contains(store + "-2026.db"))
    let open = try yichuang.run("list", "--json", "--store", store)
    let (before, after) = (members("case", of: all.output), members("case", of: open.output))
    #expect(before.count == after.count + moved)
    let id = try #require(before.first { !after.contains($0) })
    let shown = try yichuang.run("show", id, "--store", store)
    #expect(shown.status == 0 && shown.output.contains("已归档 2026"))
    let found = try yichuang.run("search", id, "--json", "--store", store)
    #expect(members("case", of: found.output) == [id])
    #expect(members("closedYear", of: found.output) == ["2026"])
    #expect(try yichuang.run("export", "--json", "--store", store).lines.count == before.count)
    #expect(
      try yichuang.run("stats", "--from", "2026-01", "--to", "2027-02", "--store", store).output
        == stats.output)
    let verified = try yichuang.run("verify", "--head", head, "--store", store)
    #expect(verified.status == 0 && verified.output.contains("归档 2026"))
    let again = try yichuang.run("close-year", "2026", "--store", store)
    #expect(again.status == 0 && again.output.contains("没有可以归档的件"))
    let screen = try yichuang.run(
      "screen", "ledger", "--keys", "\(id)<Enter>", "--store", store)
    #expect(screen.output.contains("已归档 2026"))
  }

  @Test func `after an older version closed cases are read as the others are`() throws {
    let store = try hall()
    let before = try yichuang.run("list", "--json", "--store", store).output
    #expect(try yichuang.run("close-year", "2026", "--store", store).status == 0)
    let open = try yichuang.run("list", "--json", "--store", store)
    let after = members("case", of: open.output)
    let id = try #require(members("case", of: before).first { !after.contains($0) })
    let shown = try yichuang.run("show", id, "--store", store)
    let closed = store + "-2026.db"
    // As if the last step of the schema had come later; then as if whoever took it was stopped before
    // the file of the closed year.
    for older in [[store, closed], [closed]] {
      for path in older {
        chmod(path, 0o600)
        #expect(makeBodiesWhole(in: path))
      }
      let ticket =
        #"{"do":"issue-ticket","queue":"A","purpose":"办事","at":"2027-02-01T10:05:00+08:00"}"#
      #expect(try yichuang.run("do", "--store", store, input: ticket).status == 0)
      let again = try yichuang.run("show", id, "--store", store)
      #expect(again.status == 0 && again.output == shown.output, "\(again.remarks)")
      #expect(try yichuang.run("verify", "--store", store).status == 0)
    }
  }

  @Test func `nothing is done with a closed case, and each refusal says why`() throws {
    let store = try hall()
    #expect(try yichuang.run("close-year", "2027", "--store", store).status == 1)
    #expect(try yichuang.run("close-year", "soon", "--store", store).status == 2)
    let before = try yichuang.run("list", "--json", "--store", store).output
    #expect(try yichuang.run("close-year", "2026", "--store", store).status == 0)
    let after = members("case", of: try yichuang.run("list", "--json", "--store", store).output)
    let id = try #require(members("case", of: before).first { !after.contains($0) })
    let act = #"{"do":"withdraw","case":"\#(id)","as":"wangfang","reason":"x"}"#
    let refused = try yichuang.run("do", "--store", store, input: act)
    #expect(refused.status == 1 && members("refusal", of: refused.output) == ["case-closed"])
    #expect(rename(store + "-2026.db", store + "-away") == 0)
    let missing = try yichuang.run("verify", store)
    #expect(missing.status == 3 && missing.output.contains("-2026.db"))
    #expect(try yichuang.run("show", id, "--store", store).status == 3)
    #expect(try yichuang.run("doctor", "--store", store).status == 3)
    // The store itself is copied all the same, and made anew.
    let without = try yichuang.run("backup", yichuang.path("a.db"), "--store", store)
    #expect(without.status == 3 && without.remarks.contains("-2026.db"))
    #expect(access(yichuang.path("a.db"), F_OK) == 0)
    #expect(try yichuang.run("rebuild", "--store", store).status == 0)
    #expect(rename(store + "-away", store + "-2026.db") == 0)
    let backup = try yichuang.run("backup", yichuang.path("b.db"), "--json", "--store", store)
    #expect(backup.status == 0 && backup.output.contains("hall.db-2026.db"))
    #expect(try yichuang.run("restore", yichuang.path("b.db"), "--store", store).status == 0)
    #expect(try yichuang.run("verify", store).status == 0)
  }

  @Test func `in a real hall only the hall manager closes a year`() throws {
    let store = try yichuang.hall()
    for (clerk, status) in [("wangfang", Int32(1)), ("duanyumin", 1), ("qianjin", 0)] {
      let run = try yichuang.run("close-year", "2024", "--as", clerk, "--store", store)
      #expect(run.status == status, "\(clerk): \(run.remarks)")
    }
    #expect(try yichuang.run("close-year", "2024", "--store", store).status == 2)
  }
}
