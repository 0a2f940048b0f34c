import CaseStore
import Casework
import Deskwork
import SQLite
import TestSupport
import Testing
import WorkCalendar

/// Every statement carried out while somebody waits walks an index; none reads a table or sorts.
struct PlanTests {
  private let hall: TestHall
  private let connection: Connection

  init() throws {
    hall = try TestHall(.file)
    connection = try Connection(path: hall.path, mode: .readOnly, applicationID: 0x7963_6831)
  }

  private func plan(_ question: ListQuery) throws -> [String] {
    try plan(question.sql, question.values)
  }

  /// Only explained, even where it would write.
  private func plan(_ sql: String, _ values: [SQLiteValue]) throws -> [String] {
    let statement = try connection.prepare("EXPLAIN QUERY PLAN " + sql)
    try statement.bind(values)
    var steps: [String] = []
    while try statement.step() { steps.append(try statement.row.text(3)) }
    return steps
  }

  /// Tables that do not grow with the cases, and indexes of what is at work now.
  private static let short = [
    "SCAN hall", "SCAN department", "SCAN counter", "SCAN clerk", "SCAN calendar_year",
    "SCAN rulebook", "SCAN item", "SCAN access_key", "SCAN sqlite_sequence",
    "SCAN counter_value USING COVERING INDEX counter_value_in_use",
    "SCAN sitting USING INDEX sitting_open", "SCAN watch_sum USING INDEX watch_sum_spent",
    "SCAN closed_year",
  ]

  /// How several questions are one; each has steps of its own.
  private static let joining = [
    "COMPOUND QUERY", "LEFT-MOST SUBQUERY", "UNION ALL", "CO-ROUTINE", "LIST SUBQUERY", "SETUP",
    "RECURSIVE STEP", "SCAN counted", "SCAN shown",
  ]

  private func fault(in plan: [String], of sql: String) -> String? {
    for step in plan {
      let isIndexed =
        step.hasPrefix("SEARCH") || step.contains("VIRTUAL TABLE INDEX")
        || step.hasPrefix("CORRELATED SCALAR SUBQUERY")
      let isJoining = Self.joining.contains { step == $0 || step.hasPrefix($0 + " ") }
      let isShort = Self.short.contains { step == $0 || step.hasPrefix($0 + " ") }
      if !isIndexed && !isShort && !isJoining { return step }
    }
    let words = sql.uppercased()
    return ["COUNT(", "OFFSET", " LIKE "].first { words.contains($0) }
  }

  /// What a new calendar moves is read by nobody who waits.
  private static let known: Set<String> = ["casesUnderway"]
  /// Cards that show are put in order, which the test of the day they show goes into. Their sums have a
  /// row for each day on which open cases come to show: these are added up to be told, by no act.
  private static let expected = [
    "watches": "USE TEMP B-TREE FOR ORDER BY", "watchCounts": "SCAN watch_sum",
  ]

  @Test func `no question of the desk reads a table that grows, sorts, counts or skips`() throws {
    for (name, questions) in DeskQueries.all where !Self.known.contains(name) {
      for question in Set(questions) {
        let plan = try plan(question).filter { $0 != Self.expected[name] }
        if let fault = fault(in: plan, of: question.sql) {
          Issue.record("\(name): \(fault)\n\(plan)\n\(question.sql)")
        }
      }
    }
  }

  @Test func `every question of the store is among those whose plan is read`() throws {
    let name = /static (?:func|let|var) (\w+)/
    var found: Set<String> = []
    for (path, text) in try DeskSources.texts() where path.hasPrefix("Queries/ListQuery") {
      for line in text.split(separator: "\n") where line.hasPrefix("  package static") {
        if let match = line.firstMatch(of: name) { found.insert(String(match.1)) }
      }
    }
    #expect(found == Set(DeskQueries.all.keys))
  }

  @Test func `nothing is asked of the store but by a question with a name`() throws {
    for (path, text) in try DeskSources.texts() where !path.hasPrefix("Queries/ListQuery") {
      #expect(!text.contains("SELECT"), "\(path)")
    }
  }

