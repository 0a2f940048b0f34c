import CaseStore
import Casework
import Deskwork
import FoundationEssentials
import Glibc

/// A hall to measure: the same size, seed and version of the program find the same one again.
struct BenchStore {
  let path: String
  let size: BenchSize
  /// How long making it took; nil for one that was not made here.
  var madeIn: Double?

  /// Every hall of the plan, made where it does not lie ready.
  static func all(_ host: BenchHost) throws(Complaint) -> [BenchStore] {
    if let path = host.plan.store { return [try existing(path, host)] }
    var stores: [BenchStore] = []
    for size in host.plan.sizes.sorted() { stores.append(try ready(size, host)) }
    return stores
  }

  private static func existing(_ path: String, _ host: BenchHost) throws(Complaint) -> BenchStore {
    let hall = try OpenHall(administering: host.invocation, at: path)
    let cases = try complaining { () throws(StoreError) in try hall.store.caseCount() }
    return BenchStore(path: path, size: BenchSize(cases: cases))
  }

  private static func ready(_ size: BenchSize, _ host: BenchHost) throws(Complaint) -> BenchStore {
    let seed = host.plan.seed
    let path = "\(host.plan.folder)/\(Program.version)-s\(seed)-\(size.text).db"
    if access(path, F_OK) == 0, let made = note(beside: path) {
      try bringUpToDate(path, size, host)
      return BenchStore(path: path, size: size, madeIn: made)
    }
    // One without its note was left by somebody who was interrupted, or by another version.
    SQLiteStore.discard(path)
    unlink(path + noteEnding)
    try demandRoom(size, host)
    host.tell("造 \(size.text) 件的大厅 …", "making a hall of \(size.text) cases …")
    let maker = HallMaker(invocation: host.invocation, path: path)
    let plan = HallMaker.Plan(isDemo: true, cases: size.cases, seed: seed)
    let (_, microseconds) = try Stopwatch.time { () throws(Complaint) in try maker.make(plan) }
    ProgressLine.clear()
    try? "\(Int(microseconds))\n".write(
      toFile: path + noteEnding, atomically: true, encoding: .utf8)
    return BenchStore(path: path, size: size, madeIn: microseconds)
  }

  /// The schema may have moved on within a version: the hall is opened once as a console would.
  private static func bringUpToDate(
    _ path: String, _ size: BenchSize, _ host: BenchHost
  ) throws(Complaint) {
    do throws(StoreError) {
      _ = try SQLiteStore.openReadOnly(at: path)
    } catch .older {
      host.tell(
        "把 \(size.text) 件的大厅更新到这个版本 …",
        "bringing the hall of \(size.text) cases up to date …")
      _ = try OpenHall(working: host.invocation, at: path)
    } catch {
      throw .store(error)
    }
  }

  private static let noteEnding = ".made"

  private static func note(beside path: String) -> Double? {
    (try? String(contentsOfFile: path + noteEnding, encoding: .utf8))
      .flatMap { Double(trimmed($0.filter { $0 != "\n" })) }
  }

  /// What a case takes at most, while its hall is being made.
  private static let caseBytes: Int64 = 30_000

  private static func demandRoom(_ size: BenchSize, _ host: BenchHost) throws(Complaint) {
    let needed = Int64(size.cases) * caseBytes
    let folder = host.plan.folder
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let room = SQLiteStore.room(beside: folder + "/x")
    guard room < needed else { return }
    throw .other(
      Words(
        "\(folder) 只剩 \(room >> 20) MB，\(size.text) 件约需 \(needed >> 20) MB；请用 --folder 另指一处，或用 --sizes 减小。",
        "\(folder) has \(room >> 20) MB left and \(size.text) cases need about \(needed >> 20) MB; name another place with --folder, or smaller --sizes."
      ))
  }
}
