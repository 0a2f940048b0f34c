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
    try write(texts, at: place)
    try connection.run(
      "INSERT OR IGNORE INTO search_pending(place) VALUES (?)", [SQLiteValue(place)])
  }

  /// Of a case the index knows nothing of yet: at once, unless it waits with others for its batch.
  func putFirst(
    _ texts: SearchTexts, _ terms: String, at place: Int64, waits: Bool
  ) throws(SQLiteError) {
    try write(texts, at: place)
    if waits {
      try connection.run("INSERT INTO search_pending(place) VALUES (?)", [SQLiteValue(place)])
    } else {
      try index(terms, at: place)
    }
  }

  private func write(_ texts: SearchTexts, at place: Int64) throws(SQLiteError) {
    try connection.run(
      """
      INSERT OR REPLACE INTO search_text(
        place, case_number, short_number, applicant_name, identity_number, name_readings,
        item_name, item_initials, item_readings, reaches)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [SQLiteValue(place)] + texts.values)
  }

  /// Takes a case out, which is found no more.
  func forget(_ place: Int64) throws(SQLiteError) {
    guard let texts = try texts(at: place) else { return }
    if try !isPending(place) { try remove(texts, at: place) }
    try connection.run("DELETE FROM search_pending WHERE place = ?", [SQLiteValue(place)])
    try connection.run("DELETE FROM search_text WHERE place = ?", [SQLiteValue(place)])
  }

  /// Indexes the texts that wait, a batch in each transaction, as long as there is a whole one.
  func indexWholeBatches() throws(SQLiteError) {
    while true {
      let places = try pendingPlaces()
      guard places.count == Self.batch else { return }
      try connection.transaction { () throws(SQLiteError) in try index(places) }
    }
  }

  /// Makes one piece of the index, inside the caller's transaction. Each batch leaves one, and a search
  /// asks all there are: of a million cases, all just made, in one piece it reads a third of the pages.
  func drawTogether() throws(SQLiteError) {
    try connection.run("INSERT INTO search(search) VALUES ('optimize')")
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
    let all = ListQuery.waitingPlaces(limit: -1)
    return Set(
      try connection.query(all.sql, all.values) { row throws(SQLiteError) in
        try row.integer(0)
      })
  }

  /// The newest cases that hold every word.
  func places(
    matching query: SearchQuery, within reach: Reach, limit: Int
  ) throws(SQLiteError) -> [Int64] {
    let waiting = try connection.query(ListQuery.waitingTexts.sql) {
      row throws(SQLiteError) in (try Self.read(row), try row.integer(Self.columnCount))
    }
    var fresh: [Int64] = []
    for (texts, place) in waiting where query.matches(texts) {
      if try isWithin(reach, place) { fresh.append(place) }
    }
    let whole = try placeOfWholeNumber(query)
    if let whole, !fresh.contains(whole), try isWithin(reach, whole) { fresh.append(whole) }
    var question = SearchQuestion(query, within: reach, isWholeNumber: whole != nil)
    try question.narrow(by: TermSparsity(connection: connection))
    let known = Set(waiting.map(\.1) + [whole].compactMap { $0 })
    let (expressions, doubtful) = (question.expressions, question.doubtful)
    var indexed: [Int64]?
    for expression in expressions where indexed == nil {
      indexed = try found(
        expression, doubtful, canAskBetter: expression != expressions.last, within: reach,
        but: known, limit)
    }
    return Array(((indexed ?? []) + fresh).sorted(by: >).prefix(limit))
  }

  /// The case whose short number was typed to its end, and nothing else. The paper of a newborn child
  /// may bear the same digits, so that the index is still asked for those.
  private func placeOfWholeNumber(_ query: SearchQuery) throws(SQLiteError) -> Int64? {
    guard query.runs.count == 1, let run = query.runs.first, run.isLatin else { return nil }
    // What is typed was made small; numbers have capitals.
    return try place(of: CaseID(run.text.uppercased()))
  }

  /// After so many cases that only seemed to fit a question is asked more thoroughly.
  private static let mostMisses = 500

  /// The newest cases of the index, as many as are wanted: it is walked no further. Nil if there is
  /// a better way to ask.
  private func found(
    _ expression: String, _ doubtful: [DoubtfulRun], canAskBetter: Bool, within reach: Reach,
    but waiting: Set<Int64>, _ limit: Int
  ) throws(SQLiteError) -> [Int64]? {
    let matches = ListQuery.matches(expression)
    let statement = try connection.prepare(matches.sql)
    try statement.bind(matches.values)
    var (places, misses): ([Int64], Int) = ([], 0)
    while places.count < limit, try statement.step() {
      let place = try statement.row.integer(0)
      guard !waiting.contains(place), try isWithin(reach, place) else { continue }
      let isFound = doubtful.isEmpty ? true : try holds(place, doubtful)
      if isFound { places.append(place) } else { misses += 1 }
      if misses > Self.mostMisses, canAskBetter { return nil }
    }
    return places
  }

  private func holds(_ place: Int64, _ runs: [DoubtfulRun]) throws(SQLiteError) -> Bool {
    let query = ListQuery.searchTexts(at: place)
    let texts = try connection.first(query.sql, query.values) { row throws(SQLiteError) in
      try Self.read(row, lookingFor: runs)
    }
    guard let texts else { return false }
    return runs.allSatisfy { $0.isFound(in: texts) }
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
    search_text.identity_number, search_text.name_readings, search_text.item_name,
    search_text.item_initials, search_text.item_readings, search_text.reaches
    """
  private static let columnCount = 9

  private static func read(_ row: borrowing Row) throws(SQLiteError) -> SearchTexts {
    SearchTexts(
      caseNumber: try row.text(0), shortNumber: try row.text(1), applicantName: try row.text(2),
      identityNumber: try row.text(3), nameReadings: try row.lines(4).map { Spelling($0) },
      itemName: try row.text(5), itemInitials: try row.text(6),
      itemReadings: try row.lines(7).map { Spelling($0) },
      reaches: try row.lines(8).compactMap { Reach($0) })
  }

  /// Only what may decide whether the runs are found: readings cost most to take apart.
  private static func read(
    _ row: borrowing Row, lookingFor runs: [DoubtfulRun]
  ) throws(SQLiteError) -> SearchTexts {
    let spelled = runs.filter { $0.ways.contains(.reading) || $0.ways.contains(.word) }
    func readings(_ column: Int, _ row: borrowing Row) throws(SQLiteError) -> [Spelling] {
      guard !spelled.isEmpty else { return [] }
      return try row.text(column).split(separator: "\n").filter { line in
        spelled.contains { $0.ways.contains(.word) || line.has($0.run.text) }
      }.map { Spelling(String($0)) }
    }
    return SearchTexts(
      caseNumber: try row.text(0), shortNumber: try row.text(1), applicantName: try row.text(2),
      identityNumber: try row.text(3), nameReadings: try readings(4, row),
      itemName: try row.text(5), itemInitials: try row.text(6), itemReadings: try readings(7, row))
  }

  private func place(of id: CaseID) throws(SQLiteError) -> Int64? {
    let query = ListQuery.place(of: id)
    return try connection.integer(query.sql, query.values)
  }

  private func texts(at place: Int64) throws(SQLiteError) -> SearchTexts? {
    let query = ListQuery.searchTexts(at: place)
    return try connection.first(query.sql, query.values) { row throws(SQLiteError) in
      try Self.read(row)
    }
  }

  private func isPending(_ place: Int64) throws(SQLiteError) -> Bool {
    let query = ListQuery.isWaiting(place)
    return try connection.integer(query.sql, query.values) != nil
  }

  private func pendingPlaces() throws(SQLiteError) -> [Int64] {
    let query = ListQuery.waitingPlaces(limit: Self.batch)
    return try connection.query(query.sql, query.values) {
      row throws(SQLiteError) in try row.integer(0)
    }
  }

  private func index(_ places: [Int64]) throws(SQLiteError) {
    for place in places {
      if let texts = try texts(at: place) { try index(IndexedTerms(texts).text, at: place) }
      try connection.run("DELETE FROM search_pending WHERE place = ?", [SQLiteValue(place)])
    }
  }

  private func index(_ terms: String, at place: Int64) throws(SQLiteError) {
    try connection.run(
      "INSERT INTO search(rowid, term) VALUES (?, ?)", [SQLiteValue(place), .text(terms)])
  }

  /// The index keeps no texts, so it has to be told what it held.
  private func remove(_ texts: SearchTexts, at place: Int64) throws(SQLiteError) {
    try connection.run(
      "INSERT INTO search(search, rowid, term) VALUES ('delete', ?, ?)",
      [SQLiteValue(place), .text(IndexedTerms(texts).text)])
  }
}

extension SearchTexts {
  /// Behind the place of the case.
  var values: [SQLiteValue] {
    func lines(_ parts: [String]) -> SQLiteValue { .text(parts.joined(separator: "\n")) }
    return [
      .text(caseNumber), .text(shortNumber), .text(applicantName), .text(identityNumber),
      lines(nameReadings.map(\.text)), .text(itemName), .text(itemInitials),
      lines(itemReadings.map(\.text)), lines(reaches.map(\.text)),
    ]
  }
}

extension Substring {
  /// Whether letters stand in it one after the other, spaces apart.
  fileprivate func has(_ letters: String) -> Bool {
    let text = utf8.filter { $0 != UInt8(ascii: " ") }
    return text.firstRange(of: letters.utf8) != nil
  }
}

extension Row {
  fileprivate func lines(_ column: Int) throws(SQLiteError) -> [String] {
    try text(column).split(separator: "\n").map { String($0) }
  }
}
