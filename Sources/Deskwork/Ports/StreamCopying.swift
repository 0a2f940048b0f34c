/// The stream of a case that went the way of another one.
package struct StreamCopy: Hashable, Sendable {
  package var stream: StreamID
  /// What stands in its events where the original has the word of the same place.
  package var words: [String]
  /// The hash of its last event; empty before the first.
  package var hash = ""

  package init(stream: StreamID, words: [String]) { (self.stream, self.words) = (stream, words) }
}

/// What the store of a demo hall can do beside, so that a million cases are made in minutes.
package protocol StreamCopying: AnyObject {
  /// Appends the events of a stream after a version to each of its copies as well, stamped alike,
  /// with the copy's words instead of the original's; texts of documents get hashes of their own.
  ///
  /// The copies have to stand at that version.
  func repeatEvents(
    of stream: StreamID, after version: Int, replacing words: [String],
    into copies: inout [StreamCopy]
  ) throws(StoreError)

  /// What `body` appends is one transaction.
  func together(_ body: () -> Void) throws(StoreError)
}
