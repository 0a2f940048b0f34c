extension Schema {
  /// Nearly every case of a grown store is concluded, so that a list of concluded ones is any list of
  /// ended ones, and the indexes by stage keep to the rest: their size follows the work at hand. What
  /// a second filter asks stands in the index, so that what it leaves out is not looked up.
  static let lighterLists = """
    DROP INDEX case_by_stage;
    DROP INDEX case_by_department_and_stage;
    DROP INDEX case_by_item;
    DROP INDEX case_by_receiver;
    CREATE INDEX case_by_item ON case_row(item, urgency, id, department);
    CREATE INDEX case_by_receiver ON case_row(received_by, urgency, id, item);
    CREATE INDEX case_by_stage ON case_row(stage, urgency, id) WHERE stage <> 'concluded';
    CREATE INDEX case_by_department_and_stage ON case_row(department, stage, urgency, id)
      WHERE stage <> 'concluded';
    CREATE INDEX case_by_item_and_stage ON case_row(item, stage, urgency, id)
      WHERE stage <> 'concluded';
    CREATE INDEX case_by_receiver_and_stage ON case_row(received_by, stage, urgency, id)
      WHERE stage <> 'concluded';

    ALTER TABLE case_reach ADD COLUMN item TEXT NOT NULL DEFAULT '';
    DROP INDEX case_reach_by_stage;
    DROP INDEX case_reach_by_urgency;
    CREATE INDEX case_reach_by_urgency ON case_reach(reach, urgency, case_id, item);
    CREATE INDEX case_reach_by_stage ON case_reach(reach, stage, urgency, case_id, item)
      WHERE stage <> 'concluded';

    CREATE INDEX counter_value_in_use ON counter_value(key, value) WHERE value <> 0;

    INSERT OR IGNORE INTO rebuild_due(id) SELECT 1 WHERE EXISTS (SELECT 1 FROM journal);
    """
}

extension Schema {
  /// By how much the cards of a kind at a level become more or fewer on a day: what shows on a day is
  /// the sum of the days up to it. Days on which nothing changes have no row.
  static let watchSums = """
    CREATE TABLE watch_sum(
      rule TEXT NOT NULL,
      department TEXT NOT NULL,
      level INTEGER NOT NULL,
      day TEXT NOT NULL,
      value INTEGER NOT NULL,
      PRIMARY KEY (rule, department, level, day)
    ) STRICT, WITHOUT ROWID;
    INSERT OR IGNORE INTO rebuild_due(id) SELECT 1 WHERE EXISTS (SELECT 1 FROM journal);
    """
}

extension Schema {
  /// The same with fewer rows: a card adds one to a level on the first day it shows at it or at a
  /// graver one, and takes nothing from the level below.
  static let risingCards = """
    ALTER TABLE watch_sum RENAME TO watch_sum_before;
    CREATE TABLE watch_sum(
      rule TEXT NOT NULL,
      department TEXT NOT NULL,
      level INTEGER NOT NULL,
      day TEXT NOT NULL,
      value INTEGER NOT NULL,
      PRIMARY KEY (rule, department, level, day)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO watch_sum(rule, department, level, day, value)
    SELECT rule, department, least.level, day, SUM(value) AS cards
    FROM watch_sum_before JOIN
      (SELECT 1 AS level UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4) AS least
      ON watch_sum_before.level >= least.level
    GROUP BY rule, department, least.level, day HAVING cards <> 0;
    DROP TABLE watch_sum_before;
    """
}
