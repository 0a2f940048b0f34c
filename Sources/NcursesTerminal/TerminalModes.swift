import CNcurses
import CPlatform
import Glibc
import TerminalUI

/// The modes beyond ncurses that are switched on while the screen is ours.
struct TerminalModes {
  let usesMouse: Bool
  private let hasModes: Bool
  private let hasTitle: Bool

  init(terminal: String, usesMouse: Bool) {
    hasModes = !["dumb", "vt100", "vt102", "vt220", "ansi"].contains(terminal)
    hasTitle = titled.contains { terminal.hasPrefix($0) }
    self.usesMouse = usesMouse && hasModes
  }

  func enter() {
    var bytes = ""
    // Some terminals keep the title themselves on entering; keeping it twice does no harm.
    if hasTitle { bytes += "\u{1B}[22;0t" }
    // Every cell stands where the grid puts it: a name from right to left turns nothing beside it.
    if hasModes { bytes += "\u{1B}[?2004h\u{1B}[8l" }
    if usesMouse { bytes += "\u{1B}[?1000h\u{1B}[?1006h" }
    writeAll(STDOUT_FILENO, Array(bytes.utf8))
  }

  func leave() {
    writeAll(STDOUT_FILENO, Array(farewell.utf8))
  }

  private var farewell: String {
    var bytes = ""
    if usesMouse { bytes += "\u{1B}[?1006l\u{1B}[?1000l" }
    if hasModes { bytes += "\u{1B}[8h\u{1B}[?2004l" }
    if hasTitle { bytes += "\u{1B}[23;0t" }
    return bytes
  }

  /// Asks for a sign of life; the answer comes behind every key pressed before this was shown.
  func askForSign() {
    if hasModes { writeAll(STDOUT_FILENO, Array("\u{1B}[5n".utf8)) }
  }

  /// Asks what the terminal is, which every one answers in its turn; false if this one may not.
  func askWhatItIs() -> Bool {
    if hasModes { writeAll(STDOUT_FILENO, Array("\u{1B}[c".utf8)) }
    return hasModes
  }

  /// Control characters in a title would be commands to the terminal, and marks of direction turn
  /// it around, so they are left out.
  func setTitle(_ title: String, _ locale: TerminalLocale) {
    guard hasTitle else { return }
    var clean = String.UnicodeScalarView()
    for scalar in title.unicodeScalars.prefix(120)
    where !scalar.isControl && !scalar.isLayoutControl {
      clean.append(scalar)
    }
    let bytes = Array("\u{1B}]2;".utf8) + locale.bytes(of: String(clean)) + [0x07]
    writeAll(STDOUT_FILENO, bytes)
  }

  /// Prepares what a crash must send: our modes off, attributes and cursor normal, the shell's screen.
  func armCrashGuard(_ saved: termios) {
    var bytes = Array(farewell.utf8)
    for name in ["sgr0", "rmacs", "cnorm", "rmcup"] { bytes += capability(name) ?? [] }
    bytes += Array("\r\n".utf8)
    withUnsafePointer(to: saved) { line in
      bytes.withUnsafeBytes { buffer in
        guard let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
        crash_guard_arm(line, start, buffer.count)
      }
    }
  }
}

private let titled = [
  "xterm", "tmux", "putty", "rxvt", "konsole", "vte", "gnome", "foot", "alacritty", "kitty",
  "mintty", "st-",
]

/// The bytes of a terminfo string without its padding marks; nil if the terminal has none.
func capability(_ name: String) -> [UInt8]? {
  guard let text = tigetstr(name), Int(bitPattern: text) != -1 else { return nil }
  var bytes: [UInt8] = []
  var rest = String(cString: text).utf8[...]
  while let byte = rest.first {
    if byte == UInt8(ascii: "$"), rest.dropFirst().first == UInt8(ascii: "<"),
      let end = rest.firstIndex(of: UInt8(ascii: ">"))
    {
      rest = rest[rest.index(after: end)...]
    } else {
      bytes.append(byte)
      rest = rest.dropFirst()
    }
  }
  return bytes.isEmpty ? nil : bytes
}
