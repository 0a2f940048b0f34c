import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// The forms of the release counter; one form for all the results that go out together.
extension Form {
  static func handOver(_ cases: [OpenCase], _ context: Context) -> Form? {
    guard let first = cases.first, let intake = first.file.intake else { return nil }
    let isPerson = intake.applicant.kind == .person
    let relations: [Recipient.Relation] =
      isPerson ? [.applicant, .agent] : [.legalRepresentative, .agent]
    let relation = intake.agent == nil ? relations[0] : .agent
    let person = first.onFile(relation)
    return Form(
      .handOver(cases.map(\.file.id)), about: first, cases,
      heading: context.say("发放 \(cases.count) 件", "Hand over \(counted(cases.count))"),
      fields: [
        Field(
          "relation", context.say("领取人是", "Recipient"),
          kind: .choice(relations.map { .init($0.rawValue, context.say($0.label)) }),
          isRequired: true, value: relation.rawValue,
          hint: context.say("代办人须持委托书；没有登记代办人时由您核对委托书", "An agent brings a letter of authority")),
        Field(
          "name", context.say("姓名", "Name"), isRequired: true, value: person?.name ?? "",
          hint: context.say("照证件核对", "As on the paper shown"), maximumLength: 60),
        Field(
          "kind", context.say("证件", "Paper"), kind: .choice(papers(context)), isRequired: true,
          value: (person?.identity?.kind ?? .residentID).rawValue,
          hint: context.say("左右键或数字选择", "Choose by arrows or digit")),
        Field(
          "number", context.say("证件号码", "Number"), isRequired: true,
          value: person?.identity?.number ?? "",
          hint: context.say("可刷证件录入；号码当场校验", "Type it or use the card reader; it is checked"),
          maximumLength: 40),
        Field(
          "witness", context.say("见证人", "Witness"),
          hint: context.say("拒绝签收时填；可空", "Only if the recipient will not sign"), maximumLength: 30),
      ])
  }

  static func post(_ cases: [OpenCase], _ context: Context) -> Form? {
    guard let first = cases.first, let intake = first.file.intake else { return nil }
    let wanted = intake.delivery.address
    return Form(
      .post, about: first, cases,
      heading: context.say("邮寄 \(cases.count) 件", "Post \(counted(cases.count))"),
      fields: [
        Field(
          "carrier", context.say("快递公司", "Carrier"), isRequired: true, value: "EMS",
          hint: context.say("送达文书一般用 EMS", "Documents are usually sent by EMS"), maximumLength: 20),
        Field(
          "waybill", context.say("运单号", "Waybill"), isRequired: true,
          hint: context.say("扫描面单，或手工录入", "Scan the label or type it"), maximumLength: 30),
        Field(
          "address", context.say("收件地址", "Address"), isRequired: true,
          value: wanted.isEmpty ? intake.applicant.address : wanted,
          hint: wanted.isEmpty
            ? context.say("申请人没有另留地址，这是登记的住址", "The registered address; no other was given")
            : context.say("申请人要求寄到这里", "Where the applicant wants it"), maximumLength: 120),
      ])
  }

  static func confirmDelivery(_ cases: [OpenCase], _ context: Context) -> Form? {
    guard let first = cases.first else { return nil }
    return Form(
      .confirmDelivery, about: first, cases,
      heading: context.say("登记妥投或退件", "Record the delivery or the return"),
      fields: [
        Field(
          "outcome", context.say("结果", "Outcome"),
          kind: .choice([
            .init("delivered", context.say("已签收", "signed for")),
            .init("returned", context.say("退回", "came back")),
          ]), isRequired: true, value: "delivered",
          hint: context.say("退回的结果仍在窗口待领", "What came back waits at the counter again")),
        Field(
          "signedBy", context.say("签收人/退回原因", "Signed by, or why"), isRequired: true,
          value: first.file.intake?.applicant.name ?? "",
          hint: context.say("照快递回单填写", "As the carrier reports it"), maximumLength: 40),
      ])
  }

  /// One form for the first case and all that goes with it.
  private init(
    _ purpose: Purpose, about first: OpenCase, _ cases: [OpenCase], heading: String,
    fields: [Field]
  ) {
    self.init(
      purpose, on: first.file.id, seen: first.file.version, open: first, heading: heading,
      fields: fields)
    others = cases.filter { $0.file.id != first.file.id }
  }

  private static func counted(_ count: Int) -> String {
    count == 1 ? "1 result" : "\(count) results"
  }

  /// What people carry with them, in short words.
  private static func papers(_ context: Context) -> [Field.ChoiceValue] {
    let papers: [(IdentityKind, String)] = [
      (.residentID, context.say("身份证", "ID card")),
      (.passport, context.say("护照", "passport")),
      (.hongKongMacauPermit, context.say("港澳通行证", "HK/Macau permit")),
      (.taiwanPermit, context.say("台胞证", "Taiwan permit")),
      (.hkmtResidence, context.say("港澳台居住证", "HKMT residence")),
      (.foreignPassport, context.say("外国护照", "foreign passport")),
      (.foreignPermanentResidence, context.say("永居证", "PR card")),
      (.militaryID, context.say("军官证", "military ID")),
      (.other, context.say("其他", "other")),
    ]
    return papers.map { .init($0.0.rawValue, $0.1) }
  }
}
