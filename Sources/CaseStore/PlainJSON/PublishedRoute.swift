import Casework
import Synchronization

/// A route as it is written. It comes back word for word with every case of its item, and is half of
/// what is written when one is accepted: so the text of each is kept.
struct PublishedRoute: Hashable {
  let steps: [RouteStep]

  /// Items and what was published of them lately; there are some hundred.
  private static let most = 1_000
  private static let known = Mutex<[PublishedRoute: [UInt8]]>([:])

  /// The names of its steps and who begins tell most routes apart.
  func hash(into hasher: inout Hasher) {
    for step in steps { hasher.combine(step.name.zh) }
    hasher.combine(steps.first?.parties.first?.department)
  }

  func text() throws(PlainJSON.NotPlain) -> [UInt8] {
    if let text = Self.known.withLock({ $0[self] }) { return text }
    let text = try PlainWriter.written(partsOf: steps)
    Self.known.withLock {
      if $0.count >= Self.most { $0.removeAll() }
      $0[self] = text
    }
    return text
  }
}

extension PublishedRoute: PlainlyWritten {
  func write(into text: inout PlainWriting) throws(PlainJSON.NotPlain) {
    text.append(try self.text())
  }
}
