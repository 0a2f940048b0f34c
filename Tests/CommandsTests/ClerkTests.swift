import Commands
import FoundationEssentials
import Glibc
import Testing

/// The people of a real hall, as whoever sets it up meets them.
struct ClerkTests {
  private let yichuang: Yichuang
  private let store: String

  init() throws {
    yichuang = try Yichuang()
    store = try yichuang.hall()
  }

  private func run(_ words: String..., input: String = "") throws -> Run {
    try yichuang.run(words + ["--store", store, "--language", "en"], input: input)
  }

  private static let key =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDfDAnytJ4u3R0qhjucnzBkSVji+BgCfwhS3+o6Nkuru"
  private static let fingerprint = "SHA256:lHNPNfZNXeWvShrosJwqkTUI93NEE14q6bb3zJ9NM4w"

  @Test func `somebody is enrolled, moved, let out and let in again`() throws {
    let added = try run(
      "clerk", "add", "zhangwei", "--name", "张伟", "--name-en", "Zhang Wei", "--role", "examiner",
      "--department", "SJ", "--as", "qianjin")
    #expect(added.status == 0 && added.output.contains("Zhang Wei (zhangwei, Examiner)"))
    let moved = try run(
      "clerk", "change", "zhangwei", "--role", "generalCounter", "--counter", "A05", "--reason",
      "moved", "--as", "qianjin", "--json")
    #expect(moved.output == #"{"ok":true,"clerk":"zhangwei","changed":true}"# + "\n")
    for (act, isDisabled) in [("disable", "true"), ("enable", "false")] {
      let run = try run("clerk", act, "zhangwei", "--reason", "leave", "--as", "qianjin")
      #expect(run.status == 0)
      let shown = try self.run("clerk", "show", "zhangwei", "--json").output
      #expect(shown.contains(#""counter":"A05","isDisabled":\#(isDisabled)"#))
      #expect(shown.contains(#""department":null"#))
    }
    #expect(try run("verify").status == 0)
  }

  @Test func `nobody else lets people in, and nobody is left out of the question`() throws {
    let add = ["clerk", "add", "zhangwei", "--name", "张伟", "--role", "release"]
    #expect(try yichuang.run(add + ["--store", store]).status == 2)
    #expect(try yichuang.run(add + ["--store", store, "--as", "wangfang"]).status == 1)
    #expect(try yichuang.run(add + ["--store", store, "--as", "nosuch"]).status == 1)
    let last = try run("clerk", "disable", "qianjin", "--reason", "x", "--as", "qianjin", "--json")
    #expect(last.status == 1 && last.output.contains("last-hall-manager"))
    #expect(try run("clerk", "list").output.contains("Qian Jin"))
  }

  @Test func `a hall of its own lets its first manager in without anybody`() throws {
    let data = yichuang.path("data")
    try FileManager.default.copyItem(atPath: Yichuang.data, toPath: data)
    let file = data + "/hall/clerks.json"
    let clerks = try String(contentsOfFile: file, encoding: .utf8)
      .replacing("\"hallManager\"", with: "\"supervisor\"")
    try clerks.write(toFile: file, atomically: true, encoding: .utf8)
    let bare = yichuang.path("bare.db")
    let place = ["--store", bare, "--data", data]
    try #require(try yichuang.run(["init"] + place).status == 0)
    let add = ["clerk", "add", "lihua", "--name", "李华", "--role", "hallManager"]
    #expect(try yichuang.run(add + place).status == 0)
    let second = ["clerk", "add", "zhangwei", "--name", "张伟", "--role", "release"]
    #expect(try yichuang.run(second + place).status == 2)
    #expect(try yichuang.run(second + place + ["--as", "lihua"]).status == 0)
  }

