import Casework
import Deskwork
import FoundationEssentials
import Glibc
import TerminalUI

/// The commands that open the console.
struct ConsoleCommands {
  let invocation: Invocation

  func desk() throws(Complaint) -> ExitStatus {
    let theme = try ThemeFiles(invocation: invocation).theme()
    try demandTerminal()
    try open(OpenHall(working: invocation), theme)
    return .done
  }

  /// A hall of its own in a private folder, which stays when the console is left.
  func demo() throws(Complaint) -> ExitStatus {
    let theme = try ThemeFiles(invocation: invocation).theme()
    try demandTerminal()
    let path = try privateFolder() + "/hall.db"
    let maker = HallMaker(invocation: invocation, path: path)
    let plan = try complaining { () throws(UsageProblem) in try maker.plan(isDemo: true) }
    do throws(Complaint) {
      try maker.make(plan)
    } catch {
      rmdir(String(path.dropLast("/hall.db".count)))
      throw error
    }
    invocation.output.remark(
      invocation.say("演示大厅在 \(path)。", "The demo hall lies at \(path)."))
    try open(OpenHall(working: invocation, at: path), theme)
    invocation.output.remark(
      invocation.say(
        "再次打开：yichuang desk --store \(path)", "To open it again: yichuang desk --store \(path)"))
    return .done
  }

  private func open(_ hall: OpenHall, _ theme: Theme) throws(Complaint) {
    let seat = try hall.seat(invocation)
    let printer = try invocation.printer(for: hall)
    do throws(ConsoleSession.Refusal) {
      try ConsoleSession.run(
        desk: hall.desk, seat: seat, language: invocation.language, theme: theme,
        logPath: hall.path + ".log", usesColour: true,
        paper: printer.paper)
    } catch {
      switch error {
      case .terminal(let fault): throw .terminal(fault)
      case .store(let error): throw .store(error)
      }
    }
  }

  private func demandTerminal() throws(Complaint) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw .usage(.notATerminal)
    }
  }

  /// Only its owner can look into it.
  private func privateFolder() throws(Complaint) -> String {
    let parent = invocation.set("TMPDIR") ?? "/tmp"
    var template = Array("\(parent)/yichuang-demo-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .store(
        .cannotOpen(path: parent, detail: String(cString: strerror(errno))))
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
