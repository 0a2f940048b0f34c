import CaseStore
import Casework
import Deskwork
import Glibc
import HallFiles

/// Where measuring takes place: the command line, the data folder, and what is said meanwhile.
struct BenchHost {
  let invocation: Invocation
  let plan: BenchPlan
  let data: HallData
  /// What is taken in and accepted, as a line of `do`; empty where no acts are measured.
  let application: String

  init(_ invocation: Invocation, _ plan: BenchPlan) throws(Complaint) {
    (self.invocation, self.plan) = (invocation, plan)
    data = try HallData(invocation)
    let acts: [BenchRow] = [.accept, .batch, .crowd, .seats]
    application =
      plan.rows.contains { acts.contains($0) } ? try data.application(in: invocation.language) : ""
  }

  var language: Language { invocation.language }
  var dataPath: String { data.folder.path }

  /// What goes on, for whoever waits.
  func tell(_ zh: String, _ en: String) {
    ProgressLine.clear()
    invocation.output.remark(invocation.say(zh, en))
  }

  func tell(_ row: BenchRow, _ size: BenchSize) {
    tell("\(row.title.zh)，\(size.text) 件 …", "\(row.title.en), \(size.text) cases …")
  }

  func hall(
    _ store: BenchStore, keeping most: Int = KeptFiles.usual
  ) throws(Complaint) -> OpenHall {
    try OpenHall(working: invocation, at: store.path, keeping: most)
  }

  /// A desk that writes nothing, but knows how names are searched by their initials.
  func reader(_ store: BenchStore) throws(Complaint) -> OpenHall {
    try OpenHall(administering: invocation, at: store.path)
  }

  /// The program again, as another process would start it.
  static let program: String = {
    var path = [CChar](repeating: 0, count: 4_096)
    let length = readlink("/proc/self/exe", &path, path.count - 1)
    return String(
      decoding: path.prefix(max(0, length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }()

  var environment: [String: String] {
    [
      "HOME": invocation.set("HOME") ?? "/", "TMPDIR": invocation.set("TMPDIR") ?? "/tmp",
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8",
    ]
  }

  func complaining<Answer>(
    at desk: Desk, _ body: () throws(DeskRefusal) -> Answer
  ) throws(Complaint) -> Answer {
    try desk.complaining(in: language, body)
  }

  /// A process or a terminal could not be had.
  static func notStarted(_ number: Int32) -> Complaint {
    let reason = strerror(number).map { String(cString: $0) } ?? "\(number)"
    return .other(
      Words(
        "测量所需的进程或终端开不出来（\(reason)）；请减少 --consoles、--crowd，或看 ulimit。",
        "A process or terminal that measuring needs could not be started (\(reason)); lower --consoles or --crowd, or see ulimit."
      ))
  }
}
