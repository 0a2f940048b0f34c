import Digests

/// Six digits that follow from a secret and a word, and from nothing one could guess.
package func sixDigits(of word: String, secret: String) -> String {
  let inner = Sha256.digest(of: Array((secret + "\n" + word).utf8))
  let digest = Sha256.digest(of: Array(secret.utf8) + inner)
  let number = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 1_000_000
  let digits = String(number)
  return String(repeating: "0", count: 6 - digits.count) + digits
}
