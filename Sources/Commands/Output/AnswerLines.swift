import Casework
import Glibc

/// One question a line on standard input, one answer a line, each out before the next is read.
struct AnswerLines {
  let invocation: Invocation

  /// A line that makes no sense is answered with `error`, and the next one is still read.
  func run(_ answer: (JSONValue) throws(Malformed) -> JSONValue) -> ExitStatus {
    var lines = LineReader(file: STDIN_FILENO)
    var status = ExitStatus.done
    while let line = lines.next() {
      do throws(Malformed) {
        guard let value = try line.json() else { continue }
        invocation.output.say(try answer(value).line)
      } catch {
        invocation.output.say(
          JSONValue.object([.init("error", .text(error.words[invocation.language]))]).line)
        status = .refused
      }
    }
    return status
  }
}
