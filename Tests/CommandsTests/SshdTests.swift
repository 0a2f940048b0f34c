import Commands
import CaseStore
import Casework
import Deskwork
import FoundationEssentials
import Glibc
import TestSupport
import Testing
import WorkCalendar

/// The hall as it is deployed: everybody comes in through sshd, and only to the console.
@Suite(
  .serialized,
  .enabled(if: Sshd.isHere, "there is no sshd here; apt-get install openssh-server brings one"))
struct SshdTests {
  private let yichuang: Yichuang
  private let store: String
  private let sshd: Sshd

  init() throws {
    yichuang = try Yichuang()
    store = try yichuang.hall()
    sshd = try Sshd(yichuang, store: store)
  }

  private func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }

  private func desk(_ name: String) throws -> PseudoTerminal {
    let terminal = try sshd.console(name)
    try #require(
      terminal.await(utf8("叫号"), within: 30),
      "\(String(decoding: terminal.output, as: UTF8.self))")
    return terminal
  }

  private func accesses(_ id: ClerkID) throws -> [AccessEvent] {
    let store = try SQLiteStore.openReadOnly(at: store)
    let day = try #require(try store.lastRecordedAt()).date
    return try store.events(of: .access(day, id), after: 0).compactMap {
      guard case .access(let event) = $0.event else { return nil }
      return event
    }
  }

  @Test func `two clerks work at once and see what the other does`() throws {
    let (wangfang, limin) = (try desk("wangfang"), try desk("limin"))
    wangfang.type([0x0E])
    #expect(wangfang.await(utf8("综合")))
    wangfang.type([0x0D])
    #expect(limin.await(utf8("A001")))
    limin.type(utf8("\u{1B}[17~"))
    #expect(wangfang.await(utf8("李敏")))
    // Ctrl-Z leads to no shell: there is none, and the console goes on.
    wangfang.type([0x1A])
    wangfang.type(utf8("8"))
    #expect(wangfang.await(utf8("统计")))
    for terminal in [wangfang, limin] {
      terminal.type([0x11])
      #expect(terminal.end() == 0)
    }
    let ways = try accesses("wangfang").compactMap { event -> SignInWay? in
      guard case .signedIn(let it) = event else { return nil }
      return it.fingerprint == nil ? nil : it.way
    }
    #expect(ways == [.key])
    guard case .signedOut(let left) = try accesses("wangfang").last else {
      Issue.record("nobody has left")
      return
    }
    #expect(left.cause == .byHand)
    #expect(try yichuang.run("verify", store).status == 0)
  }

  @Test func `whoever has no key gets nothing at all`() throws {
    let run = try sshd.attempt("stranger", "-tt", sshd.place)
    #expect(run.status == 255 && run.output.isEmpty)
    #expect(run.remarks.contains("Permission denied"))
  }

  @Test func `no shell, no command, no file goes through`() throws {
    for command in ["sh", "cat /etc/passwd", "yichuang verify", "/usr/lib/openssh/sftp-server"] {
      let run = try sshd.attempt("wangfang", sshd.place, command)
      #expect(run.status == 1 && run.output.isEmpty, "\(command)")
      #expect(run.remarks.contains("Only the console opens here"), "\(command)")
    }
    let silent = try sshd.attempt("wangfang", "-T", sshd.place)
    #expect(silent.status == 1 && silent.remarks.contains("needs a terminal"))
    let file = yichuang.path("leak")
    let up = try sshd.copy("scp", "wangfang", yichuang.path("ssh-log"), "\(sshd.place):\(file)")
    let down = try sshd.copy("scp", "wangfang", "\(sshd.place):\(store)", file)
    let old = try sshd.copy("scp", "wangfang", "-O", "\(sshd.place):\(store)", file)
    let batch = try sshd.copy(
      "sftp", "wangfang", "-b", "-", sshd.place, input: "get \(store) \(file)\n")
    let subsystem = try sshd.attempt("wangfang", "-s", sshd.place, "sftp")
    for run in [up, down, old, batch, subsystem] { #expect(run.status != 0) }
    #expect(access(file, F_OK) != 0)
  }

  @Test func `nothing is forwarded, in either direction`() throws {
    // What -L, -D and -W ask for is the same: a way out from the host.
    let out = try sshd.attempt("wangfang", "-W", "127.0.0.1:\(sshd.port)", sshd.place)
    #expect(out.status != 0 && !out.output.contains("SSH-2.0"))
    let back = try sshd.attempt(
      "wangfang", "-N", "-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:\(sshd.port)",
      sshd.place)
    #expect(back.status == 255)
    let agent = try Agent(at: yichuang.path("agent"))
    let terminal = try sshd.console("wangfang", more: ["-A", "-X"], agent: agent.path)
    #expect(terminal.await(utf8("叫号"), within: 30))
    let environments = try consoles().map { try Data(contentsOf: URL(filePath: $0 + "/environ")) }
    #expect(!environments.isEmpty)
    for environment in environments {
      let text = String(decoding: environment, as: UTF8.self)
      #expect(text.contains("SSH_CONNECTION=127.0.0.1"))
      #expect(!text.contains("SSH_AUTH_SOCK") && !text.contains("DISPLAY"))
    }
  }

  /// Where /proc shows the consoles of this hall.
  private func consoles() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").map { "/proc/\($0)" }.filter {
      let words = (try? Data(contentsOf: URL(filePath: $0 + "/cmdline"))) ?? Data()
      let text = words.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      return text.first == Yichuang.executable && text.contains("desk") && text.contains(store)
    }
  }

  @Test func `whoever is disabled is out at the next key, and stays out`() throws {
    let terminal = try desk("wangfang")
    let run = try yichuang.run(
      "clerk", "disable", "wangfang", "--reason", "调离", "--as", "qianjin", "--store", store)
    #expect(run.status == 0)
    terminal.type(utf8("3"))
    #expect(terminal.await(utf8("停用")))
    // What is typed before the sentence can be seen is thrown away.
    _ = terminal.await(utf8("~"), within: 1)
    terminal.type(utf8("3"))
    #expect(terminal.end() == 0)
    #expect(try sshd.attempt("wangfang", "-tt", sshd.place).status == 255)
    guard case .signedOut(let left) = try accesses("wangfang").last else {
      Issue.record("the sitting goes on")
      return
    }
    #expect(left.cause == .disabled)
  }

  @Test func `a withdrawn key is out at the next key press`() throws {
    let terminal = try desk("limin")
    let keys = try yichuang.run("clerk", "key", "list", "limin", "--store", store)
    let fingerprint = try #require(keys.output.split(separator: " ").dropFirst().first)
    let run = try yichuang.run(
      "clerk", "key", "remove", "limin", String(fingerprint), "--reason", "遗失", "--as", "qianjin",
      "--store", store)
    #expect(run.status == 0)
    terminal.type(utf8("3"))
    #expect(terminal.await(utf8("公钥")))
    // What is typed before the sentence can be seen is thrown away.
    _ = terminal.await(utf8("~"), within: 1)
    terminal.type(utf8("3"))
    #expect(terminal.end() == 0)
  }

  @Test func `a line that drops leaves what was typed, and nobody sitting there`() throws {
    let terminal = try desk("wangfang")
    terminal.type(utf8("\u{1B}[19~"))
    #expect(terminal.await(utf8("受理")))
    terminal.type(utf8("jzzsl\r"))
    #expect(terminal.await(utf8("居住证申领")))
    terminal.type(utf8("539901199003070126\r周小兰"))
    #expect(terminal.await(utf8("周小兰")))
    #expect(terminal.end(by: SIGKILL) == -SIGKILL)
    let deadline = ContinuousClock.now + .seconds(20)
    var last: AccessEvent?
    while ContinuousClock.now < deadline {
      last = try accesses("wangfang").last
      if case .signedOut = last { break }
      usleep(50_000)
    }
    guard case .signedOut(let left) = last else {
      Issue.record("the sitting goes on")
      return
    }
    #expect(left.cause == .lineDropped)
    let kept = try SQLiteStore.openReadOnly(at: store)
    #expect(try kept.openSittings(of: nil).isEmpty)
    let drafts = try kept.drafts(of: "wangfang")
    #expect(drafts.contains { $0.body.contains("周小兰") })
  }
}

/// An agent whose keys somebody would like to have along.
private final class Agent {
  let path: String
  private var process: pid_t = 0

  init(at path: String) throws {
    self.path = path
    process = try startProcess("/usr/bin/ssh-agent", ["ssh-agent", "-D", "-a", path], [:])
    let deadline = ContinuousClock.now + .seconds(10)
    while access(path, F_OK) != 0, ContinuousClock.now < deadline { usleep(5_000) }
  }

  deinit {
    guard process > 0 else { return }
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }
}
