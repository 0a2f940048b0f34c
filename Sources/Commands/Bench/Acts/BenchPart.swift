import Casework
import Deskwork
import Glibc

/// What one of several processes does that are measured together: the program has started itself.
///
/// It is given an application on standard input, says that it is ready, begins at the next line, and
/// says how many acts were refused and how many microseconds each of the others took.
struct BenchPart {
  /// In the environment: what to do.
  static let variable = "YICHUANG_BENCH_PART"

  enum Kind: String {
    /// Writes without pause.
    case crowd
    /// Plays several people who think between two acts.
    case seats
  }

  /// The words of the variable.
  struct Task {
    var kind: Kind
    var milliseconds: Int
    var seats: Int

    func text(of member: Int) -> String { "\(kind.rawValue) \(milliseconds) \(seats) \(member)" }

    init(_ kind: Kind, milliseconds: Int, seats: Int = 1) {
      (self.kind, self.milliseconds, self.seats) = (kind, milliseconds, seats)
    }
  }

  private let task: Task
  /// Which of the processes this is.
  private let member: Int
  private let invocation: Invocation

  init(_ text: String, _ invocation: Invocation) throws(Complaint) {
    let words = text.split(separator: " ")
    guard words.count == 4, let kind = Kind(rawValue: String(words[0])),
      let milliseconds = Int(words[1]), let seats = Int(words[2]), let member = Int(words[3])
    else {
      throw .other(
        Words(
          "\(Self.variable) 只供 bench 自己使用；请去掉。",
          "\(Self.variable) is for bench itself; leave it out."))
    }
    task = Task(kind, milliseconds: milliseconds, seats: seats)
    (self.member, self.invocation) = (member, invocation)
  }

  func run() throws(Complaint) -> ExitStatus {
    let hall = try OpenHall(working: invocation)
    let acts = try BenchActs(readLine() ?? "", at: hall, member: member)
    var player = BenchPlayer(acts: acts)
    // The first act prepares every statement.
    player.carryOut(0, dueAt: Stopwatch.now)
    player.forget()
    invocation.output.say("ready")
    guard readLine() != nil else { return .done }
    let end = Stopwatch.now + .milliseconds(task.milliseconds)
    switch task.kind {
    case .crowd: player.writeWithoutPause(until: end)
    case .seats: player.sit(task.seats, until: end)
    }
    invocation.output.say(
      "\(player.refused) " + player.times.map { "\(Int($0))" }.joined(separator: " "))
    return .done
  }
}

/// Acts one after the other, and how long each took.
struct BenchPlayer {
  let acts: BenchActs
  private(set) var times: [Double] = []
  private(set) var refused = 0
  /// What each seat has taken in and not yet accepted.
  private var open: [Int: CaseID] = [:]

  init(acts: BenchActs) { self.acts = acts }

  mutating func forget() { (times, refused) = ([], 0) }

  mutating func carryOut(_ seat: Int, dueAt due: Stopwatch.Instant) {
    do throws(DeskRefusal) {
      try acts.another(&open[seat])
      times.append(Stopwatch.microseconds(since: due))
    } catch {
      refused += 1
    }
  }

  mutating func writeWithoutPause(until end: Stopwatch.Instant) {
    while true {
      let before = self.times.count
      carryOut(0, dueAt: Stopwatch.now)
      guard Stopwatch.now < end else {
        // What came too late is not counted as done in time.
        times.removeLast(times.count - before)
        return
      }
    }
  }

  /// Between two acts each person thinks for one to three seconds. What an act waits because another
  /// seat of this process is at work counts as well.
  mutating func sit(_ seats: Int, until end: Stopwatch.Instant) {
    let start = Stopwatch.now
    var due = (0..<seats).map { _ in start + .milliseconds(Int.random(in: 0...2_000)) }
    while let next = due.indices.min(by: { due[$0] < due[$1] }), due[next] < end {
      let wait = Stopwatch.now.duration(to: due[next]) / .microseconds(1)
      if wait > 0 { usleep(UInt32(wait)) }
      carryOut(next, dueAt: due[next])
      due[next] = Stopwatch.now + .milliseconds(Int.random(in: 1_000...3_000))
    }
  }
}
