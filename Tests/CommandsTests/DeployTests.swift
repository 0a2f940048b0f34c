import FoundationEssentials
import Testing

/// The pieces for a hall's host speak of nothing the program does not have.
struct DeployTests {
  private static let folder = Yichuang.data + "/deploy"

  private static let files: [String] = {
    let found = try? FileManager.default.subpathsOfDirectory(atPath: folder)
    return (found ?? []).filter {
      $0.split(separator: "/").last?.contains(".") == true && !$0.hasSuffix(".d")
    }.sorted()
  }()

  /// Every call of the program in a text: the command, and the options up to the end of the call.
  private static func calls(in text: String) -> [(command: String, options: [String])] {
    text.split(whereSeparator: { "\n;`'|&".contains($0) }).flatMap { part in
      let words = part.split(whereSeparator: { $0.isWhitespace || $0 == "\"" }).map(String.init)
      return words.indices.compactMap { place -> (String, [String])? in
        guard words[place] == "yichuang" || words[place].hasSuffix("/yichuang"),
          let command = words[(place + 1)...].first,
          command.first?.isLetter == true,
          command.allSatisfy({ $0.isASCII && ($0.isLowercase || $0 == "-") })
        else { return nil }
        return (command, words[(place + 2)...].filter { $0.hasPrefix("--") })
      }
    }
  }

  @Test(arguments: files) func `a file names only commands and options there are`(
    file: String
  ) throws {
    let yichuang = try Yichuang()
    let text = try String(contentsOfFile: "\(Self.folder)/\(file)", encoding: .utf8)
    var helps: [String: Run] = [:]
    for (command, options) in Self.calls(in: text) {
      let help = try helps[command] ?? yichuang.run(command, "--help")
      helps[command] = help
      #expect(help.status == 0, "\(file): yichuang \(command)")
      for option in options {
        #expect(help.output.contains(option), "\(file): yichuang \(command) \(option)")
      }
    }
    let isAboutCommands = file.hasSuffix(".md") || file.hasSuffix(".service")
    #expect(!isAboutCommands || !helps.isEmpty, "\(file)")
  }

  @Test func `the folder holds what the set-up copies`() throws {
    for language in ["zh", "en"] {
      let text = try String(
        contentsOfFile: "\(Self.folder)/SET-UP.\(language).md", encoding: .utf8)
      let copied = text.split(whereSeparator: \.isWhitespace).map(String.init)
        .filter { $0.hasPrefix("Data/deploy/") }
      #expect(copied.count >= 5)
      for path in copied {
        let pattern = path.dropFirst("Data/deploy/".count)
        let (start, end) = (
          pattern.split(separator: "*").first ?? "", pattern.split(separator: "*").last ?? ""
        )
        #expect(Self.files.contains { $0.hasPrefix(start) && $0.hasSuffix(end) }, "\(path)")
      }
    }
  }

  @Test(.enabled(if: Sshd.isHere, "there is no sshd here"))
  func `sshd understands its piece, and lets the account do nothing but what it is for`() throws {
    Sshd.prepare()
    let yichuang = try Yichuang()
    let key = yichuang.path("key")
    let made = try yichuang.run(
      ["-q", "-t", "ed25519", "-N", "", "-f", key], of: "/usr/bin/ssh-keygen")
    try #require(made.status == 0)
    let piece = "\(Self.folder)/sshd_config.d/yichuang.conf"
    let config = yichuang.path("sshd_config")
    try "HostKey \(key)\nInclude \(piece)\n".write(
      toFile: config, atomically: true, encoding: .utf8)
    let run = try yichuang.run(
      ["-T", "-f", config, "-C", "user=hall,host=x,addr=127.0.0.1"],
      of: try #require(Sshd.program))
    try #require(run.status == 0, "\(run.remarks)")
    for line in [
      "authenticationmethods publickey", "passwordauthentication no",
      "kbdinteractiveauthentication no", "disableforwarding yes", "x11forwarding no",
      "allowagentforwarding no", "allowtcpforwarding no", "permittunnel no", "permituserrc no",
      "permituserenvironment no", "authorizedkeyscommanduser hall",
    ] {
      #expect(run.lines.contains(line), "\(line)")
    }
    let others = try yichuang.run(
      ["-T", "-f", config, "-C", "user=root,host=x,addr=127.0.0.1"],
      of: try #require(Sshd.program))
    #expect(others.lines.contains("authorizedkeyscommand none"))
  }
}
