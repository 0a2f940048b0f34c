import SQLite

/// How few cases have a term, as far as the newest ones tell: nothing but a walk over all of them
/// would count them, and the newest are those a search comes to first.
struct TermSparsity {
  let connection: Connection

  /// More terms are not compared, nor asked for: the texts are looked at in any case.
  private static let mostTerms = 16
  private static let walked = 24

  /// Each once, those that fewest cases have first; nil if no case has one of them.
  func sorted(_ terms: [String]) throws(SQLiteError) -> [String]? {
    var places: [String: Int64] = [:]
    for term in terms where places[term] == nil && places.count < Self.mostTerms {
      guard let place = try place(reachedWith: term) else { return nil }
      places[term] = place
    }
    return places.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }

  /// Where one is after some cases with the term, from the newest on; 0 behind the last of them, nil
  /// if there is none.
  private func place(reachedWith term: String) throws(SQLiteError) -> Int64? {
    let matches = ListQuery.matches(quoted(term))
    let statement = try connection.prepare(matches.sql)
    try statement.bind(matches.values)
    var place: Int64?
    for _ in 0..<Self.walked {
      guard try statement.step() else { return place == nil ? nil : 0 }
      place = try statement.row.integer(0)
    }
    return place
  }
}
