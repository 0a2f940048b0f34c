import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// One thing that might happen to a case, with the blank for its day or number.
struct WhatIfQuestion: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case correction, acceptance, extended, stopped, decision }

  var kind: Kind
  private(set) var input: TextField
  /// Stands there as an example until somebody types.
  private var isExample: Bool

  private init(_ kind: Kind, _ value: String = "") {
    self.kind = kind
    isExample = !value.isEmpty
    input = TextField(value, maximumLength: 12)
  }

  /// What may still happen, at most three at a time.
  static func all(for open: OpenCase, _ context: Context) -> [WhatIfQuestion] {
    let tomorrow = "+1"
    switch open.file.stage {
    case .received: return [WhatIfQuestion(.acceptance, tomorrow)]
    case .awaitingCorrection: return [WhatIfQuestion(.correction, tomorrow)]
    case .awaitingExaminationCorrection: return [WhatIfQuestion(.correction, tomorrow)]
    case .referredUpward: return [WhatIfQuestion(.decision)]
    case .underExamination:
      let longest =
        open.sheet.handling == .joint
        ? StatutoryLimits.longestJointExtension : StatutoryLimits.longestExtension
      return [
        WhatIfQuestion(.extended, "\(longest)"), WhatIfQuestion(.stopped),
        WhatIfQuestion(.decision),
      ]
    case .inSpecialProcedure, .suspended: return [WhatIfQuestion(.stopped, tomorrow)]
    case nil, .declined, .inProduction, .awaitingRelease, .posted, .concluded, .withdrawn,
      .terminated:
      return []
    }
  }

  mutating func take(_ key: Key) {
    if isExample, case .character = key { input.replace(with: "") }
    if input.take(key) { isExample = false }
  }

  func label(_ context: Context) -> String {
    switch kind {
    case .correction: context.say("若补正送齐于", "if corrected on")
    case .acceptance: context.say("若受理于", "if accepted on")
    case .extended: context.say("若延长(工作日)", "if extended by (days)")
    case .stopped: context.say("若停到", "if stopped until")
    case .decision: context.say("若决定于", "if decided on")
    }
  }

  /// What is asked; nil while the blank cannot be read.
  private func supposition(_ context: Context) -> Supposition? {
    if kind == .extended { return Int(folded).map { .extended(by: $0) } }
    guard let day = Form.date(folded, context) else { return nil }
    return switch kind {
    case .correction: .correctionArrives(on: day)
    case .acceptance: .accepted(on: day)
    case .stopped: .stopped(until: day)
    case .decision: .decided(on: day)
    case .extended: nil
    }
  }

  private var folded: String { String(input.text.filter { !$0.isWhitespace }) }

  /// The dates as they would be beside those that are, or why it cannot be.
  func answer(for open: OpenCase, _ context: Context) -> [Span] {
    guard !input.isEmpty else { return [Span(hint(context), .hint)] }
    guard let supposition = supposition(context) else {
      return [Span(context.say("请填", "enter ") + hint(context), .invalid)]
    }
    do throws(Refusal) {
      let rules = context.rules(under: open.sheet)
      let dates = try open.file.supposing(supposition, at: context.now, under: rules)
      return day(supposition, context) + dates.flatMap { words($0, context) }
    } catch {
      return [
        Span(error.sentence(in: context.language, names: context.names(about: open)), .invalid)
      ]
    }
  }

  /// The day that +5 means.
  private func day(_ supposition: Supposition, _ context: Context) -> [Span] {
    guard folded.hasPrefix("+"), kind != .extended, let day = Form.date(folded, context) else {
      return []
    }
    return [Span("(\(Wording.short(day, context))) ", .hint)]
  }

  private func words(_ date: ForeseenDate, _ context: Context) -> [Span] {
    let name = context.say(date.timer.mark) + (context.language == .en ? " " : "")
    let was = date.was.map { Wording.short($0, context) + " -> " } ?? ""
    guard let would = date.would else { return [] }
    let isProvisional = would.isProvisional
    return [
      Span(name, .label), Span(was, .hint),
      Span(Wording.short(would, context), isProvisional ? .provisional : .accent), Span("  "),
    ]
  }

  private func hint(_ context: Context) -> String {
    kind == .extended
      ? context.say("天数, 如 10", "days, such as 10")
      : context.say("日期, 如 3/20 或 +5", "a day, such as 3/20 or +5")
  }
}
