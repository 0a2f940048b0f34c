import CaseStore
import Casework
import Console
import Deskwork
import FoundationEssentials
import Glibc
import TerminalUI

/// The commands that open the console.
struct ConsoleCommands {
  let invocation: Invocation

  func desk() throws(Complaint) -> ExitStatus {
    try invocation.demandConsoleAlone()
    let theme = try ThemeFiles(invocation: invocation).theme()
    try demandTerminal()
    try open(OpenHall(working: invocation, later: true), theme)
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
    try open(OpenHall(working: invocation, at: path, later: true), theme)
    invocation.output.remark(
      invocation.say(
        "再次打开：yichuang desk --store \(path)", "To open it again: yichuang desk --store \(path)"))
    return .done
  }

  private func open(_ hall: OpenHall, _ theme: Theme) throws(Complaint) {
    let idle = try complaining { () throws(UsageProblem) in
      try invocation.idleMinutes(in: hall.desk.nature)
    }
    let (counter, paper) = (
      try hall.counterIfNamed(invocation), try invocation.printer(for: hall).paper
    )
    // The disk writes that somebody has come in while the first screen is made.
    let seat = try hall.store.withoutWaiting { () throws(Complaint) in try hall.signIn(invocation) }
    let clerk = DeskClerk(
      desk: hall.desk, seat: seat, counter: counter, paper: paper, unconfirmed: true)
    var lack: Complaint?
    do throws(ConsoleSession.Refusal) {
      try ConsoleSession.run(
        clerk: clerk, language: invocation.language,
        display: Display(theme: theme, isThin: invocation.arguments.has(.thin)),
        logPath: hall.path + ".log", usesColour: true, idleMinutes: idle
      ) {
        lack = hall.lack
        return lack == nil
      }
    } catch {
      switch error {
      case .terminal(let fault): throw .terminal(fault)
      case .store(let error): throw .store(error)
      }
    }
    // The screen is the clerk's own again, and nobody waits for this.
    hall.store.emptyLogIfAlone()
    if let lack { throw lack }
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

extension OpenHall {
  /// What is wrong with the templates or the pinyin; nil if nothing is.
  fileprivate var lack: Complaint? {
    do throws(Complaint) {
      try data?.demandTexts()
      return nil
    } catch {
      return error
    }
  }
}

extension Invocation {
  /// After how many minutes without a key the console is covered; 0 for never.
  fileprivate func idleMinutes(in nature: StoreNature) throws(UsageProblem) -> Int {
    guard let text = arguments[.lockAfter] else { return nature.isDemo ? 0 : 10 }
    guard let minutes = Int(text), (0...1_440).contains(minutes) else {
      throw .valueExpected(
        .lockAfter, text, Words("0 到 1440 的分钟数", "a number of minutes from 0 to 1440"))
    }
    return minutes
  }
}
