import CaseStore
import Casework
import Deskwork
import FaultyDisk
import FoundationEssentials
import SQLite
import TestSupport
import Testing

/// A disk that fills up under a hall at work.
struct FullDiskTests {
  private let hall: TestHall
  private let disk = FaultyDisk()

  init() throws { hall = try TestHall(.file) }

  private var reserve: String { hall.path + "-reserve" }

  /// The disk takes so many bytes more than lie on it now.
  private func limit(to bytes: Int) throws {
    let (folder, path) = (hall.folder.path, hall.path)
    let room = Self.used(folder) + bytes
    disk.fault = { call in
      guard call.kind == .write, call.file == .main || call.file == .log,
        let suffix = call.file.suffix
      else { return nil }
      let growth = max(0, Int(call.offset) + call.length - Self.size(path + suffix))
      return Self.used(folder) + growth > room ? .full : nil
    }
  }

  private static func used(_ folder: String) -> Int {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.reduce(0) { $0 + size(folder + "/" + $1) }
  }

  private static func size(_ path: String) -> Int {
    let found = try? FileManager.default.attributesOfItem(atPath: path)
    return found?[.size] as? Int ?? 0
  }

  private func store() throws -> SQLiteStore {
    var handling = FileHandling()
    handling.layer = disk.name
    return try SQLiteStore.open(at: hall.path, handling: handling)
  }

  /// Works until an act is refused; answers with how many were not, and why it ended.
  private func work(_ store: SQLiteStore, atMost: Int) throws -> (Int, DeskRefusal?) {
    let desk = try Desk(store: store, surroundings: .test())
    for number in 0..<atMost {
      do throws(DeskRefusal) {
        _ = try desk.carryOut(
          .takeIn("SJ05", Scenario(.foodLicence).completeIntake, nil),
          by: Seat(clerk: .counterClerk, counter: "W01"))
      } catch {
        return (number, error)
      }
    }
    return (atMost, nil)
  }

  @Test func `on a full disk the hall goes on from its reserve, and says so`() throws {
    let store = try store()
    store.keepReserve()
    #expect(!store.reserveIsSpent)
    let reserved = try FileManager.default.attributesOfItem(atPath: reserve)
    #expect(reserved[.size] as? Int == 32 << 20 && reserved[.posixPermissions] as? Int == 0o600)
    try limit(to: 200_000)
    let (carriedOut, refusal) = try work(store, atMost: 60)
    #expect(carriedOut == 60 && refusal == nil)
    #expect(store.reserveIsSpent)
    #expect(!FileManager.default.fileExists(atPath: reserve))
    // There is room again.
    disk.fault = { _ in nil }
    store.keepReserve()
    #expect(!store.reserveIsSpent)
    #expect(try store.verify(readings: TestReadings.of).isSound)
  }

  @Test func `without a reserve the act is refused, nothing is lost, and work goes on with room`()
    throws
  {
    let store = try store()
    try limit(to: 200_000)
    let (carriedOut, refusal) = try work(store, atMost: 60)
    #expect(carriedOut < 60 && refusal == .store(.diskFull))
    #expect(store.reserveIsSpent)
    disk.fault = { _ in nil }
    #expect(try work(store, atMost: 3).0 == 3)
    let report = try store.verify(readings: TestReadings.of)
    #expect(report.isSound && report.cases == carriedOut + 3)
  }

  @Test func `a demo keeps no reserve`() throws {
    let path = hall.folder.path("demo.db")
    let store = try SQLiteStore.create(at: path, nature: StoreNature(isDemo: true, secret: "s"))
    store.keepReserve()
    #expect(!store.reserveIsSpent)
    #expect(!FileManager.default.fileExists(atPath: path + "-reserve"))
  }
}
