import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// One application as it is typed in, or what comes back to a case; kept whole as a draft.
struct IntakeForm: Hashable, Sendable {
  /// Nil until something is worth keeping.
  var draft: DraftID?
  var ticket: TicketID?
  /// The case it belongs to, if there is one already.
  var open: OpenCase?

  var item: ItemID?
  /// The sheet of the item; nil until it has been read.
  var sheet: ImplementationSheet?
  var applicantKind = Applicant.Kind.person
  var paper = IdentityKind.residentID
  var hasAgent = false
  var agentPaper = IdentityKind.residentID
  var delivery = DeliveryMethod.counter
  var ground = DeclineGround.conditionsNotMet
  var texts: [IntakeBlank: TextField] = [:]
  var materials: [Int: MaterialLine] = [:]

  var focus = IntakeBlank.item
  /// The ending whose page is open.
  var page: IntakeExit?
  /// The ending under the cursor.
  var exit = IntakeExit.accept
  /// Whom the number recalled.
  var known: KnownApplicant?

  /// The name of drafts of this form.
  static let draftForm = "intake"
}

/// What brings somebody to the counter.
enum IntakePurpose: Hashable, Sendable {
  case application
  /// Taken in earlier, not ended yet.
  case ending
  case correction
  case examinationCorrection
  case deferredMaterials
}

extension IntakeForm {
  /// A form over a case that waits for something from the applicant.
  init(_ open: OpenCase) {
    self.open = open
    item = open.file.item
    sheet = open.sheet
    for material in open.file.intake?.materials ?? [] {
      materials[material.number] = MaterialLine(material)
      if material.status == .defective {
        texts[.remark(material.number)] = made(.remark(material.number), material.remark)
      }
    }
    for field in open.file.intake?.fields ?? [] {
      texts[.field(field.key)] = made(.field(field.key), field.value)
    }
    let told = open.file.corrections.last?.defects ?? []
    let toldLater = open.file.examinationCorrection?.defects ?? []
    for defect in purpose == .examinationCorrection ? toldLater : told {
      texts[.remark(defect.material)] = made(.remark(defect.material), defect.remark)
    }
    focus = blanks.first { !isText($0) } ?? .exits
  }

  var purpose: IntakePurpose {
    guard let file = open?.file else { return .application }
    switch file.stage {
    case .awaitingCorrection: return .correction
    case .awaitingExaminationCorrection: return .examinationCorrection
    case nil, .received: return .ending
    case .declined, .underExamination, .inSpecialProcedure, .suspended, .referredUpward,
      .inProduction, .awaitingRelease, .posted, .concluded, .withdrawn, .terminated:
      return .deferredMaterials
    }
  }

  func text(_ blank: IntakeBlank) -> String { texts[blank]?.text ?? "" }

  /// The text without blanks at its ends.
  func value(_ blank: IntakeBlank) -> String {
    let start = text(blank).drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }

  mutating func put(_ text: String, in blank: IntakeBlank) {
    texts[blank] = made(blank, text)
  }

  /// A field as the blank needs it.
  func made(_ blank: IntakeBlank, _ text: String = "") -> TextField {
    switch blank {
    case .number: return TextField(text, accepting: accepted(paper), maximumLength: length(paper))
    case .agentNumber:
      return TextField(text, accepting: accepted(agentPaper), maximumLength: length(agentPaper))
    case .phone, .agentPhone: return TextField(text, maximumLength: 20)
    case .workingDays: return TextField(text, accepting: .digits, maximumLength: 3)
    case .field(let key):
      let wanted = sheet?.fields.first { $0.key == key }
      return TextField(text, maximumLength: wanted?.maximumLength ?? 200)
    case .name, .agentName, .representative, .organ:
      return TextField(text, maximumLength: TextKind.name.most)
    case .address, .deliveryAddress, .remark, .basis:
      return TextField(text, maximumLength: TextKind.line.most)
    case .item, .applicantKind, .paper, .agent, .agentPaper, .material, .delivery, .ground,
      .reason, .decision, .exits:
      return TextField(text, maximumLength: TextKind.passage.most)
    }
  }

  private func accepted(_ paper: IdentityKind) -> TextField.Accepted {
    paper == .militaryID || paper == .other ? .any : .code
  }

  private func length(_ paper: IdentityKind) -> Int {
    paper == .residentID || paper == .creditCode ? 18 : 40
  }

  var identity: Identity { Identity(kind: paper, number: text(.number)) }
  var agentIdentity: Identity { Identity(kind: agentPaper, number: text(.agentNumber)) }

  /// The papers an applicant of the kind at hand may have.
  var papers: [IdentityKind] {
    IdentityKind.allCases.filter { $0.isOfOrganisation == (applicantKind == .organisation) }
      + (applicantKind == .organisation ? [.other] : [])
  }

  /// Whether something stands in it that is worth keeping.
  var isWorthKeeping: Bool {
    if open != nil { return page != nil || hasSupplies }
    return texts.contains { $0.key != .item && !$0.value.isEmpty }
      || materials.values.contains { $0.status != nil }
  }

  /// Whether nothing but perhaps a number has been given.
  var isEmpty: Bool { open == nil && !isWorthKeeping }
}
