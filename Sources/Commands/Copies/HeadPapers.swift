import CaseStore
import Casework
import Deskwork
import Glibc
import WorkCalendar

/// Lines with heads that somebody holds against the record.
struct HeadPapers {
  private let papers: [Paper]

  private struct Paper {
    var reading: Result<HeadLine, HeadLine.Problem>
  }

  /// A single line that cannot be read is a wrong call; of many on standard input each is answered.
  init(_ invocation: Invocation) throws(Complaint) {
    var papers: [Paper] = []
    for text in invocation.arguments.every(.headLine) {
      guard text == "-" else {
        let paper = Self.paper(text)
        if case .failure(let problem) = paper.reading {
          throw .usage(.question(.verify, problem.words))
        }
        papers.append(paper)
        continue
      }
      var lines = LineReader(file: STDIN_FILENO)
      while let line = lines.next() {
        switch line {
        case .text(let text, _) where text.allSatisfy(\.isWhitespace): break
        case .text(let text, _): papers.append(Self.paper(text))
        case .notUTF8, .tooLong: papers.append(Paper(reading: .failure(.tooShort(found: 0))))
        }
      }
    }
    self.papers = papers
  }

  private static func paper(_ text: String) -> Paper {
    do throws(HeadLine.Problem) {
      return Paper(reading: .success(try HeadLine(reading: text)))
    } catch {
      return Paper(reading: .failure(error))
    }
  }

  /// At which numbers of events the head has to be worked out again.
  var heads: [Int64] { papers.compactMap { try? $0.reading.get().events } }

  func findings(in report: VerifyReport) -> [HeadFinding] {
    papers.map { paper in
      switch paper.reading {
      case .failure(let problem): .unreadable(problem)
      case .success(let line):
        report.heads[line.events].map { head in
          .compared(line, line.verdict(head, last: report.lastPosition))
        } ?? .notCompared(line)
      }
    }
  }
}

/// What came out for one line.
enum HeadFinding {
  case unreadable(HeadLine.Problem)
  /// The file is so damaged that nothing could be worked out.
  case notCompared(HeadLine)
  case compared(HeadLine, HeadVerdict)

  var isGood: Bool {
    switch self {
    case .unreadable, .notCompared: false
    case .compared(_, let verdict): verdict.isGood
    }
  }

  /// A changed record weighs more than a line that was misread.
  func status(after status: ExitStatus) -> ExitStatus {
    guard status != .store else { return status }
    switch self {
    case .unreadable, .compared(_, .misread): return .usage
    case .notCompared: return .store
    case .compared(_, let verdict): return verdict.isGood ? status : .store
    }
  }

  var words: Words {
    switch self {
    case .unreadable(let problem): return problem.words
    case .notCompared(let line):
      return Words(
        "\(line.day) 的日首印：记录不全或已坏，无从核对；请看上面的说明。",
        "The head of \(line.day): the record is not all there or damaged, so it cannot be compared; see above."
      )
    case .compared(let line, let verdict):
      let what = verdict.words(line)
      return Words("\(line.day) 的日首印：\(what.zh)", "The head of \(line.day): \(what.en)")
    }
  }

  var json: JSONValue {
    switch self {
    case .unreadable: .object([.init("verdict", "unreadable")])
    case .notCompared(let line):
      .object([.init("on", .text(line.day.description)), .init("verdict", "notCompared")])
    case .compared(let line, let verdict):
      .object([
        .init("on", .text(line.day.description)), .init("events", .number(Int(line.events))),
        .init("verdict", .text(verdict.code)),
      ])
    }
  }
}

extension HeadVerdict {
  fileprivate var isGood: Bool { self == .same || self == .sameButMisread }

  fileprivate var code: String {
    switch self {
    case .same: "same"
    case .sameButMisread: "sameButMisread"
    case .misread: "misread"
    case .tailLost: "tailLost"
    case .streamsDiffer: "streamsDiffer"
    case .changed: "changed"
    }
  }

  fileprivate func words(_ line: HeadLine) -> Words {
    switch self {
    case .same:
      return Words(
        "相符，当时的 \(line.events) 个事件、\(line.streams) 个流一个不少，也没有改动。",
        "it agrees. Of the \(line.events) events and \(line.streams) streams of then none is gone or changed."
      )
    case .sameButMisread:
      return Words(
        "相符，记录没有改动；但日期或斜线后的四位看错了，请再看一遍纸。",
        "it agrees and the record is unchanged, but the day or the four digits behind the stroke were misread; look at the paper again."
      )
    case .misread(let groups):
      let places = groups.map { "\($0)" }
      let zh =
        places.isEmpty
        ? "多半是日期、e 或 s 后面的数" : "多半是第 \(places.joined(separator: "、")) 组"
      let en =
        places.isEmpty
        ? "probably the day or a number behind e or s"
        : "probably group \(places.joined(separator: " and "))"
      return Words(
        "这一行看错了或抄错了（\(zh)），前后对不上，不能据此判断；请再看一遍纸。",
        "this line was misread or miscopied (\(en)): its parts do not belong together and nothing follows from it. Look at the paper again."
      )
    case .tailLost(let events):
      return Words(
        "不符，记录的末尾丢了 \(events) 个事件。请停止使用，核对备份。",
        "it does not agree: the last \(events) events of then are gone. Stop using this store and look at the backups."
      )
    case .streamsDiffer(let then, let now):
      return Words(
        "不符，当时有 \(then) 个流，现在是 \(now) 个；有整件的记录被删或换过。请停止使用，核对备份。",
        "it does not agree: there were \(then) streams, now there are \(now); whole cases were taken out or exchanged. Stop using this store and look at the backups."
      )
    case .changed:
      return Words(
        "不符，至少一个事件被改过，链也被重算。请停止使用，核对备份。",
        "it does not agree: at least one event was changed and its chain made anew. Stop using this store and look at the backups."
      )
    }
  }
}

extension HeadLine.Problem {
  fileprivate var words: Words {
    let example = "2026-11-21 e56789 s1234 3f2a … /c0de"
    switch self {
    case .tooShort(let found):
      let needed = HeadLine.digitCount + 4
      return Words(
        "日首印不全：末尾应有 \(needed) 位十六进制数，只有大约 \(found) 位；整行应如 \(example)。",
        "The head is not whole: \(needed) hexadecimal digits stand at its end, about \(found) were found; a line reads \(example)."
      )
    case .noDay:
      return Words(
        "日首印应以日期开头；整行应如 \(example)。", "A head begins with its day; a line reads \(example).")
    case .noCounts:
      return Words(
        "日期后面应是 e 加事件数、s 加流数，或者末尾多了、少了一位；整行应如 \(example)。",
        "Behind the day stand e with the number of events and s with that of streams, or there is a digit too many or too few at the end; a line reads \(example)."
      )
    case .noDigit(let sign, let group):
      return Words(
        "末尾第 \(group) 组里的「\(sign)」不是十六进制数（0-9、a-f）；请再看一遍纸。",
        "\"\(sign)\" in group \(group) is no hexadecimal digit (0-9, a-f); look at the paper again."
      )
    }
  }
}
