import CaseStore
import Deskwork

/// Lines that are carried out in one transaction.
extension DoRun {
  /// Each line is checked and refused for itself, as it would be alone; none is answered and nothing
  /// is printed before all of them are on disk. If the store fails none of them is done.
  mutating func answers(to lines: [LineReader.Line]) -> [Answer] {
    let (store, before) = (hall.store, labels)
    var answers: [Answer] = []
    do throws(StoreError) {
      try store.together {
        // After a full disk it may be done once more, from the beginning.
        labels = before
        answers = lines.compactMap { worked(out: $0) }
      }
      return answers.map(printed)
    } catch {
      labels = before
      return lines.compactMap { undone($0, error) }
    }
  }

  private func undone(_ line: LineReader.Line, _ fault: StoreError) -> Answer? {
    do throws(Problem) {
      guard try read(line) != nil else { return nil }
      return refusal(.refused(.store(fault), item: nil), line.number)
    } catch {
      return refusal(error, line.number)
    }
  }
}
