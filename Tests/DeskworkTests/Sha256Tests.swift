import Digests
import Testing
import TestSupport

struct Sha256Tests {
  private static let vectors: [(String, String)] = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      """
      abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn\
      hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu
      """, "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ]

  @Test func `the standard's examples come out as the standard says`() {
    for (text, digest) in Self.vectors {
      #expect(Sha256.hexadecimal(Sha256.digest(of: Array(text.utf8))) == digest)
    }
  }

  /// A processor without the instructions comes to the same.
  @Test func `the plain way comes out as the standard says too`() {
    for (text, digest) in Self.vectors.dropLast() {
      var sum = Sha256.plain
      sum.update(Array(text.utf8))
      #expect(Sha256.hexadecimal(sum.finish()) == digest)
    }
    for length in 0..<300 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 7) }
      var sum = Sha256.plain
      sum.update(bytes)
      #expect(sum.finish() == Sha256.digest(of: bytes))
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a text in pieces has the digest of the whole`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let bytes = (0..<Int.random(in: 0..<400, using: &random)).map { _ in
      UInt8.random(in: .min ... .max, using: &random)
    }
    var sum = Sha256()
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(Int.random(in: 1...100, using: &random))
      sum.update(Array(piece))
      rest = rest.dropFirst(piece.count)
    }
    #expect(sum.finish() == Sha256.digest(of: bytes))
  }
}
