import Deskwork
import FoundationEssentials
import TestSupport
import Testing

/// Lines that are taken for a public key, and lines that only look like one.
struct PublicKeyTests {
  /// Made by ssh-keygen, with the fingerprint it shows.
  private static let sound = [
    (
      "ssh-ed25519",
      "AAAAC3NzaC1lZDI1NTE5AAAAIDfDAnytJ4u3R0qhjucnzBkSVji+BgCfwhS3+o6Nkuru",
      "SHA256:lHNPNfZNXeWvShrosJwqkTUI93NEE14q6bb3zJ9NM4w"
    ),
    (
      "ecdsa-sha2-nistp256",
      "AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBBdR6VTCDQuOhqOpCUIlzcWsY50zSWIsxMJE+l83dnfoOXjzYDNUXY2Kh3YNYrqeaKg5BzN3nT96TKl6II6C3mA=",
      "SHA256:jer941UXfwe1SIanYBA4xAMoGbpcAz6YbOU7oqkSIAQ"
    ),
    (
      "ecdsa-sha2-nistp384",
      "AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBCnzo2O81002ESuSDclQYercbgcJAxGv1iGxWEayiROW5UVNfYpEsbRtOYoWPWSyRYTax1CDWQi3Au/6JL0EXXIHG5dGk0dkaSdkhmhi5cUklpoPOOtbWn6dN2WatsEWMA==",
      "SHA256:/B3L2Agl+Rstv67zQbznIuDY0UFvYwtFFXfGYAfD3sw"
    ),
    (
      "ecdsa-sha2-nistp521",
      "AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBAAp2RgVplWndE5QgaU6czmasRgo1CAE3kv7KWwDGnoY2C9c/6VIm+tZP2pUFfu+a4iN/qCTILmiTt6JKchKSlEGPwAlRSIX48V3Q3LykIewSS5L1GhO1WqFKDwzeF4JZdCkkqHh5k1+s53OPKdWQGh6GugzVZFyI7rpaGo+OZfjzYpP3w==",
      "SHA256:MZdbMLa5EjzfPVONp2Q/ROrOkGiQoLz0kvTZAUfJ8wc"
    ),
    (
      "ssh-rsa",
      "AAAAB3NzaC1yc2EAAAADAQABAAABgQDVvJigVfi/XLGkDtfWHCF3GKi1ZOH2u3ZH9Yt4ghxjrk3NDitBsK3hbiar7zQB9x1zmu4X6gJRRSNmgt3Xy7rdzON9IV1otFYviTAVjYqJR7ELeumrz3uhnU+fKAxZKN98zXCHl1vpJyglcTAb3xSz2fSvhaDSW5ZtOCBbhzntFBYtaYlWHyVq3zTLESwbgwMbd1gjtBibk7Wzg44I0MWPjL4snZJ0yhSOAb2jR9rKXWJNs1uTD66kW/C5oQYNFX8zSa4V8AwtZLIkZMDHsk6EKFl8MllLY77X839Bcu7DeejKdkJW4KwqtvRBuzVQYTdKSlne1dY+/aoGWyijREPr92gPI497sXqqy97W1hsVtsrJ7PveIcB4ktOg42vMVKQ8rFfvaD2NHkK75NdhjxlWQsD80j1xgHRQKb8kV7zjIKHQ9fpRhhcohzUzP0yDiRE41HkXZrVvGLlOZG9TldZJIHwKl8dWCMpuaUGhQU4jdMH+0wWHowWyum6XGJjzeG8=",
      "SHA256:SN9dhqQsqM4kwuVO7uMAAAFIJ30HaxxFQI7Cxu0n3k4"
    ),
  ]
  private static let tooShort =
    "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCqcWLHgA/tN6SAFPVxhM5quF+9c9pMVL2Z9lGV4XyatKou8hPU5TEUJx2UW0VtkNp2J1SysbRUTa/qPzIGA4bIE2JqhrucHBbbhdG0W2cd6l0BFXo5FH15g2X9kwfTiwGyA/8oB9w6GHSWCfIOaN1uMKRdUN1afWzTrnqveaAiNg30KZzvQyMhZoLc8Tk6tmJtbTJxSHn3O4f+kueMELNZdTm0WjzidHMjX/gatRoSM2hkycZhV1+SqM6O3dKN7UFB4HloC+ImcGQwH2bcJfX3sOUEn4MiIn8fcZtQSnM+MwUAgdGEb31kxt7SK0TIuKt7/dXueZ+MooAM92mG/pOP"

