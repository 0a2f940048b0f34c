import WorkCalendar

/// What an application must have before it can be taken in or on.
extension Act {
  func checkApplicant(_ intake: Intake) throws(Refusal) {
    let applicant = intake.applicant
    try text(applicant.name, else: .applicantNameMissing)
    if let problem = applicant.identity.problem(on: today) { throw .identityWrong(problem) }
    switch (sheet.audience, applicant.kind) {
    case (.persons, .organisation), (.organisations, .person):
      throw .wrongAudience(sheet.audience)
    case (.persons, .person), (.organisations, .organisation), (.both, .person),
      (.both, .organisation):
      break
    }
    if let agent = intake.agent { try text(agent.name, else: .agentNameMissing) }
    if let agent = intake.agent, let problem = agent.identity.problem(on: today) {
      throw .agentIdentityWrong(problem)
    }
  }

  func checkFields(_ fields: [FieldValue], requireAll: Bool) throws(Refusal) {
    for field in fields {
      guard let place = sheet.fields.firstIndex(where: { $0.key == field.key }) else {
        throw .unknownField(field.key)
      }
      if !field.value.isEmpty, !sheet.fields[place].accepts(field.value) {
        throw .fieldWrong(field.key)
      }
    }
    guard requireAll else { return }
    var missing: [String] = []
    for place in sheet.fields.indices where sheet.fields[place].isRequired {
      let key = sheet.fields[place].key
      if !fields.contains(where: { $0.key == key && !$0.value.isBlank }) {
        missing.append(key)
      }
    }
    guard missing.isEmpty else { throw .fieldsMissing(missing) }
  }

  /// Whether the item offers what is asked for: materials that come later, a commitment.
  func checkOffers(
    _ intake: Intake, deferring: [Int], underCommitment: Bool
  ) throws(Refusal) {
    if underCommitment, !sheet.allowsNotifiedCommitment { throw .commitmentNotOffered }
    let check = MaterialCheck(sheet: sheet, materials: intake.materials)
    let notDeferrable = deferring.filter { !check.deferrable.contains($0) }
    guard notDeferrable.isEmpty else { throw .notDeferrable(notDeferrable) }
    let committed = check.numbers(.committed)
    if !committed.isEmpty, !underCommitment { throw .commitmentNotOffered }
    let notReplaceable = committed.filter { sheet.material($0)?.share != .commitment }
    guard notReplaceable.isEmpty else { throw .notReplaceableByCommitment(notReplaceable) }
  }

  func checkMaterials(_ intake: Intake, deferring: [Int]) throws(Refusal) {
    let check = MaterialCheck(sheet: sheet, materials: intake.materials)
    guard check.defective.isEmpty else { throw .materialsDefective(check.defective) }
    let missing = check.missing.filter { !deferring.contains($0) }
    guard missing.isEmpty else { throw .materialsMissing(missing) }
    guard check.originalsNotChecked.isEmpty else {
      throw .originalsNotChecked(check.originalsNotChecked)
    }
  }

  /// Everything a notice asked for comes in together; half of it would start the five days anew.
  func checkSupplied(_ materials: [MaterialReceived], for defects: [Defect]) throws(Refusal) {
    for material in materials where sheet.material(material.number) == nil {
      throw .unknownMaterial(material.number)
    }
    let asked = Set(defects.map(\.material))
    let given = Set(materials.filter { $0.status != .missing }.map(\.number))
    guard asked.isSubset(of: given) else {
      throw .materialsMissing(asked.subtracting(given).sorted())
    }
    let wrong = materials.filter { $0.status == .defective }.map(\.number)
    guard wrong.isEmpty else { throw .materialsDefective(wrong) }
  }

  /// The last day for corrections: at least a day, and no more than a year of working days.
  func correctBy(_ workingDays: Int) throws(Refusal) -> DueDate {
    guard workingDays > 0 else { throw .dateNotAfter(today) }
    let due = calendar.dueDate(of: .workingDays(min(workingDays, 251)), from: today)
    guard workingDays <= 250 else { throw .dateTooFar(due.on) }
    return due
  }
}

extension FieldRequirement {
  /// Whether a text can stand in this blank.
  package func accepts(_ value: String) -> Bool {
    // No character is shorter than a byte.
    guard value.utf8.count <= maximumLength || value.count <= maximumLength else { return false }
    switch kind {
    case .text: return !value.hasNewline
    case .number:
      let parts = value.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
      return (1...2).contains(parts.count)
        && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(digits.contains) }
    case .date: return LocalDate(value) != nil
    case .choice: return choices?.contains { $0.zh == value || $0.en == value } ?? false
    case .phone: return PhoneNumber(value) != nil
    }
  }
}

extension String {
  /// Told by the first letter where it is a Latin one or a hanzi.
  fileprivate var isBlank: Bool {
    switch utf8.first ?? 0x20 {
    case 0x21...0x7E, 0xE4...0xE9: false
    default: allSatisfy(\.isWhitespace)
    }
  }

  /// Told by the bytes unless one begins a character that may be a line's end.
  fileprivate var hasNewline: Bool {
    let bytes = utf8.span
    for place in bytes.indices {
      switch bytes[place] {
      case 0x0A...0x0D: return true
      case 0xC2, 0xE2: return contains(where: \.isNewline)
      default: continue
      }
    }
    return false
  }
}

/// How the materials in hand stand against what the sheet asks for.
package struct MaterialCheck {
  private let requirements: [MaterialRequirement]
  private let materials: [MaterialReceived]

  package init(sheet: borrowing ImplementationSheet, materials: [MaterialReceived]) {
    requirements = sheet.materials
    self.materials = materials
  }

  package func numbers(_ status: MaterialReceived.Status) -> [Int] {
    materials.filter { $0.status == status }.map(\.number).sorted()
  }

  package var defective: [Int] { numbers(.defective) }

  /// Needed and neither in hand nor promised under a commitment.
  package var missing: [Int] { missingRequirements.map(\.number) }

  /// Missing, but may come later.
  package var deferrable: [Int] {
    missingRequirements.filter(\.isDeferrable).map(\.number)
  }

  private var missingRequirements: [MaterialRequirement] {
    requirements.filter { wanted in
      guard let material = materials.first(where: { $0.number == wanted.number }) else {
        return wanted.need != .optional
      }
      switch material.status {
      case .received: return wanted.need != .optional && !isEnough(material, for: wanted)
      case .electronic: return wanted.medium == .paper
      case .shared, .defective, .committed: return false
      case .missing, .deferred: return wanted.need != .optional
      case .notNeeded: return wanted.need == .required
      }
    }
  }

  /// On paper, with an original that has to be compared and has not been.
  package var originalsNotChecked: [Int] {
    requirements.filter { wanted in
      wanted.checksOriginal
        && materials.contains {
          $0.number == wanted.number && $0.status == .received && !$0.isCheckedAgainstOriginal
        }
    }.map(\.number)
  }

  private func isEnough(
    _ material: MaterialReceived, for wanted: MaterialRequirement
  ) -> Bool {
    material.originals >= wanted.originals && material.copies >= wanted.copies
  }
}
