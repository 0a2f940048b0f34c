import Casework
import TerminalUI

extension IntakeForm {
  /// The blanks of the page in sight, in the order the cursor goes through them.
  var blanks: [IntakeBlank] {
    if let page { return blanks(of: page) }
    guard let sheet else { return [.item] }
    guard open == nil else { return changeable + [.exits] }
    return [.item] + applicantBlanks + agentBlanks + sheet.fields.map { .field($0.key) }
      + materialBlanks + deliveryBlanks + [.exits]
  }

  private var applicantBlanks: [IntakeBlank] {
    [.applicantKind, .paper, .number, .name, .phone]
      + (applicantKind == .organisation ? [.representative] : []) + [.address]
  }

  private var agentBlanks: [IntakeBlank] {
    hasAgent ? [.agent, .agentPaper, .agentNumber, .agentName, .agentPhone] : [.agent]
  }

  private var materialBlanks: [IntakeBlank] {
    let mayFindDefects = purpose == .application || purpose == .ending
    return (sheet?.materials ?? []).flatMap { material -> [IntakeBlank] in
      mayFindDefects && materials[material.number]?.status == .defective
        ? [.material(material.number), .remark(material.number)] : [.material(material.number)]
    }
  }

  private var deliveryBlanks: [IntakeBlank] {
    guard let methods = sheet?.deliveryMethods, methods.contains(.post) else { return [] }
    return delivery == .post ? [.delivery, .deliveryAddress] : [.delivery]
  }

  private func blanks(of page: IntakeExit) -> [IntakeBlank] {
    switch page {
    case .onTheSpot: [.decision]
    case .decline:
      ground == .notThisOrgan ? [.ground, .reason, .basis, .organ] : [.ground, .reason, .basis]
    case .correction: told.map { .remark($0) } + [.workingDays]
    case .accept, .supply, .lapse: []
    }
  }

  /// Of a case that came back: what may be handed in now.
  private var changeable: [IntakeBlank] {
    switch purpose {
    case .application, .ending, .correction:
      (sheet?.fields ?? []).map { .field($0.key) } + materialBlanks
    case .examinationCorrection: materialBlanks
    case .deferredMaterials:
      (open?.file.deferredOutstanding ?? []).map { .material($0) }
    }
  }

  func isText(_ blank: IntakeBlank) -> Bool {
    switch blank {
    case .item, .number, .name, .phone, .address, .representative, .agentNumber, .agentName,
      .agentPhone, .remark, .deliveryAddress, .reason, .basis, .organ, .workingDays, .decision:
      return true
    case .field(let key): return sheet?.fields.first { $0.key == key }?.kind != .choice
    case .applicantKind, .paper, .agent, .agentPaper, .material, .delivery, .ground, .exits:
      return false
    }
  }

  /// Whether Enter stops at the blank: nothing stands in it yet.
  private func isUnfilled(_ blank: IntakeBlank) -> Bool {
    switch blank {
    case .number, .name, .phone, .address, .representative, .agentNumber, .agentName,
      .agentPhone, .field, .remark, .deliveryAddress, .reason, .basis, .organ, .workingDays,
      .decision:
      return value(blank).isEmpty
    case .material(let number): return materials[number]?.status == nil
    case .item: return item == nil
    case .exits: return true
    case .applicantKind, .paper, .agent, .agentPaper, .delivery, .ground: return false
    }
  }

  mutating func move(by step: Int) {
    let order = blanks
    guard let index = order.firstIndex(of: focus) else {
      focus = order.first ?? .exits
      return
    }
    focus = order[max(0, min(order.count - 1, index + step))]
  }

  /// To the next blank in which nothing stands; false at the end of the page.
  @discardableResult
  mutating func moveOn() -> Bool {
    let order = blanks
    let index = order.firstIndex(of: focus) ?? -1
    guard let next = order.dropFirst(index + 1).first(where: isUnfilled) else { return false }
    focus = next
    return true
  }

  /// To the first blank of the next part, or of the one before.
  mutating func movePart(by step: Int) {
    let order = blanks
    let starts = order.indices.filter { $0 == 0 || part(order[$0]) != part(order[$0 - 1]) }
    let index = order.firstIndex(of: focus) ?? 0
    let target =
      step > 0 ? starts.first { $0 > index } : starts.last { $0 < index }
    focus = order[target ?? (step > 0 ? order.count - 1 : 0)]
  }

  private func part(_ blank: IntakeBlank) -> Int {
    switch blank {
    case .item: 0
    case .applicantKind, .paper, .number, .name, .phone, .address, .representative: 1
    case .agent, .agentPaper, .agentNumber, .agentName, .agentPhone: 2
    case .field: 3
    case .material, .remark: 4
    case .delivery, .deliveryAddress: 5
    case .ground, .reason, .basis, .organ, .workingDays, .decision: 6
    case .exits: 7
    }
  }

  /// The materials a correction notice speaks of: all that are wrong or not there.
  var told: [Int] {
    guard let sheet else { return [] }
    let check = MaterialCheck(sheet: sheet, materials: received)
    return Set(check.defective + check.missing + check.originalsNotChecked).sorted()
  }

  var received: [MaterialReceived] {
    (sheet?.materials ?? []).map { wanted in
      (materials[wanted.number] ?? MaterialLine())
        .received(wanted, remark: value(.remark(wanted.number)))
    }
  }
}
