import Casework
import Deskwork

extension Wording {
  /// One line about what has just been done: the case first, then where it is now, then the papers.
  static func done(_ outcomes: [Outcome], _ language: Language) -> String {
    guard let outcome = outcomes.last else { return "" }
    let numbers = outcomes.map(\.id.spoken).joined(separator: " ")
    if outcomes.count > 1 {
      let papers = issued(outcomes.flatMap(\.documents), language)
      return language == .zh ? "\(numbers) 已办; \(papers)" : "\(numbers) done; \(papers)"
    }
    let isLate = outcome.events.contains { if case .enteredLate = $0 { true } else { false } }
    let late = isLate ? Words(" (补录)", " (late entry)")[language] : ""
    var words = numbers + " " + deed(of: outcome)[language] + late
    if let place = place(of: outcome) {
      words += (language == .zh ? ", 转 " : "; now: ") + place[language]
    }
    let papers = issued(outcomes.flatMap(\.documents), language)
    if !papers.isEmpty { words += (language == .zh ? "; 已出 " : "; issued ") + papers }
    return words
  }

  private static func deed(of outcome: Outcome) -> Words {
    let deeds = outcome.events.filter { event in
      if case .stepStarted = event { return false }
      if case .enteredLate = event { return false }
      if case .documentIssued = event { return false }
      if case .received = event { return false }
      return true
    }
    let decision = deeds.first { if case .decided = $0 { true } else { false } }
    // Of an intake the ending counts, otherwise the act itself stands first.
    return (decision ?? deeds.first ?? outcome.events.first)?.deed ?? Words("已办", "done")
  }

  /// Where the case is now, if the act has moved it on.
  private static func place(of outcome: Outcome) -> Words? {
    for case .stepStarted(let it) in outcome.events.reversed() {
      let route = outcome.file.route
      return route.indices.contains(it.step) ? route[it.step].name : nil
    }
    return outcome.file.stage == .awaitingRelease ? outcome.file.stage?.label : nil
  }

  /// Each kind once, with the numbers of its papers.
  private static func issued(_ documents: [IssuedDocument], _ language: Language) -> String {
    var kinds: [DocumentKind] = []
    for document in documents where !kinds.contains(document.kind) { kinds.append(document.kind) }
    return kinds.map { kind in
      let numbers = documents.filter { $0.kind == kind }.map(\.number)
      return "\(kind.label[language]) \(numbers.joined(separator: " "))"
    }.joined(separator: language == .zh ? "、" : ", ")
  }

  /// Who may sit here in the demo: one of each kind first, of the department whose case was just
  /// handled, then everybody.
  static func persons(near department: DepartmentID?, _ context: Context) -> Choice {
    let clerks = context.clerks.values.filter { !$0.isDisabled }
      .sorted { ($0.role.rawValue, $0.id) < ($1.role.rawValue, $1.id) }
    let wanted = department ?? busiestInbox(context)
    let first = [
      clerks.first { $0.role == .generalCounter && $0.id != context.seat.clerk.id },
      clerks.first { $0.role == .examiner && $0.department == wanted },
      clerks.first { $0.role == .approver && $0.department == wanted },
      clerks.first { $0.role == .release }, clerks.first { $0.role == .supervisor },
      clerks.first { $0.role == .townshipOperator },
    ].compactMap { $0 }
    let others = clerks.filter { clerk in !first.contains { $0.id == clerk.id } }
    return Choice(
      heading: context.say("换谁坐在这里", "Who sits here now"),
      options: (first + others).map { person($0, context) })
  }

  private static func person(_ clerk: Clerk, _ context: Context) -> Choice.Option {
    let place = [
      context.name(clerk.department), clerk.township?[context.language] ?? "",
      context.name(clerk.counter),
    ].filter { !$0.isEmpty }.joined(separator: " ")
    let isHere = clerk.id == context.seat.clerk.id
    return Choice.Option(
      clerk.name[context.language], detail: "\(context.say(clerk.role.label)) \(place)",
      reason: isHere ? context.say("已经坐在这里", "sits here already") : nil,
      onChosen: [.sit(clerk.id)])
  }

  private static func busiestInbox(_ context: Context) -> DepartmentID? {
    let inboxes = context.counts.compactMap { key, count in
      if case .inbox(let department) = key { (department, count) } else { nil }
    }
    return inboxes.min { ($1.1, $0.0) < ($0.1, $1.0) }?.0
  }
}
