import Casework
import Deskwork
import WorkCalendar

extension IntakeForm {
  /// Turns the choice under the cursor.
  mutating func turn(by step: Int) {
    switch focus {
    case .applicantKind: become(applicantKind == .person ? .organisation : .person)
    case .paper: set(papers.turned(from: paper, by: step))
    case .agent: hasAgent.toggle()
    case .agentPaper:
      let papers = IdentityKind.allCases.filter { !$0.isOfOrganisation }
      agentPaper = papers.turned(from: agentPaper, by: step)
      put(text(.agentNumber), in: .agentNumber)
    case .delivery:
      delivery = (sheet?.deliveryMethods ?? []).turned(from: delivery, by: step)
      if delivery == .post, value(.deliveryAddress).isEmpty {
        put(value(.address), in: .deliveryAddress)
      }
    case .ground: ground = DeclineGround.allCases.turned(from: ground, by: step)
    case .field(let key):
      let choices = sheet?.fields.first { $0.key == key }?.choices?.map(\.zh) ?? []
      let isEmpty = value(.field(key)).isEmpty
      put(
        isEmpty ? choices.first ?? "" : choices.turned(from: value(.field(key)), by: step),
        in: .field(key))
    case .item, .number, .name, .phone, .address, .representative, .agentNumber, .agentName,
      .agentPhone, .material, .remark, .deliveryAddress, .reason, .basis, .organ, .workingDays,
      .decision, .exits:
      break
    }
  }

  /// Takes a choice by its digit; false if there is none of that number.
  mutating func choose(_ digit: Int) -> Bool {
    switch focus {
    case .ground:
      guard DeclineGround.allCases.indices.contains(digit - 1) else { return false }
      ground = DeclineGround.allCases[digit - 1]
    case .field(let key):
      let choices = sheet?.fields.first { $0.key == key }?.choices ?? []
      guard choices.indices.contains(digit - 1) else { return false }
      put(choices[digit - 1].zh, in: .field(key))
    case .material(let number):
      guard let wanted = sheet?.material(number) else { return false }
      var line = materials[number] ?? MaterialLine()
      if line.status != .received { line.receive(wanted) }
      line.copies = digit
      materials[number] = line
    case .item, .applicantKind, .paper, .number, .name, .phone, .address, .representative,
      .agent, .agentPaper, .agentNumber, .agentName, .agentPhone, .remark, .delivery,
      .deliveryAddress, .reason, .basis, .organ, .workingDays, .decision, .exits:
      return false
    }
    return true
  }

  /// Moves among the endings; false at the upper end, where the cursor leaves them.
  mutating func stepExit(by step: Int) -> Bool {
    let order = exits
    guard let index = order.firstIndex(of: exit) else {
      exit = order.first ?? .accept
      return true
    }
    guard order.indices.contains(index + step) else { return step > 0 }
    exit = order[index + step]
    return true
  }

  /// The materials of earlier cases that the sheet asks for and that still hold.
  func onFile(_ context: Context) -> [Int: KnownApplicant.MaterialOnFile] {
    guard let known, let sheet, open == nil else { return [:] }
    var found: [Int: KnownApplicant.MaterialOnFile] = [:]
    for material in known.materialsStillValid(on: context.today) {
      for wanted in sheet.materials where wanted.name.zh == material.name {
        found[wanted.number] = material
      }
    }
    return found
  }

  /// Takes over what earlier cases have and nobody has marked yet.
  mutating func reuseMaterials(_ context: Context) {
    for (number, material) in onFile(context) where materials[number]?.status == nil {
      var line = MaterialLine()
      line.set(.shared)
      line.origin = context.say(
        "沿用 \(material.id.spoken) (\(material.seenOn))",
        "from \(material.id.spoken) (\(material.seenOn))")
      materials[number] = line
    }
    if case .material(let number) = focus, materials[number]?.status != nil { moveOn() }
  }

  /// Fills in what the hall knows of the applicant, where nothing has been typed.
  mutating func remember(_ known: KnownApplicant) {
    self.known = known
    let applicant = known.applicant
    for (blank, text) in [
      (IntakeBlank.name, applicant.name), (.phone, applicant.phone), (.address, applicant.address),
      (.representative, applicant.legalRepresentative),
    ] where value(blank).isEmpty && !text.isEmpty {
      put(text, in: blank)
    }
  }
}

extension Array where Element: Equatable {
  fileprivate func turned(from element: Element, by step: Int) -> Element {
    guard let index = firstIndex(of: element) else { return first ?? element }
    return self[(index + step + count) % count]
  }
}
