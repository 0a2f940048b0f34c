internal import CCrypt

/// Bytes of a secret, wiped when nobody holds them any more.
package final class SecretBytes {
  private let room: UnsafeMutableBufferPointer<UInt8>
  package private(set) var count = 0

  /// Never grows, for growing would leave a copy behind.
  package init(capacity: Int) {
    room = .allocate(capacity: capacity)
    room.initialize(repeating: 0)
  }

  deinit {
    if let start = room.baseAddress { ccrypt_wipe(start, room.count) }
    room.deallocate()
  }

  /// False if there is no room left.
  package func append(_ byte: UInt8) -> Bool {
    guard count < room.count else { return false }
    room[count] = byte
    count += 1
    return true
  }

  package func withBytes<Answer>(_ body: (ArraySlice<UInt8>) -> Answer) -> Answer {
    var bytes = Array(room[..<count])
    defer {
      bytes.withUnsafeMutableBytes { room in
        if let start = room.baseAddress { ccrypt_wipe(start, room.count) }
      }
    }
    return body(bytes[...])
  }
}
