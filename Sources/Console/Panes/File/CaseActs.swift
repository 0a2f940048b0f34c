import Casework
import Deskwork
import WorkCalendar

/// What the person who sits here can do with a case: the same in every pane that shows one.
struct CaseActs {
  let open: OpenCase
  let context: Context

  var file: CaseFile { open.file }
  var clerk: Clerk { context.seat.clerk }

  func reason(_ command: CaseCommand) -> String? {
    context.reason(against: command, on: open)
  }

  /// The claim that a press of the claim key concerns: one's own, or what one may free.
  var claim: CaseFile.Claim? {
    let claims = file.stepRecord?.claims ?? []
    if clerk.may(.freeClaim) { return claims.first }
    return claims.first { $0.department == clerk.department && $0.clerk == clerk.id }
  }

  var claimReason: String? {
    guard let claim else { return reason(.claim) }
    return claim.clerk == clerk.id
      ? reason(.giveBack(reason: "-")) : reason(.freeClaim(claim.department, reason: "-"))
  }

  /// Claims at once, and gives back at once what is one's own; freeing a colleague's takes a reason.
  func claimOrGiveBack() -> [Request] {
    guard let claim else { return done(.claim) }
    return claim.clerk == clerk.id ? done(.giveBack(reason: "")) : freeClaim
  }

  /// Frees the only claim, or the one that is chosen.
  var freeClaim: [Request] {
    let claims = file.stepRecord?.claims ?? []
    guard claims.count > 1 else {
      return claims.first.map { [.fill(.freeClaim($0.department, for: open, context))] } ?? []
    }
    return [
      .choose(
        Choice(
          heading: context.say("收回谁的领取", "Whose claim"),
          options: claims.map {
            .init(
              context.name($0.clerk), detail: context.name($0.department),
              onChosen: [.fill(.freeClaim($0.department, for: open, context))])
          }))
    ]
  }

  private func claimWords(_ command: CaseCommand) -> String {
    command == .claim ? context.say("领取", "Claim") : context.say("退回待领", "Give it back")
  }

  private func done(_ command: CaseCommand) -> [Request] {
    guard context.late == nil else {
      let words = claimWords(command)
      return open.asking(command, heading: words, yes: words, context)
    }
    return [.carryOut([.on(file.id, command)], seen: nil, draft: nil)]
  }
}

/// What a case waits for.
enum MainAct: Hashable, Sendable {
  case opinion(step: Int)
  case decide, certificate, refer, answer, resume, endSpecialProcedure
  /// Acceptance, or the materials of a correction: done at the counter.
  case intake
  case release, confirmDelivery
}

extension CaseActs {
  var main: MainAct? {
    switch file.stage {
    case nil, .declined, .concluded, .withdrawn, .terminated: return nil
    case .received, .awaitingCorrection, .awaitingExaminationCorrection: return .intake
    case .underExamination: return step
    case .inSpecialProcedure: return .endSpecialProcedure
    case .suspended: return .resume
    case .referredUpward: return .answer
    case .inProduction: return .certificate
    case .awaitingRelease: return .release
    case .posted: return .confirmDelivery
    }
  }

  private var step: MainAct? {
    guard let index = file.currentStep, let step = file.step else { return nil }
    switch step.kind {
    case .examination, .waitingPeriod: return .opinion(step: index)
    case .referral: return .refer
    case .decision: return .decide
    case .certificate: return .certificate
    case .followUp: return nil
    }
  }

  /// Commands of the main act as they might be given, to learn what they would do.
  var foreseeable: [CaseCommand] {
    switch main {
    case .opinion(let step):
      let officers = (0..<(file.step?.officers ?? 0)).map { "\($0)" }
      return [.recordOpinion(step: step, .agree, text: "-", officers: officers)]
    case .decide:
      return [
        .decide(.granted, text: "-", basis: "-"), .decide(.refused, text: "-", basis: "-"),
      ]
    case .certificate: return [.produceCertificate(number: "-")]
    case .refer: return [.referUpward(organ: "-", opinion: "-")]
    case .answer: return [.answerReferral(.granted, text: "-", documentNumber: "-")]
    case .resume: return [.resume]
    case .endSpecialProcedure: return [.endSpecialProcedure(outcome: "-")]
    case .intake, .release, .confirmDelivery, nil: return []
    }
  }

