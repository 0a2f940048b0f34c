import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension Form {
  /// What leads from a filled form of a department to the act.
  func departmentSubmission(_ context: Context) -> [Request] {
    guard let open, let command = departmentCommand(context) else { return [] }
    return open.asking(
      command, heading: heading, yes: yes(context), saying: said(context),
      draft: draftID(context), context)
  }

  /// Nil for the forms of the release counter.
  func departmentCommand(_ context: Context) -> CaseCommand? {
    switch purpose {
    case .opinion(let step):
      return .recordOpinion(
        step: step, OpinionVerdict(rawValue: value("verdict")) ?? .agree, text: value("text"),
        officers: officers)
    case .returnToStep: return .returnToStep(Int(value("step")) ?? -1, reason: value("text"))
    case .decide(let verdict):
      return .decide(verdict, text: value("text"), basis: value("basis"))
    case .specialProcedure:
      return .startSpecialProcedure(
        SpecialProcedureKind(rawValue: value("kind")) ?? .hearing,
        plannedEnd: date("end", context) ?? context.today, reason: value("text"))
    case .endSpecialProcedure: return .endSpecialProcedure(outcome: value("text"))
    case .suspend: return .suspend(cause: value("text"))
    case .examinationCorrection:
      return .requestExaminationCorrection(defects, workingDays: Int(value("days")) ?? 0)
    case .noteDefects: return .noteDefects(defects)
    case .referUpward: return .referUpward(organ: value("organ"), opinion: value("text"))
    case .answerReferral:
      return .answerReferral(
        Verdict(rawValue: value("verdict")) ?? .granted, text: value("text"),
        documentNumber: value("number"))
    case .extend: return .extend(workingDays: Int(value("days")) ?? 0, reason: value("text"))
    case .certificate: return .produceCertificate(number: value("number"))
    case .giveBack: return .giveBack(reason: value("text"))
    case .freeClaim(let department): return .freeClaim(department, reason: value("text"))
    case .withdraw: return .withdraw(reason: value("text"))
    case .terminate: return .terminate(cause: value("text"))
    case .handOver, .post, .confirmDelivery, .beside, .lateEntry: return nil
    }
  }

  var officers: [String] {
    fields.filter { $0.key.hasPrefix("officer") }.map(\.input.text)
      .filter { !$0.allSatisfy(\.isWhitespace) }
  }

  /// One for each material that something was written about.
  var defects: [Defect] {
    fields.compactMap { field in
      guard field.key.hasPrefix("material"), let number = Int(field.key.dropFirst(8)),
        !field.input.text.allSatisfy(\.isWhitespace)
      else { return nil }
      let isInHand = open?.file.intake?.material(number)?.isInHand ?? false
      let noted = open.map { CombinedDefects($0.file.notedDefects).lines } ?? []
      let kind = noted.first { $0.material == number }?.kind
      return Defect(
        material: number, kind: kind ?? (isInHand ? .incorrect : .missing),
        remark: field.input.text)
    }
  }

  /// What was typed, as the question repeats it.
  private func said(_ context: Context) -> [String] {
    switch purpose {
    case .examinationCorrection, .noteDefects:
      return defects.map { defect in
        let name = open?.sheet.material(defect.material)?.name
        return "\(defect.material) \(name.map { context.say($0) } ?? ""): \(defect.remark)"
      }
    case .decide(.refused): return [value("text"), remedies(context)].compactMap { $0 }
    case .certificate:
      let number = value("number")
      return [
        context.say("证件编号: ", "Number: ")
          + (number.isEmpty ? context.say("由系统编号", "the next one of the department") : number)
      ]
    case .opinion, .returnToStep, .decide(.granted), .specialProcedure, .endSpecialProcedure,
      .suspend, .referUpward, .answerReferral, .extend, .giveBack, .freeClaim, .withdraw,
      .terminate,
      .handOver, .post, .confirmDelivery, .beside, .lateEntry:
      let text = value("text")
      return text.isEmpty ? [] : [text]
    }
  }

  /// Where an applicant may turn against a refusal (Law 38), as the decision says it.
  func remedies(_ context: Context) -> String? {
    guard let open, let department = context.departments[open.file.department] else { return nil }
    return context.say(
      "救济: 60日内向\(department.reviewOrgan.zh)申请行政复议, 或6个月内向\(department.court.zh)起诉",
      "Remedies: review by \(department.reviewOrgan.en) within 60 days, or "
        + "\(department.court.en) within 6 months")
  }

  private func yes(_ context: Context) -> String {
    switch purpose {
    case .opinion: context.say("签署意见", "Record the opinion")
    case .returnToStep: context.say("退回", "Send back")
    case .decide(.granted): context.say("准予", "Grant")
    case .decide(.refused): context.say("不予许可", "Refuse")
    case .specialProcedure: context.say("开始特别程序", "Start it")
    case .endSpecialProcedure: context.say("结束特别程序", "End it")
    case .suspend: context.say("中止办理", "Suspend")
    case .examinationCorrection: context.say("要求补正", "Ask for it")
    case .noteDefects: context.say("记下", "Note it")
    case .referUpward: context.say("上报", "Refer")
    case .answerReferral: context.say("登记答复", "Record it")
    case .extend: context.say("延长期限", "Extend")
    case .certificate: context.say("登记证件", "Record it")
    case .giveBack: context.say("退回待领", "Give it back")
    case .freeClaim: context.say("收回", "Free it")
    case .withdraw: context.say("登记撤回", "Record the withdrawal")
    case .terminate: context.say("终止办理", "Terminate")
    case .handOver, .post, .confirmDelivery, .beside, .lateEntry: context.say("确认", "Yes")
    }
  }
}
