package import Casework

/// People, their keys and where they sit. Everything here is changed by `ReadModelChange` in the
/// act's own batch, except the desks laid aside, which like drafts are no record.
package protocol PeopleStore: AnyObject {
  /// In the order of clerk and fingerprint.
  func accessKeys() throws(StoreError) -> [AccessKey]
  /// Nil if the hall knows no such key, or knows it no more.
  func accessKey(_ fingerprint: String) throws(StoreError) -> AccessKey?
  /// As libc's crypt writes it; nil if the clerk has none.
  func passwordHash(of clerk: ClerkID) throws(StoreError) -> String?
  func sitting(_ id: SittingID) throws(StoreError) -> Sitting?
  /// Those that are not over, the last begun first; all of the hall, or of one clerk.
  func openSittings(of clerk: ClerkID?) throws(StoreError) -> [Sitting]
  /// Whether the process of a sitting still runs; one that died without a word is over.
  func isAlive(_ id: SittingID) -> Bool
  /// From now on `isAlive` holds for it, until this program ends or leaves it.
  func occupy(_ id: SittingID) throws(StoreError)
  func leave(_ id: SittingID)
  /// The last parked first.
  func workspaces(of clerk: ClerkID) throws(StoreError) -> [Workspace]
  func save(_ workspace: Workspace) throws(StoreError)
  func deleteWorkspace(of clerk: ClerkID, at counter: CounterID?, place: Int) throws(StoreError)
}
