extension Schema {
  /// A line for each department and town a case is a matter of, so that their lists walk an index.
  static let reach = """
    CREATE TABLE case_reach(
      case_id TEXT NOT NULL,
      reach TEXT NOT NULL,
      urgency INTEGER NOT NULL,
      stage TEXT NOT NULL,
      PRIMARY KEY (case_id, reach)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX case_reach_by_urgency ON case_reach(reach, urgency, case_id);
    CREATE INDEX case_reach_by_stage ON case_reach(reach, stage, urgency, case_id);

    CREATE TABLE township_tally(
      township TEXT NOT NULL,
      month TEXT NOT NULL,
      department TEXT NOT NULL,
      item TEXT NOT NULL,
      measure TEXT NOT NULL,
      value INTEGER NOT NULL,
      PRIMARY KEY (township, month, department, item, measure)
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE task ADD COLUMN active_at TEXT;
    ALTER TABLE ticket ADD COLUMN changed_at TEXT;

    INSERT OR IGNORE INTO rebuild_due(id) SELECT 1 WHERE EXISTS (SELECT 1 FROM journal);
    """
}
