import Casework
import Deskwork

/// The people of the hall: who they are, by what they come in, and who is out.
struct ClerkCommand {
  let invocation: Invocation

  func run() throws(Complaint) -> ExitStatus {
    let words = invocation.arguments.operands
    switch words.first {
    case "list", nil:
      try demand(words, atMost: 1)
      return try list()
    case "show":
      try demand(words, atMost: 2)
      return try show(id(in: words))
    case "add":
      try demand(words, atMost: 2)
      return try add(id(in: words))
    case "change":
      try demand(words, atMost: 2)
      return try change(id(in: words))
    case "disable":
      try demand(words, atMost: 2)
      return try switchOff(id(in: words), true)
    case "enable":
      try demand(words, atMost: 2)
      return try switchOff(id(in: words), false)
    case "key": return try key(Array(words.dropFirst()))
    case "password":
      try demand(words, atMost: 2)
      return try password(words.dropFirst().first.map { ClerkID($0) })
    case let word?:
      throw .usage(
        .operandExpected(
          word,
          Words(
            "list、show、add、change、disable、enable、key 或 password",
            "list, show, add, change, disable, enable, key or password")))
    }
  }

  func demand(_ words: [String], atMost most: Int) throws(Complaint) {
    if words.count > most { throw .usage(.surplus(words[most])) }
  }

  func id(in words: [String], at place: Int = 1) throws(Complaint) -> ClerkID {
    guard words.indices.contains(place) else { throw .usage(.operandMissing(.clerk, "ID")) }
    return ClerkID(words[place])
  }

  /// Who administers: whom --as names, or the founder while nobody else can.
  func administrator(of hall: OpenHall) throws(Complaint) -> Seat {
    if invocation.arguments[.clerk] == nil, !hall.desk.hasHallManager { return Founding.seat }
    return try hall.seat(invocation)
  }

  func acting<Answer>(
    _ hall: OpenHall, _ body: () throws(DeskRefusal) -> Answer
  ) throws(Complaint) -> Answer {
    try hall.desk.complaining(in: invocation.language, body)
  }

  var reason: String { invocation.arguments[.reason] ?? "" }
}

extension ClerkCommand {
  private func add(_ id: ClerkID) throws(Complaint) -> ExitStatus {
    let role = try complaining { () throws(UsageProblem) in try self.role() }
    guard let role else { throw .usage(.optionNeeded(.role)) }
    guard let name = invocation.arguments[.name] else { throw .usage(.optionNeeded(.name)) }
    let hall = try OpenHall(working: invocation)
    let seat = try administrator(of: hall)
    var clerk = Clerk(
      id: id, name: Words(name, invocation.arguments[.nameEnglish] ?? name), role: role)
    describe(&clerk, hall.desk)
    _ = try acting(hall) { () throws(DeskRefusal) in try hall.desk.enrol(clerk, by: seat) }
    return say(
      id, true, Words("已登记 \(clerk.spoken.zh)。", "\(clerk.spoken.en) is enrolled."))
  }

  private func change(_ id: ClerkID) throws(Complaint) -> ExitStatus {
    let role = try complaining { () throws(UsageProblem) in try self.role() }
    let hall = try OpenHall(working: invocation)
    let seat = try administrator(of: hall)
    let isChanged = try acting(hall) { () throws(DeskRefusal) in
      try hall.desk.change(id, reason: reason, by: seat) { clerk in
        if let role, role != clerk.role {
          clerk.role = role
          // What belongs to the former post stays behind.
          if !role.hasDepartment { clerk.department = nil }
          if role != .townshipOperator { clerk.township = nil }
        }
        if let name = invocation.arguments[.name] { clerk.name = Words(name, name) }
        if let name = invocation.arguments[.nameEnglish] { clerk.name.en = name }
        describe(&clerk, hall.desk)
      }
    }
    guard let clerk = hall.desk.clerks[id] else { return .done }
    return say(
      id, isChanged, Words("已改为 \(clerk.spoken.zh)。", "Now it is \(clerk.spoken.en)."))
  }

  /// What the command line says of a place in the hall; `none` takes it away.
  private func describe(_ clerk: inout Clerk, _ desk: Desk) {
    let arguments = invocation.arguments
    if let department = arguments[.department] {
      clerk.department = department == Self.none ? nil : DepartmentID(department)
    }
    if let counter = arguments[.counter] {
      clerk.counter = counter == Self.none ? nil : CounterID(counter)
    }
    guard let town = arguments[.township] else { return }
    let known = desk.townships.first { $0.zh == town }
    clerk.township =
      town == Self.none ? nil : Words(town, arguments[.townshipEnglish] ?? known?.en ?? town)
  }

  private static let none = "none"

  private func switchOff(_ id: ClerkID, _ isDisabled: Bool) throws(Complaint) -> ExitStatus {
    let hall = try OpenHall(working: invocation)
    let seat = try administrator(of: hall)
    let isChanged = try acting(hall) { () throws(DeskRefusal) in
      isDisabled
        ? try hall.desk.disable(id, reason: reason, by: seat)
        : try hall.desk.enable(id, reason: reason, by: seat)
    }
    let name = hall.desk.clerks[id]?.name ?? Words(id.rawValue, id.rawValue)
    return say(
      id, isChanged,
      isDisabled
        ? Words(
          "\(name.zh)（\(id)）已停用，正开着的界面下一次按键即退出。",
          "\(name.en) (\(id)) is disabled; a console left open ends at the next key.")
        : Words("\(name.zh)（\(id)）已恢复。", "\(name.en) (\(id)) may come in again."))
  }

  private func role() throws(UsageProblem) -> ClerkRole? {
    guard let text = invocation.arguments[.role] else { return nil }
    guard let role = ClerkRole(rawValue: text) else {
      let known = ClerkRole.allCases.map(\.rawValue).joined(separator: ", ")
      throw .valueExpected(.role, text, Words("这些之一：\(known)", "one of: \(known)"))
    }
    return role
  }

  /// Says what was done, or that nothing had to be.
  func say(_ id: ClerkID, _ isChanged: Bool, _ words: Words) -> ExitStatus {
    if invocation.isJSON {
      invocation.output.say(
        JSONValue.object([
          .init("ok", true), .init("clerk", .text(id.rawValue)), .init("changed", .bool(isChanged)),
        ]).line)
    } else {
      let same = Words("本来就是这样，没有改变。", "So it was already; nothing has changed.")
      invocation.output.say((isChanged ? words : same)[invocation.language])
    }
    return .done
  }
}
