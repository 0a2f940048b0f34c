import CaseStore
import Casework
import Deskwork
import SQLite
import TestSupport
import Testing
import WorkCalendar

/// Every question asked while somebody waits walks an index; none reads a table or sorts.
struct PlanTests {
  private static let cursor = Cursor(urgency: 20_000, id: "YC202603020001")

  private static var questions: [ListQuery] {
    var filters: [CaseFilter] = [CaseFilter()]
    for stage in [nil, CaseStage.received] {
      for department in [nil, DepartmentID("SJ")] {
        for (item, clerk) in [(nil, nil), ("SJ05", nil), (nil, ClerkID("C01"))]
          as [(ItemID?, ClerkID?)]
        {
          for isOpen in [false, true] {
            filters.append(
              CaseFilter(
                stage: stage, department: department, item: item, receivedBy: clerk,
                openOnly: isOpen))
          }
        }
      }
    }
    filters += Self.within
    let inboxes = [.anybody, .nobody, .clerk("C01")].map {
      TaskFilter(department: "SJ", holder: $0)
    }
    let day = on(2026, 3, 2)
    let departments: [DepartmentID?] = [nil, "SJ"]
    let rules: [SupervisionRuleCode?] = [nil, .overdue]
    let cards: [ListQuery] = departments.flatMap { department in
      rules.flatMap { rule in
        [SupervisionLevel.warning, .red].map {
          let filter = WatchFilter(department: department, rule: rule, level: $0)
          return .watches(filter, on: day, after: cursor, limit: 40)
        }
      }
    }
    let month = YearMonth(of: day)
    let stream = StreamID.file("YC202603020001")
    let searches = ["王", "秀英 spjy", "0007", "07"].compactMap { SearchQuery($0) }
    let town = Reach.township("青山镇")
    let within: [ListQuery] =
      [town, .department("SJ")].flatMap { reach -> [ListQuery] in
        [
          .tasks(
            TaskFilter(department: "XF", reach: reach), after: cursor, limit: 40),
          .results(within: reach, after: cursor, limit: 40),
          .watches(WatchFilter(reach: reach), on: day, after: cursor, limit: 40),
          .isWithin(reach, "YC202603020001"), .isWithin(reach, place: 3),
          .tallies(from: month, through: month, within: reach),
        ] + searches.map { .matches($0, within: reach) }
      }
    return within + filters.map { .cases($0, after: cursor, limit: 40) }
      + inboxes.map { .tasks($0, after: cursor, limit: 40) }
      + searches.map { .matches($0) } + cards
      + [
        .caseRow("YC202603020001"), .caseRow(at: 3),
        .task(TaskID(department: "SJ", id: "YC202603020001")),
        .results(after: cursor, limit: 40), .result("YC202603020001"),
        .results(pickUpCode: "135790"), .results(of: Applicant.person.identity),
        .applicant(Applicant.person.identity), .ticket("A001", on: on(2026, 3, 2)),
        .tickets(on: on(2026, 3, 2), in: .waiting, limit: 9), .drafts(of: "C01"),
        .sheet("SJ05", version: 1), .events(of: stream, after: 2), .head(of: stream),
        .changes(after: 7, limit: 9), .answer(to: "r1"), .lastNumber(of: "case"),
        .tallies(from: month, through: month), .looks(of: "YC202603020001", limit: 10),
        .earlierInQuota(of: "SJ05", before: 7), .rebuildDue, .waitingTexts,
        .waitingPlaces(limit: 64), .closedYear(holding: stream),
      ]
  }

  private static var within: [CaseFilter] {
    [Reach.township("青山镇"), .department("SJ")].flatMap { reach in
      [nil, CaseStage.received].flatMap { stage in
        [nil, DepartmentID("XF")].flatMap { department in
          [nil, ItemID("SJ05")].map {
            CaseFilter(
              stage: stage, department: department, item: $0, openOnly: true, reach: reach)
          }
        }
      }
    }
  }

  @Test func `a page of a town's list begins in the index where the last one ended`() throws {
    let filter = CaseFilter(stage: .received, openOnly: true, reach: .township("青山镇"))
    let plan = try plan(.cases(filter, after: Self.cursor, limit: 40))
    #expect(plan.count == 2)
    #expect(
      plan.first?.contains("reach=? AND stage=? AND (urgency,case_id)>(?,?)") == true, "\(plan)")
  }

  @Test func `no question of the desk reads a whole table`() throws {
    let hall = try TestHall(.file)
    let connection = try Connection(path: hall.path, mode: .readOnly, applicationID: 0x7963_6831)
    for question in Self.questions {
      let plan = try connection.query("EXPLAIN QUERY PLAN " + question.sql, question.values) {
        row throws(SQLiteError) in try row.text(3)
      }
      let isIndexed = plan.allSatisfy {
        $0.hasPrefix("SEARCH") || $0.contains("VIRTUAL TABLE INDEX")
          || $0.hasPrefix("CORRELATED SCALAR SUBQUERY")
      }
      if !isIndexed { Issue.record("\(plan)\n\(question.sql)") }
    }
  }

  private func plan(_ question: ListQuery) throws -> [String] {
    let hall = try TestHall(.file)
    let connection = try Connection(path: hall.path, mode: .readOnly, applicationID: 0x7963_6831)
    return try connection.query("EXPLAIN QUERY PLAN " + question.sql, question.values) {
      row throws(SQLiteError) in try row.text(3)
    }
  }

  /// Counting cards reads what is watched, publishing a year what is open: never what has ended.
  @Test func `what has ended is not read to count cards or to publish a year`() throws {
    let counts = try plan(.watchCounts(on: on(2026, 3, 2)))
    #expect(counts.contains { $0.hasPrefix("SCAN watch") })
    #expect(counts.allSatisfy { !$0.contains("case_row") })
    let underway = try plan(.casesUnderway)
    let cases = underway.filter { $0.contains("case_row") }
    #expect(cases.count == 1)
    #expect(cases.first?.contains("case_by_urgency (urgency<?)") == true, "\(underway)")
  }

  /// The first cards of a list come in its order: nothing is gathered and sorted first.
  @Test func `a page of cards begins in the index where the last one ended`() throws {
    let filter = WatchFilter(department: "SJ", level: .red)
    let plan = try plan(.watches(filter, on: on(2026, 3, 2), after: Self.cursor, limit: 40))
    #expect(plan.first?.contains("department=? AND (urgency,case_id,card)>(?,?,?)") == true)
    #expect(plan.count == 2)
  }

  @Test func `a next page begins in the index where the last one ended`() throws {
    let hall = try TestHall(.file)
    let connection = try Connection(path: hall.path, mode: .readOnly, applicationID: 0x7963_6831)
    let question = ListQuery.cases(
      CaseFilter(stage: .received, department: "SJ", openOnly: true), after: Self.cursor, limit: 40)
    let plan = try connection.query("EXPLAIN QUERY PLAN " + question.sql, question.values) {
      row throws(SQLiteError) in try row.text(3)
    }
    #expect(plan.count == 1)
    #expect(plan.first?.contains("department=? AND stage=? AND (urgency,id)>(?,?)") == true)
  }
}
