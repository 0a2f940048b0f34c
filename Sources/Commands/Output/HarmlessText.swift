import TerminalUI

/// What may leave the program of texts that came from outside: nothing in them steers a terminal
/// or a printer, whoever reads the output later.
package enum HarmlessText {
  /// For a file or a pipe, which may end on a terminal all the same; line ends stay.
  package static func inFile(_ text: String) -> String {
    guard
      text.unicodeScalars.contains(where: { $0 != "\n" && ($0.isControl || $0.isLayoutControl) })
    else { return text }
    return shown(text) { $0 == "\n" }
  }

  /// For paper, where a form feed begins a page.
  package static func onPaper(_ text: String) -> String {
    shown(text) { $0 == "\n" || $0 == "\u{C}" }
  }

  /// In a cell of a table: no line ends either, or a text could pass for rows of its own.
  package static func inCell(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.isControl || $0.isLayoutControl }) else {
      return text
    }
    return shown(text) { _ in false }
  }

  /// Besides, one mark on a letter, as in the console, and texts from right to left closed so that
  /// they turn nothing that stands beside them.
  package static func onTerminal(_ text: String) -> String {
    let plain = inFile(text)
    guard plain.unicodeScalars.contains(where: { $0.isMark || $0.runsLeftwards }) else {
      return plain
    }
    var shown = String.UnicodeScalarView()
    var (bearsMark, isTurned) = (true, false)
    for scalar in plain.unicodeScalars {
      if scalar.isMark {
        if !bearsMark { shown.append(scalar) }
        bearsMark = true
        continue
      }
      if isTurned, !scalar.runsLeftwards { shown.append(leftToRight) }
      shown.append(scalar)
      (bearsMark, isTurned) = (scalar == " " || scalar == "\n", scalar.runsLeftwards)
    }
    if isTurned { shown.append(leftToRight) }
    return String(shown)
  }

  private static let leftToRight: Unicode.Scalar = "\u{200E}"

  private static func shown(_ text: String, keeping kept: (Unicode.Scalar) -> Bool) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if kept(scalar) {
        shown.append(scalar)
      } else if scalar == "\t" || scalar == "\n" || scalar == "\r" {
        shown.append(" ")
      } else if scalar.isControl {
        shown.append("?")
      } else if !scalar.isLayoutControl {
        shown.append(scalar)
      }
    }
    return String(shown)
  }
}

extension Unicode.Scalar {
  /// Letters of the scripts that are written from right to left.
  fileprivate var runsLeftwards: Bool {
    switch value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
