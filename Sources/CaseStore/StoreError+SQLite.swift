import Casework
package import Deskwork
import FoundationEssentials
package import SQLite

extension StoreError {
  /// What SQLite said, as the desk says it.
  package init(_ error: SQLiteError, path: String, patience: Int) {
    switch error.kind {
    case .folderMissing, .fileMissing: self = .missing(path: path)
    case .alreadyExists: self = .exists(path: path)
    case .notADatabase, .empty:
      // Where locks lie beside it, it was a store once.
      let wasOurs = FileManager.default.fileExists(atPath: path + "-turn.lock")
      self = wasOurs ? .damaged(detail: error.message) : .notAStore(path: path)
    case .isDirectory, .otherProgram: self = .notAStore(path: path)
    case .newerSchema(let names): self = .newer(path: path, migration: names.first ?? "")
    case .olderSchema: self = .older(path: path)
    case .networkFileSystem: self = .networkFileSystem(path: path)
    case .unreadLog: self = .unreadLog(path: path)
    case .damagedLog: self = .damagedLog(path: path)
    case .foreignLog: self = .foreignLog(path: path)
    case .corrupt, .mistyped: self = .damaged(detail: error.message)
    case .full: self = .diskFull
    case .readOnly: self = .readOnly(path: path)
    case .busy: self = .lockedTooLong(seconds: patience, holder: nil)
    case .turnNotReached(let holder):
      self = .lockedTooLong(seconds: patience, holder: holder.map { TurnHolder($0) })
    case .notPermitted, .cannotOpen: self = .cannotOpen(path: path, detail: error.message)
    case .inputOutput: self = .diskFault(path: path, detail: error.message)
    case .unsettled: self = .unconfirmed(path: path)
    case .outOfMemory, .uniqueViolation, .foreignKeyViolation, .constraintViolation,
      .refusedByTrigger, .transactionLost, .other:
      self = .other(detail: error.description)
    }
  }
}

extension TurnHolder {
  init(_ signature: TurnSignature) {
    let clerk = signature.name.isEmpty ? nil : ClerkID(signature.name)
    self.init(process: signature.process, clerk: clerk)
  }
}
