import Casework
import Glibc

/// Several processes of the program itself that begin at the same moment.
struct BenchCrew {
  /// What one of them has done.
  struct Work {
    var refused: Int
    var times: [Double]
  }

  private var members: [ChildProcess] = []

  init(
    _ count: Int, _ task: BenchPart.Task, on store: BenchStore, _ host: BenchHost
  ) throws(Complaint) {
    var environment = host.environment
    let arguments = ["bench", "--store", store.path, "--data", host.dataPath]
    for number in 0..<count {
      environment[BenchPart.variable] = task.text(of: number)
      let member = try ChildProcess(BenchHost.program, arguments, environment)
      members.append(member)
      member.say(host.application)
    }
    for member in members where member.line() != "ready" { throw Self.lost }
  }

  /// Lets all of them begin and waits for what they have done.
  func work() throws(Complaint) -> [Work] {
    for member in members { member.say("go") }
    var works: [Work] = []
    for member in members {
      let numbers = (member.line() ?? "").split(separator: " ").compactMap { Double($0) }
      guard let refused = numbers.first else { throw Self.lost }
      works.append(Work(refused: Int(refused), times: Array(numbers.dropFirst())))
    }
    return works
  }

  private static let lost = Complaint.other(
    Words(
      "测量用的一个进程没有做完；它自己说了原因。",
      "A process that was to be measured did not finish; it has said why itself."))
}

/// A process with a pipe to it and a pipe from it; it ends when nobody holds on to it any more.
final class ChildProcess {
  private let process: pid_t
  private let input: Int32
  private let output: Int32
  private var unread: [UInt8] = []

  init(
    _ program: String, _ arguments: [String], _ environment: [String: String]
  ) throws(Complaint) {
    var (toIt, fromIt) = ([Int32](repeating: -1, count: 2), [Int32](repeating: -1, count: 2))
    guard pipe(&toIt) == 0, pipe(&fromIt) == 0 else { throw BenchHost.notStarted(errno) }
    for file in toIt + fromIt { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
    (input, output) = (toIt[1], fromIt[0])
    defer {
      close(toIt[0])
      close(fromIt[1])
    }
    do throws(ProcessStart.Fault) {
      process = try ProcessStart.start(
        program, arguments.map { Array($0.utf8) }, environment: environment,
        files: [(0, .same(as: toIt[0])), (1, .same(as: fromIt[1]))], inOwnSession: false)
    } catch {
      throw BenchHost.notStarted(error.number)
    }
  }

  deinit {
    close(input)
    close(output)
    if process > 0 { while waitpid(process, nil, 0) < 0, errno == EINTR {} }
  }

  func say(_ line: String) {
    var bytes = Array((line + "\n").utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return }
      bytes = bytes.dropFirst(max(0, count))
    }
  }

  /// The next line it says; nil once it has ended.
  func line() -> String? {
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        defer { unread.removeFirst(end + 1) }
        return String(decoding: unread[..<end], as: UTF8.self)
      }
      var chunk = [UInt8](repeating: 0, count: 65_536)
      let count = chunk.withUnsafeMutableBytes { read(output, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      unread += chunk.prefix(count)
    }
  }
}
