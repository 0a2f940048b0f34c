extension Schema {
  /// The index has no places of terms within a case: what is longer than a term is looked at in the
  /// texts. Each reach of a case is a term too, so that a department's search walks its own cases.
  static let finding = """
    DROP TABLE search_word;
    DROP TABLE search;
    DROP TABLE search_text;
    DELETE FROM search_pending;
    CREATE TABLE search_text(
      place INTEGER PRIMARY KEY,
      case_number TEXT NOT NULL,
      short_number TEXT NOT NULL,
      applicant_name TEXT NOT NULL,
      identity_number TEXT NOT NULL,
      name_readings TEXT NOT NULL,
      item_name TEXT NOT NULL,
      item_initials TEXT NOT NULL,
      item_readings TEXT NOT NULL,
      reaches TEXT NOT NULL
    ) STRICT;
    \(searchIndex)
    INSERT OR IGNORE INTO rebuild_due(id) SELECT 1 WHERE EXISTS (SELECT 1 FROM journal);
    """

  /// Nothing but what can be made anew from the texts.
  static let searchIndex = """
    CREATE VIRTUAL TABLE search USING fts5(
      term, content = '', detail = none, columnsize = 0, tokenize = 'ascii'
    );
    CREATE VIRTUAL TABLE search_word USING fts5vocab(search, row);
    """
}
