import Casework
import Deskwork
import HallFiles

/// Makes a store without opening the console.
struct InitCommand {
  let invocation: Invocation

  func run() throws(Complaint) -> ExitStatus {
    let path = invocation.storePath
    let maker = HallMaker(invocation: invocation, path: path)
    let plan = try complaining { () throws(UsageProblem) in
      try maker.plan(isDemo: invocation.arguments.has(.demo))
    }
    let quarantined = try maker.make(plan)
    if invocation.isJSON {
      invocation.output.say(
        JSONValue.object([
          .init("ok", true), .init("store", .text(path)), .init("isDemo", .bool(plan.isDemo)),
          .init("cases", .number(plan.isDemo ? plan.cases : 0)),
          .init("quarantined", .number(quarantined)),
        ]).line)
    } else {
      let cases = plan.isDemo ? plan.cases : 0
      invocation.output.say(
        invocation.say(
          "\(path) 已建好，\(cases) 件；用 yichuang desk --store \(path) 打开。",
          "\(path) is made, with \(cases) cases; open it with yichuang desk --store \(path)."))
    }
    return .done
  }
}
