import Casework
import Glibc

/// The command that prints a sheet, taken apart into words by ourselves: no shell ever sees it.
///
/// `{file}` stands for the file of the sheet and `{copies}` for how many are wanted; a command
/// that names no file reads the sheet from its standard input.
struct PrintCommand: Hashable, Sendable {
  /// Why a sheet has not come out.
  enum Failure: Error, Hashable {
    case notFound
    case status(Int32)
    case tookTooLong
  }

  let words: [String]

  /// What the printing system of a host is asked by, if it has one.
  static let usual = PrintCommand(words: ["lp", "-n", "{copies}", "{file}"])

  private init(words: [String]) { self.words = words }

  /// Words apart by blanks; quotes hold blanks together. Nil if a quote is left open or nothing stands there.
  init?(_ text: String) {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        (quote, word) = (character, word ?? "")
      } else if character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    guard quote == nil, words.first?.isEmpty == false else { return nil }
    self.words = words
  }

  private var namesFile: Bool { words.contains { $0.contains("{file}") } }

  /// Prints one file. What the command says goes into `log`, never onto the screen.
  func run(_ file: String, copies: Int, log: String, seconds: Int) throws(Failure) {
    // The copies first: a file's name is never looked through for marks.
    let arguments = words.map { word in
      word.split(separator: "{copies}", omittingEmptySubsequences: false)
        .joined(separator: "\(copies)")
        .split(separator: "{file}", omittingEmptySubsequences: false).joined(separator: file)
    }
    let process = try start(arguments, input: namesFile ? "/dev/null" : file, log: log)
    let deadline = ContinuousClock.now.advanced(by: .seconds(seconds))
    var status: Int32 = 0
    var pause: UInt32 = 1_000
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { break }
      if ended < 0, errno != EINTR { throw .notFound }
      if ContinuousClock.now >= deadline {
        stop(process)
        throw .tookTooLong
      }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
    guard status == 0 else { throw .status(status & 0x7F == 0 ? status >> 8 & 0xFF : -1) }
  }

  /// With whatever it has started itself.
  private func stop(_ process: pid_t) {
    var status: Int32 = 0
    kill(-process, SIGKILL)
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  /// In a session of its own: it has no terminal to write on, and ends as a whole.
  private func start(
    _ arguments: [String], input: String, log: String
  ) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | Self.newSession
    posix_spawnattr_setflags(&attributes, flags)
    let words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    guard posix_spawnp(&process, arguments[0], &actions, &attributes, words, environ) == 0 else {
      throw .notFound
    }
    return process
  }

  /// POSIX_SPAWN_SETSID, which Swift's module of glibc does not show.
  private static let newSession: Int16 = 0x80

  /// Whether the program can be found where programs lie.
  func isThere(path: String?) -> Bool {
    let name = words[0]
    if name.contains("/") { return access(name, X_OK) == 0 }
    return (path ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").contains {
      access("\($0)/\(name)", X_OK) == 0
    }
  }
}
