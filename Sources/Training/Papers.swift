import Casework
import WorkCalendar

/// What an invented applicant brings for an item: its form filled in and its materials.
struct Papers {
  let sheet: ImplementationSheet
  let people: People
  let today: LocalDate
  /// Which invented person fills the form in.
  let index: Int
  var chance: Chance

  mutating func fields() -> [FieldValue] {
    sheet.fields.compactMap { field in
      guard field.isRequired || chance.happens(70) else { return nil }
      let value = value(for: field)
      return field.accepts(value) ? FieldValue(key: field.key, value: value) : nil
    }
  }

  /// All in order, except what the course of the case wants otherwise.
  mutating func materials(
    deferring deferred: [Int], committing committed: [Int], defects: [Defect]
  ) -> [MaterialReceived] {
    sheet.materials.map { wanted in
      let number = wanted.number
      if let defect = defects.first(where: { $0.material == number }) {
        return defect.kind == .missing
          ? MaterialReceived(number: number, status: .missing)
          : MaterialReceived(
            number: number, status: .defective, originals: wanted.originals,
            copies: wanted.copies, remark: defect.remark)
      }
      if deferred.contains(number) { return MaterialReceived(number: number, status: .deferred) }
      if committed.contains(number) { return MaterialReceived(number: number, status: .committed) }
      if wanted.need == .optional, chance.happens(60) {
        return MaterialReceived(number: number, status: .notNeeded)
      }
      return inOrder(wanted)
    }
  }

  /// One thing wrong, or two.
  mutating func defects() -> [Defect] {
    let needed = sheet.materials.filter { $0.need == .required }.map(\.number)
    let first = chance.below(needed.count)
    let count = needed.count > 2 && chance.happens(40) ? 2 : 1
    return needed.dropFirst(first).prefix(count).map { number in
      Defect(
        material: number, kind: chance.happens(30) ? .missing : .incorrect,
        remark: chance.pick(people.names.defectReasons) + ","
          + chance.pick(people.names.defectRequests))
    }
  }

  mutating func inOrder(_ wanted: MaterialRequirement) -> MaterialReceived {
    if wanted.isShareable, chance.happens(85) {
      return MaterialReceived(
        number: wanted.number, status: .shared,
        remark: wanted.share == .sharedData ? "共享数据" : "电子证照")
    }
    if wanted.medium == .electronic {
      return MaterialReceived(number: wanted.number, status: .electronic)
    }
    return MaterialReceived(
      number: wanted.number, status: .received, originals: wanted.originals,
      copies: wanted.copies, isCheckedAgainstOriginal: wanted.checksOriginal)
  }
}

extension Papers {
  private mutating func value(for field: FieldRequirement) -> String {
    switch field.kind {
    case .number:
      return field.maximumLength < 3 ? "\(1 + chance.below(4))" : "\(20 + chance.below(180))"
    case .date: return today.advanced(by: -30 - chance.below(300)).description
    case .choice: return chance.pick(field.choices?.map(\.zh) ?? [])
    case .phone: return people.phone(index)
    case .text: return String(text(for: field).prefix(field.maximumLength))
    }
  }

  private mutating func text(for field: FieldRequirement) -> String {
    if let texts = people.names.fieldTexts[field.key] { return chance.pick(texts) }
    let label = field.label.zh
    if ["地址", "地点", "住所", "坐落", "住址", "位置"].contains(where: label.contains) {
      return people.address(index)
    }
    if ["编号", "账号", "字号", "证号", "代码", "档案"].contains(where: label.contains) {
      return field.label.zh.contains("身份证")
        ? people.person(index + 1).identity.number : "YS" + padded(index * 7919 % 100_000_000, 8)
    }
    if ["单位", "公司", "机构", "银行", "药店", "幼儿园", "社团"].contains(where: label.contains) {
      return people.organisation(index + 11).name
    }
    if ["店", "字号", "场所", "旅馆", "零售点"].contains(where: label.contains) {
      return chance.pick(people.names.organisationCores)
        + chance.pick(people.names.organisationTrades)
    }
    return people.personName(index + 13).text
  }
}
