import Commands
import Testing

/// The terminals on which programs are measured and tested.
struct PseudoTerminalTests {
  @Test func `terminals that are opened at the same time are told apart`() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<100 {
            let terminal = try PseudoTerminal(
              running: "/usr/bin/true", [], environment: [:])
            #expect(terminal.end() == 0)
          }
        }
      }
      try await group.waitForAll()
    }
  }
}