  @Test func `keys are granted from a file or a line, shown and withdrawn`() throws {
    let file = yichuang.path("wangfang.pub")
    try (Self.key + " counter 3\n").write(toFile: file, atomically: true, encoding: .utf8)
    let granted = try run("clerk", "key", "add", "wangfang", file, "--as", "qianjin")
    #expect(granted.status == 0 && granted.output.contains(Self.fingerprint))
    let twice = try run(
      "clerk", "key", "add", "limin", "-", "--as", "qianjin", "--json", input: Self.key + "\n")
    #expect(twice.status == 1 && twice.output.contains("key-taken"))
    #expect(
      try run("clerk", "key", "list").output
        == "wangfang  \(Self.fingerprint)  ssh-ed25519  counter 3\n")
    let withdrawn = try run(
      "clerk", "key", "remove", "wangfang", Self.fingerprint, "--reason", "lost", "--as", "qianjin")
    #expect(withdrawn.status == 0)
    #expect(try run("clerk", "key", "list", "wangfang").output.isEmpty)
    #expect(try run("verify").status == 0)
  }

  @Test func `a private key that was taken for the public one is never repeated`() throws {
    let text = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk\n"
    let run = try run("clerk", "key", "add", "wangfang", "-", "--as", "qianjin", input: text)
    #expect(run.status == 1 && run.remarks.contains("private key"))
    #expect(!run.remarks.contains("b3Blb") && !run.output.contains("b3Blb"))
  }

  @Test func `a password comes from standard input, and only its hash is kept`() throws {
    let secret = "counter three, 口令"
    let set = try run("clerk", "password", "wangfang", "--as", "qianjin", input: secret + "\n")
    #expect(set.status == 0 && set.remarks.isEmpty)
    #expect(try run("clerk", "show", "wangfang", "--json").output.contains(#""hasPassword":true"#))
    for suffix in ["", "-wal"] {
      let bytes = (try? Data(contentsOf: URL(filePath: store + suffix))) ?? Data()
      #expect(![UInt8](bytes).contains(Array(secret.utf8)))
    }
    #expect(
      try run("clerk", "password", "wangfang", "--as", "qianjin", input: "short\n").status == 1)
    #expect(try run("clerk", "password", "wangfang", "--as", "qianjin").status == 2)
    let own = try run("clerk", "password", "--as", "wangfang", input: "guessed\nthe new one\n")
    #expect(own.status == 1)
    let changed = try run(
      "clerk", "password", "--as", "wangfang", input: secret + "\nthe new one\n")
    #expect(changed.status == 0, "\(changed.remarks)")
  }

  @Test func `at a terminal a password is typed twice and never shown`() throws {
    func type(_ first: String, _ second: String) throws -> (Int32?, String) {
      let terminal = try PseudoTerminal(
        ["clerk", "password", "wangfang", "--as", "qianjin", "--store", store, "--language", "en"],
        environment: ["HOME": yichuang.home, "LC_ALL": "C.UTF-8"])
      #expect(terminal.await(Array("New password: ".utf8)))
      #expect(terminal.modesNow.c_lflag & UInt32(ECHO) == 0)
      terminal.type(Array((first + "\n").utf8))
      #expect(terminal.await(Array("Once more: ".utf8)))
      terminal.type(Array((second + "\n").utf8))
      let status = terminal.end()
      #expect(terminal.modesNow.c_lflag == terminal.modesBefore.c_lflag)
      return (status, String(decoding: terminal.output, as: UTF8.self))
    }
    let (status, shown) = try type("long 密码 enough", "long 密码 enough")
    #expect(status == 0 && !shown.contains("enough"))
    #expect(try type("long enough", "long enougj").0 == 2)
  }

  @Test func `whoever breaks off the typing gets the terminal back`() throws {
    let terminal = try PseudoTerminal(
      ["clerk", "password", "wangfang", "--as", "qianjin", "--store", store, "--language", "en"],
      environment: ["HOME": yichuang.home, "LC_ALL": "C.UTF-8"])
    #expect(terminal.await(Array("New password: ".utf8)))
    terminal.type([0x03])
    #expect(terminal.end() == 2)
    #expect(terminal.modesNow.c_lflag == terminal.modesBefore.c_lflag)
  }
}
