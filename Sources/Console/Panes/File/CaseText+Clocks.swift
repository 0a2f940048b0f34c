import Casework
import Deskwork
import TerminalUI
import WorkCalendar

extension CaseText {
  /// What has stopped or lengthened the limits, and why.
  func writeStops(on page: inout PageText) {
    if file.isDeemedAccepted(on: context.today), let from = file.noticeFrom {
      let day = Wording.short(from, context)
      page.text(
        context.say(
          "五日内没有受理也没有告知, 自\(day)收件起视为受理 (许可法32条)",
          "Neither accepted nor told within five days: deemed accepted since \(day) (Law 32)"),
        role: .warning)
    }
    if let extended = file.extended {
      let was = Wording.short(extended.previousDue, context)
      page.text(
        context.say(
          "已延长\(extended.workingDays)个工作日 (原到期\(was)): \(extended.reason)",
          "Extended by \(extended.workingDays) working days (was due \(was)): \(extended.reason)"),
        role: .notice)
    }
    for stop in file.stops.reversed() {
      let isOpen = stop.to == nil
      page.line([
        Span(context.say("停 ", "STOP "), .label),
        Span(name(of: stop) + "  " + range(told: stop), isOpen ? .stopped : .text),
      ])
      page.text(stop.reason, indent: 3, role: .hint)
    }
  }

  private func range(told stop: CaseFile.Stop) -> String {
    let from = Wording.short(stop.from, context)
    if let end = stop.to { return "\(from)-\(Wording.short(end, context))" }
    guard let planned = stop.plannedEnd else {
      return context.say("\(from) 起, 没有预定结束日", "since \(from), no end planned")
    }
    let end = Wording.short(planned, context)
    return context.say("\(from) 起, 计划到 \(end)", "since \(from), planned to \(end)")
  }
}
