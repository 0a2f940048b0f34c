import FoundationEssentials
import Glibc
import Testing

/// What sshd is told of the hall's people.
struct SSHKeysTests {
  private let yichuang: Yichuang
  init() throws { yichuang = try Yichuang() }

  private static let key =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDfDAnytJ4u3R0qhjucnzBkSVji+BgCfwhS3+o6Nkuru"
  private static let fingerprint = "SHA256:lHNPNfZNXeWvShrosJwqkTUI93NEE14q6bb3zJ9NM4w"

  /// A hall in which one clerk has a key.
  private func hall(named name: String = "real.db") throws -> String {
    var store = try yichuang.hall()
    if store != yichuang.path(name) {
      try FileManager.default.moveItem(atPath: store, toPath: yichuang.path(name))
      store = yichuang.path(name)
    }
    let granted = try yichuang.run(
      ["clerk", "key", "add", "wangfang", "-", "--as", "qianjin", "--store", store],
      input: Self.key)
    try #require(granted.status == 0, "\(granted.remarks)")
    return store
  }

  private func lines(_ store: String, _ more: String...) throws -> Run {
    try yichuang.run(["ssh", "authorized-keys", "--store", store] + more)
  }

  @Test func `a key opens the console for its owner, and nothing else`() throws {
    let store = try hall()
    let line =
      "restrict,pty,command=\"\(Yichuang.executable) desk --store \(store) --as wangfang --key "
      + "\(Self.fingerprint)\" \(Self.key) wangfang\n"
    let parts = Self.key.split(separator: " ").map(String.init)
    for more in [
      [], ["--fingerprint", Self.fingerprint], ["--type", parts[0], "--key", parts[1]],
    ] {
      let run = try yichuang.run(["ssh", "authorized-keys", "--store", store] + more)
      #expect(run.status == 0 && run.output == line)
    }
  }

  @Test func `strangers and people who are disabled are told nothing`() throws {
    let store = try hall()
    let stranger = try lines(store, "--fingerprint", "SHA256:" + String(repeating: "A", count: 43))
    #expect(stranger.status == 0 && stranger.output.isEmpty)
    let disabled = try yichuang.run(
      "clerk", "disable", "wangfang", "--reason", "调离", "--as", "qianjin", "--store", store)
    #expect(disabled.status == 0)
    #expect(try lines(store).output.isEmpty)
    #expect(try lines(yichuang.path("nowhere.db")).status == 3)
  }

  @Test(arguments: [
    "plain.db", "two words.db", "it's.db", #"a"quote.db"#, #"back\slash.db"#, #"both\".db"#,
    "$HOME`id`;rm -rf *.db", "大厅.db", #"'"'"'.db"#,
  ])
  func `any path comes through sshd and the shell as it is`(name: String) throws {
    let store = try hall(named: name)
    let line = try lines(store, "--print-command", #"lp -t "it's {file}" \"#).output
    let command = try #require(Self.command(of: line))
    let shell = try yichuang.run(
      ["-c", #"printf '%s\n' "# + command], of: "/bin/sh")
    #expect(
      shell.lines == [
        Yichuang.executable, "desk", "--store", store, "--print-command",
        #"lp -t "it's {file}" \"#, "--as", "wangfang", "--key", Self.fingerprint,
      ])
  }

  /// As sshd takes it out of the line: up to the first quote without a backslash before it.
  private static func command(of line: String) -> String? {
    let start = "restrict,pty,command=\""
    guard line.hasPrefix(start) else { return nil }
    var (command, rest) = ("", line.dropFirst(start.count))
    while let letter = rest.popFirst() {
      if letter == "\\", rest.first == "\"" {
        command.append(rest.removeFirst())
      } else if letter == "\"" {
        return rest.hasPrefix(" ssh-ed25519 ") ? command : nil
      } else {
        command.append(letter)
      }
    }
    return nil
  }

  @Test func `a path that would end the line is refused`() throws {
    let store = try hall(named: "two\nlines.db")
    let run = try lines(store)
    #expect(run.status == 3 && run.output.isEmpty && !run.remarks.isEmpty)
  }

  @Test func `the console takes no command along with it, and opens nothing for one`() throws {
    let store = yichuang.path("nowhere.db")
    for command in ["sh", "", "internal-sftp", "git-upload-pack 'x'"] {
      for language in ["zh", "en"] {
        let run = try yichuang.run(
          [
            "desk", "--as", "wangfang", "--key", "SHA256:x", "--store", store, "--language",
            language,
          ],
          environment: ["SSH_ORIGINAL_COMMAND": command])
        #expect(run.status == 1 && run.output.isEmpty)
        #expect(run.remarks.contains("Only the console opens here"))
        #expect(run.remarks.contains("不执行命令"))
      }
    }
    let blind = try yichuang.run(
      "desk", "--as", "wangfang", "--key", "SHA256:x", "--store", store)
    #expect(blind.status == 1 && blind.remarks.contains("ssh -t"))
    #expect(try yichuang.run("desk", "--key", "SHA256:x", "--store", store).status == 2)
  }
}

/// What a real hall shows to somebody it knows, and to nobody else.
struct KnownPeopleTests {
  private let yichuang: Yichuang
  init() throws { yichuang = try Yichuang() }

  private static let readings = [
    ["list"], ["search", "x"], ["show", "0311-0001"], ["stats"], ["clock", "0311-0001"],
    ["screen", "inbox"],
  ]

  @Test func `cases are read in somebody's name, who is not disabled`() throws {
    let store = try yichuang.hall()
    let disabled = try yichuang.run(
      "clerk", "disable", "limin", "--reason", "调离", "--as", "qianjin", "--store", store)
    #expect(disabled.status == 0)
    for words in Self.readings {
      let place = words + ["--store", store, "--json"].dropLast(words[0] == "screen" ? 1 : 0)
      #expect(try yichuang.run(place).status == 2, "\(words)")
      #expect(try yichuang.run(place + ["--as", "limin"]).status == 1, "\(words)")
      let known = try yichuang.run(place + ["--as", "duanyumin"])
      let isThere = !words.contains("0311-0001")
      #expect(known.status == (isThere ? 0 : 1), "\(words) \(known.remarks)")
    }
  }

  @Test func `what is no case is read by whoever owns the store`() throws {
    let store = try yichuang.hall()
    for words in [["rules"], ["calendar", "show"], ["clerk", "list"], ["verify"]] {
      #expect(try yichuang.run(words + ["--store", store]).status == 0, "\(words)")
    }
  }

  @Test func `in a demo hall nobody has to be named`() throws {
    let store = try yichuang.demo()
    for words in [["list"], ["stats"], ["screen", "inbox"]] {
      #expect(try yichuang.run(words + ["--store", store]).status == 0, "\(words)")
    }
  }
}
