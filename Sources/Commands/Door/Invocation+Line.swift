import Casework
import Deskwork
import Glibc

/// What differs when the console is opened for somebody at the other end of a line.
extension Invocation {
  /// Whether sshd has opened this, by a line of `yichuang ssh authorized-keys`.
  var isOverLine: Bool { arguments.has(.key) }

  /// The console is all there is: whoever asks sshd for a shell, a command or a file is told so.
  func demandConsoleAlone() throws(Complaint) {
    if environment["SSH_ORIGINAL_COMMAND"] != nil {
      throw .door(
        Words(
          "这里只有一窗工作台，不执行命令，也不传文件；请直接 ssh 登录。Only the console opens here: no commands, no files; log in with ssh alone.",
          "Only the console opens here: no commands, no files; log in with ssh alone. 这里只有一窗工作台，不执行命令，也不传文件；请直接 ssh 登录。"
        ))
    }
    guard isOverLine else { return }
    guard arguments.has(.clerk) else { throw .usage(.optionNeeded(.clerk)) }
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw .door(
        Words(
          "工作台需要终端；请用 ssh -t 登录。The console needs a terminal; log in with ssh -t.",
          "The console needs a terminal; log in with ssh -t. 工作台需要终端；请用 ssh -t 登录。"))
    }
  }
}

extension OpenHall {
  /// Lets in whoever the command line names; nil where nobody is named in a real hall and the
  /// console asks who comes.
  func signIn(_ invocation: Invocation) throws(Complaint) -> Seat? {
    guard let seat = try seatIfNamed(invocation) else { return nil }
    let fingerprint = invocation.arguments[.key]
    let way: SignInWay = fingerprint != nil ? .key : desk.nature.isDemo ? .demo : .host
    return try desk.complaining(in: invocation.language) { () throws(DeskRefusal) in
      do throws(DeskRefusal) {
        return try desk.signIn(
          seat.clerk.id, at: seat.counter, by: way, fingerprint: fingerprint)
      } catch {
        // On the host a store that cannot be written is still looked at.
        guard case .store(.readOnly) = error, fingerprint == nil else { throw error }
        return seat
      }
    }
  }
}
