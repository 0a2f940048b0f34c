/// A line in which everybody draws a number and waits for the ones before it. With the kernel's locks
/// alone those pass who come at the moment at which one is free and the next has not woken up yet.
///
/// Each place is a byte of a lock file; the kernel frees it when a process dies.
final class WaitingLine {
  let file: LockFile
  private var place: Int?

  init(_ path: String) throws(SQLiteError) { file = try LockFile(path) }

  /// Draws a number; false if that took too long.
  func join(within milliseconds: Int) throws(SQLiteError) -> Bool {
    guard try file.lock(within: milliseconds) else { return false }
    defer { file.unlock() }
    let last = file.numbers(1)[0]
    // What a power cut or a hand has left there is no number of anybody who waits.
    var number = last < Self.most ? Int(last) + 1 : 1
    while try !file.take(byte: number) { number += 1 }
    file.write([UInt64(number)], from: 0)
    place = number
    return true
  }

  /// Waits until everybody before has left; false if that took too long, and the place is kept.
  func reachFront(within milliseconds: Int) throws(SQLiteError) -> Bool {
    guard let place else { return true }
    // The one before wakes this one alone. It may have given up with others still before it.
    guard try file.pass(place - 1..<place, within: milliseconds) else { return false }
    return try file.pass(0..<place, within: milliseconds)
  }

  var isJoined: Bool { place != nil }
  /// Whether its number is: that of the next one is not.
  var isOdd: Bool { place.map { $0 % 2 == 1 } ?? false }

  /// Whether somebody has drawn a number after this one.
  var isFollowed: Bool { place.map { file.numbers(1)[0] != UInt64($0) } ?? false }

  func leave() {
    if let place { file.release(byte: place) }
    place = nil
  }

  private static let most: UInt64 = 1 << 60
}
