import Casework
import WorkCalendar

/// A command on a case as a line gives it; what depends on the case or the day is still open.
enum CommandDraft {
  case ready(CaseCommand)
  /// On the step at work unless one is named.
  case opinion(step: Int?, OpinionVerdict, text: String, officers: [String])
  /// Planned to end on a day, or so many days from today.
  case specialProcedure(SpecialProcedureKind, end: LocalDate?, days: Int?, reason: String)

  static let names =
    [
      "accept", "request-correction", "decline", "decide-on-the-spot", "supply-materials", "lapse",
      "supply-deferred-material", "claim", "give-back", "free-claim", "record-opinion",
      "return-to-step",
      "start-special-procedure", "end-special-procedure", "suspend", "resume",
      "request-examination-correction", "supply-examination-correction", "refer-upward",
      "answer-referral", "extend", "decide", "produce-certificate", "hand-over", "post",
      "confirm-delivery", "take-post-back", "withdraw", "terminate", "reprint",
    ] + namesBesideTheRoute

  init(_ name: String, _ it: inout Members) throws(Malformed) {
    if let command = try Self.atCounter(name, &it) {
      self = .ready(command)
    } else if let command = try Self.inDepartment(name, &it) {
      self = .ready(command)
    } else if let command = try Self.besideTheRoute(name, &it) {
      self = .ready(command)
    } else if name == "record-opinion" {
      self = .opinion(
        step: try Self.stepIfAny(&it), try it.choice("verdict"),
        text: try it.textIfAny("text") ?? "", officers: try it.texts("officers"))
    } else if name == "start-special-procedure" {
      let (end, days) = (try it.date("plannedEnd"), try it.numberIfAny("plannedDays"))
      guard (end == nil) != (days == nil) else {
        throw Malformed(
          "「plannedEnd」和「plannedDays」须写一个，也只能写一个。",
          "Exactly one of \"plannedEnd\" and \"plannedDays\" has to be there.")
      }
      self = .specialProcedure(
        try it.choice("kind"), end: end, days: days, reason: try it.text("reason"))
    } else {
      let nearest = Arguments.nearest(to: name, in: DoLine.Deed.names)
      throw Malformed(
        "没有「\(name)」这个命令\(nearest.map { "（是不是 \($0)？）" } ?? "")；用 yichuang help do 查看。",
        "There is no command \"\(name)\"\(nearest.map { " (did you mean \($0)?)" } ?? ""); yichuang help do lists them."
      )
    }
  }

  private static func atCounter(
    _ name: String, _ it: inout Members
  ) throws(Malformed) -> CaseCommand? {
    switch name {
    case "accept":
      return .accept(
        deferring: try it.numbers("deferring"), underCommitment: try it.truth("underCommitment"))
    case "request-correction":
      return .requestCorrection(
        try Defect.readAll(&it), workingDays: try workingDays(&it, else: 10))
    case "decline":
      return .decline(
        try it.choice("ground"), reason: try it.text("reason"), basis: try it.text("basis"),
        competentOrgan: try it.textIfAny("competentOrgan") ?? "")
    case "decide-on-the-spot":
      return .decideOnTheSpot(
        text: try it.text("text"), certificateNumber: try it.textIfAny("certificateNumber") ?? "")
    case "supply-materials":
      return .supplyMaterials(
        try MaterialReceived.readAll(&it), fields: try FieldValue.readAll(&it))
    case "supply-deferred-material":
      var material = try it.object("material")
      return .supplyDeferredMaterial(try .read(&material))
    case "supply-examination-correction":
      return .supplyExaminationCorrection(try MaterialReceived.readAll(&it))
    case "lapse": return .lapse
    case "withdraw": return .withdraw(reason: try it.text("reason"))
    case "hand-over":
      return .handOver(try .read(&it), witness: try it.textIfAny("witness") ?? "")
    case "post":
      return .post(
        carrier: try it.textIfAny("carrier") ?? "", waybill: try it.text("waybill"),
        address: try it.text("address"))
    case "take-post-back": return .takePostBack(reason: try it.text("reason"))
    case "confirm-delivery": return .confirmDelivery(signedBy: try it.text("signedBy"))
    case "reprint":
      return .reprint(try it.choice("kind"), number: try it.text("number"))
    default: return nil
    }
  }

  private static func inDepartment(
    _ name: String, _ it: inout Members
  ) throws(Malformed) -> CaseCommand? {
    switch name {
    case "claim": return .claim
    case "free-claim":
      return .freeClaim(
        DepartmentID(try it.text("department")), reason: try it.text("reason"))
    case "give-back": return .giveBack(reason: try it.textIfAny("reason") ?? "")
    case "return-to-step":
      guard let step = try stepIfAny(&it) else {
        throw it.wrong("step", Words("从1数起的环节号", "a step, counted from 1"))
      }
      return .returnToStep(step, reason: try it.text("reason"))
    case "end-special-procedure": return .endSpecialProcedure(outcome: try it.text("outcome"))
    case "suspend": return .suspend(cause: try it.text("cause"))
    case "resume": return .resume
    case "request-examination-correction":
      return .requestExaminationCorrection(
        try Defect.readAll(&it), workingDays: try workingDays(&it, else: 10))
    case "refer-upward":
      return .referUpward(organ: try it.text("organ"), opinion: try it.text("opinion"))
    case "answer-referral":
      return .answerReferral(
        try it.choice("verdict"), text: try it.textIfAny("text") ?? "",
        documentNumber: try it.text("documentNumber"))
    case "extend":
      return .extend(workingDays: try workingDays(&it, else: nil), reason: try it.text("reason"))
    case "decide":
      return .decide(
        try it.choice("verdict"), text: try it.textIfAny("text") ?? "",
        basis: try it.textIfAny("basis") ?? "")
    case "produce-certificate":
      return .produceCertificate(number: try it.textIfAny("certificateNumber") ?? "")
    case "terminate": return .terminate(cause: try it.text("cause"))
    default: return nil
    }
  }

  /// Steps are counted from 1 where people write them.
  private static func stepIfAny(_ it: inout Members) throws(Malformed) -> Int? {
    guard let step = try it.numberIfAny("step") else { return nil }
    guard step >= 1 else { throw it.wrong("step", Words("从1数起的环节号", "a step, counted from 1")) }
    return step - 1
  }

  private static func workingDays(
    _ it: inout Members, else standard: Int?
  ) throws(Malformed) -> Int {
    let expected = Words("1 到 400 的工作日数", "working days from 1 to 400")
    guard let days = try it.numberIfAny("workingDays") ?? standard, (1...400).contains(days) else {
      throw it.wrong("workingDays", expected)
    }
    return days
  }
}
