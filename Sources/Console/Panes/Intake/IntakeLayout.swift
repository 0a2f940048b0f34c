import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// The page as lines: which blank stands where. It depends on the width and on choices, not on
/// what is typed, so that nothing jumps while one types.
struct IntakeLayout {
  struct Piece: Hashable {
    var blank: IntakeBlank
    var label = ""
    var width: Int
    /// Room behind the blank for a word about it.
    var room = 0
  }

  struct Placed: Hashable {
    var piece: Piece
    var column: Int
    var width: Int
  }

  enum Line: Hashable {
    case blanks(String, [Placed])
    case heading
    case material(Int)
    case remark(Int)
    case note(String)
    /// What stands fast: a label and a text.
    case fact(String, String)
  }

  let form: IntakeForm
  let context: Context
  let columns: Int
  let glyphs: Glyphs

  /// Where the first blank of a line begins.
  var start: Int { context.language == .zh ? 9 : 12 }

  var lines: [Line] {
    if let page = form.page { return pageLines(page) }
    guard form.open == nil else { return factLines + changeableFieldLines + materialLines }
    return itemLines + applicantLines + agentLines + fieldLines + materialLines + deliveryLines
  }

  /// Places blanks one after the other, as many on a line as fit.
  private func flow(_ label: String, _ pieces: [Piece]) -> [Line] {
    var lines: [[Placed]] = [[]]
    var column = start
    for piece in pieces {
      let before = piece.label.isEmpty ? 0 : glyphs.columns(of: piece.label) + 1
      let room = piece.room > 0 ? piece.room + 1 : 0
      let needed = before + piece.width + room
      if column + needed > columns - 1, !lines[lines.count - 1].isEmpty {
        lines.append([])
        column = start
      }
      let width = max(1, min(piece.width, columns - 1 - column - before))
      lines[lines.count - 1].append(Placed(piece: piece, column: column + before, width: width))
      column += needed + 2
    }
    return lines.enumerated().map { .blanks($0 == 0 ? label : "", $1) }
  }
}

extension IntakeLayout {
  private var itemLines: [Line] {
    guard let sheet = form.sheet else { return [] }
    let name = glyphs.columns(of: context.say(sheet.name))
    return flow(
      context.say("事项", "Item"),
      [Piece(blank: .item, width: min(name, columns * 3 / 5), room: columns - start - name)])
  }

  private var applicantLines: [Line] {
    let isPerson = form.applicantKind == .person
    let paper = glyphs.columns(of: IntakeWording.paper(form.paper, context)) + 1
    let kind = glyphs.columns(of: IntakeWording.name(form.applicantKind, context)) + 1
    let rest: [Piece] =
      isPerson
      ? []
      : [Piece(blank: .representative, label: context.say("法定代表人", "Legal rep."), width: 12)]
    return flow(
      context.say("申请人", "Applicant"),
      [
        Piece(blank: .applicantKind, width: kind), Piece(blank: .paper, width: paper),
        Piece(blank: .number, width: 19, room: 23),
      ])
      + flow(
        isPerson ? context.say("姓名", "Name") : context.say("名称", "Name"),
        [
          Piece(blank: .name, width: 34),
          Piece(blank: .phone, label: context.say("电话", "Phone"), width: 16),
        ])
      + flow(
        context.say("地址", "Address"),
        [Piece(blank: .address, width: isPerson ? 56 : 40)] + rest.map { piece in piece })
  }

  private var agentLines: [Line] {
    guard form.hasAgent else {
      return flow(context.say("代办人", "Agent"), [Piece(blank: .agent, width: 4, room: 20)])
    }
    let paper = glyphs.columns(of: IntakeWording.paper(form.agentPaper, context)) + 1
    return flow(
      context.say("代办人", "Agent"),
      [
        Piece(blank: .agent, width: 4), Piece(blank: .agentPaper, width: paper),
        Piece(blank: .agentNumber, width: 19, room: 12),
      ])
      + flow(
        "",
        [
          Piece(blank: .agentName, label: context.say("姓名", "Name"), width: 20),
          Piece(blank: .agentPhone, label: context.say("电话", "Phone"), width: 16),
        ])
  }

  private var fieldLines: [Line] {
    let pieces = (form.sheet?.fields ?? []).map { field in
      Piece(
        blank: .field(field.key),
        label: context.say(field.label) + (field.isRequired ? "*" : ""), width: width(of: field),
        room: field.kind == .text || field.kind == .choice
          ? 0 : context.say("格式不符", "format").utf8.count / 2)
    }
    return pieces.isEmpty ? [] : flow(context.say("表单", "Form"), pieces)
  }

