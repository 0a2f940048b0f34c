import Casework
import Deskwork

/// Passwords, for change of person at a shared counter.
extension ClerkCommand {
  /// Whoever may set passwords sets anybody's; everybody else changes their own by the old one.
  func password(_ id: ClerkID?) throws(Complaint) -> ExitStatus {
    let hall = try OpenHall(working: invocation)
    let seat = try administrator(of: hall)
    let id = id ?? seat.clerk.id
    _ = try acting(hall) { () throws(DeskRefusal) in try hall.desk.clerk(id) }
    let input = PasswordInput(invocation: invocation)
    if id == seat.clerk.id, !seat.clerk.may(.setPassword) {
      let old = try input.read(Words("现在的密码：", "Present password: "))
      let new = try input.readTwice()
      try acting(hall) { () throws(DeskRefusal) in
        try hall.desk.changePassword(from: old, to: new, by: seat)
      }
    } else {
      try acting(hall) { () throws(DeskRefusal) in try hall.desk.permit(.setPassword, by: seat) }
      let new = try input.readTwice()
      try acting(hall) { () throws(DeskRefusal) in
        try hall.desk.setPassword(new, of: id, by: seat)
      }
    }
    let name = hall.desk.clerks[id]?.name ?? Words(id.rawValue, id.rawValue)
    return say(
      id, true,
      Words("\(name.zh)（\(id)）的密码已设好。", "The password of \(name.en) (\(id)) is set."))
  }
}
