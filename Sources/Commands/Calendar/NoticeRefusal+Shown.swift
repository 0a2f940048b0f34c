import Casework
import HallFiles

extension NoticeRefusal {
  /// One sentence a line.
  func text(in language: Language) -> String {
    let title = Words("通知有误，没有导入：", "The notice is wrong, nothing was taken in:")
    return ([title[language]] + problems.map { $0.sentence(in: language) })
      .joined(separator: "\n")
  }

  func json(in language: Language) -> JSONValue {
    .object([
      .init("ok", false), .init("refusal", "notice-wrong"),
      .init("message", .text(text(in: language))),
      .init(
        "problems",
        .array(
          problems.map { problem in
            .object([
              .init("line", problem.line.map { .number($0) } ?? .null),
              .init("message", .text(problem.sentence(in: language))),
            ])
          })),
    ])
  }
}
