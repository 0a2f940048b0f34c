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

  /// Days that have become like the day before lose their rows, all of an act's in one statement.
  static let spentDays = """
    CREATE INDEX watch_sum_spent ON watch_sum(rule, department, level, day) WHERE value = 0;
    """
}

extension Schema {
  /// An order waits for an answer while it is open and nobody has answered it, or the second level
  /// has taken it up since. A case with an open order has a card that shows, so that of all cases
  /// only those with one are read.
  static let ordersToAnswer = """
    INSERT INTO counter_value(key, value)
    WITH
      supervised AS (
        SELECT journal.stream, journal.kind, journal.recorded_at, journal.version,
          json_extract(journal.body, '$.order') AS number,
          json_extract(journal.body, '$.department') AS department
        FROM (SELECT DISTINCT case_id FROM watch WHERE warning_from IS NOT NULL) AS watched
          CROSS JOIN journal ON journal.stream = 'case/' || watched.case_id
        WHERE journal.kind IN (
          'case.follow-up-ordered.1', 'case.follow-up-answered.1', 'case.follow-up-escalated.1',
          'case.follow-up-closed.1')
      ),
      told AS (
        SELECT stream, number,
          max(CASE kind WHEN 'case.follow-up-ordered.1' THEN department END) AS department,
          max(CASE kind WHEN 'case.follow-up-answered.1' THEN recorded_at END) AS answered,
          max(CASE kind WHEN 'case.follow-up-escalated.1' THEN recorded_at END) AS escalated,
          max(kind = 'case.follow-up-closed.1') AS is_closed
        FROM supervised GROUP BY stream, number
      )
    SELECT 'orders/' || department, count(*) FROM told
    WHERE department IS NOT NULL AND NOT is_closed AND (answered IS NULL OR escalated > answered)
    GROUP BY department;
    """

  /// By the first day a card shows at any level: of which the day has not come are as many as cases
  /// are open, and the lists leave them out without having read them.
  static let showingCards = """
    ALTER TABLE watch ADD COLUMN shows_from TEXT;
    UPDATE watch SET shows_from = nullif(
      min(
        ifnull(warning_from, '9999-12-31'), ifnull(yellow_from, '9999-12-31'),
        ifnull(red_from, '9999-12-31'), ifnull(grave_from, '9999-12-31')), '9999-12-31');
    DROP INDEX watch_by_urgency;
    DROP INDEX watch_by_department;
    DROP INDEX watch_by_rule;
    CREATE INDEX watch_by_urgency ON watch(urgency, case_id, card, shows_from);
    CREATE INDEX watch_by_department ON watch(department, shows_from, urgency, case_id, card);
    CREATE INDEX watch_by_rule ON watch(rule, shows_from, urgency, case_id, card);
    """
}
