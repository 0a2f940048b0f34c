import Casework
import Deskwork

extension OpenCase {
  /// Item and applicant in one line, in full.
  func subject(_ context: Context) -> String {
    let applicant = file.intake?.applicant.name ?? ""
    return "\(file.id.spoken)  \(context.say(sheet.name))  \(applicant)"
  }

  /// Carries an act out; what the applicant will see is asked first, what is forbidden is said.
  func asking(
    _ command: CaseCommand, heading: String, yes: String, saying said: [String] = [],
    draft: DraftID? = nil, _ context: Context
  ) -> [Request] {
    let foreseen = command.foreseeable
    let act = Request.carryOut(
      [.on(file.id, command)], seen: file.version, draft: draft, late: context.late)
    do throws(Refusal) {
      let consequence = try Consequence(of: [foreseen], on: file, under: sheet, context)
      let isOrder = consequence.events.contains(where: \.isFollowUpOrder)
      guard consequence.isSeenByCitizen || isOrder || context.late != nil else { return [act] }
      let question = Question(
        heading: heading,
        lines: [subject(context)] + said + [""] + consequence.lines(context)
          + context.lateLines,
        yes: yes, onYes: [act], printsSomething: !consequence.documents.isEmpty)
      return [.ask(question)]
    } catch {
      let sentence = error.sentence(in: context.language, names: context.names(about: self))
      return [.notice(Notice(.refused, sentence))]
    }
  }
}

extension CaseCommand {
  /// With a number in place of one that the desk will give.
  fileprivate var foreseeable: CaseCommand {
    if case .produceCertificate("") = self { return .produceCertificate(number: "-") }
    return self
  }
}
