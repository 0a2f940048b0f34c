import SQLite

/// How a journal is gone through that is checked: with which processors, and who is told how far it is.
struct CheckingWork {
  /// Nil for all of the host.
  var processors: Int?
  let progress: (Progress) -> Void

  /// Reads every stream, checks it, and tells the lists what it means as long as the journal is whole.
  /// Whatever of it lies in a file known to be damaged is not read.
  func read(
    _ journal: JournalUnion, into check: inout JournalCheck, secret: String,
    telling lists: ListsAnew?, unless structure: StructureCheck
  ) throws(SQLiteError) {
    let (moments, rules) = (check.moments, lists?.begin())
    let streams = try journal.streams()
    try OrderedWork(processors: processors) {
      CheckedBatch($0, moments: moments, secret: secret, under: rules)
    }.run(
      next: { () throws(SQLiteError) in
        structure.hasFaults ? nil : try streams.nextBatch()
      },
      take: { batch throws(SQLiteError) in
        for stream in batch.streams { check.take(stream) }
        if let lists, check.isSoundSoFar { lists.put(batch) }
      })
  }
}
