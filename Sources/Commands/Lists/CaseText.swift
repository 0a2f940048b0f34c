import Casework
import Deskwork
import WorkCalendar

/// A case as people read it.
struct CaseText {
  let file: CaseFile
  let sheet: ImplementationSheet
  let events: [RecordedEvent]
  /// Who looked into it, the last first.
  let looks: [Look]
  let personal: PersonalData
  let desk: Desk
  let language: Language

  var text: String {
    [
      head, materials, notedDefects, route, clocks, fees, documents, afterwards, followUps,
      lateEntries, history, looked,
    ].filter { !$0.isEmpty }
      .joined(separator: "\n\n")
  }

  private var head: String {
    var lines = ["\(file.id)  \(sheet.name[language])  \(file.stage?.label[language] ?? "")"]
    if let year = file.closedYear { lines.append(say("已归档 \(year)", "in the closed year \(year)")) }
    lines.append(say("办件编号 ", "number ") + file.number)
    lines.append(say("部门 ", "department ") + name(file.department))
    if let intake = file.intake {
      let applicant = intake.applicant
      lines.append(
        say("申请人 ", "applicant ") + personal.name(applicant.name, of: applicant.identity) + "  "
          + personal.number(of: applicant.identity) + "  " + personal.phone(applicant.phone))
      if let agent = intake.agent {
        lines.append(
          say("代办人 ", "agent ") + personal.name(agent.name) + "  "
            + personal.number(of: agent.identity))
      }
    }
    let ruler = file.ruler(on: desk.today, calendar: desk.calendar, sheet: sheet)
    if let ruler { lines.append(ruler.line(language, year: desk.today.year)) }
    return lines.joined(separator: "\n")
  }

  private var materials: String {
    let rows = sheet.materials.map { wanted in
      let received = file.intake?.material(wanted.number)
      return [
        "\(wanted.number)", wanted.name[language],
        received.map { $0.status.label[language] } ?? "-", received?.remark ?? "",
      ]
    }
    return part(
      say("材料", "Materials"), ["", say("名称", "name"), say("情况", "found"), say("备注", "remark")], rows
    )
  }

  private var route: String {
    let rows = file.route.enumerated().map { index, step in
      let record = file.steps.indices.contains(index) ? file.steps[index] : CaseFile.StepRecord()
      let mark = file.currentStep == index ? ">" : ""
      let parties = step.parties.map { party in
        party.department.answered(in: record, name(party.department), language)
      }
      return [
        "\(mark)\(index + 1)", step.name[language], parties.joined(separator: "; "),
        record.startedOn?.description ?? "-",
        record.completedOn?.description ?? record.due(of: file.department)?.on.description ?? "-",
      ]
    }
    return part(
      say("路由", "Route"),
      [
        "", say("环节", "step"), say("部门", "departments"), say("开始", "started"),
        say("完成/期限", "done/due"),
      ],
      rows)
  }

  private var clocks: String {
    var rows: [[String]] = []
    func add(_ label: String, _ due: DueDate?) {
      guard let due else { return }
      rows.append([label, due.on.description, due.isProvisional ? say("预估", "provisional") : ""])
    }
    add(say("告知期限", "notice by"), file.noticeDue)
    add(say("补正期限", "correct by"), file.correctBy)
    add(say("承诺期限", "committed limit"), file.committedDue)
    add(say("法定期限", "statutory limit"), file.statutoryDue)
    add(say("送达期限", "serve by"), file.decision?.serveBy)
    if let net = file.decision?.netDays, let gross = file.decision?.grossDays {
      rows.append([
        say("办理用时", "days taken"), say("净\(net)个工作日", "\(net) working days net"),
        say("含停计\(gross)个", "\(gross) with stops"),
      ])
    }
    for stop in file.stops {
      rows.append([
        say("停计", "stopped"), stop.from.description,
        (stop.to?.description ?? say("至今", "still")) + " " + stop.reason,
      ])
    }
    return part(say("期限", "Clocks"), ["", "", ""], rows)
  }

  private var documents: String {
    let rows = file.documents.map {
      [$0.kind.rawValue, $0.kind.label[language], $0.number, $0.issuedOn.description]
    }
    return part(say("文书", "Documents"), ["", "", "", ""], rows)
  }

  private var history: String {
    let rows = events.compactMap { record -> [String]? in
      guard case .file(let event) = record.event else { return nil }
      let at = record.stamp.at
      return [
        "\(record.version)", "\(at.date) \(at.clock)",
        record.stamp.counter?.rawValue ?? "-",
        clerk(record.stamp.clerk) + say("", " ") + event.deed[language]
          + (record.stamp.happenedAt.map {
            say("（补录，发生于 ", " (entered late, happened ") + $0.spoken
              + say("）", ")")
          } ?? ""),
      ]
    }
    return part(say("经过", "History"), ["", "", "", ""], rows)
  }

  func part(_ title: String, _ headings: [String], _ rows: [[String]]) -> String {
    guard !rows.isEmpty else { return "" }
    let hasHeadings = headings.contains { !$0.isEmpty }
    let lines = table(headings, rows).split(separator: "\n", omittingEmptySubsequences: false)
    return ([title] + lines.dropFirst(hasHeadings ? 0 : 1).map { "  " + $0 }).joined(
      separator: "\n")
  }

  func name(_ id: DepartmentID) -> String {
    desk.departments[id]?.shortName[language] ?? id.rawValue
  }

  func say(_ zh: String, _ en: String) -> String { Words(zh, en)[language] }
}

extension DepartmentID {
  /// The department with what it has said or who works on it.
  fileprivate func answered(
    in record: CaseFile.StepRecord, _ name: String, _ language: Language
  ) -> String {
    if let opinion = record.opinion(of: self) {
      return "\(name) \(opinion.verdict.label[language])"
    }
    if let claim = record.claim(of: self) { return "\(name) \(claim.clerk)" }
    return name
  }
}

extension Moment {
  /// Hours and minutes.
  var clock: String {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return two(hour) + ":" + two(minute)
  }
}

extension MaterialReceived.Status {
  var label: Words {
    switch self {
    case .received: Words("齐", "received")
    case .electronic: Words("电子", "electronic")
    case .shared: Words("共享", "shared")
    case .missing: Words("缺", "missing")
    case .defective: Words("不合格", "defective")
    case .deferred: Words("容缺", "deferred")
    case .committed: Words("承诺", "committed")
    case .notNeeded: Words("不需要", "not needed")
    }
  }
}
