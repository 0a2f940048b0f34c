import Casework
import Deskwork
import WorkCalendar

/// The forms of whoever decides, refers, produces or ends.
extension Form {
  static func decision(_ verdict: Verdict, for open: OpenCase, _ context: Context) -> Form {
    let basis = Field(
      "basis", context.say("依据", "Basis"), kind: .lines, isRequired: verdict == .refused,
      value: open.sheet.basis,
      hint: context.say("法律、法规条文", "Law and article"), maximumLength: 500)
    switch verdict {
    case .granted:
      let result = context.say(open.sheet.result.name)
      return made(
        .decide(.granted), open, context.say("准予", "Grant"),
        [
          Field(
            "text", context.say("准予内容", "What is granted"), kind: .lines,
            value: context.say(
              result.hasPrefix("准予") ? result : "准予\(result)", "Granted: \(result)"),
            hint: context.say("范围、条件; 印在决定书上", "Scope and conditions, as printed"),
            maximumLength: 1_000), basis,
        ])
    case .refused:
      var form = made(
        .decide(.refused), open, context.say("不予许可(须写理由)", "Refuse, with reasons"), [])
      form.fields = [
        reason(
          context.say("事实和理由", "Facts, reasons"), form.remedies(context) ?? ""), basis,
      ]
      return form
    }
  }

  static func referUpward(for open: OpenCase, _ context: Context) -> Form {
    let office = open.file.step?.parties.first.map { context.say($0.office) } ?? ""
    return made(
      .referUpward, open, context.say("上报上级机关", "Refer upward"),
      [
        Field(
          "organ", context.say("上级机关", "Organ"), isRequired: true,
          hint: context.say("全称; 本环节: \(office)", "Its full name; this step: \(office)"),
          maximumLength: 60),
        reason(
          context.say("初审意见", "Opinion"),
          context.say("随全部材料一并上报", "Goes up with all the materials")),
      ])
  }

  static func answerReferral(for open: OpenCase, _ context: Context) -> Form {
    made(
      .answerReferral, open, context.say("登记上级答复", "Record the answer from above"),
      [
        Field(
          "verdict", context.say("答复", "Answer"),
          kind: .choice(Verdict.allCases.map { .init($0.rawValue, context.say($0.label)) }),
          isRequired: true, value: Verdict.granted.rawValue,
          hint: context.say("本级决定须与答复一致", "The decision here has to follow it")),
        Field(
          "number", context.say("文号", "Document number"), isRequired: true,
          hint: context.say("上级文书的文号", "As it stands on the document"), maximumLength: 60),
        Field(
          "text", context.say("内容", "What it says"), kind: .lines,
          hint: context.say("不予许可时必填", "Needed for a refusal"), maximumLength: 1_000),
      ])
  }

  static func certificate(for open: OpenCase, _ context: Context) -> Form {
    made(
      .certificate, open,
      context.say("登记证件: ", "Certificate: ") + context.say(open.sheet.result.name),
      [
        Field(
          "number", context.say("证件编号", "Number"),
          hint: context.say(
            "照证件上印的编号录入, 可扫码; 留空由系统编号", "As printed on it, or scanned; empty for the next one"),
          maximumLength: 60)
      ])
  }

  static func extend(for open: OpenCase, _ context: Context) -> Form {
    let longest =
      open.sheet.handling == .joint
      ? StatutoryLimits.longestJointExtension : StatutoryLimits.longestExtension
    return made(
      .extend, open, context.say("延长办理期限(只能一次)", "Extend the limit, once"),
      [
        Field(
          "days", context.say("工作日", "Working days"), isRequired: true, value: "\(longest)",
          hint: context.say("最多\(longest)个", "\(longest) at most"), maximumLength: 2),
        reason(
          context.say("理由", "Reason"), context.say("印在通知书上", "Printed on the notice")),
      ])
  }

  static func suspend(for open: OpenCase, _ context: Context) -> Form {
    made(
      .suspend, open, context.say("中止办理(停止计时)", "Suspend the case"),
      [
        reason(
          context.say("原因", "Cause"),
          context.say("印在通知书上; 原因消除后恢复", "Printed on the notice; resume when it has gone"))
      ])
  }

  static func terminate(for open: OpenCase, _ context: Context) -> Form {
    made(
      .terminate, open, context.say("终止办理", "Terminate the case"),
      [
        reason(
          context.say("原因", "Cause"),
          context.say(
            "如申请人死亡或终止、事项依法取消、补正后仍不提交", "Such as death, dissolution, an abolished item"))
      ])
  }

  static func withdraw(for open: OpenCase, _ context: Context) -> Form {
    made(
      .withdraw, open, context.say("申请人撤回申请", "The applicant withdraws"),
      [
        reason(
          context.say("撤回理由", "Reason"),
          context.say("照申请人的书面说明", "As the applicant has written"))
      ])
  }

  static func freeClaim(
    _ department: DepartmentID, for open: OpenCase, _ context: Context
  ) -> Form {
    made(
      .freeClaim(department), open, context.say("收回领取", "Free the claim"),
      [
        reason(
          context.say("理由", "Reason"),
          context.say("领取人会在经过里看到", "Whoever had it reads it in the history"))
      ])
  }

  static func giveBack(for open: OpenCase, _ context: Context) -> Form {
    made(
      .giveBack, open, context.say("退回待领", "Give the task back"),
      [
        reason(
          context.say("理由", "Reason"),
          context.say("领取人会在经过里看到", "Whoever had it reads it in the history"))
      ])
  }
}