  private func flaw(_ line: String) -> PublicKey.Flaw? {
    do {
      _ = try PublicKey(line: line)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: sound)
  func `a key is read as ssh-keygen reads it`(
    algorithm: String, material: String, fingerprint: String
  ) throws {
    for line in ["\(algorithm) \(material)", "\(algorithm) \(material) counter 3\n"] {
      let key = try PublicKey(line: line)
      #expect(key.algorithm == algorithm && key.material == material)
      #expect(key.fingerprint == fingerprint)
    }
    #expect(try PublicKey(line: "\(algorithm) \(material) a b c").comment == "a b c")
  }

  @Test(arguments: sound)
  func `a key that is cut, lengthened, mislabelled or differently spelt is none`(
    algorithm: String, material: String, fingerprint: String
  ) throws {
    let blob = try #require(Data(base64Encoded: material))
    for length in 0..<blob.count {
      let cut = blob.prefix(length).base64EncodedString()
      #expect(flaw("\(algorithm) \(cut)") == .damaged, "\(length)")
    }
    #expect(flaw("\(algorithm) \((blob + [0]).base64EncodedString())") == .damaged)
    for (other, _, _) in Self.sound where other != algorithm {
      #expect(flaw("\(other) \(material)") == .damaged)
    }
    #expect(flaw("\(algorithm) \(material)=") == .damaged)
    #expect(flaw("\(algorithm) \(material.dropLast())") == .damaged)
    #expect(flaw("\(algorithm) \(material.dropLast())\u{FF0B}") == .damaged)
    #expect(flaw(algorithm) == .damaged)
  }

  @Test func `bits beyond the last byte of base64 are no second spelling`() {
    // 36 bytes and one: the last digit but two carries four bits that say nothing.
    let (algorithm, material, _) = Self.sound[1]
    #expect(material.hasSuffix("A="))
    #expect(flaw("\(algorithm) \(material.dropLast(2))B=") == .damaged)
  }

  @Test func `options before a key, other algorithms and several lines are refused`() {
    let (algorithm, material, _) = Self.sound[0]
    let line = "\(algorithm) \(material)"
    #expect(flaw("command=\"/bin/sh\" \(line)") == .algorithm)
    #expect(flaw("no-pty \(line)") == .algorithm)
    #expect(flaw("cert-authority \(line)") == .algorithm)
    #expect(flaw("ssh-dss \(material)") == .algorithm)
    #expect(flaw("ssh-ed25519-cert-v01@openssh.com \(material)") == .algorithm)
    #expect(flaw("\(line)\n\(line)") == .severalLines)
    #expect(flaw("\(line)\r\(line)") == .severalLines)
    #expect(flaw("\n") == .empty && flaw("") == .empty)
    #expect(flaw("-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blb") == .isPrivate)
  }

  @Test func `an RSA key is long enough for the years it will be used`() {
    #expect(flaw(Self.tooShort) == .tooShort(bits: 2048, least: 3072))
  }

  @Test func `keys of hardware tokens are read, whatever application they are for`() throws {
    let point = Data([4] + [UInt8](repeating: 7, count: 64))
    let parts: [(String, [Data])] = [
      ("sk-ssh-ed25519@openssh.com", [Data(repeating: 7, count: 32), Data("ssh:".utf8)]),
      (
        "sk-ecdsa-sha2-nistp256@openssh.com",
        [Data("nistp256".utf8), point, Data("ssh:hall".utf8)]
      ),
    ]
    for (algorithm, fields) in parts {
      let material = Self.blob([Data(algorithm.utf8)] + fields).base64EncodedString()
      #expect(try PublicKey(line: "\(algorithm) \(material)").algorithm == algorithm)
      let other = Self.blob([Data(algorithm.utf8)] + fields.dropLast() + [Data("web:".utf8)])
      #expect(flaw("\(algorithm) \(other.base64EncodedString())") == .damaged)
    }
  }

  @Test func `an RSA key whose numbers are odd in the wrong way is none`() {
    let modulus = Data([0] + [UInt8](repeating: 0xFF, count: 384))
    func flaw(_ exponent: [UInt8], _ modulus: Data) -> PublicKey.Flaw? {
      let blob = Self.blob([Data("ssh-rsa".utf8), Data(exponent), modulus])
      return self.flaw("ssh-rsa \(blob.base64EncodedString())")
    }
    #expect(flaw([3], modulus) == nil)
    for exponent: [UInt8] in [[], [0], [1], [4], [0x83], [0, 3]] {
      #expect(flaw(exponent, modulus) == .damaged, "\(exponent)")
    }
    #expect(flaw([3], modulus.dropFirst()) == .damaged)
    #expect(flaw([3], Data([0]) + modulus) == .damaged)
    #expect(flaw([3], modulus.dropLast() + [0xFE]) == .damaged)
  }

  private static func blob(_ fields: [Data]) -> Data {
    fields.reduce(Data()) { blob, field in
      let length = withUnsafeBytes(of: UInt32(field.count).bigEndian) { Data($0) }
      return blob + length + field
    }
  }

  @Test func `random damage never passes, and never traps`() throws {
    var random = SplitMix(seed: 4)
    for (algorithm, material, _) in Self.sound {
      let blob = try #require(Data(base64Encoded: material))
      for round in 0..<300 {
        var damaged = [UInt8](blob)
        // Only the lengths and names: other points of a curve are other keys.
        let place = Int(random.next() % 40)
        damaged[place] ^= UInt8(1 + random.next() % 255)
        let line = "\(algorithm) \(Data(damaged).base64EncodedString())"
        let isName = place < 4 + algorithm.utf8.count
        if isName {
          #expect(flaw(line) != nil, "\(algorithm) round \(round)")
        } else {
          _ = flaw(line)
        }
      }
    }
  }
}
