import Casework
import Deskwork
import SQLite

/// The words cases are found by: new texts wait, and go into the index in batches.
struct SearchIndex {
  let connection: Connection

  /// At so many the waiting texts are indexed: one by one costs ten times as much.
  static let batch = 64

  func put(_ texts: SearchTexts, for id: CaseID) throws(SQLiteError) {
    guard let place = try place(of: id) else {
      throw SQLiteError(kind: .corrupt, message: "\(id) has search texts and no row")
    }
    if let old = try self.texts(at: place) {
      guard old != texts else { return }
      if try !isPending(place) { try remove(old, at: place) }
    }
    try connection.run(
      """
      INSERT OR REPLACE INTO search_text(
        place, case_number, short_number, applicant_name, identity_number, name_initials,
        item_name, item_initials)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        SQLiteValue(place), .text(texts.caseNumber), .text(texts.shortNumber),
        .text(texts.applicantName), .text(texts.identityNumber),
        .text(texts.nameInitials.joined(separator: " ")), .text(texts.itemName),
        .text(texts.itemInitials),
      ])
    try connection.run(
      "INSERT OR IGNORE INTO search_pending(place) VALUES (?)", [SQLiteValue(place)])
  }

  /// Indexes the texts that wait, a batch in each transaction, as long as there is a whole one.
  func indexWholeBatches() throws(SQLiteError) {
    while true {
      let places = try pendingPlaces()
      guard places.count == Self.batch else { return }
      try connection.transaction { () throws(SQLiteError) in try index(places) }
    }
  }

  /// Indexes what waits, inside the caller's transaction; some may go on waiting.
  func indexAll(but waiting: Set<Int64> = []) throws(SQLiteError) {
    try index(self.waiting().filter { !waiting.contains($0) }.sorted())
  }

  /// Empties the index, inside the caller's transaction; one that is damaged is made anew.
  func clear() throws(SQLiteError) {
    do throws(SQLiteError) {
      try connection.run("INSERT INTO search(search) VALUES ('delete-all')")
    } catch {
      guard error.kind == .corrupt || error.kind == .other else { throw error }
      try connection.discard(
        virtualTables: ["search", "search_word"],
        keptIn: ["data", "idx", "content", "docsize", "config"].map { "search_" + $0 })
      try connection.runScript(Schema.searchIndex)
    }
  }

  /// The cases whose texts are not indexed yet.
  func waiting() throws(SQLiteError) -> Set<Int64> {
    Set(
      try connection.query("SELECT place FROM search_pending") { row throws(SQLiteError) in
        try row.integer(0)
      })
  }

  /// The newest cases that hold every word.
  func places(
    matching query: SearchQuery, within reach: Reach, limit: Int
  ) throws(SQLiteError) -> [Int64] {
    let matches = ListQuery.matches(query, within: reach, limit: limit)
    let indexed = try connection.query(matches.sql, matches.values) {
      row throws(SQLiteError) in try row.integer(0)
    }
    let waiting = try connection.query(ListQuery.waitingTexts.sql) {
      row throws(SQLiteError) in (try Self.read(row), try row.integer(7))
    }
    var fresh: [Int64] = []
    for (texts, place) in waiting where query.matches(texts) {
      if try isWithin(reach, place) { fresh.append(place) }
    }
    return Array(Set(indexed + fresh).sorted(by: >).prefix(limit))
  }
}

extension SearchIndex {
  private func isWithin(_ reach: Reach, _ place: Int64) throws(SQLiteError) -> Bool {
    guard reach != .hall else { return true }
    let query = ListQuery.isWithin(reach, place: place)
    return try connection.integer(query.sql, query.values) != nil
  }

  static let columns = """
    search_text.case_number, search_text.short_number, search_text.applicant_name,
    search_text.identity_number, search_text.name_initials, search_text.item_name,
    search_text.item_initials
    """

  private static func read(_ row: borrowing Row) throws(SQLiteError) -> SearchTexts {
    SearchTexts(
      caseNumber: try row.text(0), shortNumber: try row.text(1), applicantName: try row.text(2),
      identityNumber: try row.text(3),
      nameInitials: try row.text(4).split(separator: " ").map { String($0) },
      itemName: try row.text(5), itemInitials: try row.text(6))
  }

  private func place(of id: CaseID) throws(SQLiteError) -> Int64? {
    try connection.integer("SELECT place FROM case_row WHERE id = ?", [SQLiteValue(id)])
  }

  private func texts(at place: Int64) throws(SQLiteError) -> SearchTexts? {
    try connection.first(
      "SELECT \(Self.columns) FROM search_text WHERE place = ?", [SQLiteValue(place)]
    ) { row throws(SQLiteError) in try Self.read(row) }
  }

  private func isPending(_ place: Int64) throws(SQLiteError) -> Bool {
    try connection.integer(
      "SELECT place FROM search_pending WHERE place = ?", [SQLiteValue(place)]) != nil
  }

  private func pendingPlaces() throws(SQLiteError) -> [Int64] {
    let query = ListQuery.waitingPlaces(limit: Self.batch)
    return try connection.query(query.sql, query.values) {
      row throws(SQLiteError) in try row.integer(0)
    }
  }

  private func index(_ places: [Int64]) throws(SQLiteError) {
    for place in places {
      if let texts = try texts(at: place) {
        let words = IndexedTexts(texts)
        try connection.run(
          "INSERT INTO search(rowid, number, name, word) VALUES (?, ?, ?, ?)",
          [SQLiteValue(place), .text(words.number), .text(words.name), .text(words.word)])
      }
      try connection.run("DELETE FROM search_pending WHERE place = ?", [SQLiteValue(place)])
    }
  }

  /// The index keeps no texts, so it has to be told what it held.
  private func remove(_ texts: SearchTexts, at place: Int64) throws(SQLiteError) {
    let words = IndexedTexts(texts)
    try connection.run(
      "INSERT INTO search(search, rowid, number, name, word) VALUES ('delete', ?, ?, ?, ?)",
      [SQLiteValue(place), .text(words.number), .text(words.name), .text(words.word)])
  }
}
