import CaseStore
import Casework
import Deskwork
import FoundationEssentials
import Glibc

/// What sshd asks of the hall: which keys come in, and that each comes to the console alone.
struct SSHCommand {
  let invocation: Invocation

  func run() throws(Complaint) -> ExitStatus {
    let words = invocation.arguments.operands
    guard words.first == "authorized-keys" else {
      throw .usage(.operandExpected(words[0], Words("authorized-keys", "authorized-keys")))
    }
    for line in try lines() { invocation.output.say(line) }
    return .done
  }

  /// One line for each key of somebody who may come in. Only the lists are read, no desk is made:
  /// sshd asks with every connection.
  private func lines() throws(Complaint) -> [String] {
    let (keys, clerks) = try complaining { () throws(StoreError) in
      let store = try SQLiteStore.openReadOnly(at: invocation.storePath)
      return (try self.keys(in: store), try store.clerks())
    }
    let welcome = Set(clerks.filter { !$0.isDisabled }.map(\.id))
    let console = try console()
    return keys.filter { welcome.contains($0.clerk) && $0.isWhole }.map { key in
      let command = console + ["--as", key.clerk.rawValue, "--key", key.fingerprint]
      let line = command.map(shellQuoted).joined(separator: " ")
      return "restrict,pty,command=\"\(optionQuoted(line))\" "
        + "\(key.algorithm) \(key.material) \(key.clerk)"
    }
  }

  private func keys(in store: SQLiteStore) throws(StoreError) -> [AccessKey] {
    if let fingerprint = invocation.arguments[.fingerprint] {
      return [try store.accessKey(fingerprint)].compactMap { $0 }
    }
    let (type, material) = (invocation.arguments[.keyType], invocation.arguments[.key])
    return try store.accessKeys().filter { key in
      (type == nil || key.algorithm == type) && (material == nil || key.material == material)
    }
  }

  /// How the console is opened for everybody, without who it is: nothing of it comes from the
  /// environment, which at the other end of a line is somebody else's.
  private func console() throws(Complaint) -> [String] {
    var words = [program, "desk", "--store", whole(invocation.storePath)]
    for option in [Option.data, .printFolder] {
      if let path = invocation.arguments[option] { words += [option.flag, whole(path)] }
    }
    for option in [Option.theme, .lockAfter, .printCommand] {
      if let value = invocation.arguments[option] { words += [option.flag, value] }
    }
    if invocation.arguments.has(.thin) { words.append(Option.thin.flag) }
    if words.contains(where: { $0.utf8.contains { $0 < 0x20 || $0 == 0x7F } }) {
      throw .other(
        Words(
          "路径或打印命令里有控制字符，不能写进 sshd 的一行；请改名。",
          "A path or the print command has control characters and fits into no line for sshd; rename it."
        ))
    }
    return words
  }

  private var program: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "yichuang"
  }

  /// From the root on: sshd runs the command in the home of the account.
  private func whole(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }
}

extension AccessKey {
  /// What lies in the store is still a key and the one it says it is.
  fileprivate var isWhole: Bool {
    guard let key = try? PublicKey(line: "\(algorithm) \(material)") else { return false }
    return key.fingerprint == fingerprint && clerk.isPlainWord
  }
}

extension ClerkID {
  /// Whether nothing in it ends a word or a line; a hall's own data may have other IDs than those
  /// that are given out here.
  fileprivate var isPlainWord: Bool {
    !rawValue.isEmpty && rawValue.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
  }
}

/// One word for a POSIX shell, whatever is in it.
func shellQuoted(_ word: String) -> String {
  let plain = !word.isEmpty && word.utf8.allSatisfy(isPlainInShell)
  guard !plain else { return word }
  return "'"
    + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
    + "'"
}

private func isPlainInShell(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: "/._-:+=@,".utf8.contains(byte)
  }
}

/// As it stands between the quotes of an option in a line of sshd's: a quote ends it, unless a
/// backslash stands before it; nothing else is special there.
func optionQuoted(_ text: String) -> String {
  text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
}
