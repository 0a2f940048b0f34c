import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension StatisticsPane {
  static func keys(_ context: Context) -> KeyTable<State, Message> {
    let group = context.say("统计", "Statistics")
    return KeyTable(
      [
        KeyBinding(
          [.tab, .function(6)], .turned, label: context.say("换分组", "Group by"),
          sentence: context.say("按部门、事项、月份轮换分行", "Lines by department, by item, by month"),
          group: group, priority: 10),
        KeyBinding(
          [.function(4)], .monthsAsked, label: context.say("月份", "Months"),
          sentence: context.say("选看哪些月份", "Choose the months"), group: group, priority: 11),
        KeyBinding(
          [.left], .spanMoved(by: -1), label: context.say("更早", "Earlier"),
          sentence: context.say("往前移同样长的一段月份", "As many months, earlier"), group: group,
          priority: 12),
        KeyBinding(
          [.right], .spanMoved(by: 1), label: context.say("更晚", "Later"),
          sentence: context.say("往后移同样长的一段月份", "As many months, later"), group: group,
          priority: 13),
        KeyBinding(
          [.enter], .opened, label: context.say("细看", "Into"),
          sentence: context.say(
            "部门看它的事项，月份看它的部门; Esc 回来",
            "A department by its items, a month by its departments; Esc goes back"),
          group: group, priority: 14,
          availability: { state in
            switch state.line?.subject {
            case .department, .month: .available
            case .item, nil:
              .unavailable(
                context.say("请先选中一个部门或月份", "Select a department or a month first"))
            }
          }),
        KeyBinding(
          [.function(3)], .explained, label: context.say("口径", "Meaning"),
          sentence: context.say("每个数字是怎么算的", "How each figure is counted"), group: group,
          priority: 15),
      ] + ListKeys.bindings(context) { .moved($0) })
  }

  static func view(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let layout = ListLayout(rect, summaryRows: summaryRows)
    var list = layout.list
    let top = list.cutTop(1)
    drawTop(state, context, on: &grid, in: top)
    let most = state.report.lines.map { $0.figures[.decided] }.max() ?? 0
    columns(state, context).draw(on: &grid, in: list, state: state.list, count: state.ids.count) {
      index in
      let line = index == 0 ? nil : state.report.lines[index - 1]
      return row(line, line?.figures ?? state.report.whole, most: most, state, context)
    }
    layout.drawRule(on: &grid)
    grid.putFacts(facts(state, context), in: layout.summary)
  }

  private static func drawTop(
    _ state: State, _ context: Context, on grid: inout CellGrid, in rect: Rect
  ) {
    let span = state.span ?? .year(of: context.today)
    let legend = context.say("# 按时  ! 超承诺", "# on time  ! past promise")
    let room = grid.glyphs.columns(of: legend) + 1
    let by = context.say(state.grouping.label)
    let where_ = state.department.map { context.name($0) } ?? context.say("全部部门", "All departments")
    grid.put(
      [
        Span(" " + span.words(context), .heading), Span("  " + where_ + "  "),
        Span(context.say("按\(by)", "by \(by.lowercased())"), .label),
      ], row: rect.row, column: rect.column, width: max(0, rect.columns - room - 1))
    grid.put(legend, row: rect.row, column: rect.endColumn - room, role: .hint)
  }

  /// An item's name needs the room of two columns that stand in the summary as well.
  private static func columns(_ state: State, _ context: Context) -> Table {
    Table(
      [.init(context.say(state.grouping.label), .flexible(least: 12, share: 2))]
        + figures(of: state).map { figure in
          switch figure {
          case .received: .init(context.say("收件", "rcvd"), .fixed(6), aligned: .right)
          case .decided: .init(context.say("决定", "dec."), .fixed(6), aligned: .right)
          case .onTime: .init(context.say("按时", "on t."), .fixed(6), aligned: .right)
          case .rate: .init(context.say("按时率", "rate"), .fixed(7), aligned: .right)
          case .bar: .init("", .fixed(barWidth))
          case .netDays: .init(context.say("净用时", "net d"), .fixed(6), aligned: .right)
          case .grossDays: .init(context.say("总用时", "gross"), .fixed(6), aligned: .right)
          }
        }, emptyText: context.say("这些月份没有办件", "Nothing happened in these months"))
  }

  private enum Figure: CaseIterable {
    case received, decided, onTime, rate, bar, netDays, grossDays
  }

  private static func figures(of state: State) -> [Figure] {
    Figure.allCases.filter { figure in
      state.grouping != .item || (figure != .received && figure != .grossDays)
    }
  }

  private static let barWidth = 16

  private static func row(
    _ line: Report.Line?, _ figures: Figures, most: Int, _ state: State, _ context: Context
  ) -> TableRow<String> {
    let name = line.map { self.name($0.subject, state, context) } ?? context.say("合计", "Whole")
    let isLate = figures[.pastPromise] > 0
    return TableRow(
      line?.subject.id ?? State.whole,
      cells: [Span(name, line == nil ? .heading : .text)]
        + self.figures(of: state).map { figure in
          switch figure {
          case .received: Span("\(figures[.received])")
          case .decided: Span("\(figures[.decided])")
          case .onTime: Span("\(figures[.onTime])")
          case .rate:
            Span(figures.onTimeRate.percent.map { $0 + "%" } ?? "-", isLate ? .warning : .text)
          case .bar:
            Span(
              line == nil ? "" : bar(figures, most: most, width: barWidth),
              isLate ? .warning : .accent)
          case .netDays: Span(figures.netDays.mean ?? "-")
          case .grossDays: Span(figures.grossDays.mean ?? "-")
          }
        })
  }

  /// As long as its share of the most decisions, the late ones marked at its end; what there is of
  /// either shows, be it ever so little.
  static func bar(_ figures: Figures, most: Int, width: Int) -> String {
    let decided = figures[.decided]
    guard most > 0, decided > 0 else { return "" }
    let late = figures[.pastPromise]
    let least = (late > 0 ? 1 : 0) + (figures[.onTime] > 0 ? 1 : 0)
    let length = max(least, (decided * width + most / 2) / most)
    let lateLength =
      late == 0
      ? 0 : min(max(1, length * late / decided), figures[.onTime] > 0 ? length - 1 : length)
    return String(repeating: "#", count: length - lateLength)
      + String(repeating: "!", count: lateLength)
  }

  static func name(_ subject: Report.Subject, _ state: State, _ context: Context) -> String {
    switch subject {
    case .department(let id): context.name(id)
    case .item(let id):
      [id.rawValue, state.items[id].map { context.say($0) } ?? ""].joined(separator: " ")
    case .month(let month): month.description
    }
  }

  private static func facts(
    _ state: State, _ context: Context
  ) -> [(label: String, text: Span)] {
    let figures = state.figures
    let name = state.line.map { self.name($0.subject, state, context) }
    func words(_ measures: TallyMeasure...) -> String {
      measures.map { "\(context.say($0.label)) \(figures[$0])" }.joined(separator: "  ")
    }
    func rate(_ ratio: Ratio) -> String {
      ratio.percent.map { "\($0)% (\(ratio.fraction))" } ?? "-"
    }
    return [
      (context.say("看的是", "Line"), Span(name ?? context.say("合计", "Whole"), .heading)),
      (
        context.say("按时率", "On time"),
        Span(rate(figures.onTimeRate) + "  " + words(.pastPromise, .pastLaw))
      ),
      (
        context.say("来件", "Intake"),
        Span(
          words(.received, .accepted, .declined) + "  " + context.say("补正率 ", "corrected ")
            + rate(figures.correctionRate))
      ),
      (
        context.say("结果", "Results"),
        Span(words(.granted, .refused, .concluded, .withdrawn, .terminated))
      ),
      (
        context.say("过程", "Course"),
        Span(words(.extended, .stopped, .lateEntries, .followUps))
      ),
      (
        context.say("满意", "Ratings"),
        Span(words(.rated) + "  " + context.say("差评 ", "bad ") + rate(figures.badRatingRate))
      ),
      (
        context.say("口径", "Meaning"),
        Span(
          context.say(
            "按时率=按时/决定; 超承诺即不按时; 用时为工作日平均 (F3 全部)",
            "rate = on time/decided; late by promise is late; days are means (F3)"), .hint)
      ),
    ]
  }
}
