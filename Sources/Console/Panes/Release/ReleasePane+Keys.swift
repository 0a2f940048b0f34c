import Casework
import Deskwork
import TerminalUI

extension ReleasePane {
  static func keys(_ context: Context) -> KeyTable<State, Message> {
    let group = context.say("出件", "Release")
    return KeyTable(
      [
        KeyBinding(
          [.function(6)], .handOver, label: context.say("发放", "Hand over"),
          sentence: context.say(
            "当面发给申请人、法定代表人或代办人，打印送达回证；选中几件就一并发出",
            "Hand the marked results to the applicant or whoever acts for them; prints the service record"
          ),
          group: group, priority: 10,
          availability: { unavailable(.handOver, $0, context) }),
        KeyBinding(
          [.character(" ")], .marked, label: context.say("选", "Mark"),
          sentence: context.say(
            "选中这一件，同一申请人待领的其他件一起选上", "Mark this result, and the applicant's others with it"),
          group: group, priority: 11,
          availability: { state in
            state.selected?.row.stage == .awaitingRelease
              ? .available
              : .unavailable(
                context.say("只有待出件的结果可以选", "Only a result that awaits its release can be marked"))
          }),
        KeyBinding(
          [.function(8)], .post, label: context.say("邮寄", "Post"),
          sentence: context.say("交邮寄出，登记运单号", "Send by post with a waybill number"),
          group: group, priority: 12, availability: { unavailable(.post, $0, context) }),
        KeyBinding(
          [.function(10)], .confirmDelivery, label: context.say("妥投", "Delivered"),
          sentence: context.say(
            "登记寄出的件有人签收并办结，或者退了回来", "A posted result was signed for and ends, or came back"),
          group: group, priority: 13, availability: { unavailable(.confirm, $0, context) }),
        KeyBinding(
          [.enter], .opened, label: context.say("打开", "Open"),
          sentence: context.say("打开办件，看全部内容", "Open the whole case"), group: group, priority: 14,
          availability: { state in
            state.selected == nil ? .unavailable(nothingSelected(context)) : .available
          }),
      ] + ListKeys.bindings(context) { .moved($0) })
  }

  private enum Deed { case handOver, post, confirm }

  /// What the rules of the hall would say to each target, as far as the act is known already.
  private static func unavailable(
    _ deed: Deed, _ state: State, _ context: Context
  ) -> Availability {
    guard !state.targets.isEmpty else { return .unavailable(nothingSelected(context)) }
    for open in state.openTargets {
      let command: CaseCommand =
        switch deed {
        case .handOver: .handOver(open.usualRecipient, witness: "")
        case .post: .post(carrier: "-", waybill: "-", address: "-")
        case .confirm: .confirmDelivery(signedBy: "-")
        }
      if let reason = context.reason(against: command, on: open) {
        return .unavailable("\(open.file.id.spoken) \(reason)")
      }
    }
    return .available
  }

  private static func nothingSelected(_ context: Context) -> String {
    context.say(
      "请先查找或用上下键选中一件", "Find a result or select one with the arrows first")
  }
}

extension OpenCase {
  /// Who comes first to fetch it: the applicant, or for an organisation its representative.
  var usualRecipient: Recipient {
    let applicant = file.intake?.applicant
    let identity = applicant?.identity ?? Identity(kind: .other, number: "")
    guard let applicant, applicant.kind == .organisation else {
      return Recipient(name: applicant?.name ?? "", relation: .applicant, identity: identity)
    }
    let name = applicant.legalRepresentative
    return Recipient(
      name: name.isEmpty ? applicant.name : name, relation: .legalRepresentative,
      identity: identity)
  }
}
