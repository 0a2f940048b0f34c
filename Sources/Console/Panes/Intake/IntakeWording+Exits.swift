import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension IntakeWording {
  /// What an exit would do now, or why it cannot be done, in one line.
  static func line(_ preview: ExitPreview, _ form: IntakeForm, _ context: Context) -> Span {
    switch preview.outcome {
    case .impossible(let refusal):
      // Materials by number: they stand above with their names.
      var sheet = form.sheet
      sheet?.materials = []
      let names = context.names(sheet)
      return Span(refusal.sentence(in: context.language, names: names), .disabled)
    case .done: return Span(alreadyDone(context), .disabled)
    case .needs:
      return Span(context.say("先写明理由和依据", "reasons and basis are to be written first"), .hint)
    case .possible(let it):
      let printed = brief(it.documents, context)
      return Span(
        [effect(preview.exit, it.after, form, context), printed].filter { !$0.isEmpty }
          .joined(separator: context.say("; ", "; ")))
    }
  }

  static func alreadyDone(_ context: Context) -> String {
    context.say("已经这样办过了", "this has been done already")
  }

  private static func effect(
    _ exit: IntakeExit, _ file: CaseFile, _ form: IntakeForm, _ context: Context
  ) -> String {
    switch exit {
    case .onTheSpot: return context.say("准予,结果转出件窗口", "granted; the result goes to release")
    case .accept:
      let deferred =
        file.acceptance?.deferredDue.map {
          context.say(", 容缺补到 ", ", deferred until ") + Wording.short($0, context)
        }
      return context.say("转", "to ") + next(file, context) + deadline(file, context)
        + (deferred ?? "")
    case .correction:
      let until = file.correctBy.map { Wording.short($0, context) } ?? ""
      return context.say(
        "\(form.told.count)项一次告知, \(until) 前补齐", "\(form.told.count) told at once, due \(until)")
    case .decline: return context.say("出具不予受理决定", "a decision not to accept")
    case .supply: return supplied(file, form, context)
    case .lapse: return context.say("逾期未补正,按撤回处理", "not corrected in time, counts as withdrawn")
    }
  }

  private static func supplied(
    _ file: CaseFile, _ form: IntakeForm, _ context: Context
  ) -> String {
    let count = form.suppliedMaterials.count
    let taken = context.say("收下\(count)项", "\(count) taken in")
    switch form.purpose {
    case .application, .ending: return taken
    case .correction:
      let due = file.noticeDue.map { Wording.short($0, context) } ?? ""
      return taken + context.say(", \(due) 前受理或告知", ", to be accepted or answered by \(due)")
    case .examinationCorrection:
      return taken + context.say(", 恢复计时", ", the clock runs again") + deadline(file, context)
    case .deferredMaterials:
      let rest = file.deferredOutstanding.count
      return taken
        + (rest == 0
          ? context.say(", 容缺补齐", ", none is left") : context.say(", 还缺\(rest)项", ", \(rest) left"))
    }
  }

  /// The department that works next, and how many beside it.
  private static func next(_ file: CaseFile, _ context: Context) -> String {
    guard let step = file.step else { return context.name(file.department) }
    let lead = context.name(step.lead ?? file.department)
    return step.parties.count > 1
      ? lead + context.say("等\(step.parties.count)个部门", " and \(step.parties.count - 1) more")
      : lead
  }

  private static func deadline(_ file: CaseFile, _ context: Context) -> String {
    guard let due = file.committedDue, let limit = file.acceptance?.committedLimit else {
      return ""
    }
    return context.say(
      " \(Wording.limit(limit, context)) 到 ", ", \(Wording.limit(limit, context)): ")
      + Wording.short(due, context)
  }

  private static func brief(_ documents: [DocumentKind], _ context: Context) -> String {
    guard let first = documents.first.map({ context.say($0.label) }) else { return "" }
    return documents.count == 1
      ? context.say("印\(first)", "prints the \(first.lowercased())")
      : context.say("印\(first)等\(documents.count)种", "prints \(documents.count) documents")
  }

  /// Everything that follows, for the question before it is done.
  static func lines(
    _ exit: IntakeExit, _ consequence: Consequence, _ context: Context
  ) -> [String] {
    let file = consequence.after
    let lines: [String?] =
      [people(file, context)] + told(exit, file, context) + consequence.lines(context)
      + [fate(exit, file, context)]
    return lines.compactMap { $0 }
  }

  private static func people(_ file: CaseFile, _ context: Context) -> String? {
    guard let intake = file.intake else { return nil }
    let number = file.id == CaseNumbers.provisional.id ? "" : file.id.spoken + "  "
    let agent = intake.agent.map { context.say("  代办 ", "  agent ") + $0.name } ?? ""
    return number + intake.applicant.name + "  "
      + paper(intake.applicant.identity.kind, context) + " " + intake.applicant.identity.number
      + agent
  }

  private static func told(
    _ exit: IntakeExit, _ file: CaseFile, _ context: Context
  ) -> [String?] {
    switch exit {
    case .accept: return conditions(file, context)
    case .correction:
      guard let notice = file.corrections.last else { return [] }
      let shown = notice.defects.prefix(6).map { "\($0.material)  \($0.remark)" }
      let rest = notice.defects.count - shown.count
      return shown + [
        rest > 0 ? context.say("还有\(rest)项", "and \(rest) more") : nil,
        notice.round > 1
          ? context.say(
            "这是第\(notice.round)次补正告知,监察会记录",
            "This is notice number \(notice.round): supervision will see it") : nil,
      ]
    case .decline:
      guard let declined = file.declined else { return [] }
      return [
        context.say(declined.ground.label) + ": " + declined.reason, declined.basis,
        declined.competentOrgan.isEmpty
          ? nil : context.say("应向 ", "To apply to: ") + declined.competentOrgan,
      ]
    case .onTheSpot: return [file.decision?.text]
    case .supply, .lapse: return []
    }
  }

  private static func conditions(_ file: CaseFile, _ context: Context) -> [String?] {
    guard let acceptance = file.acceptance else { return [] }
    let numbers = acceptance.deferred.map { "\($0)" }.joined(separator: context.say("、", ", "))
    return [
      acceptance.deferredDue.map {
        context.say("容缺: 第\(numbers)项须补交, 到 ", "Deferred: material \(numbers), due ")
          + Wording.long($0, context)
      },
      acceptance.isUnderCommitment
        ? context.say("按告知承诺办理,申请人签承诺书", "Under a notification-commitment, to be signed") : nil,
    ]
  }

  private static func fate(
    _ exit: IntakeExit, _ file: CaseFile, _ context: Context
  ) -> String? {
    guard exit == .accept || exit == .onTheSpot, let delivery = file.intake?.delivery else {
      return nil
    }
    return context.say("取件: ", "Result: ") + Wording.name(delivery.method, context)
      + (delivery.address.isEmpty ? "" : "  " + delivery.address)
  }
}
