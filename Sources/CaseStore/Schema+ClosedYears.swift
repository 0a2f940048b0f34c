extension Schema {
  /// What became of streams that were moved into the file of a closed year: where each ended, and
  /// what its cases had added to the sums of the hall. Nothing else may leave the journal.
  static let closedYears = """
    CREATE TABLE closed_year(
      name TEXT PRIMARY KEY,
      year INTEGER NOT NULL,
      file TEXT NOT NULL,
      cases INTEGER NOT NULL,
      events INTEGER NOT NULL,
      digest TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE closed_mark(
      id INTEGER PRIMARY KEY CHECK (id = 1),
      name TEXT NOT NULL,
      year INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE closed_stream(
      stream TEXT PRIMARY KEY,
      version INTEGER NOT NULL,
      position INTEGER NOT NULL,
      hash TEXT NOT NULL,
      began INTEGER NOT NULL,
      name TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER closed_stream_is_whole BEFORE INSERT ON closed_stream
    WHEN NEW.stream NOT GLOB 'case/*'
      OR NOT EXISTS (SELECT 1 FROM closed_year WHERE name = NEW.name)
      OR NOT EXISTS (
        SELECT 1 FROM journal
        WHERE stream = NEW.stream AND version = NEW.version AND position = NEW.position
          AND hash = NEW.hash)
      OR EXISTS (SELECT 1 FROM journal WHERE stream = NEW.stream AND version > NEW.version)
    BEGIN SELECT RAISE(ABORT, 'only a case that stands as it was copied is closed'); END;
    CREATE TRIGGER closed_stream_is_never_changed BEFORE UPDATE ON closed_stream
    BEGIN SELECT RAISE(ABORT, 'a closed case is never changed'); END;
    CREATE TRIGGER closed_stream_is_never_opened BEFORE DELETE ON closed_stream
    BEGIN SELECT RAISE(ABORT, 'a closed case is never opened'); END;

    DROP TRIGGER journal_is_never_shortened;
    CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
    WHEN NOT EXISTS (
      SELECT 1 FROM closed_stream AS it
      WHERE it.stream = OLD.stream AND (
        OLD.version < it.version OR OLD.version = it.version AND OLD.hash = it.hash))
    BEGIN SELECT RAISE(ABORT, 'the journal is never shortened'); END;
    CREATE TRIGGER journal_of_closed_years_is_over BEFORE INSERT ON journal
    WHEN EXISTS (SELECT 1 FROM closed_stream WHERE stream = NEW.stream)
    BEGIN SELECT RAISE(ABORT, 'a closed case takes up no more events'); END;

    CREATE TABLE closed_tally(
      month TEXT NOT NULL,
      department TEXT NOT NULL,
      item TEXT NOT NULL,
      measure TEXT NOT NULL,
      township TEXT NOT NULL,
      value INTEGER NOT NULL,
      PRIMARY KEY (month, department, item, measure, township)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE closed_number(
      series TEXT PRIMARY KEY,
      taken INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE closed_applicant(
      identity_kind TEXT NOT NULL,
      identity_number TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (identity_number, identity_kind)
    ) STRICT, WITHOUT ROWID;
    """
}
