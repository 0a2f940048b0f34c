import Casework
import Deskwork
import WorkCalendar

extension Form {
  /// What is said about the field one is in: what follows from what stands in it, or what to write.
  func hint(_ context: Context) -> String {
    guard fields.indices.contains(focus) else { return "" }
    let field = fields[focus]
    return live(field, context) ?? field.hint
  }

  private func live(_ field: Field, _ context: Context) -> String? {
    switch (purpose, field.key) {
    case (.specialProcedure, "end"): estimate(context)
    case (.extend, "days"): extended(context)
    case (.examinationCorrection, "days"): correctBy(context)
    case (_, _): nil
    }
  }

  private func estimate(_ context: Context) -> String? {
    guard let open, let end = date("end", context) else { return nil }
    let command = CaseCommand.startSpecialProcedure(
      SpecialProcedureKind(rawValue: value("kind")) ?? .hearing, plannedEnd: end, reason: "-")
    let day = Wording.long(end, context)
    do throws(Refusal) {
      let after = try Consequence(of: [command], on: open.file, under: open.sheet, context).after
      let due = after.specialProcedure.map { Wording.long($0.estimatedDue, context) } ?? ""
      return context.say(
        "到 \(day) 结束, 则到期日为 \(due)", "If it ends on \(day), the case is due on \(due)")
    } catch {
      return error.sentence(in: context.language, names: context.names(about: open))
    }
  }

  private func extended(_ context: Context) -> String? {
    guard let open, let days = Int(value("days")) else { return nil }
    do throws(Refusal) {
      let after = try Consequence(
        of: [.extend(workingDays: days, reason: "-")], on: open.file, under: open.sheet, context
      ).after
      let due = after.committedDue.map { Wording.long($0, context) } ?? ""
      return context.say("延长后到期日为 \(due)", "The case is then due on \(due)")
    } catch {
      return error.sentence(in: context.language, names: context.names(about: open))
    }
  }

  private func correctBy(_ context: Context) -> String? {
    guard let days = Int(value("days")), (1...250).contains(days) else { return nil }
    let due = context.calendar.dueDate(of: .workingDays(days), from: context.today)
    let date = Wording.long(due, context)
    return context.say("申请人到 \(date) 前补正", "The applicant corrects by \(date)")
  }
}
