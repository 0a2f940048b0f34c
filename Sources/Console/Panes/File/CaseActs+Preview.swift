import Casework
import Deskwork
import WorkCalendar

extension CaseActs {
  /// What the case waits for and what comes of it: one line under a list.
  var preview: String {
    guard main != nil else { return file.stage.map { context.say($0.label) } ?? "" }
    if file.stage == .awaitingExaminationCorrection || file.stage == .awaitingCorrection {
      let due = file.correctBy.map { Wording.long($0, context) } ?? ""
      return context.say("等申请人补正, 到 \(due)", "The applicant corrects by \(due)")
    }
    let follows = foreseeable.compactMap { foresee($0) }
      .joined(separator: context.say("; ", "; "))
    return follows.isEmpty ? capitalised(mainName) : capitalised(mainName) + ": " + follows
  }

  private func foresee(_ command: CaseCommand) -> String? {
    guard let outcome = carriedOutByWhoMay(command) else { return wanting(command) }
    guard let destination = outcome.destination(context) else { return nil }
    guard case .decide(let verdict, _, _) = command else {
      return context.say("转 \(destination)", "goes to \(destination)")
    }
    let papers = outcome.documents.filter { $0 != .certificateHandover }
      .map { context.say($0.label) }.joined(separator: context.say("、", ", "))
    return context.say(
      "\(verdict.label.zh)则转 \(destination), 打印\(papers)",
      "\(verdict.label.en): \(destination), prints \(papers)")
  }

  /// What has to come first before anybody may grant.
  private func wanting(_ command: CaseCommand) -> String? {
    guard case .decide(.granted, _, _) = command, !file.deferredOutstanding.isEmpty else {
      return nil
    }
    let places = file.deferredOutstanding.map(String.init)
    return context.say(
      "先补交第\(places.joined(separator: "、"))项才能准予",
      "material \(places.joined(separator: ", ")) must come before it can be granted")
  }

  /// What it leads to, whoever of the hall will do it.
  private func carriedOutByWhoMay(_ command: CaseCommand) -> Consequence? {
    if let own = try? Consequence(of: [command], on: file, under: open.sheet, context) {
      return own
    }
    guard let department = file.awaited.first ?? file.step?.lead else { return nil }
    let people = context.clerks.values
      .filter { $0.department == department && !$0.isDisabled }
      .sorted { ($0.role == .approver ? 0 : 1, $0.id) < ($1.role == .approver ? 0 : 1, $1.id) }
    let claimed = file.stepRecord?.claim(of: department)?.clerk
    for clerk in people where claimed == nil || claimed == clerk.id {
      var other = context
      other.seat = Seat(clerk: clerk, counter: nil)
      if let outcome = try? Consequence(of: [command], on: file, under: open.sheet, other) {
        return outcome
      }
    }
    return nil
  }

  private func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
