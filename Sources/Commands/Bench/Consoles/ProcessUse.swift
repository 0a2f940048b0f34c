import FoundationEssentials
import Glibc

/// What a process takes of the machine, as /proc tells.
struct ProcessUse {
  let process: pid_t

  /// Nanoseconds of processor time of all its threads so far; nil where the kernel does not tell.
  var processorTime: Double? {
    let tasks = "/proc/\(process)/task"
    guard let threads = try? FileManager.default.contentsOfDirectory(atPath: tasks) else {
      return nil
    }
    let times = threads.compactMap { thread in
      Self.text("\(tasks)/\(thread)/schedstat")?.split(separator: " ").first
        .flatMap { Double($0) }
    }
    return times.isEmpty ? nil : times.reduce(0, +)
  }

  /// Bytes that no other process shares.
  var privateMemory: Double? {
    guard let text = Self.text("/proc/\(process)/smaps_rollup") else { return nil }
    let lines = text.split(separator: "\n").filter {
      $0.hasPrefix("Private_Clean:") || $0.hasPrefix("Private_Dirty:")
    }
    let kilobytes = lines.compactMap { line in
      line.split(separator: " ").dropFirst().first.flatMap { Double($0) }
    }
    return kilobytes.isEmpty ? nil : kilobytes.reduce(0, +) * 1_024
  }

  private static func text(_ path: String) -> String? {
    try? String(contentsOfFile: path, encoding: .utf8)
  }
}
