import Glibc

/// How this program starts another one: words and files as they are, no shell in between.
enum ProcessStart {
  /// Where a file of the new process comes from.
  enum Source {
    case file(String, flags: Int32)
    /// A file this process has open, or one the new process was given before.
    case same(as: Int32)
  }

  /// The system's number of the reason.
  struct Fault: Error {
    var number: Int32
  }

  /// POSIX_SPAWN_SETSID, which Swift's module of glibc does not show.
  private static let newSession: Int16 = 0x80

  /// Starts a program, looked for where programs lie unless its name is a path. Its files are given
  /// in this order; whoever starts it may keep signals to itself, the new process does not.
  static func start(
    _ program: String, _ words: [[UInt8]], environment: [String: String]?,
    files: [(Int32, Source)], inOwnSession: Bool
  ) throws(Fault) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (file, source) in files {
      switch source {
      case .file(let path, let flags):
        posix_spawn_file_actions_addopen(&actions, file, path, flags, 0o600)
      case .same(let other): posix_spawn_file_actions_adddup2(&actions, other, file)
      }
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, flags | (inOwnSession ? newSession : 0))
    let arguments =
      ([Array(program.utf8)] + words).map { bytes in
        strdup((bytes + [0]).map { CChar(bitPattern: $0) })
      } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = []
    for (name, value) in environment ?? [:] { variables.append(strdup("\(name)=\(value)")) }
    defer { for word in arguments + variables { free(word) } }
    var process: pid_t = 0
    let code =
      environment == nil
      ? posix_spawnp(&process, program, &actions, &attributes, arguments, environ)
      : posix_spawnp(&process, program, &actions, &attributes, arguments, variables + [nil])
    guard code == 0 else { throw Fault(number: code) }
    return process
  }
}
