import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// The words of the intake. What stands on a notice for the applicant is always Chinese.
enum IntakeWording {
  static func label(_ exit: IntakeExit, _ context: Context) -> String {
    switch exit {
    case .onTheSpot: context.say("当场办结", "Decide now")
    case .accept: context.say("受理", "Accept")
    case .correction: context.say("补正告知", "Correction")
    case .decline: context.say("不予受理", "Decline")
    case .supply: context.say("收下材料", "Take in")
    case .lapse: context.say("视为撤回", "Lapsed")
    }
  }

  static func name(_ kind: Applicant.Kind, _ context: Context) -> String {
    switch kind {
    case .person: context.say("个人", "person")
    case .organisation: context.say("单位", "org.")
    }
  }

  /// The paper in a word or two.
  static func paper(_ kind: IdentityKind, _ context: Context) -> String {
    switch kind {
    case .residentID: context.say("身份证", "ID card")
    case .creditCode: context.say("信用代码", "credit code")
    case .hongKongMacauPermit, .taiwanPermit, .hkmtResidence, .passport, .foreignPassport,
      .foreignPermanentResidence, .hongKongMacauTravelPermit, .taiwanTravelPermit, .militaryID,
      .birthCertificate, .other:
      context.say(kind.label)
    }
  }

  /// How a number stands, in one word.
  static func verdict(_ identity: Identity, _ context: Context) -> Span {
    if identity.number.isEmpty { return Span("") }
    switch identity.expectation(on: context.today) {
    case .complete: return Span(context.say("校验通过", "valid"), .success)
    case .unfinished:
      let isEighteen = identity.kind == .residentID || identity.kind == .creditCode
      let rest = 18 - identity.number.count
      return Span(
        isEighteen ? context.say("还差\(rest)位", "\(rest) to go") : context.say("未完", "unfinished"),
        .hint)
    case .wrong(.length): return Span(context.say("位数不对", "length"), .invalid)
    case .wrong(.characters): return Span(context.say("字符不对", "character"), .invalid)
    case .wrong(.region): return Span(context.say("地区不对", "region"), .invalid)
    case .wrong(.date): return Span(context.say("生日不对", "birth date"), .invalid)
    case .wrong(.checkDigit): return Span(context.say("校验位不符", "check digit"), .invalid)
    }
  }

  static func usualDefects(_ context: Context) -> [String] {
    [
      "未签字或未盖章", "内容填写不全", "已过有效期", "复印件不清晰", "与原件不一致", "份数不足", "格式不符合要求",
    ]
  }

  static let usualDecision = "申请材料齐全,符合法定形式,准予办理。"
  static let declineBasis = "《中华人民共和国行政许可法》第三十二条第一款"

  /// What an applicant is asked to bring.
  static func request(for material: MaterialRequirement, isThere: Bool) -> String {
    if isThere { return "请携带《\(material.name.zh)》原件核对" }
    var pieces: [String] = []
    if material.originals > 0 { pieces.append("原件\(material.originals)份") }
    if material.copies > 0 { pieces.append("复印件\(material.copies)份") }
    return "请提交《\(material.name.zh)》" + pieces.joined(separator: "、")
  }

  /// How a material stands, in words.
  static func state(
    _ line: MaterialLine?, _ wanted: MaterialRequirement, remark: String, _ context: Context
  ) -> Span {
    guard let line, let status = line.status else { return Span("-", .hint) }
    switch status {
    case .received:
      if line.originals < wanted.originals || line.copies < wanted.copies {
        return Span(context.say("份数不够", "too few"), .warning)
      }
      if wanted.checksOriginal {
        return line.isChecked
          ? Span(context.say("齐, 已核原件", "complete, compared"), .success)
          : Span(context.say("未核原件", "not compared"), .warning)
      }
      return Span(context.say("齐", "complete"), .success)
    case .electronic: return Span(context.say("电子件", "electronic"), .success)
    case .shared:
      return Span(
        line.origin.isEmpty ? context.say("共享, 免交", "shared, not needed") : line.origin, .success)
    case .missing: return Span(context.say("缺", "missing"), .warning)
    case .defective:
      return Span(context.say("不合格: ", "defect: ") + remark, .warning)
    case .deferred: return Span(context.say("容缺, 后补", "deferred"), .stopped)
    case .committed: return Span(context.say("告知承诺", "by commitment"), .stopped)
    case .notNeeded: return Span(context.say("不需要", "not needed"), .hint)
    }
  }

  /// How many are in hand.
  static func inHand(_ line: MaterialLine?, _ context: Context) -> String {
    guard let line, line.status == .received else { return "" }
    return Wording.counted(line.originals, line.copies, context)
  }

  /// What is said while the cursor is somewhere.
  static func hint(_ form: IntakeForm, _ context: Context) -> String {
    let onFile = form.onFile(context).filter { form.materials[$0.key]?.status == nil }.count
    switch form.focus {
    case .number where onFile > 0, .material where onFile > 0:
      return context.say("Ctrl-R 沿用已有材料\(onFile)项", "Ctrl-R takes over \(onFile) materials on file")
    case .item: return context.say("上下选,回车定", "arrows select, Enter takes it")
    case .applicantKind, .paper, .agentPaper, .delivery, .agent:
      return context.say("空格换", "Space turns it")
    case .number, .agentNumber: return context.say("刷证、扫码或输入", "type, scan or read the card")
    case .ground: return context.say("数字或空格选", "digit or Space chooses")
    case .field(let key):
      let field = form.sheet?.fields.first { $0.key == key }
      switch field?.kind {
      case .date: return context.say("写成 2026-03-11 或 20260311", "as 2026-03-11 or 20260311")
      case .choice: return context.say("数字或空格选", "digit or Space chooses")
      case .number: return context.say("数字", "a number")
      case .phone: return context.say("手机或 区号-号码", "mobile, or area code-number")
      case .text, nil: return ""
      }
    case .material: return context.say("空格收到,数字改复印件份数", "Space: received; a digit: copies")
    case .remark: return context.say("上下选常用语", "arrows offer usual words")
    case .exits: return context.say("数字或回车选定", "digit or Enter takes it")
    case .name, .phone, .address, .representative, .agentName, .agentPhone, .deliveryAddress,
      .reason, .basis, .organ, .workingDays, .decision:
      return ""
    }
  }
}
