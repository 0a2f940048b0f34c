import FoundationEssentials

/// How many processors of the host there are to work with.
enum Processors {
  /// Asked once: to find out goes through several files of the system.
  static let usable = ProcessInfo.processInfo.activeProcessorCount
}
