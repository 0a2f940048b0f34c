import CaseStore
import Casework
import Deskwork

/// What a case takes on disk, and what each table and index has of it.
struct SizeBench {
  let host: BenchHost
  let store: BenchStore

  func run() throws(Complaint) -> [Measured] {
    let hall = try host.reader(store)
    let (bytes, cases, extents) = try complaining { () throws(StoreError) in
      (try hall.store.size(), try hall.store.caseCount(), try hall.store.extents())
    }
    let each = Double(max(1, cases))
    guard let extents else {
      host.tell(
        "这个 SQLite 没有 dbstat，不知道各表和索引占多少。",
        "This SQLite has no dbstat: what tables and indexes take cannot be told.")
      return [Measured(.caseBytes, store.size, [Double(bytes) / each])]
    }
    return [Measured(.caseBytes, store.size, [Double(bytes) / each])]
      + extents.filter { Double($0.bytes) / each >= 1 }.map { extent in
        Measured(
          extent.isIndex ? .indexBytes : .tableBytes, part: extent.name, store.size,
          [Double(extent.bytes) / each])
      }
  }
}

extension SQLiteStore {
  /// By the counters, which have every case in one stage.
  func caseCount() throws(StoreError) -> Int {
    try counts().reduce(0) { sum, count in
      if case .stage = count.key { sum + count.value } else { sum }
    }
  }
}
