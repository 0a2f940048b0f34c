import CaseStore
import Casework
import Deskwork
import FaultyDisk
import FoundationEssentials
import SQLite
import TestSupport
import Testing

/// The disk fails at the n-th call of one act, for every n: the act is recorded or refused with a
/// sentence, never half of it, and the counter works on.
struct DiskFaultTests {
  /// How the disk fails from the n-th call on.
  enum Failing: CaseIterable {
    /// Once, or until the act is over.
    case once, forGood
  }

  /// A long act and a short one.
  enum Act {
    case intake, ticket
  }

  @Test(
    arguments: [
      (.intake, .once, .inputOutput), (.ticket, .once, .inputOutput),
      (.ticket, .forGood, .inputOutput), (.ticket, .once, .full), (.ticket, .forGood, .full),
    ] as [(Act, Failing, DiskFault)])
  func `at every call of an act the disk may fail`(
    _ act: Act, _ failing: Failing, _ fault: DiskFault
  ) throws {
    let counter = try FaultyCounter()
    var (number, refused) = (0, 0)
    while let isRecorded = try counter.carryOut(act, failingAt: number, failing, fault) {
      number += 1
      if !isRecorded { refused += 1 }
      #expect(try counter.goesOn(), "after \(number)")
    }
    // An act takes many calls. A disk that was full once has room again: the act is done all the same.
    #expect(number > 10)
    #expect(failing == .once && fault == .full ? refused == 0 : refused > number / 4)
    #expect(try counter.faults() == [])
  }
}

/// A counter whose disk can be made to fail.
private final class FaultyCounter {
  private let hall: TestHall
  private let disk = FaultyDisk()
  private let desk: Desk
  private var count = 0

  init() throws {
    hall = try TestHall(.file)
    var handling = FileHandling()
    handling.layer = disk.name
    // Every act moves the log as well.
    handling.checkpointPages = 1
    desk = try Desk(
      store: SQLiteStore.open(at: hall.path, handling: handling), surroundings: .test())
    // What is read once for all acts.
    try carryOut(.intake, "before")
    _ = try goesOn()
  }

  private func carryOut(
    _ act: DiskFaultTests.Act, _ request: RequestID
  ) throws(DeskRefusal) {
    let seat = Seat(clerk: .counterClerk, counter: "W01")
    switch act {
    case .intake:
      let ending = IntakeEnding.accept(deferring: [], underCommitment: false)
      _ = try desk.carryOut(
        [.takeIn("SJ05", Scenario(.foodLicence).completeIntake, ending)], by: seat, seen: nil,
        request: request
      ) { _ in "done" }
    case .ticket:
      _ = try desk.carryOut(
        .issue(queue: "A", purpose: "办事"), by: seat, seen: nil, request: request
      ) { _ in "done" }
    }
  }

  /// Whether the act was recorded; nil if it was over before the disk could fail.
  func carryOut(
    _ act: DiskFaultTests.Act, failingAt number: Int, _ failing: DiskFaultTests.Failing,
    _ fault: DiskFault
  ) throws -> Bool? {
    var calls = 0
    var hasFailed = false
    disk.fault = { call in
      // Only what writes can find the disk full.
      if fault == .full, ![.write, .sharedMap].contains(call.kind) { return nil }
      defer { calls += 1 }
      guard failing == .once ? calls == number : calls >= number else { return nil }
      hasFailed = true
      return fault
    }
    count += 1
    let request = RequestID("fault-\(count)")
    var isRecorded = true
    do throws(DeskRefusal) {
      try carryOut(act, request)
    } catch {
      isRecorded = false
      guard case .store(let store) = error else { throw error }
      // The one refusal of what stands: the disk has not confirmed it, and that is said.
      if case .unconfirmed = store { isRecorded = true }
      #expect(Self.expected(store, fault), "\(number): \(store)")
    }
    disk.fault = { _ in nil }
    guard hasFailed else { return nil }
    #expect(try (desk.store.answer(to: request) != nil) == isRecorded, "\(number)")
    return isRecorded
  }

  private static func expected(_ error: StoreError, _ fault: DiskFault) -> Bool {
    if case .diskFull = error { return fault == .full }
    if case .diskFault = error { return fault == .inputOutput }
    if case .cannotOpen = error { return fault == .inputOutput }
    if case .unconfirmed = error { return fault == .inputOutput }
    return false
  }

  func goesOn() throws -> Bool {
    count += 1
    let request = RequestID("after-\(count)")
    try carryOut(.ticket, request)
    return try desk.store.answer(to: request) != nil
  }

  func faults() throws -> [StoreFault] {
    try SQLiteStore.openReadOnly(at: hall.path).verify(readings: TestReadings.of).faults
  }
}
