extension Schema {
  /// Of the body of an event that issues a document only what differs from its blank is kept. What
  /// lies in the journal from before stays whole.
  static let blankBodies = """
    CREATE TABLE blank_body(
      id INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL UNIQUE,
      text TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER blank_body_is_never_changed BEFORE UPDATE ON blank_body
    BEGIN SELECT RAISE(ABORT, 'a blank is never changed'); END;
    CREATE TRIGGER blank_body_is_never_removed BEFORE DELETE ON blank_body
    BEGIN SELECT RAISE(ABORT, 'a blank is never removed'); END;
    ALTER TABLE journal ADD COLUMN blank INTEGER;
    """
}
