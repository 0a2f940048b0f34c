import CaseStore
import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// A run of the built executable: what it said and how it ended.
struct Run {
  var output: String
  var remarks: String
  var status: Int32

  var lines: [String] { output.split(separator: "\n").map(String.init) }
}

/// The executable as a person meets it, in a home of its own that is gone with its test.
final class Yichuang: Sendable {
  let home: String

  init() throws {
    var template = Array("/tmp/yichuang-tests-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    home = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: home) }

  func path(_ name: String) -> String { "\(home)/\(name)" }

  func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Run {
    try run(arguments, input: input, environment: environment)
  }

  /// Another program may be run in the same home.
  func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:],
    of program: String = Yichuang.executable
  ) throws -> Run {
    try run(arguments, bytes: Array(input.utf8), environment: environment, of: program)
  }

  /// With an input that need be no text.
  func run(
    _ arguments: [String], bytes: [UInt8], environment: [String: String] = [:],
    of program: String = Yichuang.executable
  ) throws -> Run {
    let name = UUID().uuidString
    let files = ["in", "out", "err"].map { path("\(name).\($0)") }
    defer { for file in files { unlink(file) } }
    try Data(bytes).write(to: URL(filePath: files[0]))
    let status = Self.wait(for: try start(arguments, files, environment, program: program))
    return Run(
      output: try String(contentsOfFile: files[1], encoding: .utf8),
      remarks: try String(contentsOfFile: files[2], encoding: .utf8)
        .split(separator: home).joined(separator: "HOME"),
      status: status)
  }

  /// Lets it run for a moment and takes it away.
  func kill(_ arguments: [String], after microseconds: UInt32) throws {
    let process = try start(arguments, ["/dev/null", path("killed.out"), path("killed.err")], [:])
    usleep(microseconds)
    Glibc.kill(process, SIGKILL)
    _ = Self.wait(for: process)
  }

  /// Begins a run whose input, output and remarks are files; answers its process.
  func start(
    _ arguments: [String], _ files: [String], _ changes: [String: String] = [:],
    program: String = Yichuang.executable
  ) throws -> pid_t {
    var environment = ["HOME": home, "TMPDIR": home, "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"]
    environment.merge(changes) { $1 }
    return try startProcess(program, [program] + arguments, environment, files: files)
  }

  /// How a process ended; what killed it is negative. One that hangs is killed.
  static func wait(for process: pid_t) -> Int32 { endOfProcess(process, within: .seconds(300)) }

  /// The data folder that comes with the program.
  static let data: String = {
    let file: String = #filePath
    return file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
      .joined(separator: "/") + "/Data"
  }()

  /// Built beside the tests.
  static let executable: String = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let folder = own.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let beside = folder.joined(separator: "/") + "/yichuang"
    if FileManager.default.fileExists(atPath: beside) { return beside }
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? ""
    return bundle.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/") + "/yichuang"
  }()

  /// A demo hall of its own, copied from one that was made once.
  func demo() throws -> String {
    let made = try Self.made.get()
    let copy = path("hall.db")
    try FileManager.default.copyItem(atPath: made, toPath: copy)
    return copy
  }

  /// A real hall of its own, without a single case.
  func hall() throws -> String {
    let made = try Self.madeReal.get()
    let copy = path("real.db")
    try FileManager.default.copyItem(atPath: made, toPath: copy)
    return copy
  }

  private static let made = Result { try make("tests", "--demo", "--cases", "20", "--seed", "7") }
  private static let madeReal = Result { try make("tests-real") }

  /// A hall beside the executable, made by `init` with these options.
  static func make(_ name: String, _ options: String...) throws -> String {
    let yichuang = try Yichuang()
    // Beside the executable, where the next run finds and replaces it.
    let path = "\(executable)-\(name).db"
    SQLiteStore.discard(path)
    unlink(path + "-reserve")
    let run = try yichuang.run(["init"] + options + ["--store", path])
    try #require(run.status == 0, "\(run.remarks)")
    return path
  }
}
