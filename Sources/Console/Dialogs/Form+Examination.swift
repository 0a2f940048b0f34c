import Casework
import Deskwork
import WorkCalendar

/// The forms of whoever examines.
extension Form {
  static func opinion(for open: OpenCase, _ context: Context) -> Form? {
    guard let index = open.file.currentStep, let step = open.file.step else { return nil }
    let isLead = context.seat.clerk.department.map { step.party($0)?.part == .lead } ?? false
    let officers = isLead ? step.officers ?? 0 : 0
    let own = context.name(context.seat.clerk.id)
    return made(
      .opinion(step: index), open, context.say("签署意见: ", "Opinion: ") + context.say(step.name),
      [
        Field(
          "verdict", context.say("意见", "Opinion"),
          kind: .choice(OpinionVerdict.allCases.map { .init($0.rawValue, context.say($0.label)) }),
          isRequired: true, value: OpinionVerdict.agree.rawValue,
          hint: context.say("左右键或数字选", "Arrows or a digit choose")),
        Field(
          "text", context.say("说明", "Reasons"), kind: .lines,
          hint: context.say(
            "不同意或附条件时必填: 写明事实、理由和条件", "Needed unless you agree: facts, reasons, conditions"),
          maximumLength: 1_000),
      ]
        + (0..<officers).map { place in
          Field(
            "officer\(place)", context.say("核查人\(place + 1)", "Officer \(place + 1)"),
            isRequired: true, value: place == 0 ? own : "",
            hint: context.say(
              "现场核查须\(officers)名以上工作人员", "A check on site takes \(officers) officers"),
            maximumLength: 40)
        })
  }

  static func returnToStep(for open: OpenCase, _ context: Context) -> Form {
    let earlier = (0..<(open.file.currentStep ?? 0)).map { index in
      Field.ChoiceValue("\(index)", context.say(open.file.route[index].name))
    }
    return made(
      .returnToStep, open, context.say("退回前面的环节", "Back to an earlier step"),
      [
        Field(
          "step", context.say("退到", "Back to"), kind: .choice(earlier), isRequired: true,
          value: earlier.last?.value ?? "",
          hint: context.say("从那一步起重新办理", "The route starts again there")),
        reason(
          context.say("理由", "Reason"),
          context.say("写明哪里要重办", "Say what has to be done again")),
      ])
  }

  static func specialProcedure(for open: OpenCase, _ context: Context) -> Form {
    let kinds = open.sheet.specialProcedures.map {
      Field.ChoiceValue($0.kind.rawValue, context.say($0.name))
    }
    let planned = context.calendar.workingDay(10, after: context.today).on
    return made(
      .specialProcedure, open, context.say("开始特别程序(期间不计入期限)", "Start a special procedure"),
      [
        Field(
          "kind", context.say("种类", "Kind"), kind: .choice(kinds), isRequired: true,
          value: kinds.first?.value ?? "",
          hint: context.say("只有实施清单列明的才可以", "Only what the sheet lists")),
        Field(
          "end", context.say("计划结束", "Planned end"), kind: .date, isRequired: true,
          value: planned.description,
          hint: context.say("如 3-18, 或 +10 (10个工作日后)", "As 3-18, or +10 for ten working days"),
          maximumLength: 12),
        reason(
          context.say("事由", "Reason"),
          context.say("印在告知书上, 申请人会看到", "Printed on the notice to the applicant")),
      ])
  }

  static func endSpecialProcedure(for open: OpenCase, _ context: Context) -> Form {
    made(
      .endSpecialProcedure, open, context.say("结束特别程序, 恢复计时", "End the special procedure"),
      [
        reason(
          context.say("结果", "Outcome"),
          context.say("如: 检验合格, 报告编号", "For example: passed, report number"))
      ])
  }

  /// One notice for all departments: what each of them has noted stands in it already.
  static func examinationCorrection(for open: OpenCase, _ context: Context) -> Form {
    let noted = CombinedDefects(open.file.notedDefects)
    return made(
      .examinationCorrection, open, context.say("审查中要求补正(停止计时)", "Ask for a correction"),
      defectFields(for: open, context) { material in
        (
          noted.remark(on: material),
          noted.departments(askingFor: material).map { context.name($0) }
        )
      } + [
        Field(
          "days", context.say("补正期限(工作日)", "Working days"), isRequired: true, value: "10",
          maximumLength: 3)
      ])
  }

  /// What this department finds wrong, for the notice the lead will give.
  static func noteDefects(for open: OpenCase, _ context: Context) -> Form {
    let own = CombinedDefects(
      open.file.notedDefects.filter { $0.department == context.seat.clerk.department })
    return made(
      .noteDefects, open,
      context.say("记下缺陷, 由牵头部门一次告知", "Note defects for the one notice of the lead"),
      defectFields(for: open, context) { (own.remark(on: $0), []) })
  }

  /// A blank for each material, with what is known of it and who asked.
  private static func defectFields(
    for open: OpenCase, _ context: Context, known: (Int) -> (text: String, by: [String])
  ) -> [Field] {
    open.sheet.materials.map { material in
      let (text, departments) = known(material.number)
      let names = departments.joined(separator: context.say("、", ", "))
      let hint =
        departments.isEmpty
        ? context.say("写明缺什么、怎样改; 合格的留空", "what is wrong, what to do")
        : context.say("\(names)提出; 可改写, 不可漏掉", "asked by \(names); reword it, do not drop it")
      return Field(
        "material\(material.number)", "\(material.number) " + context.say(material.name),
        value: text,
        hint: context.say("\(material.name.zh): ", "\(material.name.en): ") + hint,
        maximumLength: 1_000)
    }
  }

  static func made(
    _ purpose: Purpose, _ open: OpenCase, _ heading: String, _ fields: [Field]
  ) -> Form {
    Form(
      purpose, on: open.file.id, seen: open.file.version, open: open, heading: heading,
      fields: fields)
  }

  static func reason(_ label: String, _ hint: String, value: String = "") -> Field {
    Field(
      "text", label, kind: .lines, isRequired: true, value: value, hint: hint,
      maximumLength: 1_000)
  }
}
