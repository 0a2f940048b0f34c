import Casework
import Deskwork

/// Keys in the inbox, and pages in the ledger as far as it goes: how long until the last byte, and how
/// many bytes.
struct KeyBench {
  let host: BenchHost
  let store: BenchStore

  /// What a kind of key has brought.
  private struct Presses {
    var times: [Double] = []
    var bytes: [Double] = []
    var shares: [Double] = []

    /// A key that changed nothing, such as down on the last line, tells nothing.
    mutating func take(_ burst: Burst) {
      guard !burst.bytes.isEmpty else { return }
      times.append(burst.microseconds)
      bytes.append(Double(burst.bytes.count))
      if burst.textBytes > 0 {
        shares.append(Double(burst.bytes.count) / Double(burst.textBytes) * 100)
      }
    }
  }

  func run() throws(Complaint) -> [Measured] {
    let clerk = try host.examiner(store)
    var (cursor, page, open, panes) = (Presses(), Presses(), Presses(), Presses())
    let probe = try ConsoleProbe(store, host, as: clerk)
    _ = try probe.firstScreen()
    _ = probe.press(ProbeKey.pane(3))
    for round in 0..<host.plan.rounds {
      cursor.take(probe.press(round % 2 == 0 ? ProbeKey.down : ProbeKey.up))
      open.take(probe.press(ProbeKey.enter))
      _ = probe.press(ProbeKey.back)
      panes.take(probe.press(ProbeKey.pane(5)))
      panes.take(probe.press(ProbeKey.pane(3)))
    }
    _ = probe.press(ProbeKey.pane(7))
    // The first stays on the page in sight.
    _ = probe.press(ProbeKey.nextPage)
    for _ in 0..<host.plan.rounds {
      let burst = probe.press(ProbeKey.nextPage)
      // The list is over. What comes while one goes on pressing is the clock.
      if burst.bytes.isEmpty { break }
      page.take(burst)
    }
    probe.leave()
    let size = store.size
    return [
      Measured(.keyCursor, size, cursor.times), Measured(.keyPage, size, page.times),
      Measured(.keyOpen, size, open.times), Measured(.keySwitch, size, panes.times),
      Measured(.bytesCursor, size, cursor.bytes), Measured(.bytesPage, size, page.bytes),
      Measured(.pageShare, size, page.shares), Measured(.bytesOpen, size, open.bytes),
      Measured(.bytesSwitch, size, panes.bytes),
    ] + (try thinCursor(clerk))
  }

  private func thinCursor(_ clerk: ClerkID) throws(Complaint) -> [Measured] {
    guard ConsoleProbe.hasThin else { return [] }
    let probe = try ConsoleProbe(store, host, as: clerk, thin: true)
    _ = try probe.firstScreen()
    _ = probe.press(ProbeKey.pane(3))
    var cursor = Presses()
    for round in 0..<host.plan.rounds {
      cursor.take(probe.press(round % 2 == 0 ? ProbeKey.down : ProbeKey.up))
    }
    probe.leave()
    return [Measured(.thinCursor, store.size, cursor.bytes)]
  }
}
