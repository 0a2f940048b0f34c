internal import CCrypt

/// What is kept of a password: a hash by yescrypt, made and compared by libc's `crypt`.
package enum PasswordHash {
  /// Nil if libc cannot make one.
  package static func make(of password: String) -> String? {
    var setting = [CChar](repeating: 0, count: Int(ccrypt_output_size))
    guard isUsable(password), ccrypt_setting(&setting) != 0 else { return nil }
    return hash(of: password, by: setting)
  }

  /// Whether the hash was made of this password. Without a hash, or with one of another kind, it
  /// takes as long and fails, so that the time tells nothing of who has a password.
  package static func matches(_ password: String, _ kept: String?) -> Bool {
    let hasHash = kept?.hasPrefix(kind) == true && isUsable(password)
    let setting = hasHash ? kept ?? nobodys : nobodys
    guard let made = hash(of: isUsable(password) ? password : "", by: Array(setting.utf8CString))
    else { return false }
    return isSame(made, setting) && hasHash
  }

  private static let kind = "$y$"

  /// Of the cost every new hash has; nobody knows a password for it.
  private static let nobodys =
    "$y$j9T$3CWFa5oOw84FMb2cr1Y5.0$tNkPp0V3IkL3bsRZBuswe0VpyA5kC6vOQDwHWz6Owu."

  /// C would stop reading at a zero, and what comes after it would not count.
  private static func isUsable(_ password: String) -> Bool {
    !password.utf8.contains(0) && password.utf8.count <= 512
  }

  private static func hash(of password: String, by setting: [CChar]) -> String? {
    var phrase = Array(password.utf8CString)
    var output = [CChar](repeating: 0, count: Int(ccrypt_output_size))
    let isMade = ccrypt_hash(&phrase, setting, &output) != 0
    phrase.withUnsafeMutableBytes { room in
      if let start = room.baseAddress { ccrypt_wipe(start, room.count) }
    }
    guard isMade else { return nil }
    return String(decoding: output.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Looks at every byte, wherever the first difference is.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
