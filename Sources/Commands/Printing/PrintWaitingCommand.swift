import Casework
import Deskwork
import FoundationEssentials

/// Prints the sheets that wait since a printer failed.
struct PrintWaitingCommand {
  let invocation: Invocation

  func run() throws(Complaint) -> ExitStatus {
    let hall = try OpenHall(administering: invocation)
    let printer = try invocation.printer(for: hall)
    guard let command = printer.command else { throw .other(Self.noCommand) }
    let (tally, failure) = printer.printWaiting(
      alsoInterrupted: invocation.arguments.has(.interrupted))
    if invocation.isJSON {
      invocation.output.say(tally.json.line)
    } else {
      invocation.output.say(tally.sentence(in: invocation.language))
    }
    if let failure {
      invocation.output.remark(
        failure.words(command)[invocation.language]
          + invocation.say("；详见 \(printer.folder.log)。", "; see \(printer.folder.log)."))
    }
    return tally.waiting == 0 ? .done : .refused
  }

  private static let noCommand = Words(
    "没有打印命令：请加 --print-command 或设 $YICHUANG_PRINT_COMMAND。",
    "There is no print command: add --print-command or set $YICHUANG_PRINT_COMMAND.")
}

extension Printer.Tally {
  fileprivate var json: JSONValue {
    [
      "printed": .number(printed), "waiting": .number(waiting),
      "interrupted": .number(interrupted),
    ]
  }

  func sentence(in language: Language) -> String {
    let broken =
      interrupted == 0
      ? Words("", "")
      : Words(
        "另有\(interrupted)张打印中途断了，请看是否已打出；没有打出的用 yichuang print-waiting --interrupted。",
        " \(interrupted) more were being printed when a program ended: look whether they came out; if not, yichuang print-waiting --interrupted."
      )
    return Words(
      "打印了\(printed)张，还有\(waiting)张在等。" + broken.zh,
      "\(printed) printed, \(waiting) still wait." + broken.en)[language]
  }
}

extension Invocation {
  /// A real hall prints by `lp` where there is one; a demo only into its folder, unless it is told.
  func printer(for hall: OpenHall) throws(Complaint) -> Printer {
    let folder = PrintFolder(path: absolute(printFolder(beside: hall.path)))
    let command = try printCommand(isDemo: hall.desk.nature.isDemo)
    let seconds = set("YICHUANG_PRINT_SECONDS").flatMap { Int($0) } ?? Printer.seconds
    return Printer(folder: folder, command: command, seconds: max(1, seconds))
  }

  private func printCommand(isDemo: Bool) throws(Complaint) -> PrintCommand? {
    guard let text = arguments[.printCommand] ?? set("YICHUANG_PRINT_COMMAND") else {
      return !isDemo && PrintCommand.usual.isThere(path: set("PATH")) ? .usual : nil
    }
    if text == "none" { return nil }
    guard let command = PrintCommand(text) else {
      throw .usage(
        .valueExpected(
          .printCommand, text,
          Words(
            "一条命令，引号成对，如 'lp -n {copies} {file}'",
            "a command with its quotes closed, for example 'lp -n {copies} {file}'")))
    }
    return command
  }

  /// So that no name of a file is taken for an option of the command.
  private func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }
}
