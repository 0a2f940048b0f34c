import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension IntakePane {
  /// Takes an exit: its page if something is to be written, else the question.
  static func choose(
    _ exit: IntakeExit, _ state: inout State, _ context: Context
  ) -> [Request] {
    guard let preview = state.form.preview(exit, context) else {
      return [.notice(Notice(.refused, context.say("先选事项", "Choose the item first")))]
    }
    state.form.exit = exit
    switch preview.outcome {
    case .impossible(let refusal): return refuse(refusal, &state, context)
    case .done: return [.notice(Notice(.refused, IntakeWording.alreadyDone(context)))]
    case .possible, .needs: break
    }
    state.form.page = exit
    let blanks = state.form.blanks
    guard !blanks.isEmpty else {
      state.form.page = nil
      return ask(preview, state, context)
    }
    state.form.propose(exit, context)
    state.form.focus = blanks.first { state.form.value($0).isEmpty } ?? blanks[blanks.count - 1]
    return []
  }

  /// From the page of an ending to the question.
  static func confirm(_ state: inout State, _ context: Context) -> [Request] {
    guard let exit = state.form.page, let preview = state.form.preview(exit, context) else {
      return []
    }
    for number in exit == .correction ? state.form.told : [] { state.remember(.remark(number)) }
    if let refusal = preview.refusal { return refuse(refusal, &state, context) }
    return ask(preview, state, context)
  }

  private static func refuse(
    _ refusal: Refusal, _ state: inout State, _ context: Context
  ) -> [Request] {
    state.form.goToCulprit(of: refusal)
    let names = context.names(state.form.sheet)
    return [.notice(Notice(.refused, refusal.sentence(in: context.language, names: names)))]
  }

  private static func ask(
    _ preview: ExitPreview, _ state: State, _ context: Context
  ) -> [Request] {
    guard case .possible(let consequence) = preview.outcome, let sheet = state.form.sheet
    else { return [] }
    let label = IntakeWording.label(preview.exit, context)
    return [
      .ask(
        Question(
          heading: "\(label): \(context.say(sheet.name))",
          lines: IntakeWording.lines(preview.exit, consequence, context) + context.lateLines,
          yes: context.say("确认\(label)", label.lowercased()),
          onYes: [
            .carryOut(
              state.form.acts(preview.exit, context), seen: state.form.open?.file.version,
              draft: state.form.draft, late: context.late)
          ], printsSomething: !consequence.documents.isEmpty))
    ]
  }
}

extension IntakeForm {
  /// Writes what is usual where nothing has been written.
  mutating func propose(_ exit: IntakeExit, _ context: Context) {
    switch exit {
    case .onTheSpot: propose(IntakeWording.usualDecision, in: .decision)
    case .decline: propose(IntakeWording.declineBasis, in: .basis)
    case .correction:
      propose("\(Self.correctionDays)", in: .workingDays)
      for number in told where materials[number]?.status != .defective {
        guard let wanted = sheet?.material(number) else { continue }
        let isThere = materials[number]?.status == .received
        propose(IntakeWording.request(for: wanted, isThere: isThere), in: .remark(number))
      }
    case .accept, .supply, .lapse: break
    }
  }

  private mutating func propose(_ text: String, in blank: IntakeBlank) {
    if value(blank).isEmpty { put(text, in: blank) }
  }

  /// Puts the cursor where a refusal can be answered.
  mutating func goToCulprit(of refusal: Refusal) {
    guard let culprit = culprit(of: refusal), blanks.contains(culprit) else { return }
    focus = culprit
  }

  private func culprit(of refusal: Refusal) -> IntakeBlank? {
    let plain: [Refusal: IntakeBlank] = [
      .applicantNameMissing: .name, .agentNameMissing: .agentName, .basisMissing: .basis,
      .competentOrganMissing: .organ,
    ]
    if let blank = plain[refusal] { return blank }
    if case .identityWrong = refusal { return .number }
    if case .agentIdentityWrong = refusal { return .agentNumber }
    if case .wrongAudience = refusal { return .applicantKind }
    if case .fieldsMissing(let keys) = refusal { return keys.first.map { .field($0) } }
    if case .fieldWrong(let key) = refusal { return .field(key) }
    if case .textUnfit(let blank, _) = refusal { return IntakeBlank(blank) }
    if refusal == .reasonMissing {
      return page == .correction
        ? told.map { .remark($0) }.first { value($0).isEmpty } : .reason
    }
    return refusal.materials.first.map { .material($0) }
  }
}

extension Refusal {
  /// The materials it is about.
  fileprivate var materials: [Int] {
    if case .materialsMissing(let numbers) = self { return numbers }
    if case .materialsDefective(let numbers) = self { return numbers }
    if case .originalsNotChecked(let numbers) = self { return numbers }
    if case .notDeferrable(let numbers) = self { return numbers }
    if case .notReplaceableByCommitment(let numbers) = self { return numbers }
    return []
  }
}
