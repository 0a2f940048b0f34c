import Commands

/// The built executable on a terminal.
extension PseudoTerminal {
  convenience init(
    _ arguments: [String], environment: [String: String], columns: UInt16 = 80, rows: UInt16 = 24,
    of program: String = Yichuang.executable
  ) throws {
    try self.init(
      bytes: arguments.map { Array($0.utf8) }, environment: environment, columns: columns,
      rows: rows, of: program)
  }

  /// With arguments as they come, in whatever character set.
  convenience init(
    bytes arguments: [[UInt8]], environment: [String: String], columns: UInt16 = 80,
    rows: UInt16 = 24, of program: String = Yichuang.executable
  ) throws {
    try self.init(
      running: program, arguments, environment: environment, columns: columns, rows: rows)
  }
}
