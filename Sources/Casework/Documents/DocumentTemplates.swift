/// The templates of a hall: one for each kind, and for receipt paper another where the hall has one.
package struct DocumentTemplates: Sendable {
  /// Why the templates of a folder cannot be used.
  package enum Problem: Error, Hashable, Sendable {
    case missing(DocumentKind)
    /// A file that is no template of ours, so that a misspelt name is not passed over.
    case unknown(String)
    case template(TemplateProblem)
  }

  /// The width of receipt paper, and the folder of the templates made for it.
  package static let narrow = 48
  /// What a number of the queue is printed by.
  package static let ticket = "ticket"

  private let wide: [DocumentKind: DocumentTemplate<DocumentFacts>]
  private let narrow: [DocumentKind: DocumentTemplate<DocumentFacts>]
  private let ticket: DocumentTemplate<TicketFacts>?

  /// `texts` by name (D01, 48/D01), each from the file `place(name)`.
  package init(
    _ texts: [String: String], place: (String) -> String
  ) throws(Problem) {
    var rest = texts
    func take<Facts>(
      _ name: String, speakingOf facts: Facts.Type, columns: Int = DocumentPage.wide
    ) throws(Problem) -> DocumentTemplate<Facts>? {
      guard let text = rest.removeValue(forKey: name) else { return nil }
      do throws(TemplateProblem) {
        return try DocumentTemplate(
          parsing: text, named: place(name), speakingOf: facts, columns: columns)
      } catch {
        throw .template(error)
      }
    }
    var wide: [DocumentKind: DocumentTemplate<DocumentFacts>] = [:]
    var narrow: [DocumentKind: DocumentTemplate<DocumentFacts>] = [:]
    for kind in DocumentKind.allCases {
      wide[kind] = try take(kind.rawValue, speakingOf: DocumentFacts.self)
      guard wide[kind] != nil else { throw .missing(kind) }
      narrow[kind] = try take(
        "\(Self.narrow)/\(kind.rawValue)", speakingOf: DocumentFacts.self, columns: Self.narrow)
    }
    ticket = try take(Self.ticket, speakingOf: TicketFacts.self, columns: Self.narrow)
    if let name = rest.keys.min() { throw .unknown(place(name)) }
    (self.wide, self.narrow) = (wide, narrow)
  }

  /// The document at the width of its paper, worded when somebody asks for its text.
  package func render(_ facts: DocumentFacts) -> PrintedText? {
    let made = facts.columns <= Self.narrow ? narrow[facts.kind] : nil
    guard let template = made ?? wide[facts.kind] else { return nil }
    return PrintedText(like: BlankDocument(of: facts, by: template)) {
      template.text(facts, columns: facts.columns)
    }
  }

  /// The slip for a number of the queue; nil if the hall prints none.
  package func render(_ facts: TicketFacts) -> String? {
    ticket?.render(facts, columns: Self.narrow).string
  }
}
