import CaseStore
import Casework
import Deskwork
import FoundationEssentials
import Glibc

/// The public keys by which people come in over SSH.
extension ClerkCommand {
  func key(_ words: [String]) throws(Complaint) -> ExitStatus {
    switch words.first {
    case "list", nil:
      try demand(words, atMost: 2)
      return try listKeys(words.dropFirst().first.map { ClerkID($0) })
    case "add":
      try demand(words, atMost: 3)
      return try addKey(id(in: words), from: words.count > 2 ? words[2] : "-")
    case "remove":
      try demand(words, atMost: 3)
      let clerk = try id(in: words)
      guard words.count > 2 else { throw .usage(.operandMissing(.clerk, "FINGERPRINT")) }
      return try removeKey(words[2], of: clerk)
    case let word?:
      throw .usage(.operandExpected(word, Words("list、add 或 remove", "list, add or remove")))
    }
  }

  private func listKeys(_ id: ClerkID?) throws(Complaint) -> ExitStatus {
    let hall = try OpenHall(administering: invocation)
    if let id { _ = try acting(hall) { () throws(DeskRefusal) in try hall.desk.clerk(id) } }
    let keys = try complaining { () throws(StoreError) in try hall.store.accessKeys() }
      .filter { id == nil || $0.clerk == id }
    if invocation.isJSON {
      invocation.output.say(JSONValue.object([.init("keys", .array(keys.map(\.json)))]).line)
    } else if keys.isEmpty {
      invocation.output.remark(
        invocation.say("没有登记公钥。", "No keys are granted."))
    } else {
      invocation.output.say(
        keys.map { "\($0.clerk)  \($0.line)" }.joined(separator: "\n"))
    }
    return .done
  }

  private func addKey(_ id: ClerkID, from path: String) throws(Complaint) -> ExitStatus {
    let line = try keyLine(path)
    let hall = try OpenHall(working: invocation)
    let seat = try administrator(of: hall)
    let key = try acting(hall) { () throws(DeskRefusal) in
      try hall.desk.grantKey(line, note: invocation.arguments[.note], to: id, by: seat)
    }
    if invocation.isJSON {
      invocation.output.say(
        JSONValue.object([.init("ok", true), .init("key", key.json)]).line)
    } else {
      invocation.output.say(
        invocation.say(
          "已登记 \(key.fingerprint)；请与本人核对 ssh-keygen -lf 显示的指纹。",
          "\(key.fingerprint) is granted; compare it with what ssh-keygen -lf shows its owner."))
    }
    return .done
  }

  private func removeKey(_ fingerprint: String, of id: ClerkID) throws(Complaint) -> ExitStatus {
    let hall = try OpenHall(working: invocation)
    let seat = try administrator(of: hall)
    try acting(hall) { () throws(DeskRefusal) in
      try hall.desk.withdrawKey(fingerprint, of: id, reason: reason, by: seat)
    }
    return say(
      id, true,
      Words(
        "\(fingerprint) 已停用，凭它打开的界面下一次按键即退出。",
        "\(fingerprint) is withdrawn; a console opened by it ends at the next key."))
  }

  /// The key itself, the file it lies in, or standard input.
  private func keyLine(_ source: String) throws(Complaint) -> String {
    if source.contains(" ") { return source }
    guard source != "-" else {
      var lines: [String] = []
      while lines.count < 3, let line = readLine() { lines.append(line) }
      return lines.joined(separator: "\n")
    }
    guard let handle = fopen(source, "r") else {
      throw .other(
        Words(
          "读不到公钥文件 \(source)；请核对路径。", "The key file \(source) cannot be read; check the path."))
    }
    defer { fclose(handle) }
    // A key is a line; of anything longer the beginning is enough to refuse it.
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let count = fread(&bytes, 1, bytes.count, handle)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}
