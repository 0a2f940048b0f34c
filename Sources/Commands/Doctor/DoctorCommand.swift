import CaseStore
import Casework
import Deskwork

/// Looks at the store, its files and its host, and says what to do.
struct DoctorCommand {
  let invocation: Invocation

  func run() throws(Complaint) -> ExitStatus {
    let path = invocation.storePath
    var findings: [Finding] = []
    var (isReal, reserveIsSpent) = (false, false)
    do throws(Complaint) {
      let hall = try OpenHall(administering: invocation)
      (isReal, reserveIsSpent) = (!hall.desk.nature.isDemo, hall.store.reserveIsSpent)
      findings += StoreExamination(hall: hall).findings()
    } catch {
      findings.append(Finding(error))
    }
    findings +=
      FileExamination(path: path, isReal: isReal, reserveIsSpent: reserveIsSpent).findings()
    findings += PaperExamination(invocation: invocation, path: path).findings()
    findings += HostExamination(invocation: invocation).findings()
    let language = invocation.language
    if invocation.isJSON {
      invocation.output.say(
        JSONValue.object([
          .init("ok", .bool(findings.status == .done)), .init("store", .text(path)),
          .init("findings", .array(findings.map { $0.json(in: language) })),
        ]).line)
    } else {
      invocation.output.say(findings.map { $0.text(in: language) }.joined(separator: "\n"))
    }
    return findings.status
  }
}

extension Finding {
  /// A store that could not be opened; lists of an older version are brought up to date by working.
  fileprivate init(_ complaint: Complaint) {
    let level: Level = if case .store(.older) = complaint { .attention } else { .bad }
    self.init(level, .store, complaint.sentence(in: .zh), complaint.sentence(in: .en))
  }
}
