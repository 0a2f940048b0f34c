/// A public key by which a clerk reaches the console over SSH.
package struct AccessKey: Hashable, Sendable, Codable {
  package var clerk: ClerkID
  /// `SHA256:` and the digest in base64, as OpenSSH shows it.
  package var fingerprint: String
  /// The algorithm, such as `ssh-ed25519`.
  package var algorithm: String
  /// The key itself, in base64.
  package var material: String
  /// Which machine it belongs to, in the words of whoever granted it.
  package var note: String

  package init(
    clerk: ClerkID, fingerprint: String, algorithm: String, material: String, note: String
  ) {
    self.clerk = clerk
    self.fingerprint = fingerprint
    self.algorithm = algorithm
    self.material = material
    self.note = note
  }
}
