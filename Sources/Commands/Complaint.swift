import Casework
import Deskwork
import HallFiles
import NcursesTerminal

/// Why a command was not done, with the status it ends with.
enum Complaint: Error {
  case usage(UsageProblem)
  case refused(DeskRefusal, String)
  case store(StoreError)
  case folder(FolderNotFound)
  case hallFile(HallFileError)
  case template(TemplateProblem)
  case notice(NoticeRefusal)
  case terminal(TerminalFault)
  /// Somebody at the other end of a line asks for more than the console.
  case door(Words)
  /// A sentence of its own about files or themes.
  case other(Words)

  var status: ExitStatus {
    switch self {
    case .usage: .usage
    case .refused(.store, _): .store
    case .refused, .notice, .door: .refused
    case .terminal: .usage
    case .store, .folder, .hallFile, .template, .other: .store
    }
  }

  func sentence(in language: Language) -> String {
    switch self {
    case .usage(let problem): problem.words[language]
    case .refused(_, let sentence): sentence
    case .store(let error): error.sentence(in: language)
    case .folder(let error): error.sentence(in: language)
    case .hallFile(let error): error.sentence(in: language)
    case .template(let problem):
      problem.sentence[language] + (language == .zh ? "。" : ".")
    case .notice(let refusal): refusal.text(in: language)
    case .terminal(let fault): fault.sentence
    case .other(let words), .door(let words): words[language]
    }
  }
}

/// Runs something that may be refused in another module's words.
func complaining<Answer>(_ body: () throws(StoreError) -> Answer) throws(Complaint) -> Answer {
  do throws(StoreError) { return try body() } catch { throw .store(error) }
}

func complaining<Answer>(_ body: () throws(UsageProblem) -> Answer) throws(Complaint) -> Answer {
  do throws(UsageProblem) { return try body() } catch { throw .usage(error) }
}

func complaining<Answer>(_ body: () throws(HallFileError) -> Answer) throws(Complaint) -> Answer {
  do throws(HallFileError) { return try body() } catch { throw .hallFile(error) }
}

func complaining<Answer>(_ body: () throws(FolderNotFound) -> Answer) throws(Complaint) -> Answer {
  do throws(FolderNotFound) { return try body() } catch { throw .folder(error) }
}

func complaining<Answer>(_ body: () throws(NoticeRefusal) -> Answer) throws(Complaint) -> Answer {
  do throws(NoticeRefusal) { return try body() } catch { throw .notice(error) }
}

extension Desk {
  func complaining<Answer>(
    in language: Language, item: ItemID? = nil, _ body: () throws(DeskRefusal) -> Answer
  ) throws(Complaint) -> Answer {
    do throws(DeskRefusal) {
      return try body()
    } catch {
      throw .refused(error, sentence(error, in: language, item: item))
    }
  }
}
