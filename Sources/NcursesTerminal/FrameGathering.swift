private import CPlatform
private import Glibc

/// Gathers what ncurses writes piece by piece, at every move of the cursor, and sends it in one go: a
/// frame is one packet on the line, and whoever reads it is woken once.
final class FrameGathering {
  /// A file without a name that takes the place of the terminal while ncurses writes.
  private let memory: Int32
  private let line: Int32

  /// Nil where the system has no such files; then the pieces are sent as they come.
  init?() {
    memory = open_memory()
    line = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    guard memory >= 0, line >= 0 else { return nil }
  }

  deinit {
    close(memory)
    close(line)
  }

  /// Takes in what `draw` writes to the terminal; false where the system does not let it, and nothing
  /// was drawn.
  func gather(_ draw: () -> Void) -> Bool {
    lseek(memory, 0, SEEK_SET)
    guard dup2(memory, STDOUT_FILENO) >= 0 else { return false }
    draw()
    dup2(line, STDOUT_FILENO)
    return true
  }

  /// Sends what was gathered last.
  func sendGathered() {
    let count = max(0, Int(lseek(memory, 0, SEEK_CUR)))
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { room, length in
      length = max(0, pread(memory, room.baseAddress, count, 0))
    }
    writeAll(STDOUT_FILENO, bytes)
  }
}
