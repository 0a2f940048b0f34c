package import Casework
import WorkCalendar

extension TicketRefusal {
  package func sentence(in language: Language, names: SpokenNames) -> String {
    words(names)[language]
  }

  func words(_ names: SpokenNames) -> Words {
    switch self {
    case .noSuchTicket:
      return Words("今天没有这个号；请核对号码。", "There is no such number today; check it.")
    case .alreadyIssued:
      return Words("这个号已经发出；请重新取号。", "The number has been given out; take the next one.")
    case .calledBy(let clerk, let at):
      let name = names.clerk(clerk)
      return Words(
        "这个号已由\(name.zh)于\(spoken(at))叫走；请叫下一个号。",
        "\(name.en) called this number at \(spoken(at)); call the next one.")
    case .notCalled:
      return Words("这个号还没有叫；请先叫号。", "The number has not been called; call it first.")
    case .alreadyServed:
      return Words("这个号已经办完；请叫下一个号。", "The number has been served; call the next one.")
    case .reasonMissing:
      return Words(
        "请写明理由；被收回的人员会看到。", "Give a reason; whoever had the number will see it.")
    case .roleMayNot(let role):
      return Words(
        "\(role.label.zh)岗位不叫号；请由窗口人员办理。",
        "The role \(role.label.en) calls no numbers; a clerk at a counter has to.")
    case .nobodyWaits(let queue):
      return Words(
        "\(queue)队现在没有人等候；可以不凭号直接收件。",
        "Nobody waits in queue \(queue); an application can be taken in without a number.")
    case .textUnfit(let blank, let fault): return fault.words(about: blank.words(names))
    }
  }
}
