import Casework
import Deskwork
import WorkCalendar

extension CaseRow {
  /// As programs read it.
  var json: JSONValue {
    .object([
      .init("case", .text(id.rawValue)), .init("number", .text(number)),
      .init("item", .text(item.rawValue)), .init("itemName", .text(itemName.zh)),
      .init("department", .text(department.rawValue)), .init("applicant", .text(maskedApplicant)),
      .init("stage", .text(stage.rawValue)), .init("step", JSONValue(stepName?.zh)),
      .init("holder", JSONValue(holder)), .init("claimedBy", JSONValue(claimedBy)),
      .init("receivedOn", JSONValue(receivedOn)), .init("dueOn", JSONValue(due?.on)),
      .init("isProvisional", .bool(due?.isProvisional ?? false)),
      .init("statutoryDueOn", JSONValue(statutoryDue?.on)), .init("isStopped", .bool(isStopped)),
      .init("isEnteredLate", .bool(isEnteredLate)), .init("version", .number(version)),
      .init("closedYear", closedYear.map { .number($0) } ?? .null),
    ])
  }

  /// An organisation's name is public, a person's is not.
  var maskedApplicant: String {
    applicantIdentity.kind.isOfOrganisation ? applicantName : maskedName(applicantName)
  }
}

extension [CaseRow] {
  /// As people read them.
  func table(_ desk: Desk, _ language: Language) -> String {
    let headings = Words("件号 事项 申请人 阶段 在办 收件 期限", "case item applicant stage holder received due")
    return Commands.table(
      headings[language].split(separator: " ").map(String.init),
      map { row in
        [
          row.id.rawValue, row.late(language) + row.itemName[language], row.maskedApplicant,
          row.shownStage(language), row.shownHolder(desk, language), row.receivedOn.description,
          row.shownDue(language),
        ]
      })
  }
}

extension CaseRow {
  fileprivate func shownStage(_ language: Language) -> String {
    let closed = closedYear.map { Words(" 归档\($0)", " (closed \($0))")[language] } ?? ""
    return stage.label[language] + closed
  }

  fileprivate func late(_ language: Language) -> String {
    isEnteredLate ? Words("补 ", "late ")[language] : ""
  }

  fileprivate func shownHolder(_ desk: Desk, _ language: Language) -> String {
    guard let holder else { return "-" }
    let department = desk.departments[holder]?.shortName[language] ?? holder.rawValue
    guard let claimedBy else { return department }
    return department + " " + (desk.clerks[claimedBy]?.name[language] ?? claimedBy.rawValue)
  }

  fileprivate func shownDue(_ language: Language) -> String {
    guard let due else { return "-" }
    let provisional = due.isProvisional ? Words("（预估）", " (provisional)")[language] : ""
    let stopped = isStopped ? Words("（停）", " (stopped)")[language] : ""
    return due.on.description + provisional + stopped
  }
}
