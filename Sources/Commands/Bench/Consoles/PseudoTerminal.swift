import FoundationEssentials
package import Glibc

/// A program on a terminal of its own: bytes go in, bytes come out, nobody looks on.
package final class PseudoTerminal {
  package enum Fault: Error {
    /// With the system's number of the reason.
    case notStarted(Int32)
  }

  private let master: Int32
  /// The program's side, held open so that its modes can be looked at.
  private let slave: Int32
  package private(set) var process: pid_t = 0
  package private(set) var output: [UInt8] = []
  private var answered = [0, 0]
  package private(set) var modesBefore = termios()

  /// With arguments as they come, in whatever character set.
  package init(
    running program: String, _ arguments: [[UInt8]], environment: [String: String],
    columns: UInt16 = 80, rows: UInt16 = 24
  ) throws(Fault) {
    var (master, slave): (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, nil, nil, &size) == 0 else { throw .notStarted(errno) }
    (self.master, self.slave) = (master, slave)
    for file in [master, slave] { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
    tcgetattr(slave, &modesBefore)
    let path = try Self.name(of: slave)
    do throws(ProcessStart.Fault) {
      // In a session of its own, so that the terminal it opens first becomes its own.
      process = try ProcessStart.start(
        program, arguments, environment: environment,
        files: (Int32(0)...2).map { ($0, .file(path, flags: O_RDWR)) }, inOwnSession: true)
    } catch {
      throw .notStarted(error.number)
    }
  }

  /// Several terminals may be opened at the same time.
  private static func name(of terminal: Int32) throws(Fault) -> String {
    var name = [CChar](repeating: 0, count: Int(PATH_MAX))
    let number = ttyname_r(terminal, &name, name.count)
    guard number == 0 else { throw .notStarted(number) }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    if process > 0 {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(slave)
    close(master)
  }

  package func type(_ bytes: [UInt8]) {
    _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  /// Reads until these bytes have come since the last time, within some seconds.
  package func await(_ bytes: [UInt8], within seconds: Int = 10) -> Bool {
    let start = output.count
    return read(within: seconds) { $0[start...].contains(bytes) }
  }

  /// Answers what a terminal is asked, whether it is there and what it is, as every terminal does.
  private func giveSigns() {
    for (index, (asked, answer)) in [("[5n", "[0n"), ("[c", "[?62;22c")].enumerated() {
      let question = Array("\u{1B}\(asked)".utf8)
      while let place = output[answered[index]...].firstRange(of: question) {
        answered[index] = place.upperBound
        type(Array("\u{1B}\(answer)".utf8))
      }
      // A question may have come in part.
      answered[index] = max(answered[index], output.count - question.count + 1)
    }
  }

  /// What has come by now, with an answer to what a terminal is asked; true if there was anything.
  package func listen() -> Bool {
    let bytes = take(most: 65_536)
    output += bytes
    giveSigns()
    return !bytes.isEmpty
  }

  /// What has come, at most so many bytes, without waiting and without an answer to anything.
  package func take(most: Int) -> [UInt8] {
    var wanted = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&wanted, 1, 0) > 0, wanted.revents & Int16(POLLIN) != 0 else { return [] }
    var chunk = [UInt8](repeating: 0, count: most)
    let count = chunk.withUnsafeMutableBytes { Glibc.read(master, $0.baseAddress, $0.count) }
    return Array(chunk.prefix(max(0, count)))
  }

  /// Whether nothing waits to be read on either side and the process waits for more, or has ended.
  package var isAtRest: Bool {
    var unread: Int32 = 0
    _ = ioctl(slave, UInt(FIONREAD), &unread)
    var wanted = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&wanted, 1, 0) == 0 else { return false }
    let state = stateOfProcess
    return state == "Z" || (state == "S" && unread == 0)
  }

  /// What the process is at, by the system's letter: `S` waits, `R` runs, `Z` has ended.
  package var stateOfProcess: Character {
    let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return status?.split(separator: ")").last?.dropFirst().first ?? "Z"
  }

  /// Until something comes, so long at most.
  package func rest(milliseconds: Int32) {
    var wanted = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    _ = poll(&wanted, 1, milliseconds)
  }

  /// Ends the process as nothing can be ended more suddenly, or tells it that the line is gone.
  package func end(by signal: Int32) -> Int32? {
    if process > 0 { kill(process, signal) }
    return end()
  }

  /// The exit status, once everything has been read; nil if the process goes on.
  package func end(within seconds: Int = 10) -> Int32? {
    guard process > 0 else { return nil }
    var status: Int32 = 0
    let hasEnded = read(within: seconds) { _ in waitpid(self.process, &status, WNOHANG) > 0 }
    guard hasEnded else { return nil }
    process = 0
    _ = read(within: 0) { _ in false }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
  }

  package var modesNow: termios {
    var modes = termios()
    tcgetattr(slave, &modes)
    return modes
  }

  private func read(within seconds: Int, until isDone: ([UInt8]) -> Bool) -> Bool {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while !isDone(output) {
      let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
      // One that never stops talking is not waited for either.
      if left < -5_000 { return false }
      var wanted = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      // A process that ends says nothing, so its end is looked for now and then.
      let ready = poll(&wanted, 1, Int32(max(0, min(20, left))))
      if ready > 0 {
        let count = chunk.withUnsafeMutableBytes { Glibc.read(master, $0.baseAddress, $0.count) }
        if count > 0 {
          output += chunk.prefix(count)
          giveSigns()
        }
      } else if left <= 0 {
        return false
      }
    }
    return true
  }
}
