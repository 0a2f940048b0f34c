import Casework
import Deskwork
import TerminalUI

/// A console of a hall on a terminal of its own, 80 columns and 24 rows.
final class ConsoleProbe {
  /// In milliseconds: after so long without a byte the last one was the last.
  enum Quiet: Int32 {
    case afterKey = 40
    case afterStart = 250
  }

  let terminal: PseudoTerminal
  private let startedAt: Stopwatch.Instant
  /// What whoever sits there sees; drawn only where no time is taken.
  private var screen = TerminalScreen()

  init(
    _ store: BenchStore, _ host: BenchHost, as clerk: ClerkID, thin: Bool = false
  ) throws(Complaint) {
    var words = ["desk", "--store", store.path, "--data", host.dataPath]
    words += ["--language", "zh", "--as", clerk.rawValue]
    if thin { words.append(Self.thin) }
    startedAt = Stopwatch.now
    do throws(PseudoTerminal.Fault) {
      terminal = try PseudoTerminal(
        running: BenchHost.program, words.map { Array($0.utf8) }, environment: host.environment)
    } catch {
      switch error {
      case .notStarted(let number): throw BenchHost.notStarted(number)
      }
    }
  }

  /// The option of the display that sends the least.
  static let thin = "--thin"
  static var hasThin: Bool { CommandName.desk.options.contains { $0.flag == thin } }

  /// From the start of the process to the first screen, which has to come.
  func firstScreen() throws(Complaint) -> Burst {
    let burst = burst(since: startedAt, .afterStart, patience: 30)
    guard burst.textBytes > 200 else {
      throw .other(
        Words(
          "界面没有打开，量不了；请先试 yichuang desk。",
          "The console did not open and cannot be measured; try yichuang desk first.")
      )
    }
    return burst
  }

  /// What one key brings; empty if nothing comes for a while.
  func press(_ key: [UInt8]) -> Burst {
    let start = Stopwatch.now
    terminal.type(key)
    return burst(since: start, .afterKey, patience: 1)
  }

  /// Whatever comes within so many seconds, burst by burst.
  func listen(seconds: Int) -> [Burst] {
    let end = Stopwatch.now + .seconds(seconds)
    var bursts: [Burst] = []
    while Stopwatch.now < end {
      let left = Stopwatch.now.duration(to: end) / .milliseconds(1)
      terminal.rest(milliseconds: Int32(max(1, left)))
      let burst = burst(since: Stopwatch.now, .afterKey, patience: 0)
      if !burst.bytes.isEmpty { bursts.append(burst) }
    }
    return bursts
  }

  /// Leaves as people do, so that the sitting ends in the store as well.
  func leave() {
    terminal.type([0x11])
    _ = terminal.end(within: 10)
  }

  /// `patience` is how many seconds the first byte may take.
  private func burst(since start: Stopwatch.Instant, _ quiet: Quiet, patience: Int) -> Burst {
    let before = terminal.output.count
    var last = Stopwatch.now
    var microseconds = 0.0
    while true {
      terminal.rest(milliseconds: quiet.rawValue)
      if terminal.listen() {
        last = Stopwatch.now
        microseconds = start.duration(to: last) / .microseconds(1)
        continue
      }
      let hasBegun = terminal.output.count > before
      let wait: Duration = hasBegun ? .milliseconds(quiet.rawValue) : .seconds(patience)
      if last.duration(to: Stopwatch.now) >= wait { break }
    }
    let bytes = Array(terminal.output[before...])
    let lines = screen.lines
    screen.feed(bytes)
    return Burst(
      bytes: bytes, microseconds: microseconds,
      textBytes: screen.textBytes(changedSince: lines))
  }
}

/// Keys as xterm sends them.
enum ProbeKey {
  static let down = Array("\u{1B}OB".utf8)
  static let up = Array("\u{1B}OA".utf8)
  static let nextPage = Array("\u{1B}[6~".utf8)
  static let enter: [UInt8] = [0x0D]
  /// F12, which goes back without the wait that Esc needs.
  static let back = Array("\u{1B}[24~".utf8)

  /// The pane with this number, from any in which nobody types.
  static func pane(_ number: Int) -> [UInt8] { Array("\(number)".utf8) }
}