  /// Whatever a day of work carries out, writing included.
  @Test func `no statement of a day at the desk reads a table that grows`() throws {
    let store = try #require(hall.store as? SQLiteStore)
    var texts: Set<String> = []
    var day = Workday(seed: 11)
    for _ in 0..<80 { texts.formUnion(store.measuring { day.act(at: [hall.desk]) }.effort.texts) }
    for id in day.ids.prefix(5) {
      let looking = store.measuring { try? hall.desk.file(id) }
      texts.formUnion(looking.effort.texts)
    }
    #expect(texts.count > 20)
    for sql in texts where !sql.hasPrefix("PRAGMA") {
      let values = sql.filter { $0 == "?" }.map { _ in SQLiteValue.null }
      let plan = try plan(sql, values)
      if let fault = fault(in: plan, of: sql) { Issue.record("\(fault)\n\(plan)\n\(sql)") }
    }
  }

  /// Counting cards reads what is watched, publishing a year what is open: never what has ended.
  @Test func `what has ended is not read to count cards or to publish a year`() throws {
    let counts = try plan(.allCards(within: .department("SJ"), on: on(2026, 3, 2)))
    // Whose case it is stands in no card: those of others are passed over in the index.
    #expect(
      counts.contains { $0.contains("COVERING INDEX watch_by_rule (rule=? AND shows_from<?)") })
    #expect(counts.contains { $0.contains("watch_by_department (department=? AND shows_from<?)") })
    let ofOne = try plan(.cards(of: "C1", within: .department("SJ")))
    #expect(ofOne.contains { $0.hasPrefix("SEARCH watch USING PRIMARY KEY (case_id=?)") })
    #expect(counts.allSatisfy { !$0.contains("case_row") })
    let underway = try plan(.casesUnderway)
    let cases = underway.filter { $0.contains("case_row") }
    #expect(cases.count == 1)
    #expect(cases.first?.contains("case_by_urgency (urgency<?)") == true, "\(underway)")
  }

  @Test func `a next page begins in the index where the last one ended`() throws {
    let cursor = DeskQueries.cursor
    let cases = CaseFilter(stage: .received, department: "SJ", openOnly: true)
    let item = CaseFilter(stage: .suspended, item: "SJ05")
    let town = CaseFilter(stage: .received, openOnly: true, reach: .township("青山镇"))
    let pages: [(ListQuery, String, Int)] = [
      (
        .cases(cases, after: cursor, limit: 40),
        "department=? AND stage=? AND (urgency,id)>(?,?)", 1
      ),
      (.cases(item, after: cursor, limit: 40), "item=? AND stage=? AND (urgency,id)>(?,?)", 1),
      (
        .cases(town, after: cursor, limit: 40),
        "reach=? AND stage=? AND (urgency,case_id)>(?,?)", 2
      ),
    ]
    for (question, condition, steps) in pages {
      let plan = try plan(question)
      #expect(plan.count == steps && plan.first?.contains(condition) == true, "\(plan)")
    }
  }

  /// Of a department and of a rule only the cards that show are read and put in order; of the whole
  /// hall a page is. The rows of their cases are those of the page.
  @Test func `cards are found by the day they show`() throws {
    let filters = [
      (WatchFilter(department: "SJ"), "INDEX watch_by_department (department=? AND shows_from<?)"),
      (
        WatchFilter(department: "SJ", rule: .overdue, level: .red),
        "INDEX watch_by_department (department=? AND shows_from<?)"
      ),
      (WatchFilter(rule: .overdue), "INDEX watch_by_rule (rule=? AND shows_from<?)"),
      (WatchFilter(), "INDEX watch_by_urgency ((urgency,case_id,card)>(?,?,?))"),
    ]
    for (filter, condition) in filters {
      let question = ListQuery.watches(
        filter, on: on(2026, 3, 2), after: DeskQueries.cursor, limit: 40)
      let plan = try plan(question)
      let place = try #require(plan.firstIndex { $0.contains(condition) }, "\(plan)")
      let page = try #require(plan.firstIndex { $0.hasPrefix("SCAN shown") })
      let cases = try #require(plan.firstIndex { $0.hasPrefix("SEARCH case_row") })
      #expect(place < page && page < cases, "\(plan)")
    }
  }

  /// What is concluded is nearly everything, and stands in no index by stage.
  @Test func `a list of concluded cases begins where the open ones end`() throws {
    let concluded = ListQuery.cases(CaseFilter(stage: .concluded), after: nil, limit: 40)
    #expect(concluded.values.contains(SQLiteValue(CaseRow.endedUrgency)))
    #expect(try plan(concluded).first?.contains("case_by_urgency") == true)
  }
}
