import Casework
package import Deskwork
import TerminalUI
import WorkCalendar

extension Form {
  /// The draft of this form: one for each act on each case.
  func draft(_ context: Context) -> Draft {
    Draft(
      id: draftID(context), clerk: context.seat.clerk.id, counter: context.seat.counter,
      form: purpose.name, title: "\(id.spoken) \(heading)",
      body: fields.filter { $0.kind != .secret }
        .map { "\($0.key)\t\($0.input.text)" }.joined(separator: "\n"),
      savedAt: context.now)
  }

  /// One for each counter, for the same person may work at two.
  func draftID(_ context: Context) -> DraftID {
    DraftID(draftName(context) + (context.seat.counter.map { "/\($0)" } ?? ""))
  }

  private func draftName(_ context: Context) -> String {
    "\(purpose.name)/\(id)/\(context.seat.clerk.id)"
  }

  /// What was typed in this form before: here, or else at another counter.
  func earlier(among drafts: [Draft], _ context: Context) -> Draft? {
    let (own, name) = (draftID(context), draftName(context))
    return drafts.first { $0.id == own }
      ?? drafts.first { $0.id.rawValue == name || $0.id.rawValue.hasPrefix(name + "/") }
  }

  /// Fills in what a draft of this form has kept.
  package mutating func restore(_ draft: Draft) {
    for line in draft.body.split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2,
        let index = fields.firstIndex(where: { $0.key == parts[0] && $0.kind != .secret })
      else { continue }
      fields[index].input.replace(with: String(parts[1]))
    }
  }

  /// What a draft keeps of it.
  var values: [String] { fields.filter { $0.kind != .secret }.map(\.input.text) }

  /// Forgets what was typed unseen, and how it was typed.
  mutating func forgetSecrets() {
    for index in fields.indices where fields[index].kind == .secret {
      fields[index].input = TextField("", maximumLength: PasswordRule.mostBytes)
    }
  }

  /// What is wrong with the fields as they stand.
  func complaints(_ context: Context) -> [String: String] {
    var complaints = recipientProblem(context)
    for field in fields {
      let text = field.input.text
      if field.isRequired, text.allSatisfy(\.isWhitespace) {
        complaints[field.key] = context.say("请填写\(field.label)", "\(field.label) is needed")
      } else if field.kind == .date, !text.isEmpty, Form.date(text, context) == nil {
        complaints[field.key] = context.say(
          "日期写成 2026-03-11 或 3-11 的样子", "Write the date as 2026-03-11 or 3-11")
      }
    }
    if complaints.isEmpty { complaints = lateEntryProblem(context) }
    return complaints
  }
}

extension Form.Purpose {
  /// As drafts are filed under.
  var name: String {
    switch self {
    case .opinion: "opinion"
    case .returnToStep: "return"
    case .decide(.granted): "grant"
    case .decide(.refused): "refuse"
    case .specialProcedure: "special-procedure"
    case .endSpecialProcedure: "end-special-procedure"
    case .suspend: "suspend"
    case .examinationCorrection: "examination-correction"
    case .noteDefects: "note-defects"
    case .referUpward: "refer-upward"
    case .answerReferral: "answer-referral"
    case .extend: "extend"
    case .certificate: "certificate"
    case .giveBack: "give-back"
    case .freeClaim: "free-claim"
    case .withdraw: "withdraw"
    case .terminate: "terminate"
    case .handOver: "hand-over"
    case .post: "post"
    case .confirmDelivery: "confirm-delivery"
    case .beside(let beside): beside.name
    case .lateEntry: "late-entry"
    }
  }
}
