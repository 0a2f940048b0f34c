import CaseStore
import Casework
import Deskwork
import WorkCalendar

/// One case whole.
struct ShowCommand {
  let invocation: Invocation

  func run() throws(Complaint) -> ExitStatus {
    let hall = try OpenHall(reading: invocation)
    let desk = hall.desk
    let language = invocation.language
    let text = invocation.arguments.operands.first ?? ""
    let (file, sheet, events) = try desk.complaining(in: language) { () throws(DeskRefusal) in
      let (file, events) = try desk.history(try CaseFinder(desk: desk).find(text))
      return (file, try desk.sheet(file.item, version: file.sheetVersion), events)
    }
    if invocation.isJSON {
      let shown = CaseJSON(file: file, sheet: sheet, events: events, language: language)
      invocation.output.say(shown.value.line)
    } else {
      let shown = CaseText(
        file: file, sheet: sheet, events: events, desk: desk, language: language)
      invocation.output.say(shown.text)
    }
    return .done
  }
}
