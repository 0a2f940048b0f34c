import CPlatform
import Casework
import Glibc
import NcursesTerminal
import WorkCalendar

/// The host the hall runs on, as seen from here: clock, character set, terminal.
struct HostExamination {
  let invocation: Invocation

  func findings() -> [Finding] { [clock, locale, terminal] }

  private var clock: Finding {
    let now = HostClock.now
    guard now.offsetMinutes == Self.zone else {
      return Finding(
        .attention, .clock, "主机时间 \(now)，不是北京时间；请用 timedatectl set-timezone Asia/Shanghai 改正。",
        "the host's time is \(now), not the time of China; set it with timedatectl set-timezone Asia/Shanghai."
      )
    }
    guard clock_is_kept() != 0 else {
      return Finding(
        .attention, .clock, "主机时间 \(now)，没有与时间服务器对时；请启用 systemd-timesyncd 或 chrony。",
        "the host's time is \(now) and follows no time server; switch on systemd-timesyncd or chrony."
      )
    }
    return Finding(.good, .clock, "\(now)，已对时。", "\(now), kept by a time server.")
  }

  /// Minutes by which China is ahead of UTC.
  private static let zone = 480

  private var locale: Finding {
    do throws(TerminalFault) {
      let locale = try TerminalLocale.adopt()
      return Finding(.good, .locale, "\(locale.charset)。", "\(locale.charset).")
    } catch {
      return Finding(.bad, .locale, error.sentence, error.sentence)
    }
  }

  private var terminal: Finding {
    let name = invocation.set("TERM") ?? ""
    guard isatty(STDOUT_FILENO) == 1 else {
      return Finding(
        .good, .terminal, "这里不是终端，没有检查。", "this is no terminal, so nothing was looked at.")
    }
    if let fault = NcursesTerminal.fault(ofType: name) {
      return Finding(.bad, .terminal, fault.sentence, fault.sentence)
    }
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else {
      return Finding(.good, .terminal, "\(name)，大小未知。", "\(name), of unknown size.")
    }
    let size = "\(window.ws_col)x\(window.ws_row)"
    guard window.ws_col >= 80, window.ws_row >= 24 else {
      return Finding(
        .attention, .terminal, "\(name)，\(size)，小于 80x24 会显示不全；请放大窗口。",
        "\(name), \(size); below 80x24 not everything is shown, so make the window larger.")
    }
    return Finding(.good, .terminal, "\(name)，\(size)。", "\(name), \(size).")
  }
}
