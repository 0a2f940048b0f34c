import Deskwork
import SQLite
import WorkCalendar

/// What acts add to the sums of the hall, until it is written.
///
/// Acts that are carried out together come to the same sums again and again: each is written once, when
/// the last act is done or somebody asks for it. Outside a transaction it holds nothing that counts.
final class GatheredSums {
  private var counts: [CountKey: Int] = [:]
  private var tallies: [TallyKey: Int] = [:]
  private var cards: [CardStep: Int] = [:]

  func add(_ difference: Int, to key: CountKey) { counts[key, default: 0] += difference }
  func add(_ difference: Int, to key: TallyKey) { tallies[key, default: 0] += difference }
  func add(_ difference: Int, to step: CardStep) { cards[step, default: 0] += difference }

  /// What an earlier transaction has left was undone with it.
  func forget() {
    counts.removeAll(keepingCapacity: true)
    tallies.removeAll(keepingCapacity: true)
    cards.removeAll(keepingCapacity: true)
  }

  /// In the order of their keys, as they lie in the file.
  func write(to connection: Connection) throws(SQLiteError) {
    var texts: [(key: String, value: Int)] = []
    for (key, value) in counts where value != 0 { texts.append((key.text, value)) }
    texts.sort { $0.key < $1.key }
    for (key, value) in texts { try connection.add(value, toCounter: key) }
    for (key, value) in tallies.sorted(by: { $0.key < $1.key }) where value != 0 {
      try connection.add(value, to: key)
    }
    for (step, value) in cards.sorted(by: { $0.key < $1.key }) where value != 0 {
      try connection.add(value, to: step)
    }
    if cards.values.contains(where: { $0 < 0 }) {
      // Left to itself SQLite reads all sums there are.
      try connection.run("DELETE FROM watch_sum INDEXED BY watch_sum_spent WHERE value = 0")
    }
    forget()
  }
}

extension Connection {
  fileprivate func add(_ difference: Int, toCounter key: String) throws(SQLiteError) {
    try run(
      """
      INSERT INTO counter_value(key, value) VALUES (?, ?)
      ON CONFLICT (key) DO UPDATE SET value = value + excluded.value
      """, [.text(key), SQLiteValue(difference)])
  }

  fileprivate func add(_ difference: Int, to key: TallyKey) throws(SQLiteError) {
    let values: [SQLiteValue] = [
      .text(key.month.description), SQLiteValue(key.department), SQLiteValue(key.item),
      SQLiteValue(key.measure), SQLiteValue(difference),
    ]
    guard let township = key.township else {
      return try run(
        """
        INSERT INTO tally(month, department, item, measure, value) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (month, department, item, measure) DO UPDATE SET value = value + excluded.value
        """, values)
    }
    try run(
      """
      INSERT INTO township_tally(township, month, department, item, measure, value)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (township, month, department, item, measure)
      DO UPDATE SET value = value + excluded.value
      """, [.text(township)] + values)
  }

  fileprivate func add(_ difference: Int, to step: CardStep) throws(SQLiteError) {
    try run(
      """
      INSERT INTO watch_sum(rule, department, level, day, value) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (rule, department, level, day) DO UPDATE SET value = value + excluded.value
      """, step.values(with: difference))
  }
}
