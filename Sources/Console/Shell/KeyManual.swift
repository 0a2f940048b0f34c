package import Casework
import Deskwork
import TerminalUI
import WorkCalendar

/// The whole key table as Markdown, made from the same tables the console is driven by.
package enum KeyManual {
  package static func markdown(_ language: Language) -> String {
    let context = Context.ofNobody(language)
    var console = ConsoleState(context: context, size: Size(columns: 80, rows: 24))
    let heading = context.say(
      "| 范围 | 键 | 名称 | 作用 |\n|---|---|---|---|\n",
      "| where | keys | name | what it does |\n|---|---|---|---|\n")
    var text = ""
    for pane in PaneID.allCases {
      console.path = [pane]
      let rows = console.host(pane).markdown(console)
      guard !rows.isEmpty else { continue }
      let digit = pane.digit.map { "\($0) " } ?? ""
      text += "### \(digit)\(Wording.name(pane, context))\n\n\(heading)\(rows)\n"
    }
    let shared = GlobalKeys.table(context).markdownRows(caps: Wording.caps(language))
    let covered = CoverKeys.manual(context).markdownRows(caps: Wording.caps(language))
    return text + "### \(context.say("到处可用", "Everywhere"))\n\n\(heading)\(shared)\n"
      + "### \(context.say("登录和锁屏", "Signing in and locking"))\n\n\(heading)\(covered)"
  }
}

extension Context {
  /// A hall with nobody in it, for what depends on the language only.
  static func ofNobody(_ language: Language) -> Context {
    let nothing = Words("", "")
    return Context(
      language: language, seat: .nobody(at: nil),
      now: Moment(epochSeconds: 0), isDemo: true,
      hall: Hall(
        name: nothing, code: "", areaCode: "", address: nothing, phone: "", complaintPhone: "",
        openingHours: OpeningHours(seasons: []), queues: []),
      calendar: WorkCalendar(years: []), departments: [:], counters: [:], clerks: [:], counts: [:])
  }
}
