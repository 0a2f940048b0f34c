import Casework
import Deskwork

/// The filters of the ledger, as lists to choose from; a choice comes back as a text.
enum LedgerFilter {
  static let item = "item"

  static func kinds(_ filter: CaseFilter, _ context: Context) -> Choice {
    Choice(
      heading: context.say("按什么筛选", "Filter by"),
      options: [
        .init(
          context.say("全部办件", "All cases"), detail: context.say("去掉筛选", "no filter"),
          onChosen: [.pick("all")]),
        .init(
          context.say("未办结", "Open cases"),
          detail: context.say("还没有结束的", "whatever has not ended"), onChosen: [.pick("open")]),
        .init(
          context.say("环节", "Stage"), detail: filter.stage.map { context.say($0.label) } ?? "",
          onChosen: [.pick("stage")]),
        .init(
          context.say("部门", "Department"), detail: context.name(filter.department),
          onChosen: [.pick("department")]),
        .init(
          context.say("事项", "Item"), detail: filter.item?.rawValue ?? "",
          onChosen: [.pick(item)]),
        .init(
          context.say("我收的件", "Taken in by me"), detail: context.name(context.seat.clerk.id),
          onChosen: [.pick("mine/\(context.seat.clerk.id)")]),
      ])
  }

  /// The list that a kind of filter leads to; nil if the choice is a filter already.
  static func list(_ choice: String, _ context: Context) -> Choice? {
    switch choice {
    case "stage":
      return Choice(
        heading: context.say("哪个环节", "Which stage"),
        options: CaseStage.allCases.map { stage in
          .init(
            context.say(stage.label),
            detail: context.say(
              "\(context.counts[.stage(stage)] ?? 0)件", "\(context.counts[.stage(stage)] ?? 0)"),
            onChosen: [.pick("stage/\(stage.rawValue)")])
        })
    case "department":
      let departments = context.departments.values.sorted { $0.id < $1.id }
      return Choice(
        heading: context.say("哪个部门", "Which department"),
        options: departments.map { department in
          .init(
            context.say(department.shortName), detail: context.say(department.name),
            onChosen: [.pick("department/\(department.id)")])
        })
    default: return nil
    }
  }

  static func items(_ items: [ItemRow], _ context: Context) -> Choice {
    Choice(
      heading: context.say("哪个事项", "Which item"),
      options: items.map { item in
        .init(
          context.say(item.name), detail: "\(item.id) \(context.name(item.department))",
          onChosen: [.pick("item/\(item.id)")])
      })
  }

  /// The filter after a choice; nil if the choice is none.
  static func changed(_ filter: CaseFilter, by choice: String) -> CaseFilter? {
    var filter = filter
    let parts = choice.split(separator: "/", maxSplits: 1).map { String($0) }
    switch (parts.first, parts.last) {
    case ("all", _): filter = CaseFilter()
    case ("open", _): filter.openOnly = true
    case ("stage", .some(let stage)): filter.stage = CaseStage(rawValue: stage)
    case ("department", .some(let id)): filter.department = DepartmentID(id)
    case ("item", .some(let id)): filter.item = ItemID(id)
    case ("mine", .some(let id)): filter.receivedBy = ClerkID(id)
    default: return nil
    }
    return filter
  }

  static func fits(_ row: CaseRow, _ filter: CaseFilter) -> Bool {
    (filter.stage ?? row.stage) == row.stage
      && (filter.department ?? row.department) == row.department
      && (filter.item ?? row.item) == row.item
      && (filter.receivedBy ?? row.receivedBy) == row.receivedBy
      && !(filter.openOnly && row.stage.isEnded)
  }

  /// What the filter shows, in a few words.
  static func words(_ filter: CaseFilter, _ context: Context) -> String {
    let parts = [
      filter.openOnly ? context.say("未办结", "open") : "",
      filter.stage.map { context.say($0.label) } ?? "", context.name(filter.department),
      filter.item?.rawValue ?? "",
      filter.receivedBy.map { context.say("收件 ", "by ") + context.name($0) } ?? "",
    ].filter { !$0.isEmpty }
    return parts.isEmpty ? context.say("全部办件", "all cases") : parts.joined(separator: " ")
  }
}
