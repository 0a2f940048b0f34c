/// Tells what a scanner or card reader types from what a person types: eight characters or more in
/// one burst, ended by Enter or Tab. A digit or capital that may begin one is held for a moment, or
/// handed out early to whoever can take back what came of it.
package struct ScanDetector: Sendable {
  /// What is known of the first held character outside.
  private enum First {
    case unknown
    /// Handed out early; a scan that follows has it once more.
    case handedOut
    /// Wanted only once it is decided.
    case heldBack
  }

  /// The longest pause after the first character, in milliseconds.
  private let firstPause = 20
  private let pause = 30
  private let least = 8
  private let most = 256
  private var held: [Character] = []
  private var first = First.unknown
  private var lastAt = 0

  package init() {}

  /// Takes keys that arrived at `now` milliseconds and answers those that are decided.
  package mutating func take(_ keys: [Key], at now: Int) -> [Key] {
    keys.flatMap { take($0, at: now) }
  }

  private mutating func take(_ key: Key, at now: Int) -> [Key] {
    var keys = expire(at: now)
    if case .character(let character) = key, mayContinue(character) {
      held.append(character)
      lastAt = now
      return held.count > most ? keys + release() : keys
    }
    if key == .enter || key == .tab, held.count >= least {
      keys.append(.scan(String(held)))
      forget()
      return keys
    }
    return keys + release() + [key]
  }

  /// The first character of what may become a scan, once, as long as no other has followed it. If a
  /// scan comes of it, it begins with this character; else nothing more is heard of it.
  package mutating func takeEarly() -> Key? {
    guard held.count == 1, first == .unknown else { return nil }
    first = .handedOut
    return .character(held[0])
  }

  /// What was handed out early was not done: it comes again with the others.
  package mutating func holdBack() {
    if first == .handedOut { first = .heldBack }
  }

  /// Milliseconds until the held characters are let go; nil if none are held.
  package func remaining(at now: Int) -> Int? {
    held.isEmpty ? nil : max(0, lastAt + patience - now)
  }

  /// Lets the held characters go when no more followed in time.
  package mutating func expire(at now: Int) -> [Key] {
    guard !held.isEmpty, now - lastAt >= patience else { return [] }
    return release()
  }

  private var patience: Int { held.count == 1 ? firstPause : pause }

  private mutating func release() -> [Key] {
    defer { forget() }
    return held.dropFirst(first == .handedOut ? 1 : 0).map(Key.character)
  }

  private mutating func forget() { (held, first) = ([], .unknown) }

  private func mayContinue(_ character: Character) -> Bool {
    guard character.isASCII else { return false }
    // Some scanners send the stars of Code 39 along.
    if held.isEmpty { return character.isNumber || character.isUppercase || character == "*" }
    return character.isLetter || character.isNumber || "-./:_*".contains(character)
  }
}
