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
    do throws(ProcessStart.Fault) {
      return try ProcessStart.start(
        arguments[0], arguments.dropFirst().map { Array($0.utf8) }, environment: nil,
        files: [
          (0, .file(input, flags: O_RDONLY)),
          (1, .file(log, flags: O_WRONLY | O_CREAT | O_TRUNC)), (2, .same(as: 1)),
        ], inOwnSession: true)
    } catch {
      throw .notFound
    }
  }

  /// Whether the program can be found where programs lie.
  func isThere(path: String?) -> Bool {
    let name = words[0]
    if name.contains("/") { return access(name, X_OK) == 0 }
    return (path ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").contains {
      access("\($0)/\(name)", X_OK) == 0
    }
  }
}