  private var changeableFieldLines: [Line] {
    switch form.purpose {
    case .application, .ending, .correction: fieldLines
    case .examinationCorrection, .deferredMaterials: []
    }
  }

  private func width(of field: FieldRequirement) -> Int {
    switch field.kind {
    case .text: min(field.maximumLength * 2, field.maximumLength > 30 ? 40 : 24)
    case .number: min(field.maximumLength + 1, 14)
    case .date: 11
    case .phone: 16
    case .choice:
      (field.choices ?? []).map { glyphs.columns(of: context.say($0)) }.max().map { $0 + 1 } ?? 10
    }
  }

  private var materialLines: [Line] {
    let order = form.blanks
    return [.heading]
      + (form.sheet?.materials ?? []).flatMap { material -> [Line] in
        order.contains(.remark(material.number))
          ? [.material(material.number), .remark(material.number)] : [.material(material.number)]
      }
  }

  private var deliveryLines: [Line] {
    guard form.sheet?.deliveryMethods.contains(.post) ?? false else { return [] }
    let address = Piece(
      blank: .deliveryAddress, label: context.say("地址", "to"), width: 46)
    return flow(
      context.say("取件", "Result"),
      [Piece(blank: .delivery, width: 15)] + (form.delivery == .post ? [address] : []))
  }

  /// Of a case that came back: who and what it is, and what is awaited.
  private var factLines: [Line] {
    guard let file = form.open?.file, let intake = file.intake else { return [] }
    let stage = file.stage.map { context.say($0.label) } ?? ""
    let due = file.due.map { context.say("  到期 ", "  due ") + Wording.short($0, context) } ?? ""
    let agent = intake.agent.map { context.say("  代办 ", "  agent ") + $0.name } ?? ""
    return [
      .fact(
        context.say("办件", "Case"),
        "\(file.id.spoken)  \(context.say(form.sheet?.name ?? Words("", "")))  \(stage)\(due)"),
      .fact(
        context.say("申请人", "Applicant"),
        intake.applicant.name + "  " + intake.applicant.identity.number + "  "
          + intake.applicant.phone + agent),
    ] + awaited.map { .fact($0.0, $0.1) }
  }

  private var awaited: [(String, String)] {
    let defects: [Defect]
    switch form.purpose {
    case .application, .ending, .deferredMaterials: defects = []
    case .correction: defects = form.open?.file.corrections.last?.defects ?? []
    case .examinationCorrection:
      defects = form.open?.file.examinationCorrection?.defects ?? []
    }
    return defects.enumerated().map { index, defect in
      (index == 0 ? context.say("要求", "Asked") : "", "\(defect.material)  \(defect.remark)")
    }
  }

  private func pageLines(_ page: IntakeExit) -> [Line] {
    let title = Line.note(
      IntakeWording.label(page, context) + ": "
        + (form.sheet.map { context.say($0.name) } ?? ""))
    switch page {
    case .onTheSpot:
      return [title]
        + flow(context.say("决定", "Decision"), [Piece(blank: .decision, width: columns)])
    case .decline:
      let organ = flow(
        context.say("应向", "Apply to"), [Piece(blank: .organ, width: columns)])
      return [title]
        + flow(context.say("情形", "Ground"), [Piece(blank: .ground, width: columns)])
        + flow(context.say("理由", "Reason"), [Piece(blank: .reason, width: columns)])
        + flow(context.say("依据", "Basis"), [Piece(blank: .basis, width: columns)])
        + (form.ground == .notThisOrgan ? organ : [])
    case .correction:
      let told = form.told.flatMap { number -> [Line] in
        let name = form.sheet?.material(number).map { context.say($0.name) } ?? ""
        return [.note("\(number) \(name)"), .remark(number)]
      }
      return [title] + told
        + flow(context.say("期限", "Days"), [Piece(blank: .workingDays, width: 4, room: 40)])
    case .accept, .supply, .lapse: return [title]
    }
  }

  /// The line a blank stands on.
  func line(of blank: IntakeBlank, in lines: [Line]) -> Int? {
    lines.firstIndex { line in
      switch line {
      case .blanks(_, let placed): placed.contains { $0.piece.blank == blank }
      case .material(let number): blank == .material(number)
      case .remark(let number): blank == .remark(number)
      case .heading, .note, .fact: false
      }
    }
  }
}
