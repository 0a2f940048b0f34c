import CaseStore
import Casework
import Deskwork
import WorkCalendar

/// One case whole; whoever is named sees personal data in full, and that they looked is on record.
struct ShowCommand {
  let invocation: Invocation

  func run() throws(Complaint) -> ExitStatus {
    let reading = try OpenHall(reading: invocation)
    let seat = try reading.seatIfNamed(invocation)
    let text = invocation.arguments.operands.first ?? ""
    let id = try reading.desk.complaining(in: invocation.language) {
      () throws(DeskRefusal) in try CaseFinder(desk: reading.desk).find(text)
    }
    guard let seat, let working = try openForWork() else {
      let (file, events) = try reading.desk.complaining(in: invocation.language) {
        () throws(DeskRefusal) in try reading.desk.history(id, by: seat)
      }
      return try show(file, events, .masked, in: reading)
    }
    let (file, events) = try working.desk.complaining(in: invocation.language) {
      () throws(DeskRefusal) in try working.desk.look(at: id, by: seat)
    }
    return try show(file, events, .full, in: working)
  }

  /// Nil where nobody asked to be on record and nothing can be written.
  private func openForWork() throws(Complaint) -> OpenHall? {
    do throws(Complaint) {
      return try OpenHall(working: invocation)
    } catch {
      guard invocation.arguments[.clerk] == nil else { throw error }
      return nil
    }
  }

  private func show(
    _ file: CaseFile, _ events: [RecordedEvent], _ personal: PersonalData, in hall: OpenHall
  ) throws(Complaint) -> ExitStatus {
    let sheet = try hall.desk.complaining(in: invocation.language) { () throws(DeskRefusal) in
      try hall.desk.sheet(file.item, version: file.sheetVersion)
    }
    let looks = try complaining { () throws(StoreError) in
      try hall.store.looks(of: file.id, limit: 10)
    }
    if invocation.isJSON {
      let shown = CaseJSON(
        file: file, sheet: sheet, events: events, looks: looks, personal: personal,
        language: invocation.language)
      invocation.output.say(shown.value.line)
    } else {
      let shown = CaseText(
        file: file, sheet: sheet, events: events, looks: looks, personal: personal,
        desk: hall.desk, language: invocation.language)
      invocation.output.say(shown.text)
    }
    return .done
  }
}
