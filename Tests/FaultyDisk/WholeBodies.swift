import CSQLite

/// Makes the bodies in a journal whole again that are kept short, as stores had them before, and takes
/// the blanks away. What a short body means is worked out here once more, from its description alone.
package func makeBodiesWhole(in path: String) -> Bool {
  var database: OpaquePointer?
  defer { sqlite3_close(database) }
  guard sqlite3_open(path, &database) == SQLITE_OK,
    sqlite3_create_function(
      database, "whole", 2, SQLITE_UTF8, nil,
      { context, _, values in
        guard let values, let short = values[0].text, let blank = values[1].text else { return }
        let whole = wholeBody(short, blank)
        sqlite3_result_text(
          context, whole, Int32(whole.count), unsafeBitCast(-1, to: sqlite3_destructor_type.self))
      }, nil, nil) == SQLITE_OK
  else { return false }
  let statements = """
    DROP TRIGGER journal_is_never_changed;
    UPDATE journal SET body = whole(body, (SELECT text FROM blank_body WHERE id = blank))
      WHERE blank IS NOT NULL;
    CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
    ALTER TABLE journal DROP COLUMN blank;
    DROP TABLE blank_body;
    DELETE FROM migrations WHERE position = (SELECT max(position) FROM migrations);
    """
  return sqlite3_exec(database, statements, nil, nil, nil) == SQLITE_OK
}

/// Pieces one after another: `6"` and six bytes, or `12,340;` for what follows in the blank after
/// twelve bytes that are passed over.
private func wholeBody(_ short: [UInt8], _ blank: [UInt8]) -> [UInt8] {
  var rest = short.dropFirst().dropLast()
  var whole: [UInt8] = []
  var place = 0
  func number() -> Int {
    let digits = rest.prefix { $0 == UInt8(ascii: "-") || (48...57).contains($0) }
    rest = rest.dropFirst(digits.count)
    return Int(String(decoding: digits, as: UTF8.self)) ?? 0
  }
  while !rest.isEmpty {
    let first = number()
    if rest.removeFirst() == UInt8(ascii: "\"") {
      whole += rest.prefix(first)
      rest = rest.dropFirst(first)
    } else {
      place += first
      let length = number()
      rest.removeFirst()
      whole += blank[place..<place + length]
      place += length
    }
  }
  return whole
}

extension OpaquePointer? {
  /// Of a value that is given to a function.
  fileprivate var text: [UInt8]? {
    guard let start = sqlite3_value_text(self) else { return nil }
    return Array(UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(self))))
  }
}
