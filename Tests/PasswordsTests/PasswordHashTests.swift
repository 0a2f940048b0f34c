import Passwords
import Testing

/// What is kept of a password.
struct PasswordHashTests {
  @Test func `a hash fits its own password and no other, in any script`() throws {
    for password in ["correct horse", "口令：一窗八字", "p\u{E9}re et m\u{E8}re"] {
      let hash = try #require(PasswordHash.make(of: password))
      #expect(hash.hasPrefix("$y$"))
      #expect(PasswordHash.matches(password, hash))
      #expect(!PasswordHash.matches(password + " ", hash))
      #expect(!PasswordHash.matches("", hash))
    }
  }

  @Test func `the same password is kept differently each time`() throws {
    #expect(PasswordHash.make(of: "twelve words") != PasswordHash.make(of: "twelve words"))
  }

  @Test func `nothing fits where nothing is kept, or something else`() {
    for kept in [nil, "", "*", "!", "$1$abcdefgh$irWbblnpmw.5z7wgBnprh0", "$y$j9T$x"] {
      #expect(!PasswordHash.matches("", kept))
      #expect(!PasswordHash.matches("password", kept))
    }
  }

  @Test func `what stands behind a zero byte counts, so such a password is none`() throws {
    #expect(PasswordHash.make(of: "eight letters\0and more") == nil)
    let hash = try #require(PasswordHash.make(of: "eight letters"))
    #expect(!PasswordHash.matches("eight letters\0and more", hash))
  }

  @Test func `bytes of a secret keep to their room`() {
    let secret = SecretBytes(capacity: 2)
    #expect(secret.append(0x61) && secret.append(0x62) && !secret.append(0x63))
    #expect(secret.withBytes { Array($0) } == [0x61, 0x62])
  }
}
