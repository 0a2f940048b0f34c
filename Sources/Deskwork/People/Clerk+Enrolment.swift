package import Casework

extension ClerkID {
  /// Whether it may be given to somebody: plain in a command line, a file name and a log, and none
  /// of those the program itself speaks in.
  package var isUsable: Bool {
    let letters = rawValue.utf8
    return (2...32).contains(letters.count) && letters.first != UInt8(ascii: "-")
      && letters.last != UInt8(ascii: "-")
      && letters.allSatisfy { letter in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(letter)
          || letter == UInt8(ascii: "-")
      }
  }
}

extension ClerkRole {
  /// Whether people of the role work for one department.
  package var hasDepartment: Bool {
    switch self {
    case .examiner, .approver: true
    case .generalCounter, .release, .supervisor, .itemManager, .hallManager, .townshipOperator:
      false
    }
  }
}

extension Desk {
  /// Whether anybody is there who may let people in.
  package var hasHallManager: Bool {
    clerks.values.contains { $0.role == .hallManager && !$0.isDisabled }
  }

  /// The towns the hall knows: those its people work for.
  package var townships: [Words] {
    var towns: [String: Words] = [:]
    for id in clerks.keys.sorted() {
      if let town = clerks[id]?.township { towns[town.zh] = town }
    }
    return towns.keys.sorted().compactMap { towns[$0] }
  }

  /// Refuses whoever does not fit into the hall.
  func demandPlace(for clerk: Clerk) throws(DeskRefusal) {
    for name in [clerk.name.zh, clerk.name.en] { try demandName(name) }
    if let id = clerk.department, departments[id] == nil {
      throw .people(.noSuchDepartment(id))
    }
    if let id = clerk.counter, counters[id] == nil { throw .noSuchCounter(id) }
    guard clerk.role.hasDepartment == (clerk.department != nil) else {
      throw .people(
        clerk.role.hasDepartment
          ? .departmentExpected(clerk.role) : .departmentNotExpected(clerk.role))
    }
    guard let town = clerk.township else {
      if clerk.role == .townshipOperator { throw .people(.townshipExpected) }
      return
    }
    guard clerk.role == .townshipOperator else {
      throw .people(.townshipNotExpected(clerk.role))
    }
    for name in [town.zh, town.en] { try demandName(name) }
    guard isTown(town.zh) else { throw .people(.noSuchTownship(town.zh)) }
  }

  /// A town is known by its people, or by the name over its counter.
  private func isTown(_ name: String) -> Bool {
    let stations = counters.values.filter { $0.kind == .township }
    return stations.isEmpty || stations.contains { $0.name.zh.contains(name) }
      || townships.contains { $0.zh == name }
  }

  private func demandName(_ name: String) throws(DeskRefusal) {
    guard !name.allSatisfy(\.isWhitespace) else { throw .people(.nameMissing) }
    guard name.count <= 60, isPlainLine(name) else { throw .people(.textUnusable) }
  }

  func demandReason(_ reason: String) throws(DeskRefusal) {
    guard !reason.allSatisfy(\.isWhitespace) else { throw .refused(.reasonMissing, nil) }
    guard reason.count <= 400, isPlainLine(reason) else { throw .people(.textUnusable) }
  }
}
