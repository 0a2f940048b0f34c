import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension IntakeForm {
  /// The draft of the form as it stands; nil if there is nothing to keep.
  mutating func kept(_ context: Context, besides others: [Draft]) -> Draft? {
    guard isWorthKeeping else { return nil }
    let id = draft ?? newDraftID(context, besides: others)
    draft = id
    return Draft(
      id: id, clerk: context.seat.clerk.id, counter: context.seat.counter,
      form: Self.draftForm, title: title(context), body: body, savedAt: context.now)
  }

  /// One for each application and clerk; a case that came back has one of its own.
  private func newDraftID(_ context: Context, besides others: [Draft]) -> DraftID {
    let own = open?.file.id.rawValue ?? "\(context.now.epochSeconds)"
    let number = ticket.map { "/\($0)" } ?? ""
    // Two counters of one person may begin in the same second.
    let counter = context.seat.counter.map { "/\($0)" } ?? ""
    let name = "intake/\(context.seat.clerk.id)/\(own)\(number)\(counter)"
    let taken = Set(others.map(\.id))
    // So may one person at one counter, with a reader and a quick hand.
    let names = [name] + (2...99).map { "\(name)/\($0)" }
    return DraftID(names.first { open != nil || !taken.contains(DraftID($0)) } ?? name)
  }

  /// What the list of drafts shows: item and masked name.
  func title(_ context: Context) -> String {
    let item = sheet.map { context.say($0.name) } ?? context.say("未选事项", "no item yet")
    let name = open?.file.intake?.applicant.name ?? value(.name)
    let isPublic = (open?.file.intake?.applicant.kind ?? applicantKind) == .organisation
    return [
      open?.file.id.spoken ?? ticket?.rawValue ?? "", item, isPublic ? name : maskedName(name),
    ].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// The whole form as lines of a name and a value; only ever added to.
  var body: String {
    var lines: [(String, String)] = [
      ("focus", focus.spelling), ("kind", applicantKind.rawValue), ("paper", paper.rawValue),
      ("agent", hasAgent ? "yes" : "no"), ("agentPaper", agentPaper.rawValue),
      ("delivery", delivery.rawValue), ("ground", ground.rawValue), ("exit", exit.rawValue),
    ]
    if let ticket { lines.append(("ticket", ticket.rawValue)) }
    if let item { lines.append(("item", item.rawValue)) }
    if let open { lines.append(("case", open.file.id.rawValue)) }
    if let page { lines.append(("page", page.rawValue)) }
    for (blank, field) in texts.sorted(by: { $0.key.spelling < $1.key.spelling })
    where !field.isEmpty {
      lines.append(("text." + blank.spelling, field.text))
    }
    for (number, line) in materials.sorted(by: { $0.key < $1.key }) {
      guard let status = line.status else { continue }
      let words = [
        status.rawValue, "\(line.originals)", "\(line.copies)", line.isChecked ? "yes" : "no",
        line.origin,
      ]
      lines.append(("material.\(number)", words.joined(separator: " ")))
    }
    return lines.map { $0.0 + "\t" + $0.1 }.joined(separator: "\n")
  }

  /// The form as it was kept; its sheet, or its case, is still to be read.
  init(_ draft: Draft) {
    self.draft = draft.id
    for line in draft.body.split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      take(String(parts[0]), String(parts[1]))
    }
  }

  /// The case a kept form belongs to, if it belongs to one.
  static func openCase(in draft: Draft) -> CaseID? {
    draft.body.split(separator: "\n").first { $0.hasPrefix("case\t") }
      .map { CaseID(String($0.dropFirst(5))) }
  }

  private mutating func take(_ name: String, _ value: String) {
    switch name {
    case "focus": focus = IntakeBlank(spelling: value) ?? focus
    case "kind": applicantKind = Applicant.Kind(rawValue: value) ?? applicantKind
    case "paper": paper = IdentityKind(rawValue: value) ?? paper
    case "agent": hasAgent = value == "yes"
    case "agentPaper": agentPaper = IdentityKind(rawValue: value) ?? agentPaper
    case "delivery": delivery = DeliveryMethod(rawValue: value) ?? delivery
    case "ground": ground = DeclineGround(rawValue: value) ?? ground
    case "exit": exit = IntakeExit(rawValue: value) ?? exit
    case "page": page = IntakeExit(rawValue: value)
    case "ticket": ticket = TicketID(value)
    case "item": item = ItemID(value)
    default: takePart(name, value)
    }
  }

  private mutating func takePart(_ name: String, _ value: String) {
    let parts = name.split(separator: ".", maxSplits: 1)
    guard parts.count == 2 else { return }
    if parts[0] == "text", let blank = IntakeBlank(spelling: parts[1]) {
      put(value, in: blank)
    } else if parts[0] == "material", let number = Int(parts[1]) {
      let words = value.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: false)
      guard words.count == 5, let status = MaterialReceived.Status(rawValue: String(words[0]))
      else {
        return
      }
      var line = MaterialLine()
      line.set(status)
      line.originals = Int(words[1]) ?? 0
      line.copies = Int(words[2]) ?? 0
      line.isChecked = words[3] == "yes"
      line.origin = String(words[4])
      materials[number] = line
    }
  }

  /// Takes the sheet of the item: blanks get their rules, what it does not ask for goes.
  mutating func use(_ sheet: ImplementationSheet) {
    self.sheet = sheet
    item = sheet.id
    materials = materials.filter { sheet.material($0.key) != nil }
    for (blank, field) in texts {
      switch blank {
      case .field(let key):
        let isAsked = sheet.fields.contains { $0.key == key }
        texts[blank] = isAsked ? made(blank, field.text) : nil
      case .remark(let number): if sheet.material(number) == nil { texts[blank] = nil }
      case .item, .applicantKind, .paper, .number, .name, .phone, .address, .representative,
        .agent, .agentPaper, .agentNumber, .agentName, .agentPhone, .material, .delivery,
        .deliveryAddress, .ground, .reason, .basis, .organ, .workingDays, .decision, .exits:
        break
      }
    }
    switch sheet.audience {
    case .persons: become(.person)
    case .organisations:
      if applicantKind == .person { letApplicantBeAgent() }
      become(.organisation)
    case .both: break
    }
    if !sheet.deliveryMethods.contains(delivery) {
      delivery = sheet.deliveryMethods.first ?? .counter
    }
    if !blanks.contains(focus) { focus = blanks.first ?? .item }
  }

  /// Who was typed in as a person stands there for the organisation that alone may apply.
  private mutating func letApplicantBeAgent() {
    guard !text(.number).isEmpty, !hasAgent else { return }
    (hasAgent, agentPaper, known) = (true, paper, nil)
    for (old, new) in [
      (IntakeBlank.number, IntakeBlank.agentNumber), (.name, .agentName), (.phone, .agentPhone),
    ] {
      put(text(old), in: new)
      texts[old] = nil
    }
  }

  /// Lets the applicant be of a kind, with the paper such ones mostly have.
  mutating func become(_ kind: Applicant.Kind) {
    guard kind != applicantKind else { return }
    applicantKind = kind
    set(kind == .organisation ? .creditCode : .residentID)
  }

  /// Changes the paper; what was typed stays as far as such a number can have it.
  mutating func set(_ paper: IdentityKind) {
    self.paper = paper
    put(text(.number), in: .number)
  }
}
