import CaseStore
import Casework
import Deskwork

/// Who is there, for whoever sets the hall up; no citizen is in it, so nobody need be named.
extension ClerkCommand {
  func list() throws(Complaint) -> ExitStatus {
    let hall = try OpenHall(administering: invocation)
    let people = try people(of: hall)
    if invocation.isJSON {
      invocation.output.say(
        JSONValue.object([.init("clerks", .array(people.map { $0.json() }))]).line)
      return .done
    }
    let headings = [
      Words("编号", "ID"), Words("姓名", "Name"), Words("岗位", "Role"), Words("单位", "For"),
      Words("窗口", "Counter"), Words("公钥", "Keys"), Words("密码", "Password"),
      Words("状态", "State"),
    ]
    let rows = people.map { $0.cells(hall.desk, invocation.language) }
    invocation.output.say(table(headings.map { $0[invocation.language] }, rows))
    return .done
  }

  func show(_ id: ClerkID) throws(Complaint) -> ExitStatus {
    let hall = try OpenHall(administering: invocation)
    _ = try acting(hall) { () throws(DeskRefusal) in try hall.desk.clerk(id) }
    guard let person = try people(of: hall).first(where: { $0.clerk.id == id }) else {
      return .done
    }
    if invocation.isJSON {
      invocation.output.say(person.json(withKeys: true).line)
    } else {
      let cells = person.cells(hall.desk, invocation.language).filter { !$0.isEmpty }
      invocation.output.say(
        ([cells.joined(separator: "  ")] + person.keys.map { "  " + $0.line }).joined(
          separator: "\n"))
    }
    return .done
  }

  private func people(of hall: OpenHall) throws(Complaint) -> [Person] {
    let keys = try complaining { () throws(StoreError) in try hall.store.accessKeys() }
    let byClerk = Dictionary(grouping: keys) { $0.clerk }
    var people: [Person] = []
    for id in hall.desk.clerks.keys.sorted() {
      guard let clerk = hall.desk.clerks[id] else { continue }
      let hash = try complaining { () throws(StoreError) in try hall.store.passwordHash(of: id) }
      people.append(Person(clerk: clerk, keys: byClerk[id] ?? [], hasPassword: hash != nil))
    }
    return people
  }
}

/// Somebody of the hall, with how they may come in.
private struct Person {
  var clerk: Clerk
  var keys: [AccessKey]
  var hasPassword: Bool

  func cells(_ desk: Desk, _ language: Language) -> [String] {
    let department = clerk.department.flatMap { desk.departments[$0]?.shortName }
    let state = clerk.isDisabled ? Words("停用", "disabled") : Words("", "")
    return [
      clerk.id.rawValue, clerk.name[language], clerk.role.label[language],
      (department ?? clerk.township)?[language] ?? "", clerk.counter?.rawValue ?? "",
      keys.isEmpty ? "" : "\(keys.count)", hasPassword ? Words("有", "yes")[language] : "",
      state[language],
    ]
  }

  func json(withKeys: Bool = false) -> JSONValue {
    let keys: JSONValue =
      withKeys ? .array(self.keys.map(\.json)) : .number(self.keys.count)
    return .object([
      .init("clerk", .text(clerk.id.rawValue)),
      .init(
        "name", .object([.init("zh", .text(clerk.name.zh)), .init("en", .text(clerk.name.en))])),
      .init("role", .text(clerk.role.rawValue)),
      .init("department", JSONValue(clerk.department?.rawValue)),
      .init("township", JSONValue(clerk.township?.zh)),
      .init("counter", JSONValue(clerk.counter?.rawValue)),
      .init("isDisabled", .bool(clerk.isDisabled)), .init("keys", keys),
      .init("hasPassword", .bool(hasPassword)),
    ])
  }
}

extension AccessKey {
  var json: JSONValue {
    .object([
      .init("clerk", .text(clerk.rawValue)), .init("fingerprint", .text(fingerprint)),
      .init("algorithm", .text(algorithm)), .init("note", .text(note)),
    ])
  }

  var line: String { trimmed("\(fingerprint)  \(algorithm)  \(note)") }
}

extension Clerk {
  /// Name, ID and role.
  var spoken: Words {
    Words("\(name.zh)（\(id)，\(role.label.zh)）", "\(name.en) (\(id), \(role.label.en))")
  }
}
