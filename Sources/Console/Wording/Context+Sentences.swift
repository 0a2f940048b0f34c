import Casework
import Deskwork

extension Context {
  /// Names for a sentence about a case: its materials and steps too.
  func names(about open: OpenCase?) -> SpokenNames {
    open.map { names($0.sheet, route: $0.file.route) } ?? names()
  }

  /// Why the person who sits here could not do it now, in words; nil if it would be done.
  func reason(against command: CaseCommand, on open: OpenCase) -> String? {
    refusal(of: command, on: open.file, under: open.sheet)
      .map { $0.sentence(in: language, names: names(about: open)) }
  }
}

extension DeskRefusal {
  func sentence(in context: Context, about open: OpenCase? = nil) -> String {
    sentence(in: context.language, names: context.names(about: open))
  }
}
