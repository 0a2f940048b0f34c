private import CNcurses
private import Glibc

extension NcursesTerminal {
  /// What keeps a terminal of this type from showing the console; nil if nothing does.
  package static func fault(ofType name: String) -> TerminalFault? {
    var problem: Int32 = 0
    guard !name.isEmpty, setupterm(name, STDOUT_FILENO, &problem) == OK else {
      return .unknownTerminal(name)
    }
    return capability("cup") == nil ? .poorTerminal(name) : nil
  }
}
