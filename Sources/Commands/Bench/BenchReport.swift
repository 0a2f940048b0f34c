import CaseStore
import Casework

/// Everything that was measured, as people and programs read it.
struct BenchReport {
  let plan: BenchPlan
  let sizes: [BenchSize]
  let measured: [Measured]
  let language: Language

  func say(_ zh: String, _ en: String) -> String { Words(zh, en)[language] }

  var growths: [Growth] { Growth.all(in: measured, of: sizes) }

  var text: String {
    let rows = measured.map(cells)
    let all = table(
      [
        say("项目", "what"), say("件数", "cases"), say("中位", "median"), "p95", "p99",
        say("最小", "least"), say("最大", "most"), say("次数", "n"), say("目标", "goal"), "",
      ], rows, numbersFrom: .max)
    return ([about, all] + growthText + [Self.reading[language]]).joined(separator: "\n\n") + "\n"
  }

  private var about: String {
    let build =
      Self.isDebug
      ? say("调试版，目标只对发布版", "a debug build; the goals are for a release build")
      : say("发布版", "a release build")
    return say(
      "yichuang \(Program.version)，\(build)，SQLite \(SQLiteStore.libraryVersion)",
      "yichuang \(Program.version), \(build), SQLite \(SQLiteStore.libraryVersion)")
  }

  static var isDebug: Bool {
    #if DEBUG
      true
    #else
      false
    #endif
  }

  private func cells(_ it: Measured) -> [String] {
    let unit = it.measure.unit
    let sample = it.sample
    let title = it.measure.title[language] + (it.part.map { " \($0)" } ?? "")
    return [
      title, it.size.text, unit.shown(sample.median), unit.shown(sample.p95),
      unit.shown(sample.p99), unit.shown(sample.least), unit.shown(sample.most), "\(sample.count)",
      it.measure.goals.map { $0.shown(in: unit) }.joined(separator: ", "), verdict(it.isMet),
    ]
  }

  private func verdict(_ isMet: Bool?) -> String {
    isMet.map { $0 ? say("达到", "met") : say("未达到", "NOT met") } ?? ""
  }

  private var growthText: [String] {
    guard let first = growths.first else { return [] }
    let rows = growths.map { growth in
      [
        growth.measure.title[language], BenchUnit.percent.shown(growth.percent),
        growth.measure.growthGoal.map { "<= " + BenchUnit.percent.shown($0) } ?? "",
        verdict(growth.isMet),
      ]
    }
    let heading = say(
      "\(first.to.text) 与 \(first.from.text) 的中位数之比",
      "medians with \(first.to.text) cases in per cent of \(first.from.text)")
    return [table([heading, "", say("目标", "goal"), ""], rows)]
  }

  private static let reading = Words(
    """
    「同样的语句」是受理时 SQLite 所做的每一条语句，连同取值，在同一进程、同样落盘的另一份上交替重做；
    机器忙闲不影响两者之比。按键到末字节不含末字节后的静候。
    """,
    """
    "The same statements" are those SQLite carried out for the act, values and all, done again by turns
    in the same process on a twin as safely on disk: the ratio holds on a noisy machine. Key to last
    byte leaves out the quiet that shows it was the last.
    """)
}

extension Goal {
  func shown(in unit: BenchUnit) -> String {
    let name =
      switch figure {
      case .p95, .p99: figure.rawValue + " "
      case .median, .least, .most: ""
      }
    return switch bound {
    case .atMost(let value): name + "<= " + unit.shown(value)
    case .atLeast(let value): name + ">= " + unit.shown(value)
    }
  }
}

extension BenchUnit {
  /// With its unit, in as many digits as tell something.
  func shown(_ value: Double) -> String {
    switch self {
    case .microseconds:
      if value >= 10_000_000 { return Self.decimal(value / 1_000_000, 1) + " s" }
      return Self.decimal(value / 1_000, value < 1_000 ? 3 : value < 100_000 ? 2 : 0) + " ms"
    case .bytes:
      if value >= 10_485_760 { return Self.decimal(value / 1_048_576, 1) + " MB" }
      if value >= 102_400 { return Self.decimal(value / 1_024, 1) + " KB" }
      return Self.decimal(value, 0) + " B"
    case .perSecond: return Self.decimal(value, value < 100 ? 1 : 0) + "/s"
    case .percent: return Self.decimal(value, 0) + "%"
    case .millionths: return Self.decimal(value / 10_000, 3) + "%"
    case .count: return Self.decimal(value, 0)
    }
  }

  /// A number that is not negative with so many places behind the point.
  static func decimal(_ value: Double, _ places: Int) -> String {
    let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
    let whole = Int((max(0, value) * Double(scale)).rounded())
    guard places > 0 else { return "\(whole)" }
    let rest = String(whole % scale)
    return "\(whole / scale)." + String(repeating: "0", count: places - rest.count) + rest
  }
}
