import Casework
import Deskwork
import Glibc
import HallFiles
import Training

/// Carries out one command a line and answers each once it is on disk.
struct DoCommand {
  let invocation: Invocation

  func run() throws(Complaint) -> ExitStatus {
    if invocation.arguments.has(.examples) { return try examples() }
    let batch = try complaining { () throws(UsageProblem) in
      try invocation.arguments.number(.batch, least: 1, most: Self.largestBatch) ?? 1
    }
    let hall = try OpenHall(working: invocation, keeping: KeptFiles.ofScript)
    let seat = try hall.seatIfNamed(invocation)
    let printer = try invocation.printer(for: hall)
    var run = DoRun(hall: hall, seat: seat, printer: printer, language: invocation.language)
    var lines = LineReader(file: STDIN_FILENO)
    var status = ExitStatus.done
    // Whoever runs a script is told once.
    var isPrinterDown = false
    while status != .store, let lines = lines.next(most: batch) {
      let answers =
        lines.count > 1 ? run.answers(to: lines) : lines.compactMap { run.answer(to: $0) }
      if !answers.isEmpty {
        invocation.output.say(answers.map(\.value.line).joined(separator: "\n"))
      }
      if let problem = answers.lazy.flatMap(\.remarks).first, !isPrinterDown {
        invocation.output.remark(problem)
        isPrinterDown = true
      }
      for answer in answers where answer.status != .done && status != .store {
        status = answer.status == .store ? .store : .refused
      }
    }
    return status
  }

  /// The others of the hall wait meanwhile.
  private static let largestBatch = 1_000

  private func examples() throws(Complaint) -> ExitStatus {
    let data = try HallData(invocation)
    let reference = try complaining { () throws(HallFileError) in try data.folder.load() }
    let names = try complaining { () throws(HallFileError) in try data.folder.demoNames() }
    let acts: [ScriptedAct]
    do throws(DeskRefusal) {
      acts = try DoScript.examples(reference, names: names)
    } catch {
      throw .refused(error, error.sentence(in: invocation.language, names: SpokenNames()))
    }
    for act in acts { invocation.output.say(act.json.line) }
    return .done
  }
}

/// The lines of a file, one at a time; an absurdly long one is skipped and counted.
struct LineReader {
  enum Line {
    case text(String, number: Int)
    case notUTF8(number: Int)
    case tooLong(number: Int)

    var number: Int {
      switch self {
      case .text(_, let number), .notUTF8(let number), .tooLong(let number): number
      }
    }
  }

  /// In bytes; no act needs as much.
  static let longest = 1 << 20

  private let file: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var number = 0
  private var isAtEnd = false

  init(file: Int32) { self.file = file }

  /// Nil at the end.
  mutating func next() -> Line? {
    var line: [UInt8] = []
    var isTooLong = false
    while true {
      if start == buffer.count, !fill() {
        guard !line.isEmpty || isTooLong else { return nil }
        return finished(line, isTooLong)
      }
      let rest = buffer[start...]
      let end = rest.firstIndex(of: UInt8(ascii: "\n"))
      if line.count + (end ?? buffer.count) - start <= Self.longest {
        line += rest[..<(end ?? buffer.count)]
      } else {
        isTooLong = true
      }
      start = end.map { $0 + 1 } ?? buffer.count
      if end != nil { return finished(line, isTooLong) }
    }
  }

  /// As many lines as are at hand, so many at most; only the first is waited for. Nil at the end.
  mutating func next(most: Int) -> [Line]? {
    guard let first = next() else { return nil }
    var lines = [first]
    while lines.count < most, isMoreAtHand, let line = next() { lines.append(line) }
    return lines
  }

  private var isMoreAtHand: Bool {
    if buffer[start...].contains(UInt8(ascii: "\n")) { return true }
    var input = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    return !isAtEnd && poll(&input, 1, 0) > 0
  }

  private mutating func finished(_ line: [UInt8], _ isTooLong: Bool) -> Line {
    number += 1
    if isTooLong { return .tooLong(number: number) }
    guard let text = String(validating: line, as: UTF8.self) else {
      return .notUTF8(number: number)
    }
    return .text(text, number: number)
  }

  private mutating func fill() -> Bool {
    guard !isAtEnd else { return false }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        isAtEnd = true
        return false
      }
      (buffer, start) = (Array(chunk.prefix(count)), 0)
      return true
    }
  }
}
