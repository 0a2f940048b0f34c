import Casework
import Deskwork
import WorkCalendar

/// A report with the months it is about and the names of what its lines are about.
struct ShownReport {
  let report: Report
  let balance: Balance
  let first: YearMonth
  let last: YearMonth
  let desk: Desk
  let language: Language

  func say(_ zh: String, _ en: String) -> String { Words(zh, en)[language] }

  func name(_ subject: Report.Subject) -> String {
    switch subject {
    case .department(let id): desk.departments[id]?.shortName[language] ?? id.rawValue
    case .item(let id): (try? desk.sheet(id))?.name[language] ?? id.rawValue
    case .month(let month): month.description
    }
  }

  /// As people read it: two tables that fit a terminal, the balance, and what the figures mean.
  var text: String {
    let title = say("统计 \(first) 至 \(last)", "Figures \(first) to \(last)")
    let definitions = Report.definitions.map { wrapped($0[language], to: 79) }
    return [
      title, table(Self.dates), table(Self.courses), balanceLine,
      definitions.joined(separator: "\n"),
    ].joined(separator: "\n\n") + "\n"
  }

  private var balanceLine: String {
    let (opening, closing) = (balance.opening, balance.closing)
    return say(
      "期初 \(opening) + 收件 \(balance.received) = 结束 \(balance.ended) + 期末 \(closing)",
      "open before \(opening) + received \(balance.received) = ended \(balance.ended) + open now \(closing)"
    )
  }

  private typealias Column = (heading: Words, cell: (Figures) -> String)

  /// How the dates were kept.
  private static var dates: [Column] {
    [
      count(.received), count(.decided), count(.onTime),
      (Words("按时率", "on-time rate"), { percent($0.onTimeRate) }),
      count(.pastPromise), count(.pastLaw),
      (Words("净用时", "net days"), { $0.netDays.mean ?? "-" }),
      (Words("总用时", "gross days"), { $0.grossDays.mean ?? "-" }),
    ]
  }

  /// What else became of the cases.
  private static var courses: [Column] {
    [
      count(.declined), count(.accepted),
      (Words("补正", "corrected"), { "\($0.correctionRate.fraction) \(percent($0.correctionRate))" }),
    ]
      + [
        .extended, .stopped, .withdrawn, .terminated, .concluded, .lateEntries, .rated, .ratedBadly,
        .followUps,
      ].map { count($0) }
  }

  private static func count(_ measure: TallyMeasure) -> Column {
    (measure.label, { "\($0[measure])" })
  }

  private static func percent(_ ratio: Ratio) -> String { ratio.percent.map { $0 + "%" } ?? "-" }

  private func table(_ columns: [Column]) -> String {
    let rows = report.lines.map { (name($0.subject), $0.figures) } + [(whole, report.whole)]
    return Commands.table(
      [report.grouping.label[language]] + columns.map { $0.heading[language] },
      rows.map { name, figures in [name] + columns.map { $0.cell(figures) } }, numbersFrom: 1)
  }

  private var whole: String { say("合计", "Whole") }
}

extension ShownReport {
  /// As programs read it.
  var json: JSONValue {
    .object([
      .init("from", .text(first.description)), .init("through", .text(last.description)),
      .init("by", .text(report.grouping.rawValue)),
      .init(
        "rows",
        .array(
          report.lines.map { line in
            .object(
              [
                .init(report.grouping.rawValue, .text(line.subject.id)),
                .init("name", .text(name(line.subject))),
              ] + members(line.figures))
          })),
      .init("whole", .object(members(report.whole))),
      .init(
        "balance",
        .object([
          .init("opening", .number(balance.opening)), .init("received", .number(balance.received)),
          .init("ended", .number(balance.ended)), .init("closing", .number(balance.closing)),
        ])),
      .init("definitions", .array(Report.definitions.map { .text($0[language]) })),
    ])
  }

  private func members(_ figures: Figures) -> [JSONValue.Member] {
    TallyMeasure.allCases.map { .init($0.rawValue, .number(figures[$0])) }
      + Self.ratios.map { name, ratio in
        let ratio = ratio(figures)
        return .init(
          name,
          .object([
            .init("numerator", .number(ratio.numerator)),
            .init("denominator", .number(ratio.denominator)),
            .init(
              name.hasSuffix("Rate") ? "percent" : "mean",
              JSONValue(name.hasSuffix("Rate") ? ratio.percent : ratio.mean)),
          ]))
      }
  }

  private static var ratios: [(String, (Figures) -> Ratio)] {
    [
      ("onTimeRate", \.onTimeRate), ("correctionRate", \.correctionRate),
      ("badRatingRate", \.badRatingRate), ("meanNetDays", \.netDays),
      ("meanGrossDays", \.grossDays),
    ]
  }

  /// As spreadsheets read it: a header, a record for each line, and the whole.
  var csv: [String] {
    let header =
      [report.grouping.rawValue, "name", "from", "through"]
      + TallyMeasure.allCases.map(\.rawValue)
      + ["onTimePercent", "meanNetDays", "meanGrossDays", "correctionPercent"]
    let lines =
      report.lines.map { record($0.subject.id, name($0.subject), $0.figures) }
      + [record("", say("合计", "Whole"), report.whole)]
    return [csvRecord(header)] + lines
  }

  private func record(_ id: String, _ name: String, _ figures: Figures) -> String {
    csvRecord(
      [id, name, first.description, last.description]
        + TallyMeasure.allCases.map { "\(figures[$0])" }
        + [
          figures.onTimeRate.percent ?? "", figures.netDays.mean ?? "",
          figures.grossDays.mean ?? "", figures.correctionRate.percent ?? "",
        ])
  }
}
