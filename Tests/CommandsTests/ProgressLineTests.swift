import CaseStore
import Testing

@testable import Commands

/// The line that tells whoever waits how far a long piece of work has come.
struct ProgressLineTests {
  private let start = ContinuousClock.now

  private func after(_ milliseconds: Int) -> ContinuousClock.Instant {
    start.advanced(by: .milliseconds(milliseconds))
  }

  @Test func `work that is done at once shows no line, and leaves none to be taken away`() {
    var line = ProgressLine(at: start)
    #expect(line.next(Progress(done: 1, total: 2), at: after(1)) == nil)
    #expect(line.next(Progress(done: 2, total: 2), at: after(150)) == nil)
    #expect(line.end() == nil)
  }

  @Test func `a line that was shown is taken away once`() {
    var line = ProgressLine(at: start)
    _ = line.next(Progress(done: 0, total: 100), at: after(0))
    #expect(
      line.next(Progress(done: 50, total: 100), at: after(2_000)) == "\r50%  50/100  0:02\u{1B}[K")
    #expect(line.end() == "\r\u{1B}[K")
    #expect(line.end() == nil)
  }

  @Test func `a line stands until it is taken away, though the next work is done at once`() {
    var line = ProgressLine(at: start)
    _ = line.next(Progress(done: 0, total: 100), at: after(0))
    #expect(line.next(Progress(done: 50, total: 100), at: after(2_000)) != nil)
    #expect(line.next(Progress(done: 1, total: 3), at: after(2_050)) == nil)
    #expect(line.end() != nil)
  }
}
