import FoundationEssentials
import Glibc

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
    process = try startProcess("/proc/self/exe", words, environment)
  }

  /// How it ended: its exit status, or what killed it as a negative number. One that goes on for
  /// longer than anything here takes is killed.
  package func end() -> Int32 { endOfProcess(process, within: .seconds(120)) }
}
