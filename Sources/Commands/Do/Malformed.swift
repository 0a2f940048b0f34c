import Casework

/// Why a line is no command: which key, and what was expected there.
struct Malformed: Error {
  var words: Words

  init(_ zh: String, _ en: String) { words = Words(zh, en) }

  init(key: String, expected: Words) {
    self.init("「\(key)」应为\(expected.zh)。", "\"\(key)\" has to be \(expected.en).")
  }
}
