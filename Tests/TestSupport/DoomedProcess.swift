import FoundationEssentials
package import Glibc

/// A process that a test may lose: this program of tests once more, which does a single task and
/// nothing else. What it does is a test of its own, skipped where nobody has set such a task.
///
/// The tests' library has exit tests for this. While one waits for its turn, a thread of that library
/// asks for ended children without pause and takes half a machine of two processors.
package struct DoomedProcess {
  private static let variable = "YICHUANG_TESTS_TASK"
  private let process: pid_t

  /// In the doomed process: the task that was set for this test, if one was.
  package static func task<Task: Decodable>(_ type: Task.Type) -> Task? {
    guard let text = ProcessInfo.processInfo.environment[variable],
      let end = text.firstIndex(of: " "), text[..<end] == "\(type)"
    else { return nil }
    return try? JSONDecoder().decode(type, from: Data(text[end...].utf8))
  }

  /// Begins the task in the test of this name, which asks for it.
  package init<Task: Encodable>(_ task: Task, in test: String) throws {
    let text = String(decoding: try JSONEncoder().encode(task), as: UTF8.self)
    var environment = ProcessInfo.processInfo.environment
    environment[Self.variable] = "\(Task.self) \(text)"
    let words = [CommandLine.arguments[0], "--testing-library", "swift-testing", "--filter", test]
    let arguments = words.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in arguments + variables { free(word) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for file in Int32(0)...2 {
      posix_spawn_file_actions_addopen(&actions, file, "/dev/null", O_RDWR, 0)
    }
    var process: pid_t = 0
    let code = posix_spawn(&process, "/proc/self/exe", &actions, nil, arguments, variables)
    guard code == 0 else { throw Fault(number: code) }
    self.process = process
  }

  /// The system's number of why it was not started.
  package struct Fault: Error {
    package var number: Int32
  }

  /// How it ended: its exit status, or what killed it as a negative number. One that goes on for
  /// longer than anything here takes is killed.
  package func end() -> Int32 { endOfProcess(process, within: .seconds(120)) }
}

/// Waits for the end of a child of this process, so long at most; then it is killed.
package func endOfProcess(_ process: pid_t, within time: Duration) -> Int32 {
  let deadline = ContinuousClock.now + time
  var status: Int32 = 0
  var pause: UInt32 = 500
  while true {
    let ended = waitpid(process, &status, WNOHANG)
    if ended == process { break }
    if ended < 0, errno != EINTR { return Int32.min }
    if ContinuousClock.now >= deadline { kill(process, SIGKILL) }
    usleep(pause)
    pause = min(pause * 2, 5_000)
  }
  return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
}
