package import Deskwork
import SQLite

/// Deciding while one waits in the line, on what the one before is about to write.
///
/// So the turn is spent on writing alone, however many want it. Nothing comes of it unless just that
/// was written which was told, and nothing else: what was read meanwhile is then as it was, and what
/// the other has changed was not read.
extension SQLiteStore {
  /// What came of a body that was carried out in the line.
  private struct Foretold<Answer> {
    let announcement: Announcement
    let answer: Answer
    let order: WritingOrder
    let telling: [UInt8]?
  }

  package func deciding<Answer>(_ body: () -> Answer) throws(StoreError) -> Answer {
    // Who writes has the turn.
    if acts != nil { return body() }
    var foretold: Foretold<Answer>?
    return try using { connection throws(SQLiteError) in
      try connection.holdingTurn(inLine: { foretold = foretell(on: $0, body) }) {
        () throws(SQLiteError) in
        if let foretold, connection.hasCome(foretold.announcement),
          (try? write(foretold.order, telling: foretold.telling)) != nil
        {
          foretoldActs += 1
          return foretold.answer
        }
        return body()
      }
    }
  }

  private func foretell<Answer>(
    on announcement: Announcement, _ body: () -> Answer
  ) -> Foretold<Answer>? {
    guard let told = AnnouncedActs(announcement) else { return nil }
    let acts = OpenActs(.foretold(by: told, reader: connection))
    (self.acts, fault) = (acts, nil)
    defer { self.acts = nil }
    let answer = body()
    guard fault == nil, acts.foretold.count == 1, let order = acts.foretold.first else {
      return nil
    }
    return Foretold(
      announcement: announcement, answer: answer, order: order,
      telling: AnnouncedActs(order)?.bytes)
  }
}
