import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// What becomes of the paper when the printer fails.
struct PrintingTests {
  private let yichuang: Yichuang
  private let store: String
  init() throws {
    yichuang = try Yichuang()
    store = try yichuang.demo()
  }

  /// Gives numbers of the queue out, each with its slip, printed by a command.
  private func giveOut(
    _ count: Int = 1, by command: String?, environment: [String: String] = [:]
  ) throws -> Run {
    let line = "{\"do\":\"issue-ticket\",\"queue\":\"A\",\"as\":\"wangfang\"}\n"
    return try yichuang.run(
      ["do", "--store", store] + (command.map { ["--print-command", $0] } ?? []),
      input: String(repeating: line, count: count), environment: environment)
  }

  private func files(_ folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(store)-print\(folder)")
      .filter { $0.hasSuffix(".txt") }.sorted()
  }

  /// A program that does what a script says.
  private func program(_ script: String) throws -> String {
    let path = yichuang.path("printer")
    // Nothing that is open for writing can be started: no program that another test starts meanwhile
    // may keep it open.
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o700)
    defer { close(file) }
    let text = "#!/bin/sh\n\(script)\n"
    try #require(write(file, text, text.utf8.count) == text.utf8.count)
    return path
  }

  @Test func `a sheet goes to the command, as a file or on standard input`() throws {
    let (out, err) = (yichuang.path("out.txt"), yichuang.path("words.txt"))
    let by = try program(
      "cat \"$2\" > '\(out)'; echo \"$1|$3\" > '\(err)'; echo noise; echo more >&2")
    let run = try giveOut(by: "\(by) {copies} {file} 'two words'")
    #expect(run.status == 0 && run.remarks.isEmpty && !run.output.contains("noise"))
    #expect(try String(contentsOfFile: err, encoding: .utf8) == "1|two words\n")
    let slip = try String(contentsOfFile: out, encoding: .utf8)
    #expect(slip.contains("排队号") && slip.contains("演练"))
    #expect(try files().count == 1 && files("/waiting") == [] && files("/printing") == [])
    #expect(
      try String(contentsOfFile: "\(store)-print/printer.log", encoding: .utf8) == "noise\nmore\n")
    let bare = try program("cat > '\(out)'")
    #expect(try giveOut(by: bare).remarks.isEmpty)
    #expect(try String(contentsOfFile: out, encoding: .utf8) != slip)
  }

  @Test func `no shell sees the command, and nothing can be slipped into it`() throws {
    let trace = yichuang.path("trace")
    let by = try program("exit 0")
    let run = try giveOut(by: "\(by) {file}; touch \(trace) $(touch \(trace)) > \(trace)")
    #expect(run.remarks.isEmpty && access(trace, F_OK) != 0)
  }

  @Test(arguments: ["fails", "is missing", "hangs"])
  func `a sheet that does not come out waits with its number, and is printed once`(
    how: String
  ) throws {
    let command =
      switch how {
      case "fails": try program("exit 3")
      case "hangs": try program("sleep 600 & sleep 600")
      default: yichuang.path("nothing") + " {file}"
      }
    let began = ContinuousClock.now
    let failed = try giveOut(3, by: command, environment: ["YICHUANG_PRINT_SECONDS": "1"])
    // Whoever hangs is waited for once, not for every sheet.
    #expect(failed.status == 0 && ContinuousClock.now - began < .seconds(20))
    #expect(failed.remarks.split(separator: "\n").count == 1)
    #expect(failed.remarks.contains("print-waiting"))
    #expect(try files("/waiting").count == 3 && files() == [] && files("/printing") == [])

    let out = yichuang.path("out.txt")
    let by = try program("cat \"$1\" >> '\(out)'") + " {file}"
    let later = try yichuang.run("print-waiting", "--store", store, "--print-command", by)
    #expect(later.status == 0 && later.output == "打印了3张，还有0张在等。\n")
    #expect(try files("/waiting") == [] && files().count == 3)
    let again = try yichuang.run(
      "print-waiting", "--json", "--store", store, "--print-command", by)
    #expect(again.output == "{\"printed\":0,\"waiting\":0,\"interrupted\":0}\n")
    let printed = try String(contentsOfFile: out, encoding: .utf8)
    #expect(printed.split(separator: "取号时间").count == 4)
  }

  @Test func `two processes never print the same sheet`() async throws {
    _ = try giveOut(6, by: "/nowhere/printer")
    let out = yichuang.path("out")
    let by = try program("echo \"$1\" >> '\(out)'") + " {file}"
    let (yichuang, store) = (yichuang, store)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          _ = try yichuang.run("print-waiting", "--store", store, "--print-command", by)
        }
      }
      try await group.waitForAll()
    }
    let sheets = try String(contentsOfFile: out, encoding: .utf8).split(separator: "\n")
    #expect(sheets.count == 6 && Set(sheets).count == 6)
  }

  @Test func `what was interrupted is printed only by whoever has looked`() throws {
    _ = try giveOut(by: "/nowhere/printer")
    let sheet = try #require(try files("/waiting").first)
    let folder = "\(store)-print"
    try FileManager.default.moveItem(
      atPath: "\(folder)/waiting/\(sheet)", toPath: "\(folder)/printing/\(sheet)")
    let by = try program("exit 0")
    let careful = try yichuang.run(
      "print-waiting", "--json", "--store", store, "--print-command", by)
    #expect(careful.output == "{\"printed\":0,\"waiting\":0,\"interrupted\":1}\n")
    let bold = try yichuang.run(
      "print-waiting", "--interrupted", "--json", "--store", store, "--print-command", by)
    #expect(bold.output == "{\"printed\":1,\"waiting\":0,\"interrupted\":0}\n")
  }

  @Test func `a folder that takes nothing loses no number`() throws {
    // Every write into it says that the disk is full.
    let folder = "\(store)-print"
    try FileManager.default.createDirectory(
      atPath: folder + "/waiting", withIntermediateDirectories: true)
    let id = try #require(try firstReceived())
    let line = "{\"do\":\"withdraw\",\"case\":\"\(id)\",\"reason\":\"改变计划\",\"as\":\"wangfang\"}"
    let name = try withdrawalSheet(id, line)
    symlink("/dev/full", "\(folder)/waiting/2x-\(name).part")
    let run = try yichuang.run(
      "do", "--store", store, "--print-command", "/bin/true {file}", input: line)
    #expect(run.status == 0 && run.remarks.contains("补打"))
    #expect(try files("/waiting") == [])
    let shown = try yichuang.run("show", id, "--json", "--store", store).output
    #expect(
      shown.split(separator: "\"kind\":\"D14\"").count == 2 && shown.contains("\"sha256\":\""))
  }

  /// The name the sheet will have, found on a copy of the hall.
  private func withdrawalSheet(_ id: String, _ line: String) throws -> String {
    let copy = yichuang.path("copy.db")
    try FileManager.default.copyItem(atPath: store, toPath: copy)
    _ = try yichuang.run("do", "--store", copy, input: line)
    let files = try FileManager.default.contentsOfDirectory(atPath: copy + "-print")
    return try #require(files.first { $0.contains("-D14-") })
  }

  private func firstReceived() throws -> String? {
    let list = try yichuang.run("list", "--json", "--stage", "received", "--store", store).output
    return list.split(separator: "\"case\":\"").dropFirst().first.map { String($0.prefix(14)) }
  }

  @Test func `a demo hall prints only into its folder, and a broken command is refused`() throws {
    #expect(try giveOut(by: nil).remarks.isEmpty)
    #expect(try files().count == 1)
    #expect(try giveOut(by: "lp 'x").status == 2)
    #expect(try yichuang.run("print-waiting", "--store", store).status == 3)
    let environment = ["YICHUANG_PRINT_COMMAND": "/nowhere/printer"]
    #expect(try giveOut(by: nil, environment: environment).remarks.contains("print-waiting"))
    #expect(try giveOut(by: "none", environment: environment).remarks.isEmpty)
  }
}
