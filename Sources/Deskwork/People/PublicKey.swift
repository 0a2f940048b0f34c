import Digests

/// A public key as OpenSSH writes one in a line, taken apart strictly: nothing stands before it,
/// and what is inside is what it says outside.
package struct PublicKey: Hashable, Sendable {
  /// Why a line is no key the hall lets in.
  package enum Flaw: Error, Hashable, Sendable {
    case empty
    case severalLines
    /// What belongs into nobody's hands but the owner's.
    case isPrivate
    /// Options before the key, an unknown algorithm, or one that is no longer safe.
    case algorithm
    /// Cut off, damaged, or not spelt the one way it is spelt.
    case damaged
    case tooShort(bits: Int, least: Int)
  }

  package let algorithm: String
  /// In base64.
  package let material: String
  /// Whatever stands behind the key.
  package let comment: String

  /// `SHA256:` and the digest without padding, as OpenSSH shows it.
  package let fingerprint: String

  package static let leastBits = 3072
  private static let mostBits = 16_384
  private static let longestLine = 8_192

  package init(line text: String) throws(Flaw) {
    if text.contains("PRIVATE KEY") { throw .isPrivate }
    guard text.utf8.count <= Self.longestLine else { throw .damaged }
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
    guard let line = lines.first else { throw .empty }
    guard lines.count == 1 else { throw .severalLines }
    let words = line.split(maxSplits: 2, omittingEmptySubsequences: true) {
      $0 == " " || $0 == "\t"
    }.map(String.init)
    guard let algorithm = words.first.flatMap({ Algorithm(rawValue: $0) }) else {
      throw .algorithm
    }
    guard words.count >= 2, let blob = Base64.bytes(of: words[1]) else { throw .damaged }
    try algorithm.check(blob)
    self.algorithm = algorithm.rawValue
    material = words[1]
    comment = words.count > 2 ? words[2] : ""
    let digest = Base64.text(of: Sha256.digest(of: blob)).prefix { $0 != "=" }
    fingerprint = "SHA256:" + digest
  }
}

extension PublicKey {
  /// Those a hall lets in; RSA signs by SHA-2 with any server of today.
  private enum Algorithm: String {
    case ed25519 = "ssh-ed25519"
    case nistp256 = "ecdsa-sha2-nistp256"
    case nistp384 = "ecdsa-sha2-nistp384"
    case nistp521 = "ecdsa-sha2-nistp521"
    case rsa = "ssh-rsa"
    case tokenEd25519 = "sk-ssh-ed25519@openssh.com"
    case tokenNistp256 = "sk-ecdsa-sha2-nistp256@openssh.com"

    /// Everything inside is there, as long as it has to be, and nothing besides.
    func check(_ blob: [UInt8]) throws(Flaw) {
      var fields = Fields(rest: blob[...])
      guard fields.text() == rawValue else { throw .damaged }
      switch self {
      case .ed25519: try Self.demand(fields.next()?.count == 32)
      case .nistp256: try checkPoint(&fields, "nistp256", 32)
      case .nistp384: try checkPoint(&fields, "nistp384", 48)
      case .nistp521: try checkPoint(&fields, "nistp521", 66)
      case .rsa: try checkRSA(&fields)
      case .tokenEd25519:
        try Self.demand(fields.next()?.count == 32)
        try Self.demand(fields.text()?.hasPrefix("ssh:") == true)
      case .tokenNistp256:
        try checkPoint(&fields, "nistp256", 32)
        try Self.demand(fields.text()?.hasPrefix("ssh:") == true)
      }
      try Self.demand(fields.rest.isEmpty)
    }

    /// A point of the curve, written out in full.
    private func checkPoint(
      _ fields: inout Fields, _ curve: String, _ bytes: Int
    ) throws(Flaw) {
      try Self.demand(fields.text() == curve)
      let point = fields.next()
      try Self.demand(point?.first == 4 && point?.count == 1 + 2 * bytes)
    }

    private func checkRSA(_ fields: inout Fields) throws(Flaw) {
      let exponent = fields.number()
      try Self.demand(exponent.map { $0.count <= 8 && ($0.last ?? 0) & 1 == 1 && $0 != [1] })
      let modulus = fields.number()
      try Self.demand(modulus.map { ($0.last ?? 0) & 1 == 1 })
      let bits = modulus.map { $0.count * 8 - ($0.first?.leadingZeroBitCount ?? 0) } ?? 0
      try Self.demand(bits <= PublicKey.mostBits)
      guard bits >= PublicKey.leastBits else {
        throw .tooShort(bits: bits, least: PublicKey.leastBits)
      }
    }

    private static func demand(_ holds: Bool?) throws(Flaw) {
      guard holds == true else { throw .damaged }
    }
  }

  /// What stands in a key, each with its length before it (RFC 4251).
  private struct Fields {
    var rest: ArraySlice<UInt8>

    /// Nil if it is cut off.
    mutating func next() -> ArraySlice<UInt8>? {
      guard rest.count >= 4 else { return nil }
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(4)
      guard length <= rest.count else { return nil }
      defer { rest = rest.dropFirst(length) }
      return rest.prefix(length)
    }

    mutating func text() -> String? {
      next().flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// A number above zero in its shortest form, without the zero that only says its sign.
    mutating func number() -> ArraySlice<UInt8>? {
      guard let field = next(), let first = field.first, first < 0x80 else { return nil }
      guard first == 0 else { return field }
      let digits = field.dropFirst()
      return digits.first.map { $0 >= 0x80 } == true ? digits : nil
    }
  }
}
