import Commands
import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// A real sshd on 127.0.0.1, with keys, settings and port of its own, that lets people into one hall.
final class Sshd {
  /// Nil where no sshd is installed; the gate installs one.
  static let program: String? = {
    let places: [String] = ["/usr/sbin/sshd", "/usr/local/sbin/sshd", "/usr/bin/sshd"]
    return places.first { access($0, X_OK) == 0 }
  }()
  static let isHere = program != nil && access("/usr/bin/ssh", X_OK) == 0

  /// The folder into which sshd locks itself while it knows nobody; started by the host it is there.
  static func prepare() {
    if getuid() == 0 { mkdir("/run/sshd", 0o755) }
  }

  private let yichuang: Yichuang
  private let user: String
  private var process: pid_t = 0
  private(set) var port = 0

  init(_ yichuang: Yichuang, store: String) throws {
    self.yichuang = yichuang
    user = try String(cString: #require(getpwuid(getuid())).pointee.pw_name)
    Self.prepare()
    for name in ["host", "wangfang", "limin", "stranger"] { try makeKey(name) }
    for name in ["wangfang", "limin"] {
      let granted = try yichuang.run(
        "clerk", "key", "add", name, path(name) + ".pub", "--as", "qianjin", "--store", store)
      try #require(granted.status == 0, "\(granted.remarks)")
    }
    // Another process may take a free port before sshd does.
    for _ in 0..<5 {
      if try start(store) { return }
    }
    throw Failure.silent
  }

  enum Failure: Error { case silent }

  deinit {
    guard process > 0 else { return }
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }

  func path(_ name: String) -> String { yichuang.path("ssh-\(name)") }

  private func makeKey(_ name: String) throws {
    let made = try yichuang.run(
      ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", path(name)],
      of: "/usr/bin/ssh-keygen")
    try #require(made.status == 0, "\(made.remarks)")
  }

  private func start(_ store: String) throws -> Bool {
    port = try freePort()
    let ask = [
      "/usr/bin/env", Yichuang.executable, "ssh", "authorized-keys", "--store", store, "--data",
      Yichuang.data, "--print-command", "none", "--fingerprint", "%f",
    ]
    try """
    Port \(port)
    ListenAddress 127.0.0.1
    HostKey \(path("host"))
    PidFile none
    StrictModes no
    UsePAM no
    PermitRootLogin prohibit-password
    PasswordAuthentication no
    KbdInteractiveAuthentication no
    AuthorizedKeysFile none
    AuthorizedKeysCommand \(ask.joined(separator: " "))
    AuthorizedKeysCommandUser \(user)
    Subsystem sftp internal-sftp
    AcceptEnv *
    LogLevel VERBOSE

    """.write(toFile: path("config"), atomically: true, encoding: .utf8)
    unlink(path("log"))
    process = try spawn(
      try #require(Self.program), ["-D", "-e", "-f", path("config")], log: path("log"))
    let deadline = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < deadline {
      let log = (try? String(contentsOfFile: path("log"), encoding: .utf8)) ?? ""
      if log.contains("Server listening") { return true }
      if waitpid(process, nil, WNOHANG) != 0 { break }
      usleep(10_000)
    }
    process = 0
    return false
  }

  private func freePort() throws -> Int {
    let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(file) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafeMutablePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(file, address, length) == 0 ? getsockname(file, address, &length) : -1
      }
    }
    try #require(status == 0)
    return Int(UInt16(bigEndian: address.sin_port))
  }

  private func spawn(_ program: String, _ arguments: [String], log: String) throws -> pid_t {
    try startProcess(
      program, [program] + arguments, ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"],
      files: ["/dev/null", "/dev/null", log])
  }

  // MARK: What people at the other end do

  /// What every client is called with before what it is to do.
  func options(_ name: String) -> [String] {
    let settings = [
      "StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "IdentitiesOnly=yes",
      "BatchMode=yes", "LogLevel=ERROR", "ControlPath=none", "SendEnv=YICHUANG_*", "SendEnv=LANG",
    ]
    return ["-F", "none", "-i", path(name)] + settings.flatMap { ["-o", $0] }
  }

  var place: String { "\(user)@127.0.0.1" }

  private var surroundings: [String: String] {
    [
      "HOME": yichuang.home, "TERM": "xterm", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
      "YICHUANG_STORE": "/nowhere", "YICHUANG_PRINT_COMMAND": "/bin/sh -c 'touch {file}.leak'",
    ]
  }

  /// The console, as somebody reaches it from a terminal.
  func console(_ name: String, more: [String] = [], agent: String? = nil) throws -> PseudoTerminal {
    var environment = surroundings
    environment["SSH_AUTH_SOCK"] = agent
    return try PseudoTerminal(
      options(name) + ["-p", "\(port)", "-tt"] + more + [place], environment: environment,
      of: "/usr/bin/ssh")
  }

  /// Anything else somebody might try.
  func attempt(_ name: String, _ arguments: String...) throws -> Run {
    try yichuang.run(
      options(name) + ["-p", "\(port)"] + arguments, environment: surroundings,
      of: "/usr/bin/ssh")
  }

  func copy(_ program: String, _ name: String, _ arguments: String..., input: String = "") throws
    -> Run
  {
    try yichuang.run(
      options(name) + ["-P", "\(port)"] + arguments, input: input, environment: surroundings,
      of: "/usr/bin/\(program)")
  }
}
