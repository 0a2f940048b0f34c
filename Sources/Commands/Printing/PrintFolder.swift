import Casework
import Deskwork
import FoundationEssentials
import Glibc
import WorkCalendar

/// Where sheets of paper lie as text: those that are printed (or that a person prints), and in
/// folders of its own those that wait and the one that is just being printed.
struct PrintFolder {
  let path: String

  /// One sheet as it is to be printed.
  struct Sheet: Hashable {
    /// The file's name, without its ending.
    var name: String
    var text: String
    var copies: Int
  }

  /// Where a sheet lies.
  enum Place: CaseIterable { case done, waiting, printing }

  /// Nothing but text by its own name lies here; a sheet that waits carries its copies before it.
  func file(_ sheet: String, copies: Int, in place: Place) -> String {
    switch place {
    case .done: "\(path)/\(sheet).txt"
    case .waiting: "\(path)/waiting/\(copies)x-\(sheet).txt"
    case .printing: "\(path)/printing/\(copies)x-\(sheet).txt"
    }
  }

  /// Writes a sheet whole; false if it could not be written.
  func write(_ sheet: Sheet, to place: Place) -> Bool {
    guard makeFolders() else { return false }
    let harmless = HarmlessText.onPaper(sheet.text)
    let text = harmless.hasSuffix("\n") ? harmless : harmless + "\n"
    return put(Array(text.utf8), in: file(sheet.name, copies: sheet.copies, in: place))
  }

  /// What waits to be printed, in the order of its names.
  func waiting() -> [(name: String, copies: Int)] { sheets(in: "waiting") }

  /// What was being printed when a program ended: whether it came out nobody knows.
  func interrupted() -> [(name: String, copies: Int)] {
    sheets(in: "printing").filter { sheet in
      guard let claim = Claim(file(sheet.name, copies: sheet.copies, in: .printing)) else {
        return false
      }
      _ = claim
      return true
    }
  }

  /// Takes a sheet for printing; nil if somebody else has it or it is gone. The move is the claim,
  /// and a lock on the file says that whoever claimed it is still there.
  func claim(_ sheet: String, copies: Int, from place: Place) -> Claim? {
    let goal = file(sheet, copies: copies, in: .printing)
    switch place {
    case .done: return nil
    case .printing: return Claim(goal)
    case .waiting:
      let start = file(sheet, copies: copies, in: .waiting)
      // Locked before it is moved, so that no claimed sheet is ever without its lock.
      guard let claim = Claim(start), rename(start, goal) == 0 else { return nil }
      return claim
    }
  }

  func move(_ sheet: String, copies: Int, to place: Place) -> Bool {
    rename(
      file(sheet, copies: copies, in: .printing), file(sheet, copies: copies, in: place)) == 0
  }

  /// What the printer's command said last.
  var log: String { "\(path)/printer.log" }

  private func sheets(in folder: String) -> [(name: String, copies: Int)] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []
    return files.sorted().compactMap { file in
      guard file.hasSuffix(".txt"), let mark = file.firstRange(of: "x-"),
        let copies = Int(file[..<mark.lowerBound])
      else { return nil }
      return (String(file[mark.upperBound...].dropLast(4)), copies)
    }
  }

  private func makeFolders() -> Bool {
    do {
      for folder in [path, "\(path)/waiting", "\(path)/printing"] {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o700])
      }
      return true
    } catch {
      return false
    }
  }

  /// Whole or not at all: beside its place first, then moved there.
  private func put(_ bytes: [UInt8], in path: String) -> Bool {
    let beside = path + ".part"
    let file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { break }
    }
    let isWhole = close(file) == 0 && rest.isEmpty && rename(beside, path) == 0
    if !isWhole { unlink(beside) }
    return isWhole
  }
}

extension PrintFolder {
  /// A sheet that only we may print, for as long as this lives.
  struct Claim: ~Copyable {
    private let descriptor: Int32

    /// Nil if the file is gone or another process has it.
    init?(_ file: String) {
      let descriptor = open(file, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return nil }
      // It may have been printed and moved away between the two steps.
      var (held, there) = (stat(), stat())
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0,
        fstat(descriptor, &held) == 0, stat(file, &there) == 0,
        held.st_ino == there.st_ino, held.st_dev == there.st_dev
      else {
        close(descriptor)
        return nil
      }
      self.descriptor = descriptor
    }

    deinit { close(descriptor) }
  }
}

extension PrintFolder.Sheet {
  init(_ document: IssuedDocument, of id: CaseID, isReprint: Bool) {
    let day = document.issuedOn.description.filter { $0 != "-" }
    let mark = isReprint ? "-补打" : ""
    name = Self.fileName("\(day)-\(id)-\(document.kind.rawValue)-\(document.number)\(mark)")
    let printed = document.text.string
    text = isReprint ? "【补打 / reprint】\n\(printed)" : printed
    copies = isReprint ? 1 : document.copies
  }

  /// The slip of a number of the queue.
  init(_ ticket: TicketRow, text: String) {
    let day = ticket.day.description.filter { $0 != "-" }
    name = Self.fileName("\(day)-\(ticket.id)")
    (self.text, copies) = (text, 1)
  }

  /// A name that leads nowhere else: nothing in it but letters, digits and the marks of
  /// document numbers, and short enough for a file system.
  static func fileName(_ text: String) -> String {
    var name = ""
    for character in text {
      let isPlain = character.isLetter || character.isNumber || "-_.()（）〔〕[]".contains(character)
      let next = isPlain ? character : "-"
      guard name.utf8.count + next.utf8.count <= longestName else { break }
      name.append(next == "." && name.isEmpty ? "-" : next)
    }
    return name
  }

  /// In bytes; endings and copies come on top.
  private static let longestName = 200
}
