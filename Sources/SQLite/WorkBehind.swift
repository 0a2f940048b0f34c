private import Dispatch

/// Work that a thread of its own carries out piece by piece, in the order it is given, while whoever
/// gives it goes on.
///
/// What a piece uses is that thread's alone until `finish` has answered. Only what the queue carries
/// out touches `fault`.
package final class WorkBehind: @unchecked Sendable {
  /// Handed over whole: whoever gave it uses nothing of it before it is done.
  private struct Piece: @unchecked Sendable {
    let carryOut: () throws(SQLiteError) -> Void
  }

  /// How many pieces may wait, so that they take no more memory than that.
  private static let most = 16

  private let queue = DispatchQueue(label: "work-behind")
  private let room = DispatchSemaphore(value: WorkBehind.most)
  private var fault: SQLiteError?

  package init() {}

  /// Pieces that are given after one that failed are not carried out.
  package func add(_ carryOut: @escaping () throws(SQLiteError) -> Void) {
    let piece = Piece(carryOut: carryOut)
    room.wait()
    queue.async {
      defer { self.room.signal() }
      guard self.fault == nil else { return }
      do throws(SQLiteError) {
        try piece.carryOut()
      } catch {
        self.fault = error
      }
    }
  }

  /// Waits until everything is done; throws what the first piece that failed has thrown.
  package func finish() throws(SQLiteError) {
    if let fault = queue.sync(execute: { fault }) { throw fault }
  }
}
