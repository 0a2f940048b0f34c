import Casework
import Deskwork
import SQLite
import Synchronization

/// The blanks this process has needed, each made once.
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

extension Connection {
  /// The number the store knows a blank by; one it has not met is taken up.
  func number(of blank: BlankBody) throws(SQLiteError) -> Int64 {
    let query = ListQuery.blank(sha256: blank.sha256)
    if let known = try integer(query.sql, query.values) { return known }
    try run(
      "INSERT INTO blank_body(sha256, text) VALUES (?, ?)",
      [.text(blank.sha256), .utf8(blank.text)])
    return try integer(query.sql, query.values) ?? 0
  }
}

/// What is kept of a body in its place.
struct KeptShort: Sendable {
  let blank: BlankBody
  let text: [UInt8]

  /// Nil if it is kept as it is.
  init?(_ body: [UInt8], like blank: BlankBody?) {
    guard let blank, let text = blank.short(body) else { return nil }
    (self.blank, self.text) = (blank, text)
  }
}
