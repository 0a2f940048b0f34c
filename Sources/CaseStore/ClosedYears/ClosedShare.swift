import Casework
import Deskwork
import SQLite
import WorkCalendar

/// What one case has added to the sums of the hall, which stays when the case goes.
struct ClosedShare {
  private let tallies: [TallySum]
  /// The series it has taken a number of, once for each number.
  private let series: [String]
  private let applicants: [(act: Int64, known: KnownApplicant)]

  init(_ replay: CaseReplay, under sheet: ImplementationSheet) {
    tallies = replay.file.tallies
    series = replay.series(under: sheet)
    applicants = replay.intakes.map { ($0.act, $0.known(under: sheet)) }
  }

  /// Adds it to what closed years have added before; in whatever order, the sums are the same.
  func add(to connection: Connection) throws(SQLiteError) {
    for sum in tallies { try add(sum.key, sum.value, to: connection) }
    for name in series {
      try connection.run(
        """
        INSERT INTO closed_number(series, taken) VALUES (?, 1)
        ON CONFLICT (series) DO UPDATE SET taken = taken + 1
        """, [.text(name)])
    }
    for (act, known) in applicants {
      var remembered =
        try RememberedApplicant.stored(known.applicant.identity, in: connection)
        ?? RememberedApplicant(known, act: act)
      remembered.take(known, act: act)
      try remembered.store(in: connection)
    }
  }

  private func add(
    _ key: TallyKey, _ value: Int, to connection: Connection
  ) throws(SQLiteError) {
    try connection.run(
      """
      INSERT INTO closed_tally(month, department, item, measure, township, value)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (month, department, item, measure, township)
      DO UPDATE SET value = value + excluded.value
      """,
      [
        .text(key.month.description), SQLiteValue(key.department), SQLiteValue(key.item),
        SQLiteValue(key.measure), .text(key.township ?? ""), SQLiteValue(value),
      ])
  }
}
