import Casework
import Deskwork

extension Wording {
  /// One line about what has just been done: the case number first, then where it went.
  static func done(_ outcomes: [Outcome], _ language: Language) -> String {
    guard let outcome = outcomes.last else { return "" }
    let numbers = outcomes.map(\.id.spoken).joined(separator: " ")
    let documents = outcome.documents.map(\.number).joined(separator: " ")
    switch language {
    case .zh: return documents.isEmpty ? "\(numbers) 已办" : "\(numbers) 已办,已出 \(documents)"
    case .en: return documents.isEmpty ? "\(numbers) done" : "\(numbers) done, issued \(documents)"
    }
  }

  /// Who may sit here in the demo.
  static func persons(_ context: Context) -> Choice {
    let clerks = context.clerks.values.filter { !$0.isDisabled }
      .sorted { ($0.role.rawValue, $0.id) < ($1.role.rawValue, $1.id) }
    return Choice(
      heading: context.say("谁坐在这里", "Who sits here"),
      options: clerks.map { clerk in
        let place = [context.name(clerk.department), clerk.township?[context.language] ?? ""]
          .filter { !$0.isEmpty }.joined(separator: " ")
        return .init(
          clerk.name[context.language], detail: "\(name(clerk.role, context)) \(place)",
          onChosen: [.sit(clerk.id)])
      })
  }
}
