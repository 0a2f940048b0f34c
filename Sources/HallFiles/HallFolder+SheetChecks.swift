import Casework
import WorkCalendar

/// One sheet on its way through the checks.
private struct SheetCheck {
  let folder: HallFolder
  let sheet: ImplementationSheet
  let reference: HallReference

  func error(_ way: [JSONPlaces.Key], _ problem: HallFileProblem) -> HallFileError {
    folder.error("catalogue/\(sheet.id).json", way, problem)
  }
}

extension HallFolder {
  func check(_ sheet: ImplementationSheet, _ reference: HallReference) throws(HallFileError) {
    let check = SheetCheck(folder: self, sheet: sheet, reference: reference)
    try check.head()
    try check.limits()
    try check.materials()
    try check.fields()
    try check.route()
  }
}

extension SheetCheck {
  func head() throws(HallFileError) {
    guard sheet.version >= 1 else { throw error([.member("version")], .sheet(.versionExpected)) }
    guard reference.department(sheet.department) != nil else {
      throw error([.member("department")], .hall(.unknownDepartment(sheet.department)))
    }
    let words = [sheet.name, sheet.kind.name, sheet.fee.summary, sheet.result.name, sheet.scope]
    let keys = ["name", "kind", "fee", "result", "scope"]
    for (word, key) in zip(words, keys) where word.zh.isEmpty || word.en.isEmpty {
      throw error([.member(key)], .hall(.empty))
    }
    guard !sheet.initials.isEmpty else { throw error([.member("initials")], .hall(.empty)) }
    let length = sheet.codes.basic.utf8.count
    guard length == 12 else {
      throw error(
        [.member("codes"), .member("basic")], .hall(.lengthExpected(12, found: length)))
    }
  }

  func limits() throws(HallFileError) {
    for (key, limit) in [
      ("statutoryLimit", sheet.statutoryLimit), ("committedLimit", sheet.committedLimit),
    ] where limit.amount < 0 {
      throw error([.member(key), .member("amount")], .sheet(.negativeAmount))
    }
    if sheet.committedLimit.isLonger(than: sheet.statutoryLimit) {
      throw error([.member("committedLimit")], .sheet(.commitmentTooLong))
    }
  }

  func materials() throws(HallFileError) {
    var seen: Set<Int> = []
    for (index, material) in sheet.materials.enumerated() {
      let here = [JSONPlaces.Key.member("materials"), .element(index)]
      guard seen.insert(material.number).inserted else {
        throw error(here + [.member("number")], .sheet(.numberTwice(material.number)))
      }
      guard !material.name.zh.isEmpty, !material.name.en.isEmpty else {
        throw error(here + [.member("name")], .hall(.empty))
      }
      guard material.originals >= 0, material.copies >= 0 else {
        throw error(here, .sheet(.negativeAmount))
      }
    }
  }

  func fields() throws(HallFileError) {
    var seen: Set<String> = []
    for (index, field) in sheet.fields.enumerated() {
      let here = [JSONPlaces.Key.member("fields"), .element(index)]
      guard !field.key.isEmpty else { throw error(here + [.member("key")], .hall(.empty)) }
      guard seen.insert(field.key).inserted else {
        throw error(here + [.member("key")], .sheet(.keyTwice(field.key)))
      }
      guard field.kind != .choice || field.choices?.isEmpty == false else {
        throw error(here, .sheet(.noChoices))
      }
      guard field.maximumLength > 0 else {
        throw error(here + [.member("maximumLength")], .sheet(.lengthNotPositive))
      }
    }
  }

  func route() throws(HallFileError) {
    let kinds = sheet.route.map(\.kind)
    let decisions = kinds.filter { $0 == .decision }.count
    guard decisions == 1, let decision = kinds.firstIndex(of: .decision) else {
      throw error([.member("route")], .sheet(.decisions(decisions)))
    }
    for (index, step) in sheet.route.enumerated() {
      let here = [JSONPlaces.Key.member("route"), .element(index)]
      if step.kind == .certificate, index != decision + 1 {
        throw error(here, .sheet(.certificateNotAfterDecision))
      }
      if index > decision, step.kind != .certificate, step.kind != .followUp {
        throw error(here, .sheet(.stepAfterDecision))
      }
      try parties(of: step, at: here)
    }
  }

  private func parties(of step: RouteStep, at here: [JSONPlaces.Key]) throws(HallFileError) {
    let leads = step.parties.filter { $0.part == .lead }.count
    guard leads == 1 else { throw error(here + [.member("parties")], .sheet(.leads(leads))) }
    guard step.limit.amount >= 0 else {
      throw error(here + [.member("limit"), .member("amount")], .sheet(.negativeAmount))
    }
    for (index, party) in step.parties.enumerated() {
      let place = here + [.member("parties"), .element(index)]
      guard reference.department(party.department) != nil else {
        throw error(
          place + [.member("department")], .hall(.unknownDepartment(party.department)))
      }
      guard step.parties.firstIndex(where: { $0.department == party.department }) == index else {
        throw error(
          place + [.member("department")], .hall(.idTwice(party.department.rawValue)))
      }
      if let limit = party.limit, limit.amount < 0 {
        throw error(
          place + [.member("limit"), .member("amount")], .sheet(.negativeAmount))
      }
      if let limit = party.limit, limit.isLonger(than: step.limit) {
        throw error(place + [.member("limit")], .sheet(.partyLimitTooLong))
      }
      let isManned = reference.clerks.contains {
        $0.department == party.department && $0.role == party.role && !$0.isDisabled
      }
      guard isManned else {
        throw error(place, .sheet(.nobodyInCharge(party.department, party.role)))
      }
    }
  }
}

extension TimeLimit {
  /// Only where the units allow it to be said.
  fileprivate func isLonger(than other: TimeLimit) -> Bool {
    guard let mine = halfWorkingDays, let theirs = other.halfWorkingDays else {
      return unit == other.unit && amount > other.amount
    }
    return mine > theirs
  }

  private var halfWorkingDays: Int? {
    switch unit {
    case .onTheSpot: 0
    case .halfDays: amount
    // A mad number in a file is compared as what it is, and stops nothing.
    case .workingDays: max(Int.min / 2, min(amount, Int.max / 2)) * 2
    case .calendarDays, .openHours, .months, .unspecified: nil
    }
  }
}
