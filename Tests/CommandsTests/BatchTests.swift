import FoundationEssentials
import Glibc
import Testing

/// `do --batch`: several lines with one wait for the disk.
struct BatchTests {
  private let yichuang: Yichuang
  init() throws { yichuang = try Yichuang() }

  @Test func `lines answer in a batch as they do one by one`() throws {
    let wrong = [
      "", "accept", "{\"do\":\"claim\",\"case\":\"9999-0001\"}",
      "{\"do\":\"claim\",\"case\":\"$nobody\"}",
    ]
    let script = try yichuang.run("do", "--examples").lines.prefix(60)
    let input = (script.prefix(7) + wrong + script.dropFirst(7)).joined(separator: "\n")
    let alone = try yichuang.demo()
    let together = yichuang.path("together.db")
    try FileManager.default.copyItem(atPath: alone, toPath: together)
    let one = try yichuang.run("do", "--store", alone, input: input)
    let many = try yichuang.run("do", "--store", together, "--batch", "16", input: input)
    #expect(one.status == 1 && many.status == 1 && many.lines.count == 63)
    #expect(one.lines == many.lines)
    let papers = try [alone, together].map { store in
      try FileManager.default.contentsOfDirectory(atPath: store + "-print").sorted()
    }
    #expect(papers[0] == papers[1] && !papers[0].isEmpty)
    #expect(try yichuang.run("verify", together).status == 0)
  }

  @Test func `only what was at hand is waited for`() throws {
    let store = try yichuang.demo()
    let files = ["in", "out", "err"].map { yichuang.path("batch.\($0)") }
    try #require(mkfifo(files[0], 0o600) == 0)
    let input = open(files[0], O_RDWR | O_CLOEXEC)
    let process = try yichuang.start(["do", "--store", store, "--batch", "100"], files)
    for number in 1...2 {
      let line = Array("{\"do\":\"issue-ticket\",\"queue\":\"A\"}\n".utf8)
      _ = line.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      #expect(awaitAnswers(number, in: files[1]))
    }
    close(input)
    #expect(Yichuang.wait(for: process) == 0)
  }

  @Test func `whoever is killed in a batch loses nothing that was answered`() throws {
    let store = try yichuang.demo()
    let lines = (0..<200).map {
      "{\"do\":\"issue-ticket\",\"queue\":\"A\",\"request\":\"batch-\($0)\"}"
    }
    let files = ["in", "out", "err"].map { yichuang.path("killed.\($0)") }
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: files[0]))
    let process = try yichuang.start(["do", "--store", store, "--batch", "8"], files)
    #expect(awaitAnswers(8, in: files[1]))
    kill(process, SIGKILL)
    _ = Yichuang.wait(for: process)
    let answered = answers(in: files[1])
    let again = try yichuang.run("do", "--store", store, input: lines.joined(separator: "\n"))
    #expect(again.status == 0 && again.lines.count == lines.count)
    #expect(Array(again.lines.prefix(answered.count)) == answered)
    #expect(try yichuang.run("verify", store).status == 0)
  }

  private func answers(in file: String) -> [String] {
    let bytes = FileManager.default.contents(atPath: file) ?? Data()
    let whole = bytes[..<(bytes.lastIndex(of: UInt8(ascii: "\n")) ?? bytes.startIndex)]
    return String(decoding: whole, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// False if they do not come.
  private func awaitAnswers(_ count: Int, in file: String) -> Bool {
    let deadline = ContinuousClock.now + .seconds(20)
    while answers(in: file).count < count {
      if ContinuousClock.now > deadline { return false }
      usleep(1_000)
    }
    return true
  }
}
