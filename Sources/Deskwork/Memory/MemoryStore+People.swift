package import Casework
import WorkCalendar

extension MemoryStore {
  package func accessKeys() throws(StoreError) -> [AccessKey] {
    models.keys.values.sorted { ($0.clerk, $0.fingerprint) < ($1.clerk, $1.fingerprint) }
  }

  package func accessKey(_ fingerprint: String) throws(StoreError) -> AccessKey? {
    models.keys[fingerprint]
  }

  package func passwordHash(of clerk: ClerkID) throws(StoreError) -> String? {
    models.passwords[clerk]
  }

  package func sitting(_ id: SittingID) throws(StoreError) -> Sitting? { models.sittings[id] }

  package func openSittings(of clerk: ClerkID?) throws(StoreError) -> [Sitting] {
    models.sittings.values
      .filter { $0.end == nil && (clerk == nil || $0.clerk == clerk) }
      .sorted { ($1.since.epochSeconds, $0.id) < ($0.since.epochSeconds, $1.id) }
  }

  package func isAlive(_ id: SittingID) -> Bool { occupied.contains(id) }

  package func occupy(_ id: SittingID) throws(StoreError) { occupied.insert(id) }

  package func leave(_ id: SittingID) { occupied.remove(id) }

  package func workspaces(of clerk: ClerkID) throws(StoreError) -> [Workspace] {
    workspaces.filter { $0.clerk == clerk }.sorted {
      ($1.savedAt.epochSeconds, $0.counter ?? "", $0.place)
        < ($0.savedAt.epochSeconds, $1.counter ?? "", $1.place)
    }
  }

  package func save(_ workspace: Workspace) throws(StoreError) {
    try deleteWorkspace(of: workspace.clerk, at: workspace.counter, place: workspace.place)
    workspaces.append(workspace)
  }

  package func deleteWorkspace(
    of clerk: ClerkID, at counter: CounterID?, place: Int
  ) throws(StoreError) {
    workspaces.removeAll { ($0.clerk, $0.counter, $0.place) == (clerk, counter, place) }
    draftChanges += 1
  }
}
