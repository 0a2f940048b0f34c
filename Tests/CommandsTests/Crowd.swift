import FoundationEssentials
import Glibc
import Testing

/// Several runs of `do` on one store at the same time, each with lines of its own.
struct Crowd {
  let yichuang: Yichuang
  let store: String
  /// What every process is given, line by line.
  let lines: [[String]]
  private var processes: [pid_t] = []
  /// Where each process reads its lines from.
  private var inputs: [Int32] = []

  /// One application for each line, every one under a request of its own.
  init(_ yichuang: Yichuang, store: String, name: String, processes: Int, acts: Int) throws {
    self.yichuang = yichuang
    self.store = store
    let act = try Self.application(yichuang)
    lines = (0..<processes).map { process in
      (0..<acts).map { act.before + "\"request\":\"\(name)-\(process)-\($0)\"," + act.after }
    }
  }

  /// Every process with lines of its own.
  init(_ yichuang: Yichuang, store: String, lines: [[String]]) {
    (self.yichuang, self.store, self.lines) = (yichuang, store, lines)
  }

  /// An example, parted where its label stands.
  private static func application(
    _ yichuang: Yichuang
  ) throws -> (before: String, after: String) {
    let script = try yichuang.run("do", "--examples").lines
    let line = try #require(
      script.first { $0.contains("\"take-in\"") && $0.contains("decide-on-the-spot") })
    let start = try #require(line.firstRange(of: "\"label\":")?.lowerBound)
    let end = try #require(line.firstRange(of: "\"item\":")?.lowerBound)
    return (String(line[..<start]), String(line[end...]))
  }

  private func path(_ process: Int, _ kind: String) -> String {
    yichuang.path("crowd-\(process).\(kind)")
  }

  /// Everybody begins and is given so many lines, the others when all have come so far.
  mutating func start(with first: Int) throws {
    for process in lines.indices {
      for kind in ["in", "out", "err"] { unlink(path(process, kind)) }
      try #require(mkfifo(path(process, "in"), 0o600) == 0)
      inputs.append(open(path(process, "in"), O_RDWR | O_CLOEXEC))
      give(process, lines[process].prefix(first))
      let files = ["in", "out", "err"].map { path(process, $0) }
      processes.append(try yichuang.start(["do", "--store", store], files))
    }
    run { $0.allSatisfy { $0.count >= first } }
    for process in lines.indices { give(process, lines[process].dropFirst(first)) }
    for input in inputs { close(input) }
    inputs = []
  }

  private func give(_ process: Int, _ lines: ArraySlice<String>) {
    var text = lines.map { $0 + "\n" }.joined()
    let written = text.withUTF8 { write(inputs[process], $0.baseAddress, $0.count) }
    // A pipe takes 64 KiB at once; what is given here is less.
    precondition(written == text.utf8.count, "the lines do not fit into a pipe")
  }

  /// What each process has answered so far, whole lines only.
  func answers() -> [[String]] {
    lines.indices.map { process in
      let bytes = FileManager.default.contents(atPath: path(process, "out")) ?? Data()
      let whole = bytes[..<(bytes.lastIndex(of: UInt8(ascii: "\n")) ?? bytes.startIndex)]
      return String(decoding: whole, as: UTF8.self).split(separator: "\n").map(String.init)
    }
  }

  /// Lets them work until enough is answered, or all have ended, or they take longer than anybody
  /// would wait.
  func run(until isEnough: ([[String]]) -> Bool) {
    let deadline = ContinuousClock.now + .seconds(200)
    while ContinuousClock.now < deadline {
      let answers = answers()
      let isDone = zip(answers, lines).allSatisfy { $0.count == $1.count }
      if isEnough(answers) || isDone || remarked() { return }
      usleep(500)
    }
  }

  /// Somebody has complained, and may answer no more.
  private func remarked() -> Bool {
    lines.indices.contains { process in
      (FileManager.default.contents(atPath: path(process, "err")) ?? Data()).count > 0
    }
  }

  /// Ends all of them at once, in the middle of whatever they are at.
  mutating func kill() {
    for process in processes { Glibc.kill(process, SIGKILL) }
    _ = wait()
  }

  /// How each ended.
  mutating func wait() -> [Int32] {
    defer { processes = [] }
    return processes.map { Yichuang.wait(for: $0) }
  }
}
