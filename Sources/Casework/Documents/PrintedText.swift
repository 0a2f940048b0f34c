import Synchronization

/// A text as it was printed, word for word: kept in the bytes it is printed, hashed and stored in, and
/// made a string for whoever reads it.
///
/// It may be put together only when somebody asks for it, on whatever thread that is.
package struct PrintedText: Sendable {
  private let words: PrintedBytes
  /// What it has in common with others like it; nil of what was not made by a template just now.
  package let blank: BlankDocument?

  /// Of bytes that were put together of nothing but whole characters; with their SHA-256 where that
  /// stands beside them.
  package init(utf8: [UInt8], sha256: String? = nil) {
    (words, blank) = (PrintedBytes(utf8: utf8, sha256: sha256), nil)
  }

  package init(_ text: String) { self.init(utf8: Array(text.utf8)) }

  /// Of bytes that are put together when somebody asks for them.
  package init(like blank: BlankDocument?, utf8: @escaping @Sendable () -> [UInt8]) {
    words = PrintedBytes { (utf8(), nil) }
    self.blank = blank
  }

  private init(_ words: PrintedBytes, like blank: BlankDocument?) {
    (self.words, self.blank) = (words, blank)
  }

  /// The same with the SHA-256 of its bytes, in hexadecimal digits.
  package func sealed(by sha256: @escaping @Sendable ([UInt8]) -> String) -> PrintedText {
    let words = words
    return PrintedText(
      PrintedBytes {
        let utf8 = words.utf8
        return (utf8, sha256(utf8))
      }, like: blank)
  }

  /// Puts it together, for whoever asks for it next.
  package func prepare() { words.prepare() }

  /// In UTF-8.
  package var utf8: [UInt8] { words.utf8 }

  /// The SHA-256 of its bytes, in hexadecimal digits; nil if it was not sealed.
  package var sha256: String? { words.sha256 }

  package var string: String { String(decoding: utf8, as: UTF8.self) }
}

/// What was printed, once it is known.
private final class PrintedBytes: Sendable {
  private typealias Known = (utf8: [UInt8], sha256: String?)
  private enum State {
    case known(Known)
    case wanted(@Sendable () -> Known)
  }

  private let state: Mutex<State>

  init(utf8: [UInt8], sha256: String?) { state = Mutex(.known((utf8, sha256))) }

  init(_ make: @escaping @Sendable () -> (utf8: [UInt8], sha256: String?)) {
    state = Mutex(.wanted(make))
  }

  var utf8: [UInt8] { known.utf8 }
  var sha256: String? { known.sha256 }
  func prepare() { _ = known }

  private var known: Known {
    state.withLock { state in
      switch state {
      case .known(let known): return known
      case .wanted(let make):
        let known = make()
        state = .known(known)
        return known
      }
    }
  }
}

/// The same words under the same seal are the same text, whatever else is like them.
extension PrintedText: Hashable {
  package static func == (one: PrintedText, other: PrintedText) -> Bool {
    one.utf8 == other.utf8 && one.sha256 == other.sha256
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(utf8) }
}

/// Kept as any other text.
extension PrintedText: Codable {
  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(string)
  }
}
