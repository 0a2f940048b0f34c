package import SQLite

/// The tables of a store, as named steps; a step that has been shipped is never edited.
package enum Schema {
  /// "ych1", at the beginning of every store.
  static let applicationID: Int32 = 0x7963_6831

  package static let migrator = Migrator([
    Migration("the journal and what belongs to it", journal),
    Migration("drafts and outgoing messages", desk),
    Migration("lists of cases, tasks, results and tickets", lists),
    Migration("the hall, its catalogue and its calendar", reference),
    Migration("finding cases by words", search),
    Migration("late entries, supervision, statistics and looks", supervision),
    Migration("keys, passwords, sittings and desks laid aside", people),
    Migration("who may see which case", reach),
    Migration("finding cases by terms and by how they are read", finding),
    Migration("closed years", closedYears),
    Migration("lists by stage leave out what is concluded", lighterLists),
    Migration("how many cards show, kept with the act", watchSums),
    Migration("how many cards show at a level or above", risingCards),
    Migration("how many follow-up orders a department has to answer", ordersToAnswer),
    Migration("cards are found by the day they show", showingCards),
    Migration("days on which cards no longer change are found at once", spentDays),
    Migration("documents are kept as what differs from their blank", blankBodies),
  ])

  // SQLite before 3.42 does not let the schema of a file that is not trusted call json_valid.
  private static let journal = """
    CREATE TABLE store_nature(
      id INTEGER PRIMARY KEY CHECK (id = 1),
      is_demo INTEGER NOT NULL,
      demo_start TEXT,
      demo_started_at_host TEXT,
      secret TEXT NOT NULL
    ) STRICT;

    CREATE TABLE journal(
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      stream TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      kind TEXT NOT NULL,
      body TEXT NOT NULL CHECK (body GLOB '{*}'),
      recorded_at TEXT NOT NULL,
      clerk TEXT NOT NULL,
      counter TEXT,
      request TEXT,
      act INTEGER NOT NULL,
      hash TEXT NOT NULL,
      UNIQUE (stream, version)
    ) STRICT;
    CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
    CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is never shortened'); END;

    CREATE TABLE request(
      id TEXT PRIMARY KEY,
      answer TEXT NOT NULL,
      position INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE number(
      series TEXT PRIMARY KEY,
      last INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  private static let desk = """
    CREATE TABLE draft(
      id TEXT PRIMARY KEY,
      clerk TEXT NOT NULL,
      counter TEXT,
      form TEXT NOT NULL,
      title TEXT NOT NULL,
      body TEXT NOT NULL,
      saved_at TEXT NOT NULL,
      saved_second INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX draft_by_clerk ON draft(clerk, saved_second DESC, id);

    CREATE TABLE outgoing(
      place INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      case_id TEXT NOT NULL,
      due_on TEXT,
      recorded_at TEXT NOT NULL
    ) STRICT;
    """

  private static let lists = """
    CREATE TABLE case_row(
      place INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      urgency INTEGER NOT NULL,
      version INTEGER NOT NULL,
      number TEXT NOT NULL,
      item TEXT NOT NULL,
      item_name_zh TEXT NOT NULL,
      item_name_en TEXT NOT NULL,
      department TEXT NOT NULL,
      handling TEXT NOT NULL,
      applicant_name TEXT NOT NULL,
      identity_kind TEXT NOT NULL,
      identity_number TEXT NOT NULL,
      stage TEXT NOT NULL,
      step_name_zh TEXT,
      step_name_en TEXT,
      step_number INTEGER NOT NULL,
      step_count INTEGER NOT NULL,
      answered INTEGER NOT NULL,
      parties INTEGER NOT NULL,
      holder TEXT,
      claimed_by TEXT,
      held_since TEXT,
      received_on TEXT NOT NULL,
      received_by TEXT NOT NULL,
      accepted_on TEXT,
      due_on TEXT,
      due_is_provisional INTEGER,
      statutory_due_on TEXT,
      statutory_due_is_provisional INTEGER,
      is_stopped INTEGER NOT NULL,
      is_deferred INTEGER NOT NULL,
      is_under_commitment INTEGER NOT NULL,
      channel TEXT NOT NULL,
      ended_on TEXT
    ) STRICT;
    CREATE INDEX case_by_urgency ON case_row(urgency, id);
    CREATE INDEX case_by_stage ON case_row(stage, urgency, id);
    CREATE INDEX case_by_department ON case_row(department, urgency, id);
    CREATE INDEX case_by_department_and_stage ON case_row(department, stage, urgency, id);
    CREATE INDEX case_by_item ON case_row(item, urgency, id);
    CREATE INDEX case_by_receiver ON case_row(received_by, urgency, id);

    CREATE TABLE task(
      department TEXT NOT NULL,
      case_id TEXT NOT NULL,
      urgency INTEGER NOT NULL,
      part TEXT NOT NULL,
      role TEXT NOT NULL,
      kind TEXT NOT NULL,
      step INTEGER NOT NULL,
      step_due_on TEXT,
      step_due_is_provisional INTEGER,
      claimed_by TEXT,
      claimed_at TEXT,
      PRIMARY KEY (case_id, department)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX task_by_urgency ON task(department, urgency, case_id);
    CREATE INDEX task_by_holder ON task(department, claimed_by, urgency, case_id);

    CREATE TABLE result(
      case_id TEXT PRIMARY KEY,
      ready_on TEXT NOT NULL,
      verdict TEXT NOT NULL,
      name TEXT NOT NULL,
      certificate_number TEXT NOT NULL,
      pick_up_code TEXT NOT NULL,
      delivery_method TEXT NOT NULL,
      delivery_address TEXT NOT NULL,
      waybill TEXT NOT NULL,
      identity_kind TEXT NOT NULL,
      identity_number TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX result_by_day ON result(ready_on, case_id);
    CREATE INDEX result_by_code ON result(pick_up_code, ready_on, case_id);
    CREATE INDEX result_by_identity ON result(identity_number, identity_kind, ready_on, case_id);

    CREATE TABLE ticket(
      day TEXT NOT NULL,
      id TEXT NOT NULL,
      version INTEGER NOT NULL,
      queue TEXT NOT NULL,
      purpose TEXT NOT NULL,
      state TEXT NOT NULL,
      issued_at TEXT NOT NULL,
      issued_second INTEGER NOT NULL,
      called_at TEXT,
      counter TEXT,
      clerk TEXT,
      call_count INTEGER NOT NULL,
      PRIMARY KEY (day, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ticket_by_state ON ticket(day, state, issued_second, id);

    CREATE TABLE applicant(
      identity_kind TEXT NOT NULL,
      identity_number TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (identity_number, identity_kind)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE counter_value(
      key TEXT PRIMARY KEY,
      value INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  private static let reference = """
    CREATE TABLE hall(
      id INTEGER PRIMARY KEY CHECK (id = 1),
      body TEXT NOT NULL
    ) STRICT;
    CREATE TABLE department(id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE counter(id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE clerk(id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE calendar_year(year INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;

    CREATE TABLE item(
      id TEXT PRIMARY KEY,
      version INTEGER NOT NULL,
      name_zh TEXT NOT NULL,
      name_en TEXT NOT NULL,
      initials TEXT NOT NULL,
      code TEXT NOT NULL,
      department TEXT NOT NULL,
      handling TEXT NOT NULL,
      allows_township_intake INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX item_by_department ON item(department, id);
    CREATE TABLE sheet(
      item TEXT NOT NULL,
      version INTEGER NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (item, version)
    ) STRICT, WITHOUT ROWID;
    """

  /// The lists of a store that has been worked with have to be made anew from the journal.
  private static let supervision = """
    ALTER TABLE journal ADD COLUMN happened_at TEXT;
    ALTER TABLE case_row ADD COLUMN quota_place INTEGER;
    ALTER TABLE case_row ADD COLUMN is_entered_late INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX case_by_quota ON case_row(item, quota_place) WHERE quota_place IS NOT NULL;

    CREATE TABLE watch(
      urgency INTEGER NOT NULL,
      case_id TEXT NOT NULL,
      card TEXT NOT NULL,
      rule TEXT NOT NULL,
      department TEXT,
      due_on TEXT,
      due_is_provisional INTEGER,
      warning_from TEXT,
      yellow_from TEXT,
      red_from TEXT,
      grave_from TEXT,
      PRIMARY KEY (case_id, card)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX watch_by_urgency ON watch(urgency, case_id, card);
    CREATE INDEX watch_by_department ON watch(department, urgency, case_id, card);
    CREATE INDEX watch_by_rule ON watch(rule, urgency, case_id, card);

    CREATE TABLE tally(
      month TEXT NOT NULL,
      department TEXT NOT NULL,
      item TEXT NOT NULL,
      measure TEXT NOT NULL,
      value INTEGER NOT NULL,
      PRIMARY KEY (month, department, item, measure)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE look(
      case_id TEXT NOT NULL,
      at_second INTEGER NOT NULL,
      clerk TEXT NOT NULL,
      counter TEXT,
      at TEXT NOT NULL,
      PRIMARY KEY (case_id, at_second, clerk)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE rulebook(
      id INTEGER PRIMARY KEY CHECK (id = 1),
      body TEXT NOT NULL
    ) STRICT;

    CREATE TABLE rebuild_due(id INTEGER PRIMARY KEY CHECK (id = 1)) STRICT;
    INSERT INTO rebuild_due(id) SELECT 1 WHERE EXISTS (SELECT 1 FROM journal);
    """

  private static let search = """
    CREATE TABLE search_text(
      place INTEGER PRIMARY KEY,
      case_number TEXT NOT NULL,
      short_number TEXT NOT NULL,
      applicant_name TEXT NOT NULL,
      identity_number TEXT NOT NULL,
      name_initials TEXT NOT NULL,
      item_name TEXT NOT NULL,
      item_initials TEXT NOT NULL
    ) STRICT;
    CREATE TABLE search_pending(place INTEGER PRIMARY KEY) STRICT;
    CREATE VIRTUAL TABLE search USING fts5(
      number, name, word, content = '', columnsize = 0,
      tokenize = 'unicode61 remove_diacritics 0'
    );
    CREATE VIRTUAL TABLE search_word USING fts5vocab(search, col);
    """

  /// A password and a sitting are no records: what was done with them stands in the journal.
  private static let people = """
    CREATE TABLE access_key(
      fingerprint TEXT PRIMARY KEY,
      clerk TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX access_key_by_clerk ON access_key(clerk, fingerprint);

    CREATE TABLE password(
      clerk TEXT PRIMARY KEY,
      hash TEXT NOT NULL,
      set_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE sitting(
      id TEXT PRIMARY KEY,
      clerk TEXT NOT NULL,
      counter TEXT,
      since TEXT NOT NULL,
      fingerprint TEXT,
      is_locked INTEGER NOT NULL,
      end TEXT,
      ended_at TEXT,
      ended_by TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sitting_open ON sitting(clerk, since, id) WHERE end IS NULL;

    CREATE TABLE workspace(
      clerk TEXT NOT NULL,
      counter TEXT NOT NULL,
      place INTEGER NOT NULL,
      title TEXT NOT NULL,
      body TEXT NOT NULL,
      saved_at TEXT NOT NULL,
      PRIMARY KEY (clerk, counter, place)
    ) STRICT, WITHOUT ROWID;
    """
}