  var mainReason: String? {
    switch main {
    case nil:
      if let year = file.closedYear {
        return context.say(
          "本件已归档 \(year), 只可查看和补打",
          "The case is in the closed year \(year): to be read and printed only")
      }
      let stage = file.stage.map { context.say($0.label) } ?? ""
      return context.say("本件\(stage), 没有要办的", "The case is \(stage.lowercased()): nothing to do")
    case .intake: return refusal(of: intake)
    case .release: return releaseReason
    case .confirmDelivery: return reason(.confirmDelivery(signedBy: "-"))
    case .opinion, .decide, .certificate, .refer, .answer, .resume, .endSpecialProcedure:
      let reasons = foreseeable.map { reason($0) }
      return reasons.contains(nil) ? nil : reasons.compactMap { $0 }.first
    }
  }

  /// Who may post may hand over; that an item is not posted stands in nobody's way here.
  private var releaseReason: String? {
    let post = CaseCommand.post(carrier: "-", waybill: "-", address: "-")
    if context.refusal(of: post, on: file, under: open.sheet) == .deliveryByPostNotOffered {
      return nil
    }
    return reason(post)
  }

  /// What the counter does with the case next.
  private var intake: Power {
    switch file.stage {
    case .awaitingCorrection: .supplyMaterials
    case .awaitingExaminationCorrection: .supplyExaminationCorrection
    case nil, .received, .declined, .underExamination, .inSpecialProcedure, .suspended,
      .referredUpward, .inProduction, .awaitingRelease, .posted, .concluded, .withdrawn,
      .terminated:
      .accept
    }
  }

  private func refusal(of power: Power) -> String? {
    guard !clerk.may(power) else { return nil }
    return Refusal.roleMayNot(clerk.role).sentence(
      in: context.language, names: context.names(about: open))
  }

  func startMain() -> [Request] {
    switch main {
    case nil: return []
    case .opinion: return Form.opinion(for: open, context).map { [.fill($0)] } ?? []
    case .decide: return [.choose(decisions)]
    case .certificate: return [.fill(.certificate(for: open, context))]
    case .refer: return [.fill(.referUpward(for: open, context))]
    case .answer: return [.fill(.answerReferral(for: open, context))]
    case .resume:
      return open.asking(
        .resume, heading: context.say("恢复计时", "Resume the case"),
        yes: context.say("恢复计时", "Resume"), context)
    case .endSpecialProcedure: return [.fill(.endSpecialProcedure(for: open, context))]
    case .intake: return [.continueIntake(open)]
    case .release: return release
    case .confirmDelivery:
      return Form.confirmDelivery([open], context).map { [.fill($0)] } ?? []
    }
  }

  /// Handed over here, or posted where the item offers it.
  private var release: [Request] {
    guard let handOver = Form.handOver([open], context) else { return [] }
    guard open.sheet.deliveryMethods.contains(.post), let post = Form.post([open], context) else {
      return [.fill(handOver)]
    }
    let wanted =
      file.intake?.delivery.method == .post ? context.say("申请人要求邮寄", "as the applicant wants") : ""
    return [
      .choose(
        Choice(
          heading: context.say("出件 ", "Release ") + file.id.spoken,
          options: [
            .init(context.say("窗口发放", "Hand over"), onChosen: [.fill(handOver)]),
            .init(context.say("邮寄", "Post"), detail: wanted, onChosen: [.fill(post)]),
          ]))
    ]
  }

  private var decisions: Choice {
    Choice(
      heading: context.say("决定 ", "Decision ") + file.id.spoken,
      options: Verdict.allCases.map { verdict in
        .init(
          context.say(verdict.label), detail: consequence(of: verdict),
          reason: reason(.decide(verdict, text: "-", basis: "-")),
          onChosen: [.fill(.decision(verdict, for: open, context))])
      })
  }

  private func consequence(of verdict: Verdict) -> String {
    guard
      let consequence = try? Consequence(
        of: [.decide(verdict, text: "-", basis: "-")], on: file, under: open.sheet, context)
    else { return "" }
    return consequence.destination(context) ?? ""
  }

  /// The word for the main act, as the footer's key stands for it.
  var mainName: String {
    switch main {
    case nil: context.say("无", "nothing")
    case .opinion: context.say("签署意见", "record an opinion")
    case .decide: context.say("作决定", "decide")
    case .certificate: context.say("登记证件", "record the certificate")
    case .refer: context.say("上报", "refer upward")
    case .answer: context.say("登记上级答复", "record the answer from above")
    case .resume: context.say("恢复计时", "resume")
    case .endSpecialProcedure: context.say("结束特别程序", "end the special procedure")
    case .intake: context.say("到收件窗口接着办", "go on at the counter")
    case .release: context.say("出件", "release the result")
    case .confirmDelivery: context.say("登记签收", "record the delivery")
    }
  }
}
