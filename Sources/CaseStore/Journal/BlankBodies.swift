import Casework
import Deskwork
import SQLite
import Synchronization

/// The blanks this process has needed.
enum BlankBodies {
  private static let known = Mutex<[BlankDocument.Name: BlankBody?]>([:])
  /// Each takes some 20 KB; a counter needs a few, a batch of all items some hundred.
  private static let most = 384

  /// Nil if it cannot be written.
  static func body(of blank: BlankDocument) -> BlankBody? {
    if let known = known.withLock({ $0[blank.name] }) { return known }
    let body = try? BlankBody(StoredEvent(.file(.documentIssued(blank.document))).text)
    known.withLock { known in
      if known.count == most { known.removeAll() }
      known[blank.name] = body
    }
    return body
  }
}

/// The blanks of lines that are read one after another, each looked through once.
final class ReadBlanks {
  private var known: [[UInt8]: BlankBody] = [:]

  func body(of text: [UInt8]) -> BlankBody {
    if let known = known[text] { return known }
    let body = BlankBody(text)
    known[text] = body
    return body
  }
}

extension Connection {
  /// The number the store knows a blank by; one it has not met is taken up. Nil if what lies there by
  /// its hash is another text: nothing more is kept beside that.
  func number(of blank: BlankBody) throws(SQLiteError) -> Int64? {
    let query = ListQuery.blank(sha256: blank.sha256, text: blank.text)
    if let known = try integer(query.sql, query.values) { return known }
    try run(
      "INSERT OR IGNORE INTO blank_body(sha256, text) VALUES (?, ?)",
      [.text(blank.sha256), .utf8(blank.text)])
    return try integer(query.sql, query.values)
  }
}

/// A body without what it has in common with its blank.
struct ShortenedBody: Sendable {
  let blank: BlankBody
  let text: [UInt8]

  /// Nil if it is kept as it is.
  init?(_ body: [UInt8], like blank: BlankBody?) {
    guard let blank, let text = blank.short(body) else { return nil }
    (self.blank, self.text) = (blank, text)
  }
}
