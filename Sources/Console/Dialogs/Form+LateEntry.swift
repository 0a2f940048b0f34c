import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// Marks the next act as one that happened earlier: when, why, by which paper, and who vouches.
extension Form {
  static func lateEntry(for open: OpenCase?, _ context: Context) -> Form {
    let witnesses = context.clerks.values
      .filter { $0.may(.witnessLateEntry) && $0.id != context.seat.clerk.id }
      .sorted { ($0.role.rawValue, $0.id) < ($1.role.rawValue, $1.id) }
      .map { clerk in
        Field.ChoiceValue(
          clerk.id.rawValue, "\(context.say(clerk.name)) \(context.say(clerk.role.label))")
      }
    return Form(
      .lateEntry, on: open?.file.id ?? "", seen: open?.file.version ?? 0, open: open,
      heading: context.say("补录: 下一项办理记为此前发生", "Late entry: the next act happened earlier"),
      fields: [
        Field(
          "date", context.say("发生日期", "Happened on"), kind: .date, isRequired: true,
          hint: context.say("如 3-9 或 2026-03-09; 期限从这一天算", "As 3-9; limits count from this day"),
          maximumLength: 12),
        Field(
          "time", context.say("时刻", "At"), isRequired: true,
          hint: context.say("如 15:20", "As 15:20"), maximumLength: 5),
        reason(
          context.say("补录原因", "Why late"),
          context.say("如: 系统中断、停电、下乡办理", "For example: the system was down")),
        Field(
          "number", context.say("纸质依据编号", "Paper number"), isRequired: true,
          hint: context.say("当时的纸质单据编号", "Of the paper that proves it"), maximumLength: 60),
        Field(
          "witness", context.say("共同负责人", "Second person"), kind: .choice(witnesses),
          isRequired: true, value: witnesses.first?.value ?? "",
          hint: context.say("大厅管理员或监察员, 不能是本人", "A hall manager or supervisor, not oneself")),
      ] + (context.isDemo ? [] : [password(context)]))
  }

  private static func password(_ context: Context) -> Field {
    Field(
      "password", context.say("其本人密码", "Their password"), kind: .secret,
      hint: context.say(
        "由共同负责人亲自输入; 没有密码的人留空", "Typed by the second person, who leaves it empty if there is none"),
      maximumLength: PasswordRule.mostBytes)
  }

  /// A day that has been: without a year the last one of that month and day.
  private func pastDate(_ context: Context) -> LocalDate? {
    let text = value("date")
    guard let date = Form.date(text, context) else { return nil }
    guard date > context.today, LocalDate(text) == nil, !text.hasPrefix("+") else { return date }
    return LocalDate(year: date.year - 1, month: date.month, day: date.day)
  }

  /// Nil while something is missing.
  func lateEntry(_ context: Context) -> LateEntry? {
    let time = String(value("time").filter { !$0.isWhitespace }.map(\.folded))
    guard let date = pastDate(context), let clock = TimeOfDay(time),
      let witness = context.clerks[ClerkID(value("witness"))]
    else { return nil }
    return LateEntry(
      happenedAt: Moment(date: date, hour: clock.hour, minute: clock.minute),
      reason: value("text"), documentNumber: value("number"), witness: witness)
  }

  /// What stands in the way before any act is tried.
  func lateEntryProblem(_ context: Context) -> [String: String] {
    guard purpose == .lateEntry else { return [:] }
    guard let entry = lateEntry(context) else {
      return ["time": context.say("时刻写成 15:20 的样子", "Write the time as 15:20")]
    }
    let names = context.names(about: open)
    if entry.happenedAt >= context.now {
      return [
        "date": Refusal.lateEntryNotEarlier(context.now).sentence(
          in: context.language, names: names)
      ]
    }
    if let last = open?.file.lastStamp?.acted, entry.happenedAt < last {
      return [
        "date": Refusal.lateEntryBeforeLastAct(last).sentence(in: context.language, names: names)
      ]
    }
    return [:]
  }

  func lateEntrySubmission(_ context: Context) -> [Request] {
    guard let entry = lateEntry(context) else { return [] }
    guard context.isDemo else {
      return [.door(.witness(entry, password: value("password"), form: draftID(context)))]
    }
    return [.enterLate(entry), .deleteDraft(draftID(context))]
  }
}

extension Context {
  /// What a question says of an act that is entered late; nothing for any other.
  var lateLines: [String] {
    guard let late else { return [] }
    let (happened, now) = (Wording.when(late.happenedAt, self), Wording.when(now, self))
    return [
      say(
        "补录: \(happened) 发生, \(now) 记录; 依据 \(late.documentNumber), 共同负责 \(say(late.witness.name))",
        "Late entry: happened \(happened), recorded \(now); by \(late.documentNumber), vouched for by \(say(late.witness.name))"
      )
    ]
  }
}
