import Casework
import Console
import Deskwork
import WorkCalendar

/// Puts every sheet into the print folder, whole, and then gives it to the printer's command.
///
/// The act that issued a sheet stands whatever becomes of the paper: what does not come out waits
/// in the folder, its number kept, and is printed once.
final class Printer {
  let folder: PrintFolder
  /// Nil where sheets only go into the folder.
  let command: PrintCommand?
  private let seconds: Int
  /// When the command last took too long; for a while nobody is kept waiting for it again.
  private var wasTooSlowAt: ContinuousClock.Instant?
  private static let patience = Duration.seconds(60)

  /// How long the command may take over one sheet.
  static let seconds = 10

  init(folder: PrintFolder, command: PrintCommand?, seconds: Int) {
    (self.folder, self.command, self.seconds) = (folder, command, seconds)
  }

  /// What became of sheets that waited.
  struct Tally: Hashable {
    var printed = 0
    var waiting = 0
    /// Those a program was printing when it ended.
    var interrupted = 0
  }

  /// Prints one sheet; answers what to do if it did not come out.
  func print(_ sheet: PrintFolder.Sheet, _ language: Language) -> String? {
    guard let command else {
      return folder.write(sheet, to: .done) ? nil : unwritten(sheet, language)
    }
    guard folder.write(sheet, to: .waiting) else { return unwritten(sheet, language) }
    if let slow = wasTooSlowAt, ContinuousClock.now - slow < Self.patience {
      return waits(.tookTooLong, command, language)
    }
    do throws(PrintCommand.Failure) {
      // Somebody else may have been faster to print what waits.
      _ = try run(command, sheet.name, copies: sheet.copies, from: .waiting)
      return nil
    } catch {
      return waits(error, command, language)
    }
  }

  /// Prints what waits, and stops at the first sheet that does not come out. What was interrupted
  /// is printed only for whoever has looked at the printer and asks for it.
  func printWaiting(
    alsoInterrupted: Bool = false
  ) -> (tally: Tally, failure: PrintCommand.Failure?) {
    wasTooSlowAt = nil
    var tally = Tally()
    var failure: PrintCommand.Failure?
    if let command {
      let places = (alsoInterrupted ? [PrintFolder.Place.printing] : []) + [.waiting]
      printing: for place in places {
        for sheet in place == .waiting ? folder.waiting() : folder.interrupted() {
          do throws(PrintCommand.Failure) {
            if try run(command, sheet.name, copies: sheet.copies, from: place) {
              tally.printed += 1
            }
          } catch {
            failure = error
            break printing
          }
        }
      }
    }
    tally.waiting = folder.waiting().count
    tally.interrupted = folder.interrupted().count
    return (tally, failure)
  }

  /// Whether it was we who printed it.
  private func run(
    _ command: PrintCommand, _ sheet: String, copies: Int, from place: PrintFolder.Place
  ) throws(PrintCommand.Failure) -> Bool {
    guard let claim = folder.claim(sheet, copies: copies, from: place) else { return false }
    defer { _ = claim }
    do throws(PrintCommand.Failure) {
      try command.run(
        folder.file(sheet, copies: copies, in: .printing), copies: copies, log: folder.log,
        seconds: seconds)
    } catch {
      if error == .tookTooLong { wasTooSlowAt = .now }
      _ = folder.move(sheet, copies: copies, to: .waiting)
      throw error
    }
    _ = folder.move(sheet, copies: copies, to: .done)
    return true
  }
}

extension Printer {
  private func unwritten(_ sheet: PrintFolder.Sheet, _ language: Language) -> String {
    Words(
      "\(sheet.name) 已出具，但写不进 \(folder.path)；请检查打印文件夹后补打。",
      "\(sheet.name) was issued but could not be written to \(folder.path); check the print folder and print it again."
    )[language]
  }

  private func waits(
    _ failure: PrintCommand.Failure, _ command: PrintCommand, _ language: Language
  ) -> String {
    let why = failure.words(command)
    let count = folder.waiting().count
    return Words(
      "打印没有成功（\(why.zh)），\(count)张在 \(folder.path)/waiting 等候，文号不变；修好后按 Alt-P 或用 yichuang print-waiting 打印。",
      "Printing failed (\(why.en)); \(count) wait in \(folder.path)/waiting with their numbers. Once it works, Alt-P or yichuang print-waiting prints them."
    )[language]
  }
}

extension PrintCommand.Failure {
  func words(_ command: PrintCommand) -> Words {
    let name = command.words[0]
    return switch self {
    case .notFound: Words("没有 \(name) 这个程序", "there is no program \(name)")
    case .status(let status): Words("\(name) 退出状态 \(status)", "\(name) ended with \(status)")
    case .tookTooLong: Words("\(name) 没有响应", "\(name) does not answer")
    }
  }
}

extension Printer {
  /// For the console.
  var paper: Paper {
    Paper(
      document: { document, id, isReprint, language in
        self.print(PrintFolder.Sheet(document, of: id, isReprint: isReprint), language)
      },
      slip: { ticket, text, language in
        self.print(PrintFolder.Sheet(ticket, text: text), language)
      },
      sheet: { name, text, language in
        let sheet = PrintFolder.Sheet(
          name: PrintFolder.Sheet.fileName(name), text: text, copies: 1)
        if let problem = self.print(sheet, language) { return Notice(.refused, problem) }
        let file = self.folder.file(sheet.name, copies: 1, in: .done)
        return Notice(.done, Words("已打印到 \(file)", "Printed into \(file)")[language])
      },
      waiting: { language in
        let (tally, failure) = self.printWaiting()
        let sentence = tally.sentence(in: language)
        guard let failure, let command = self.command else { return Notice(.done, sentence) }
        return Notice(.refused, failure.words(command)[language] + " · " + sentence)
      })
  }
}
