import Casework
import Deskwork

/// Goes on under the host's clock after it had run ahead and was set back.
struct CorrectClockCommand {
  let invocation: Invocation

  func run() throws(Complaint) -> ExitStatus {
    let hall = try OpenHall(working: invocation)
    let (desk, seat) = (hall.desk, try hall.seat(invocation))
    let reason = invocation.arguments.operands.joined(separator: " ")
    let corrected = try desk.complaining(in: invocation.language) { () throws(DeskRefusal) in
      try desk.correctClock(reason: reason, by: seat)
    }
    guard let corrected else {
      invocation.output.say(
        invocation.isJSON
          ? JSONValue.object([.init("ok", true), .init("corrected", false)]).line
          : invocation.say(
            "主机时钟不早于最后一条记录，不用更正。",
            "The host's clock is not behind the last record; there is nothing to correct."))
      return .done
    }
    let last = corrected.lastRecordedAt
    invocation.output.say(
      invocation.isJSON
        ? JSONValue.object([
          .init("ok", true), .init("corrected", true), .init("last", JSONValue(last)),
        ]).line
        : invocation.say(
          "已记录：最后一条记录 \(last) 的时钟快了，从现在起按主机时钟记。",
          "Recorded: the clock of the last record, \(last), was ahead; from now on the host's clock holds."
        ))
    return .done
  }
}
