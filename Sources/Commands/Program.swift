import Casework
import Deskwork
import Glibc
import NcursesTerminal

/// The program from its arguments to its exit status.
package enum Program {
  package static let version = "0.1.0"

  /// Runs what the process was called with.
  package static func main() -> Int32 {
    signal(SIGPIPE, SIG_IGN)
    let locale = try? TerminalLocale.adopt()
    let output = Output(locale)
    guard let words = words(locale) else {
      let charset = locale?.charset ?? "UTF-8"
      output.remark(
        "命令行里有不是 \(charset) 的字节；请检查终端的编码与 LANG / "
          + "The command line holds bytes that are not \(charset); check the terminal's encoding and LANG."
      )
      return ExitStatus.usage.rawValue
    }
    return run(words, environment: environment(), output: output).rawValue
  }

  /// CommandLine.arguments takes everything for UTF-8; nil if a word is none of the character set.
  private static func words(_ locale: TerminalLocale?) -> [String]? {
    var words: [String] = []
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let start = CommandLine.unsafeArgv[index] else { continue }
      let bytes = UnsafeBufferPointer(start: start, count: strlen(start)).map {
        UInt8(bitPattern: $0)
      }
      let word = locale.map { $0.text(of: bytes) } ?? String(validating: bytes, as: UTF8.self)
      guard let word else { return nil }
      words.append(word)
    }
    return words
  }

  static func run(
    _ words: [String], environment: [String: String], output: Output
  ) -> ExitStatus {
    // Until the command line is understood, only the environment says which language.
    var language = (try? Invocation.language(nil, environment)) ?? .zh
    do throws(UsageProblem) {
      let arguments = try Arguments(words)
      language = try Invocation.language(arguments[.language], environment)
      let invocation = Invocation(
        arguments: arguments, environment: trusted(environment, under: arguments), output: output,
        language: language)
      return run(invocation)
    } catch {
      output.remark(error.words[language])
      return .usage
    }
  }

  private static func run(_ invocation: Invocation) -> ExitStatus {
    let (arguments, output) = (invocation.arguments, invocation.output)
    if arguments.has(.version) {
      output.say("yichuang \(version)")
      return .done
    }
    if arguments.has(.help) {
      output.say(
        arguments.command.map { Help.command($0, invocation.language) }
          ?? Help.overview(invocation.language))
      return .done
    }
    do throws(Complaint) {
      guard let command = arguments.command else { return try withoutCommand(invocation) }
      return try run(command, invocation)
    } catch {
      return complain(error, invocation)
    }
  }

  private static func run(
    _ command: CommandName, _ invocation: Invocation
  ) throws(Complaint) -> ExitStatus {
    switch command {
    case .demo: return try ConsoleCommands(invocation: invocation).demo()
    case .initialise: return try InitCommand(invocation: invocation).run()
    case .desk: return try ConsoleCommands(invocation: invocation).desk()
    case .perform: return try DoCommand(invocation: invocation).run()
    case .list: return try ListCommand(invocation: invocation).run()
    case .show: return try ShowCommand(invocation: invocation).run()
    case .search: return try SearchCommand(invocation: invocation).run()
    case .stats: return try StatsCommand(invocation: invocation).run()
    case .clock: return try ClockCommand(invocation: invocation).run()
    case .check: return try NumberCheckCommand(invocation: invocation).run()
    case .calendar: return try CalendarCommand(invocation: invocation).run()
    case .rules: return try RulesCommand(invocation: invocation).run()
    case .roles: return RolesCommand(invocation: invocation).run()
    case .ssh: return try SSHCommand(invocation: invocation).run()
    case .clerk: return try ClerkCommand(invocation: invocation).run()
    case .screen: return try ScreenCommand(invocation: invocation).run()
    case .keys: return KeysCommand(invocation: invocation).run()
    case .verify: return try CheckCommands(invocation: invocation).verify()
    case .rebuild: return try CheckCommands(invocation: invocation).rebuild()
    case .backup: return try BackupCommand(invocation: invocation).run()
    case .restore: return try RestoreCommand(invocation: invocation).run()
    case .head: return try HeadCommand(invocation: invocation).run()
    case .doctor: return try DoctorCommand(invocation: invocation).run()
    case .export: return try ExportCommand(invocation: invocation).run()
    case .printWaiting: return try PrintWaitingCommand(invocation: invocation).run()
    case .correctClock: return try CorrectClockCommand(invocation: invocation).run()
    case .closeYear: return try CloseYearCommand(invocation: invocation).run()
    case .bench: return try BenchCommand(invocation: invocation).run()
    case .help: return try help(invocation)
    }
  }

  /// The console if there is a store, else what to do first.
  private static func withoutCommand(
    _ invocation: Invocation
  ) throws(Complaint) -> ExitStatus {
    if access(invocation.storePath, F_OK) == 0 {
      return try ConsoleCommands(invocation: invocation).desk()
    }
    invocation.output.say(Help.overview(invocation.language))
    return .done
  }

  private static func help(_ invocation: Invocation) throws(Complaint) -> ExitStatus {
    guard let name = invocation.arguments.operands.first else {
      invocation.output.say(Help.overview(invocation.language))
      return .done
    }
    let command = try complaining { () throws(UsageProblem) in
      try Arguments.command(named: name)
    }
    invocation.output.say(Help.command(command, invocation.language))
    return .done
  }

  /// With --json a program reads why the hall refused; people read it on standard error.
  private static func complain(_ complaint: Complaint, _ invocation: Invocation) -> ExitStatus {
    let sentence = complaint.sentence(in: invocation.language)
    if invocation.isJSON, case .refused(let refusal, _) = complaint, complaint.status == .refused {
      invocation.output.say(
        JSONValue.object([
          .init("ok", false), .init("refusal", .text(refusal.code)),
          .init("message", .text(sentence)),
        ]).line)
    } else if invocation.isJSON, case .notice(let refusal) = complaint {
      invocation.output.say(refusal.json(in: invocation.language).line)
    } else {
      invocation.output.remark(sentence)
    }
    return complaint.status
  }

  /// Over a line only the options of sshd's own line say where things lie and how they are printed.
  private static func trusted(
    _ environment: [String: String], under arguments: Arguments
  ) -> [String: String] {
    guard arguments.command == .desk, arguments.has(.key) else { return environment }
    return environment.filter { !$0.key.hasPrefix("YICHUANG_") && $0.key != "XDG_DATA_HOME" }
  }

  private static func environment() -> [String: String] {
    let names = [
      "YICHUANG_STORE", "YICHUANG_DATA", "YICHUANG_PRINT", "YICHUANG_PRINT_COMMAND",
      "YICHUANG_PRINT_SECONDS",
      "XDG_DATA_HOME", "HOME", "LANG",
      "LC_ALL", "LC_MESSAGES", "PATH", "TMPDIR", "NO_COLOR", "TERM",
      "SSH_ORIGINAL_COMMAND", BenchPart.variable,
    ]
    var values: [String: String] = [:]
    for name in names {
      if let value = getenv(name) { values[name] = String(cString: value) }
    }
    return values
  }
}
