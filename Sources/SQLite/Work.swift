/// A piece of what a connection was asked to do, so that the same can be done again elsewhere without
/// asking why.
package enum Work: Hashable, Sendable {
  case statement(String, [SQLiteValue])
  /// The ends of a transaction that writes.
  case begin, end
}

/// What a connection was asked to do, in order.
package final class WorkRecord {
  package private(set) var work: [Work] = []

  package init() { work.reserveCapacity(256) }

  func add(_ piece: Work) { work.append(piece) }
}

extension Connection {
  /// Does again what another connection did on a file of the same content: the same statements in the
  /// same transactions, within one turn. Rows are stepped through, and nothing is read from them.
  package func doAgain(_ work: [Work]) throws(SQLiteError) {
    try holdingTurn { () throws(SQLiteError) in
      var rest = work[...]
      while let piece = rest.popFirst() {
        switch piece {
        case .statement(let sql, let values): try run(sql, values)
        case .end: break
        case .begin:
          let end = rest.firstIndex(of: .end) ?? rest.endIndex
          let inside = rest[..<end]
          try transaction { () throws(SQLiteError) in
            for case .statement(let sql, let values) in inside { try run(sql, values) }
          }
          rest = rest[end...].dropFirst()
        }
      }
    }
  }
}
