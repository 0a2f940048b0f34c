/// Why the screen cannot be opened, with what to do about it.
package enum TerminalFault: Error, Hashable, Sendable {
  case notATerminal
  case unknownTerminal(String)
  /// It cannot move its cursor.
  case poorTerminal(String)
  /// The language setting that was asked for is not installed on this host.
  case missingLocale(String)
  case noChineseLocale
  case noSignals

  /// One sentence in Chinese and in English; where Chinese cannot be shown, in ASCII alone.
  package var sentence: String {
    switch self {
    case .notATerminal:
      "全屏界面需要终端;在脚本里请用 do、list、show / "
        + "The console needs a terminal; scripts use do, list and show."
    case .unknownTerminal(""):
      "没有设置 TERM;请设 TERM=xterm-256color 再试 / "
        + "TERM is not set; set TERM=xterm-256color and try again."
    case .poorTerminal(let name):
      "终端类型 \(name) 不能全屏显示;请设 TERM=xterm-256color 再试 / "
        + "The terminal type \(name) cannot show a full screen; set TERM=xterm-256color and try again."
    case .unknownTerminal(let name):
      "不认识终端类型 \(name);请设 TERM=xterm-256color 再试 / "
        + "The terminal type \(name) is unknown; set TERM=xterm-256color and try again."
    case .missingLocale(let name):
      "The locale \(name) is not installed on this host; install it (localedef) "
        + "or set LANG=C.UTF-8."
    case .noChineseLocale:
      "No locale of this host can write Chinese; set LANG=C.UTF-8 and try again."
    case .noSignals:
      "系统没有可用的文件句柄;请关闭其他程序再试 / "
        + "The host has no free file handles; close other programs and try again."
    }
  }
}
