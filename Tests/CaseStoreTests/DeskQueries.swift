import CaseStore
import Casework
import Deskwork
import FoundationEssentials
import TestSupport
import WorkCalendar

/// Every question the desk asks of a file, by the name it has in `ListQuery`, in each of its forms.
enum DeskQueries {
  static let cursor = Cursor(urgency: 20_000, id: "YC202603020001")
  private static let id: CaseID = "YC202603020001"
  private static let day = on(2026, 3, 2)
  private static let month = YearMonth(of: day)
  private static let stream = StreamID.file(id)
  private static let reaches: [Reach] = [.township("青山镇"), .department("SJ")]

  static var all: [String: [ListQuery]] { lists.merging(lookUps) { $0 + $1 } }

  private static let lists: [String: [ListQuery]] = [
    "cases": filters.flatMap { filter in
      [nil, cursor].map { .cases(filter, after: $0, limit: 40) }
    },
    "tasks": inboxes.map { .tasks($0, after: cursor, limit: 40) },
    "results": [
      .results(after: cursor, limit: 40), .results(pickUpCode: "135790"),
      .results(of: Applicant.person.identity),
    ] + reaches.map { .results(within: $0, after: cursor, limit: 40) },
    "watches": watchFilters.map { .watches($0, on: day, after: cursor, limit: 40) }
      + [.watches(of: id)],
    "matches": searches.flatMap { query in
      ([.hall] + reaches).map { .matches(query, within: $0) }
    },
    "tallies": ([.hall] + reaches).map { .tallies(from: month, through: month, within: $0) },
    "tickets": [.tickets(on: day, in: .waiting, limit: 9)],
    "looks": [.looks(of: id, limit: 10)],
    "drafts": [.drafts(of: "C01")],
    "workspaces": [.workspaces(of: "C01")],
    "openSittings": [.openSittings(of: nil), .openSittings(of: "C01")],
    "counts": [.counts] + ([.hall] + reaches).map { .counts(within: $0, on: day) },
    "watchCounts": [.watchCounts(on: day)],
    "cards": reaches.map { .cards(of: id, within: $0) },
    "allCards": reaches.map { .allCards(within: $0, on: day) },
    "waitingTexts": [.waitingTexts],
    "waitingPlaces": [.waitingPlaces(limit: 64)],
    "events": [.events(of: stream, after: 2)],
    "supervisionEvents": [.supervisionEvents(of: id)],
    "changes": [.changes(after: 7, limit: 9)],
    "earlierInQuota": [.earlierInQuota(of: "SJ05", before: 7)],
    "casesUnderway": [.casesUnderway],
  ]

  private static let lookUps: [String: [ListQuery]] = [
    "caseRow": [.caseRow(id), .caseRow(at: 3)],
    "isWithin": reaches.flatMap { [.isWithin($0, id), .isWithin($0, place: 3)] },
    "task": [.task(TaskID(department: "SJ", id: id))],
    "result": [.result(id)],
    "applicant": [.applicant(Applicant.person.identity)],
    "ticket": [.ticket("A001", on: day)],
    "sheet": [.sheet("SJ05", version: 1)],
    "head": [.head(of: stream)],
    "eventAndNext": [.eventAndNext(of: stream, at: 3)],
    "blank": [.blank(sha256: String(repeating: "0", count: 64), text: [])],
    "answer": [.answer(to: "r1")],
    "closedYears": [.closedYears],
    "closedYear": [.closedYear(holding: stream)],
    "isClosed": [.isClosed(stream)],
    "lastNumber": [.lastNumber(of: "case")],
    "standing": [.standing(of: id)],
    "lastPosition": [.lastPosition],
    "lastRecordedAt": [.lastRecordedAt],
    "rebuildDue": [.rebuildDue],
    "searchTexts": [.searchTexts(at: 3)],
    "place": [.place(of: id)],
    "isWaiting": [.isWaiting(3)],
    "nature": [.nature], "hall": [.hall], "departments": [.departments],
    "counters": [.counters], "clerks": [.clerks], "calendarYears": [.calendarYears],
    "rulebook": [.rulebook], "items": [.items], "accessKeys": [.accessKeys],
    "accessKey": [.accessKey("SHA256:x")], "passwordHash": [.passwordHash(of: "C01")],
    "sitting": [.sitting("s1")],
  ]

  private static var filters: [CaseFilter] {
    let stages: [CaseStage?] = [nil, .received, .concluded, .withdrawn]
    let departments: [DepartmentID?] = [nil, "SJ", "XF"]
    return ([.hall] + reaches).flatMap { reach in
      stages.flatMap { stage in
        departments.flatMap { department in
          [(nil, nil), ("SJ05", nil), (nil, "C01"), ("SJ05", "C01")].flatMap {
            (item: ItemID?, clerk: ClerkID?) in
            [false, true].map {
              CaseFilter(
                stage: stage, department: department, item: item, receivedBy: clerk, openOnly: $0,
                reach: reach)
            }
          }
        }
      }
    }
  }

  private static var inboxes: [TaskFilter] {
    let holders: [TaskFilter.Holder] = [.anybody, .nobody, .clerk("C01")]
    return holders.flatMap { holder in
      ([.hall] + reaches).map { TaskFilter(department: "XF", holder: holder, reach: $0) }
    }
  }

  private static var watchFilters: [WatchFilter] {
    let departments: [DepartmentID?] = [nil, "SJ"]
    let rules: [SupervisionRuleCode?] = [nil, .overdue]
    return departments.flatMap { department in
      rules.flatMap { rule in
        [SupervisionLevel.warning, .red].flatMap { level in
          ([.hall] + reaches).map {
            WatchFilter(department: department, rule: rule, level: level, reach: $0)
          }
        }
      }
    }
  }

  private static let searches = ["王", "秀英 spjy", "0007", "07", "YC202603020001", "xiuying"]
    .compactMap { SearchQuery($0) }
}

/// The source of the store, as far as it talks to the file at the desk.
enum DeskSources {
  private static var root: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/CaseStore")
  }

  /// Texts by their path in the module; what checks, copies, closes, measures and makes
  /// a file is nobody's desk.
  static func texts() throws -> [String: String] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path())
    var texts: [String: String] = [:]
    for path in paths
    where path.hasSuffix(".swift") && !path.hasPrefix("Checking/") && !path.hasPrefix("Copies/")
      && !path.hasPrefix("ClosedYears/") && !path.hasPrefix("Measuring/")
      && !path.hasPrefix("Schema")
    {
      let data = try Data(contentsOf: root.appending(path: path))
      texts[path] = String(decoding: data, as: UTF8.self)
    }
    return texts
  }
}
